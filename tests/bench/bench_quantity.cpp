// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How fast figures are found: bytes per second over the demo articles, beside a pass that only decodes them
// (these machines are noisy: the ratio is what compares), and whether time grows with the text for texts made
// to be slow.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "data/quantity/cell.h"
#include "data/quantity/quantity.h"

namespace {

using namespace parallax;

// The demo articles whose names hold `part` (".en.", ".zh-"), several times over so that caches do not help.
const std::vector<std::string>& articles(const std::string& part) {
    static std::vector<std::pair<std::string, std::vector<std::string>>> known;
    for (const auto& [name, texts] : known)
        if (name == part)
            return texts;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(PARALLAX_SOURCE_DIR "/resources/demo"))
        if (entry.path().filename().string().find(part) != std::string::npos)
            paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    while (bytes < (4U << 20) && !paths.empty())
        for (const auto& path : paths) {
            std::ifstream file(path, std::ios::binary);
            std::ostringstream text;
            text << file.rdbuf();
            bytes += text.str().size();
            texts.push_back(text.str());
        }
    known.emplace_back(part, std::move(texts));
    return known.back().second;
}

std::size_t bytesOf(const std::vector<std::string>& texts) {
    std::size_t bytes = 0;
    for (const auto& text : texts)
        bytes += text.size();
    return bytes;
}

void decode(benchmark::State& state, const std::string& part) {
    const auto& texts = articles(part);
    for (auto _ : state) {
        char32_t sum = 0;
        for (const auto& text : texts)
            for (std::size_t at = 0; at < text.size();) {
                const CodePoint c = decodeAt(text, at);
                sum += c.value;
                at += c.length;
            }
        benchmark::DoNotOptimize(sum);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytesOf(texts)));
}

void parse(benchmark::State& state, const std::string& part) {
    const auto& texts = articles(part);
    std::size_t found = 0;
    for (auto _ : state) {
        found = 0;
        for (const auto& text : texts)
            found += data::parseQuantities(text).size();
        benchmark::DoNotOptimize(found);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytesOf(texts)));
    state.counters["figures_per_kB"] =
        static_cast<double>(found) * 1000.0 / static_cast<double>(bytesOf(texts));
}

// Prose with few figures, as most of an article is.
void parseProse(benchmark::State& state) {
    std::vector<std::string> texts;
    for (const auto& text : articles(".en.")) {
        std::string prose;
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);)
            if (line.size() > 120 && line[0] != '|')
                prose += line + "\n";
        texts.push_back(std::move(prose));
    }
    for (auto _ : state)
        for (const auto& text : texts)
            benchmark::DoNotOptimize(data::parseQuantities(text).size());
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytesOf(texts)));
}

void readCells(benchmark::State& state) {
    const std::vector<std::string> cells = {
        "$27B", "$31B (+15%)", "120-130 ms", "6.2萬億元",    "99.95% (listed)",
        "—",    "4,250",       "+3-7%",      "2027年第二季", "Nimbus, Halden"};
    data::QuantityContext context;
    context.columnHeader = "Revenue (USD millions)";
    context.rowHeader = "Cloud";
    for (auto _ : state)
        for (const auto& cell : cells)
            benchmark::DoNotOptimize(data::readCell(cell, context).quantities.size());
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * cells.size()));
}

// Time per byte of a pattern repeated to 25 KB and to 100 KB: the same when it is linear.
void repeated(benchmark::State& state, const std::string& pattern) {
    std::string text;
    while (text.size() < static_cast<std::size_t>(state.range(0)))
        text += pattern;
    for (auto _ : state)
        benchmark::DoNotOptimize(data::parseQuantities(text).size());
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

void registerAll() {
    for (const std::string part : {".en.", ".zh-", "-"}) {
        const std::string name = part == ".en." ? "english" : (part == ".zh-" ? "chinese" : "both");
        benchmark::RegisterBenchmark(("decode/" + name).c_str(), decode, part)->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark(("parse/" + name).c_str(), parse, part)->Unit(benchmark::kMillisecond);
    }
    benchmark::RegisterBenchmark("parse/prose", parseProse)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("readCell", readCells);
    for (const std::string pattern :
         {"7", "(",      "一", "twenty ", "1,", "1,111", "2025,", "$1-",  "by ", "between 1 and ", "萬", "近",
          " ", "a few ", "1.", "0x",      "每", "約",    "Q1-",   "May ", "\xFF"})
        benchmark::RegisterBenchmark(("linear/" + pattern).c_str(), repeated, pattern)
            ->Arg(25 << 10)
            ->Arg(100 << 10)
            ->Unit(benchmark::kMicrosecond);
}

} // namespace

int main(int argc, char** argv) {
    registerAll();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
