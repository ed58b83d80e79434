// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a comparison is worth: many short runs over real sockets against one server. Two endpoints that are
// the same may be told apart in 5 % of runs at the most; where one is 10 % slower, that has to be found in 90
// %. The server's waits scatter (log-normal, 15 %) and drift (AR(1) from pair to pair, 20 %, shared by both
// endpoints), so that a run of one endpoint after the other would be fooled. Several runs at a time: a
// request is mostly waiting, and what their threads take from each other falls on both endpoints alike.
//   bench_latency_aa [RUNS [PAIRS [AT-A-TIME [SEED]]]]
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <numbers>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "engine/latency/report.h"
#include "engine/latency/report_options.h"
#include "engine/latency/run.h"
#include "engine/latency/stats/proportion.h"
#include "engine/latency/stats/random.h"
#include "tests/engine/latency/truth_server.h"

using namespace parallax;
using namespace parallax::latency;
using test::TruthServer;

namespace {

constexpr double firstMs = 12, gapMs = 3; // medians
constexpr int tokens = 5;
constexpr double scatter = 0.15, drift = 0.20, keeps = 0.98; // standard deviations of the logarithms
constexpr double slowdown = 1.10;
constexpr const char* day = "2026-11-26";

// The waits of one run's server, by a seed.
class Waits {
  public:
    // Another generator's numbers than those by which the plan orders its pairs.
    explicit Waits(std::uint64_t seed)
        : m_seed(randomBits(~seed, 4711))
        , m_drift(drift * normal()) {}

    TruthServer::Script script(bool slow) {
        m_drift = keeps * m_drift + std::sqrt(1 - keeps * keeps) * drift * normal();
        const double factor = std::exp(m_drift) * (slow ? slowdown : 1);
        auto script = test::streamScript(tokens, std::chrono::microseconds(0));
        for (int i = 1; i <= tokens; ++i) {
            const double ms = (i == 1 ? firstMs : gapMs) * factor * std::exp(scatter * normal());
            script[static_cast<std::size_t>(i)].after =
                std::chrono::microseconds(static_cast<std::int64_t>(ms * 1000));
        }
        return script;
    }

  private:
    double normal() { // Box and Muller
        const double radius = std::sqrt(-2 * std::log(randomUnit(m_seed, m_counter)));
        const double angle = 2 * std::numbers::pi * randomUnit(m_seed, m_counter + 1);
        m_counter += 2;
        return radius * std::cos(angle);
    }
    std::uint64_t m_seed;
    std::uint64_t m_counter = 0;
    double m_drift;
};

struct Found {
    bool aFaster = false, bFaster = false; // by any metric, after Holm's correction
    bool byFirstToken = false;             // by the first token alone, after the same correction
    bool lost = false;                     // an attempt failed
    double lagMs = 0;
};

Found run(std::uint64_t seed, int pairs, bool slow) {
    Waits waits(seed);
    TruthServer server([&](const TruthServer::Request& request) {
        return waits.script(slow && request.path.starts_with("/b/"));
    });
    RunPlan plan;
    for (const char* name : {"a", "b"}) {
        data::Endpoint endpoint;
        endpoint.name = name;
        endpoint.provider = "vllm";
        endpoint.baseUrl = test::joined({server.url(), "/", name});
        endpoint.model = "M";
        plan.endpoints.push_back(endpoint);
    }
    plan.load.requests = pairs;
    plan.load.warmup = 1;
    plan.load.seed = seed;
    plan.prompt.maxTokens = tokens;
    std::vector<data::Attempt> attempts;
    Found found;
    const RunResult result = runPlan(plan, {}, day, {},
                                     [&](data::Attempt&& attempt) {
                                         found.lost = found.lost || attempt.outcome != data::Outcome::Success;
                                         attempts.push_back(std::move(attempt));
                                     },
                                     {});
    found.lagMs = static_cast<double>(result.worstLag) / 1e6;
    const Report report = reportOf(attempts, reportOptions(plan, day));
    for (const ComparisonReport& comparison : report.comparisons) {
        found.aFaster = found.aFaster || comparison.ordering == Ordering::AFaster;
        found.bFaster = found.bFaster || comparison.ordering == Ordering::BFaster;
        if (comparison.metric == ReportMetric::FirstToken)
            found.byFirstToken = comparison.ordering != Ordering::Undecided;
    }
    return found;
}

std::vector<Found> runAll(int runs, int pairs, int atATime, int seed, bool slow) {
    std::vector<Found> found(static_cast<std::size_t>(runs));
    std::atomic<int> next = 0;
    std::vector<std::jthread> threads;
    threads.reserve(static_cast<std::size_t>(atATime));
    for (int t = 0; t < atATime; ++t)
        threads.emplace_back([&] {
            for (int i; (i = next++) < runs;)
                found[static_cast<std::size_t>(i)] =
                    run(static_cast<std::uint64_t>(seed) * 10'000'000 + static_cast<std::uint64_t>(i) +
                            (slow ? 1'000'000 : 0),
                        pairs, slow);
        });
    threads.clear(); // joined
    return found;
}

int argument(int argc, char** argv, int index, int standard) {
    return argc > index ? std::max(1, std::atoi(argv[index])) : standard;
}

} // namespace

int main(int argc, char** argv) {
    const int runs = argument(argc, argv, 1, 200), pairs = argument(argc, argv, 2, 80),
              atATime = argument(argc, argv, 3, 8), seed = argument(argc, argv, 4, 1);
    bool good = true;
    for (const bool slow : {false, true}) {
        const auto begin = std::chrono::steady_clock::now();
        const std::vector<Found> found = runAll(runs, pairs, atATime, seed, slow);
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        const auto count = [&](auto what) { return std::count_if(found.begin(), found.end(), what); };
        const auto different = count([](const Found& one) { return one.aFaster || one.bFaster; });
        const auto right = count([](const Found& one) { return one.aFaster && !one.bFaster; });
        const auto lost = count([](const Found& one) { return one.lost; });
        double lag = 0;
        for (const Found& one : found)
            lag = std::max(lag, one.lagMs);
        const auto share = slow ? right : different;
        const bool kept = slow ? share * 10 >= std::int64_t{runs} * 9 : share * 20 <= runs;
        good = good && kept && lost == 0;
        const Interval interval = proportionInterval(share, runs);
        std::printf(
            "%s: %ld of %d runs of %d pairs (%.1f %%, interval %.1f to %.1f %%), wanted %s%s; %.0f s, %d at "
            "a time, our client at most %.1f ms late%s\n",
            slow ? "10 % slower, found" : "The same twice, told apart", static_cast<long>(share), runs, pairs,
            100.0 * static_cast<double>(share) / runs, 100 * interval.low, 100 * interval.high,
            slow ? "at least 90 %" : "at most 5 %", kept ? "" : ": MISSED", seconds, atATime, lag,
            lost > 0 ? "; attempts were lost" : "");
        std::printf("  by the first token alone %ld\n",
                    static_cast<long>(count([](const Found& one) { return one.byFirstToken; })));
        if (slow && different > right)
            std::printf("  %ld runs named the wrong one\n", static_cast<long>(different - right));
    }
    return good ? 0 : 1;
}
