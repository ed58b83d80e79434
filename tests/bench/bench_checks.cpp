// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Checking a whole library of articles dense with figures against loading the same editions with as many
// threads and nothing else; a run that is stopped again and again and taken up; a second run that has nothing
// to do; one after a hundredth of the articles changed; and the queries of the window on what came out.
// PARALLAX_BENCH_ARTICLES (100,000) is their number.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "base/error.h"
#include "data/store/check_run.h"
#include "data/store/check_store.h"
#include "data/store/edition_rows.h"
#include "data/store/statement.h"
#include "figures_corpus.h"

namespace {

using namespace parallax;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

// The most anonymous memory that is held while this lives, in MB: what the program itself asked for, without
// the pages of the library that the system keeps because there is room.
class AnonymousMemory {
  public:
    AnonymousMemory()
        : m_watch([this](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                m_most = std::max(m_most.load(), held());
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
        }) {}
    double most() const { return m_most; }

    static double held() {
        std::ifstream status("/proc/self/status");
        for (std::string line; std::getline(status, line);)
            if (line.starts_with("RssAnon:"))
                return std::strtod(line.c_str() + 8, nullptr) / 1024;
        return 0;
    }

  private:
    std::atomic<double> m_most = 0;
    std::jthread m_watch;
};

void forgetChecks(data::Library& library) {
    data::execute(library, "DELETE FROM check_result; DELETE FROM fact; DELETE FROM fact_waiting; "
                           "UPDATE edition_check SET engine = 0");
}

// How much work a stop costs: a run over some thousands of editions that is stopped every half second.
void stopAndResume(data::Library& library) {
    constexpr std::int64_t most = 4000;
    const auto prepare = [&] {
        forgetChecks(library);
        data::execute(library,
                      "UPDATE edition_check SET engine = 1000000 WHERE edition_id > (SELECT edition_id "
                      "FROM edition_check ORDER BY edition_id LIMIT 1 OFFSET " +
                          std::to_string(most - 1) + ")");
    };
    prepare();
    Clock::time_point begin = Clock::now();
    const std::int64_t editions = data::checkLibrary(library, {}, {}).editions;
    const double whole = secondsSince(begin);
    prepare();
    double running = 0, slowest = 0;
    int stops = 0;
    for (bool done = false; !done;) {
        std::stop_source stop;
        std::atomic<double> asked = 0;
        begin = Clock::now();
        std::jthread timer([&](const std::stop_token& ended) {
            for (int i = 0; i < 50 && !ended.stop_requested(); ++i)
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            asked = secondsSince(begin);
            stop.request_stop();
        });
        try {
            data::checkLibrary(library, {}, stop.get_token());
            done = true;
        } catch (const Error&) {
            slowest = std::max(slowest, secondsSince(begin) - asked);
            ++stops;
        }
        running += secondsSince(begin);
    }
    std::printf(
        "%lld editions: %.2f s in one run, %.2f s in %d stopped and one whole (%.0f ms a stop); the latest "
        "end after a stop: %.0f ms\n",
        static_cast<long long>(editions), whole, running, stops,
        stops > 0 ? 1000 * (running - whole) / stops : 0.0, 1000 * slowest);
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
    data::CheckFilter red, rule, text, few, many;
    red.colour = data::Colour::Red;
    rule.rule = data::Rule::DeltaPercent;
    text.text = "growth 20%"; // hardly any
    few.text = "2684";
    many.text = "2"; // half of them
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
    time("first page of a word that few have", [&] { return listed(few, 0); });
    time("count of them", [&] { return checks.count(few); });
    time("first page of a word that many have", [&] { return listed(many, 0); });
    time("count of them", [&] { return checks.count(many); });
    time("facets of them", [&] { return checks.facets(many).editionsChecked; });
    std::vector<data::ArticleId> shown;
    for (data::ArticleId id = 1; id <= 100; ++id)
        shown.push_back(id);
    time("badges of 100 articles", [&] { return static_cast<std::int64_t>(checks.countsOf(shown).size()); });
}

} // namespace

int main() {
    const int articles = bench::numberFromEnvironment("PARALLAX_BENCH_ARTICLES", 100'000);
    const fs::path path = bench::dataFolder() / ("figures-" + std::to_string(articles) + ".sqlite3");
    bench::makeFiguresLibrary(path, articles);
    data::Library library(path);
    stopAndResume(library);
    forgetChecks(library);
    const std::int64_t editions = data::queryInteger(library, "SELECT count(*) FROM edition");
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    const double loading = loadAll(path, threads, data::queryInteger(library, "SELECT max(id) FROM edition"));

    const double before = AnonymousMemory::held();
    const AnonymousMemory memory;
    Clock::time_point begin = Clock::now();
    const data::CheckRunResult result = data::checkLibrary(library, {}, {});
    const double checking = secondsSince(begin);
    const double most = memory.most();
    begin = Clock::now();
    const data::CheckRunResult nothing = data::checkLibrary(library, {}, {});
    const double second = secondsSince(begin);
    data::execute(library, "UPDATE edition_check SET engine = 0, generation = generation + 1 "
                           "WHERE edition_id % 100 = 7");
    begin = Clock::now();
    const data::CheckRunResult some = data::checkLibrary(library, {}, {});
    const double hundredth = secondsSince(begin);

    std::printf("%lld editions, %u threads: loading %.2f s, checking %.2f s (%.0f editions/s, %.1f times the "
                "loading), %lld checks, %lld groups of facts compared\n",
                static_cast<long long>(editions), threads, loading, checking,
                static_cast<double>(editions) / checking, checking / loading,
                static_cast<long long>(result.checks), static_cast<long long>(result.across));
    std::printf("anonymous memory: %.0f MB before, %.0f MB at most\n", before, most);
    std::printf(
        "a second run with nothing new: %.1f ms; after one article in a hundred changed: %.2f s for %lld\n",
        1000 * second, hundredth, static_cast<long long>(some.editions));
    queries(library);
    return result.editions == editions && nothing.editions == 0 && second < 0.05 * checking ? 0 : 1;
}
