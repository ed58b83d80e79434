// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Importing files against inserting their blocks into the same full-text index and nothing else, in one run:
// what reading, parsing in a child, and keeping documents, editions, blocks, tables and topics cost on top.
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>

#include <benchmark/benchmark.h>

#include "corpus.h"
#include "data/ingest/document.h"
#include "data/store/import.h"
#include "data/store/search_index.h"
#include "data/store/statement.h"
#include "data/store/transaction.h"

namespace {

using namespace parallax;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t articleBytes = 13'000;

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

// Processor time of this thread, which writes: tells a slow writer from a machine that does other things,
// too.
double processorSeconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

struct Setup {
    int articles = bench::numberFromEnvironment("PARALLAX_BENCH_ARTICLES", 10'000);
    fs::path pages;
    double importSeconds = 0;
    double indexSeconds = 0;
    double importProcessor = 0;
    double indexProcessor = 0;
};

Setup& setup() {
    static Setup made;
    return made;
}

void writePages() {
    const bench::Corpus corpus;
    setup().pages = bench::dataFolder() / ("pages-" + std::to_string(setup().articles));
    fs::create_directories(setup().pages);
    for (int i = 0; i < setup().articles; ++i) {
        char name[32];
        std::snprintf(name, sizeof name, "%06d.txt", i);
        const std::string page = corpus.savedPage(i, articleBytes);
        std::ofstream(setup().pages / name, std::ios::binary)
            .write(page.data(), static_cast<std::streamsize>(page.size()));
    }
}

fs::path freshLibrary(const char* name) {
    const fs::path path = bench::dataFolder() / name;
    for (const char* const suffix : {"", "-wal", "-shm"})
        fs::remove(path.string() + suffix);
    return path;
}

void importPages(benchmark::State& state) {
    for (auto _ : state) {
        data::Library library(freshLibrary("import.sqlite3"));
        data::ImportOptions options;
        options.parser.command = {fs::read_symlink("/proc/self/exe").string(), "parse-worker"};
        const Clock::time_point begin = Clock::now();
        const double processor = processorSeconds();
        const data::ImportReport report =
            data::importItems(library, {{setup().pages.string(), {}, {}}}, options, {}, {});
        setup().importSeconds = secondsSince(begin);
        setup().importProcessor = processorSeconds() - processor;
        state.SetIterationTime(setup().importSeconds);
        state.counters["articles"] = report.added;
        if (report.added != setup().articles)
            state.SkipWithError("some pages were not imported");
        state.counters["blocks"] =
            static_cast<double>(data::queryInteger(library, "SELECT count(*) FROM block"));
    }
}

// The rows that the import gave the index, inserted in transactions of the same size.
void insertBlocks(benchmark::State& state) {
    for (auto _ : state) {
        data::Library imported(bench::dataFolder() / "import.sqlite3", data::Library::Mode::ReadOnly);
        data::Library library(freshLibrary("index.sqlite3"));
        double seconds = 0;
        double processor = 0;
        data::Statement row(imported, "SELECT DISTINCT article_id FROM edition ORDER BY article_id");
        std::vector<data::StoredArticle> batch;
        std::size_t bytes = 0;
        const auto write = [&] {
            data::Transaction transaction(library);
            for (const data::StoredArticle& stored : batch)
                data::addToIndex(library, stored.row.id, stored.article);
            const Clock::time_point begin = Clock::now();
            const double before = processorSeconds();
            transaction.commit(); // writes the queued rows, and nothing else
            seconds += secondsSince(begin);
            processor += processorSeconds() - before;
            batch.clear();
            bytes = 0;
        };
        while (row.step()) {
            batch.push_back(imported.articles().load(row.integer(0)));
            bytes += batch.back().article.text.size();
            if (bytes >= data::ImportOptions{}.batchBytes)
                write();
        }
        write();
        setup().indexSeconds = seconds;
        setup().indexProcessor = processor;
        state.SetIterationTime(seconds);
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 1 && std::string_view(argv[1]) == "parse-worker")
        return data::runParseWorker();
    benchmark::Initialize(&argc, argv);
    writePages();
    benchmark::RegisterBenchmark("import", importPages)
        ->UseManualTime()
        ->Iterations(1)
        ->Unit(benchmark::kSecond);
    benchmark::RegisterBenchmark("index alone", insertBlocks)
        ->UseManualTime()
        ->Iterations(1)
        ->Unit(benchmark::kSecond);
    benchmark::RunSpecifiedBenchmarks();
    std::printf(
        "%d articles: import %.1f s, the same blocks into the index alone %.1f s: %.0f %% of its speed "
        "(at least 60 %% wanted)\n",
        setup().articles, setup().importSeconds, setup().indexSeconds,
        100 * setup().indexSeconds / setup().importSeconds);
    std::printf("processor time of the writing thread: import %.2f s, index alone %.2f s: %.0f %%\n",
                setup().importProcessor, setup().indexProcessor,
                100 * setup().indexProcessor / setup().importProcessor);
    return setup().indexSeconds >= 0.6 * setup().importSeconds ? 0 : 1;
}
