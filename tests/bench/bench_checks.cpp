// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Checking a whole library against loading the same editions with as many threads and nothing else; then a
// second run that has nothing to do, and the queries of the window on what came out.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "corpus.h"
#include "data/store/check_run.h"
#include "data/store/check_store.h"
#include "data/store/edition_rows.h"
#include "data/store/statement.h"

namespace {

using namespace parallax;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

// The largest amount of memory that the process ever held, in MB.
double peakMemory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::strtod(line.c_str() + 6, nullptr) / 1024;
    return 0;
}

double loadAll(const fs::path& path, unsigned threads, std::int64_t editions) {
    const Clock::time_point begin = Clock::now();
    std::atomic<std::int64_t> next = 1;
    std::atomic<std::size_t> blocks = 0;
    std::vector<std::jthread> readers;
    for (unsigned i = 0; i < threads; ++i)
        readers.emplace_back([&] {
            data::Library library(path, data::Library::Mode::ReadOnly);
            for (std::int64_t id = next++; id <= editions; id = next++)
                blocks += data::loadEdition(library, id).blocks.size();
        });
    readers.clear();
    return blocks > 0 ? secondsSince(begin) : 0;
}

template <class Query>
void time(const char* what, Query query) {
    const Clock::time_point begin = Clock::now();
    const std::int64_t answer = query();
    std::printf("  %-44s %8.1f ms  (%lld)\n", what, 1000 * secondsSince(begin),
                static_cast<long long>(answer));
}

void queries(data::Library& library) {
    data::CheckStore& checks = library.checks();
    data::CheckFilter red, rule, text, source;
    red.colour = data::Colour::Red;
    rule.rule = data::Rule::DeltaPercent;
    text.text = "growth 20%";
    const auto listed = [&](const data::CheckFilter& filter, std::int64_t offset) {
        return static_cast<std::int64_t>(checks.list(filter, offset, 200).size());
    };
    time("first page", [&] { return listed({}, 0); });
    time("page at 100,000", [&] { return listed({}, 100'000); });
    time("first page of red", [&] { return listed(red, 0); });
    time("first page of a rule", [&] { return listed(rule, 0); });
    time("first page of words", [&] { return listed(text, 0); });
    time("count", [&] { return checks.count({}); });
    time("facets", [&] { return checks.facets({}).editionsChecked; });
    time("facets of words", [&] { return checks.facets(text).editionsChecked; });
    std::vector<data::ArticleId> shown;
    for (data::ArticleId id = 1; id <= 100; ++id)
        shown.push_back(id);
    time("badges of 100 articles", [&] { return static_cast<std::int64_t>(checks.countsOf(shown).size()); });
}

} // namespace

int main() {
    const int articles = bench::numberFromEnvironment("PARALLAX_BENCH_ARTICLES", 100'000);
    const auto bytes = static_cast<std::size_t>(bench::numberFromEnvironment("PARALLAX_BENCH_BYTES", 1'500));
    const fs::path path = bench::dataFolder() / ("checks-" + std::to_string(articles) + ".sqlite3");
    bench::makeLibrary(path, articles, bytes);
    data::Library library(path);
    data::execute(library, "DELETE FROM check_result; DELETE FROM fact; DELETE FROM fact_waiting; "
                           "UPDATE edition_check SET engine = 0");
    const std::int64_t editions = data::queryInteger(library, "SELECT count(*) FROM edition");
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency());

    const double loading = loadAll(path, threads, data::queryInteger(library, "SELECT max(id) FROM edition"));
    const Clock::time_point begin = Clock::now();
    const data::CheckRunResult result = data::checkLibrary(library, {}, {});
    const double checking = secondsSince(begin);
    const Clock::time_point again = Clock::now();
    const data::CheckRunResult nothing = data::checkLibrary(library, {}, {});
    const double second = secondsSince(again);

    std::printf("%lld editions of %zu bytes, %u threads: loading %.2f s, checking %.2f s (%.0f editions/s, "
                "%.1f times "
                "the loading), %lld checks, %lld groups of facts compared\n",
                static_cast<long long>(editions), bytes, threads, loading, checking,
                static_cast<double>(editions) / checking, checking / loading,
                static_cast<long long>(result.checks), static_cast<long long>(result.across));
    std::printf("a second run with nothing new: %.1f ms; most memory held: %.0f MB\n", 1000 * second,
                peakMemory());
    queries(library);
    return result.editions == editions && nothing.editions == 0 && second < 0.05 * checking ? 0 : 1;
}
