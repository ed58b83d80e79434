// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How fast figures are found: bytes per second, over the demo articles (which hold three times as many
// figures as news does) and over plain article text, beside a pass that only asks whether they are UTF-8.
// These machines are noisy: "validations", how many such passes a parse costs, is what compares. And whether
// time grows with the text for texts made to be slow.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
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

double processorSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void parseTexts(benchmark::State& state, const std::vector<std::string>& texts) {
    std::size_t found = 0;
    const double begin = processorSeconds();
    for (auto _ : state) {
        found = 0;
        for (const auto& text : texts)
            found += data::parseQuantities(text).size();
        benchmark::DoNotOptimize(found);
    }
    const double parsed = (processorSeconds() - begin) / static_cast<double>(state.iterations());
    constexpr int passes = 20;
    const double validating = processorSeconds();
    for (int pass = 0; pass < passes; ++pass)
        for (const auto& text : texts)
            benchmark::DoNotOptimize(isUtf8(text));
    const double validated = (processorSeconds() - validating) / passes;
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytesOf(texts)));
    state.counters["figures_per_kB"] =
        static_cast<double>(found) * 1000.0 / static_cast<double>(bytesOf(texts));
    state.counters["ns_per_figure"] = parsed * 1e9 / static_cast<double>(std::max<std::size_t>(found, 1));
    state.counters["validations"] = parsed / std::max(validated, 1e-9);
}

void parse(benchmark::State& state, const std::string& part) {
    parseTexts(state, articles(part));
}

// An article as news sites print it: paragraphs with a figure or two a sentence in places, a small table.
std::string newsArticle() {
    std::string text = "Halden Cloud posts record quarter as demand for inference outruns supply\n\n";
    const std::string paragraphs[] = {
        "Halden Cloud said on Tuesday that revenue rose 38% to $4.2 billion in the third quarter of 2025, "
        "ahead of "
        "what analysts had expected, and that it would keep building data centres as fast as power companies "
        "can "
        "connect them. The shares rose in early trading before giving back most of the gain.\n\n",
        "The company, which rents accelerators to laboratories and to banks, has become a measure of how "
        "much of "
        "the industry's spending reaches those who own the machines rather than those who design them. Its "
        "chief "
        "executive told investors that customers no longer ask for a price first; they ask for a date.\n\n",
        "Whether that lasts is another matter. Contracts that were signed when capacity was scarce come up "
        "for "
        "renewal within 18 months, and several large buyers have said in public that they expect to pay "
        "less. A "
        "rival in Texas cut its list price by about a third in June without losing a single customer to "
        "anyone "
        "else, according to people who have seen its books.\n\n",
        "營運長表示，需求仍然強勁，新機房多半在動工之前就已租出。不過，電力供應與變壓器交期才是真正的瓶頸，"
        "部分專案因此延後了將近一年，客戶也開始把工作負載移往其他地區。\n\n",
        "分析師認為，市場對長約的態度正在改變：過去買方願意為確保產能付出溢價，如今則要求價格隨行就市，"
        "並保留提前終止的權利。公司預計2026年資本支出介於90億至100億美元之間。\n\n"};
    for (int round = 0; round < 4; ++round)
        for (const auto& paragraph : paragraphs)
            text += paragraph;
    return text;
}

void parseNews(benchmark::State& state) {
    static const std::vector<std::string> texts(600, newsArticle());
    parseTexts(state, texts);
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
    parseTexts(state, texts);
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
    benchmark::RegisterBenchmark("parse/news", parseNews)->Unit(benchmark::kMillisecond);
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
