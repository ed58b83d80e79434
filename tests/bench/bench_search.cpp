// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast text is folded, cut and indexed, against SQLite's own tokenizers in the same run, and how long the
// first ranked page of results takes on a library of 100,000 articles. The library is made once in
// PARALLAX_BENCH_DATA (PARALLAX_BENCH_ARTICLES changes its size). p50 and p95 are in milliseconds, over
// queries taken from its texts.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <random>
#include <string_view>

#include <sqlite3.h>

#include "base/utf8.h"
#include "bench_search_corpus.h"
#include "data/article/fold.h"
#include "data/search/tokenizer.h"
#include "data/search/tokens.h"
#include "data/store/article_store.h"
#include "data/store/search_store.h"
#include "data/store/transaction.h"

using namespace parallax;
using namespace parallax::data;

namespace {

using Clock = std::chrono::steady_clock;

// Of this thread: what a busy machine does not change.
double cpuSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

const bench::SearchCorpus& corpus() {
    static const bench::SearchCorpus made;
    return made;
}

// Some 16 MB of paragraphs in the corpus's languages.
const std::vector<std::string>& paragraphs() {
    static const std::vector<std::string> texts = [] {
        std::vector<std::string> out;
        for (int i = 0; i < 10'000; ++i)
            for (const Block& block : corpus().article(i).blocks)
                out.push_back(block.text);
        return out;
    }();
    return texts;
}

std::int64_t bytesOf(const std::vector<std::string>& texts) {
    std::int64_t bytes = 0;
    for (const std::string& text : texts)
        bytes += static_cast<std::int64_t>(text.size());
    return bytes;
}

void foldSpeed(benchmark::State& state) {
    for (auto _ : state)
        for (const std::string& text : paragraphs())
            benchmark::DoNotOptimize(foldText(text));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytesOf(paragraphs()));
}
BENCHMARK(foldSpeed)->Unit(benchmark::kMillisecond);

void tokenSpeed(benchmark::State& state) {
    std::size_t tokens = 0;
    for (auto _ : state)
        for (const std::string& text : paragraphs())
            forEachToken(text, TokenMode::Document, [&](const IndexToken&) {
                ++tokens;
                return 0;
            });
    benchmark::DoNotOptimize(tokens);
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytesOf(paragraphs()));
}
BENCHMARK(tokenSpeed)->Unit(benchmark::kMillisecond);

// CPU seconds to fill a contentless FTS5 table in memory.
double buildSeconds(const char* tokenizer, const char* config = "") {
    sqlite3* connection = nullptr;
    sqlite3_open(":memory:", &connection);
    registerTokenizer(connection);
    const std::string create =
        std::string("CREATE VIRTUAL TABLE t USING fts5(body, content='', tokenize='") + tokenizer + "')";
    sqlite3_exec(connection, create.c_str(), nullptr, nullptr, nullptr);
    sqlite3_exec(connection, config, nullptr, nullptr, nullptr);
    const double start = cpuSeconds();
    sqlite3_exec(connection, "BEGIN", nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(connection, "INSERT INTO t (rowid, body) VALUES (?, ?)", -1, &insert, nullptr);
    std::int64_t row = 0;
    for (const std::string& text : paragraphs()) {
        sqlite3_bind_int64(insert, 1, ++row);
        sqlite3_bind_text(insert, 2, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sqlite3_exec(connection, "COMMIT", nullptr, nullptr, nullptr);
    const double seconds = cpuSeconds() - start;
    sqlite3_close(connection);
    return seconds;
}

void indexSpeed(benchmark::State& state) {
    const double megabytes = static_cast<double>(bytesOf(paragraphs())) / 1e6;
    double own = 0, unicode = 0, trigram = 0;
    for (auto _ : state) {
        unicode = buildSeconds("unicode61");
        own = buildSeconds("parallax");
        trigram = buildSeconds("trigram");
    }
    state.counters["MB/s"] = megabytes / own;
    state.counters["unicode61_MB/s"] = megabytes / unicode;
    state.counters["trigram_MB/s"] = megabytes / trigram;
    state.counters["of_unicode61"] = unicode / own;
    state.counters["of_trigram"] = trigram / own;
}
BENCHMARK(indexSpeed)->Unit(benchmark::kMillisecond)->Iterations(1);

int articleCount() {
    const char* wanted = std::getenv("PARALLAX_BENCH_ARTICLES");
    return wanted != nullptr ? std::max(std::atoi(wanted), 1) : 100'000;
}

std::filesystem::path libraryPath() {
    const char* folder = std::getenv("PARALLAX_BENCH_DATA");
    const std::filesystem::path base = folder != nullptr ? folder : std::filesystem::temp_directory_path();
    return base /
           ("search-" + std::to_string(articleCount()) + "-" + std::to_string(tokenizerVersion) + ".sqlite3");
}

Library& library() {
    static Library opened = [] {
        const std::filesystem::path path = libraryPath();
        if (!std::filesystem::exists(path)) {
            const auto start = Clock::now();
            const std::filesystem::path part = path.string() + ".part";
            for (const char* suffix : {"", "-wal", "-shm"})
                std::filesystem::remove(part.string() + suffix);
            {
                Library made(part);
                for (int i = 0; i < articleCount();) {
                    Transaction transaction(made);
                    for (int n = 0; n < 1000 && i < articleCount(); ++n, ++i) {
                        const Article article = corpus().article(i);
                        Document document;
                        document.format = Format::Markdown;
                        document.encoding = "UTF-8";
                        made.articles().save(article, article.text, document, "corpus");
                    }
                    transaction.commit();
                }
            }
            std::filesystem::rename(part, path);
            std::cerr << "made " << path << " in " << secondsSince(start) << " s\n";
        }
        return Library(path);
    }();
    return opened;
}

struct Kind {
    const char* name;
    int characters; // Han; 0: words
    int words;
    bool asYouType;
};

// Pieces of the library's texts, so that common ones are asked for more often.
std::vector<std::string> queriesOf(const Kind& kind, std::size_t count) {
    std::mt19937 random(7);
    std::vector<std::string> queries;
    while (queries.size() < count) {
        int number = static_cast<int>(random() % static_cast<unsigned>(articleCount()));
        number -= number % 3; // English
        if (kind.characters > 0)
            number += 1 + static_cast<int>(random() % 2);
        const Article article = corpus().article(number);
        const std::string& text = article.blocks[random() % article.blocks.size()].text;
        if (kind.characters > 0) {
            const std::u32string characters = toUtf32(text);
            const std::size_t length = static_cast<std::size_t>(kind.characters);
            const std::size_t at = random() % (characters.size() - length);
            const std::u32string piece = characters.substr(at, length);
            if (std::all_of(piece.begin(), piece.end(), [](char32_t c) { return isHan(c); }))
                queries.push_back(toUtf8(piece));
            continue;
        }
        std::vector<std::string> words;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find_first_of(" .%", at), text.size());
            if (end > at)
                words.push_back(text.substr(at, end - at));
            at = end + 1;
        }
        std::string query;
        for (int i = 0; i < kind.words; ++i)
            query += (i > 0 ? " " : "") + words[random() % words.size()];
        queries.push_back(query);
    }
    return queries;
}

void firstPage(benchmark::State& state, const Kind& kind) {
    Library& opened = library();
    std::vector<double> times, cpuTimes;
    double capped = 0, hits = 0;
    for (auto _ : state)
        for (const std::string& text : queriesOf(kind, 300)) {
            const auto start = Clock::now();
            const double cpuStart = cpuSeconds();
            const SearchPage page = opened.search().search(parseQuery(text, kind.asYouType), {}, 0, 50);
            times.push_back(secondsSince(start) * 1000);
            cpuTimes.push_back((cpuSeconds() - cpuStart) * 1000);
            capped += page.capped ? 1 : 0;
            hits += static_cast<double>(page.hits.size());
            if (std::getenv("PARALLAX_BENCH_SLOW") != nullptr && cpuTimes.back() > 30)
                std::cerr << kind.name << ' ' << text << ' ' << cpuTimes.back() << " ms\n";
        }
    const auto at = [](std::vector<double>& values, double share) {
        std::sort(values.begin(), values.end());
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    state.counters["p50"] = at(times, 0.5);
    state.counters["p95"] = at(times, 0.95);
    state.counters["worst"] = at(times, 1);
    state.counters["p50_cpu"] = at(cpuTimes, 0.5);
    state.counters["p95_cpu"] = at(cpuTimes, 0.95);
    state.counters["capped"] = capped / static_cast<double>(times.size());
    state.counters["hits"] = hits / static_cast<double>(times.size());
}

constexpr Kind kinds[] = {{"han1", 1, 0, false},           {"han2", 2, 0, false},
                          {"han3", 3, 0, false},           {"han4", 4, 0, false},
                          {"english1", 0, 1, false},       {"english2", 0, 2, false},
                          {"english1_typing", 0, 1, true}, {"english3", 0, 3, false}};

} // namespace

int main(int argc, char** argv) {
    if (argc > 1 && std::string_view(argv[1]) == "--make-library") { // for bench_window
        library();
        return 0;
    }
    for (const Kind& kind : kinds)
        benchmark::RegisterBenchmark((std::string("firstPage/") + kind.name).c_str(),
                                     [&kind](benchmark::State& state) { firstPage(state, kind); })
            ->Iterations(1)
            ->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
