// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <QtTest>

#include <cmath>
#include <string>
#include <vector>

#include "engine/latency/prices.h"
#include "engine/latency/report.h"
#include "engine/latency/stats/random.h"
#include "tests/test_program.h"

namespace test_report {

using namespace parallax;
using namespace parallax::latency;

namespace {

constexpr data::RunTime ms = 1'000'000;

// Answers of a and b to the same prompts; b is slower by that factor, both with some noise.
std::vector<data::Attempt> answers(std::int64_t count, double slower) {
    std::vector<data::Attempt> out;
    for (std::int64_t i = 0; i < count; ++i)
        for (const char* name : {"a", "b"}) {
            data::Attempt attempt;
            attempt.endpoint = name;
            attempt.sequence = i;
            attempt.warmup = i < 2;
            const auto counter = static_cast<std::uint64_t>(2 * i + (*name == 'b' ? 1 : 0));
            const double factor = (*name == 'b' ? slower : 1) * (0.95 + 0.1 * randomUnit(4, counter));
            attempt.time.submitted = i * 1000 * ms;
            attempt.time.scheduled = attempt.time.submitted;
            attempt.time.firstAny = attempt.time.submitted + static_cast<data::RunTime>(100 * factor * ms);
            attempt.time.firstText = attempt.time.firstAny;
            attempt.time.last = attempt.time.submitted + static_cast<data::RunTime>(500 * factor * ms);
            attempt.time.end = attempt.time.last;
            attempt.usage = {10, 11, 0, 0, -1, -1};
            out.push_back(attempt);
        }
    return out;
}

ReportOptions paired() {
    ReportOptions options;
    options.window = {0, 1'000'000 * ms};
    options.paired = true;
    return options;
}

} // namespace

class TestReport : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void warmUpIsLeftOutAndPercentilesWaitForTheirSample() {
        const Report report = reportOf(answers(42, 1.2), paired());
        QCOMPARE(report.endpoints.size(), std::size_t{2});
        const MetricSummary& first = report.endpoints[0].metrics[0];
        QCOMPARE(first.n, std::size_t{40});
        QVERIFY(first.percentiles[0].enough() && first.percentiles[1].enough());
        QVERIFY(!first.percentiles[2].enough() && !first.percentiles[3].enough());
        QVERIFY(first.percentiles[0].interval.contains(100));
        const auto json = toJson(report);
        const auto& p99 = json["endpoints"][0]["metrics"]["ttft"]["percentiles"][3];
        QVERIFY(!p99.contains("value") && p99["not_enough_data"] == true && p99["needed"] == 368);
    }

    void endpointsAreComparedByPairsWithHolm() {
        const Report report = reportOf(answers(42, 1.2), paired());
        QCOMPARE(report.comparisons.size(), std::size_t{3});
        for (const ComparisonReport& comparison : report.comparisons) {
            QCOMPARE(comparison.result.n, std::size_t{40});
            QVERIFY(comparison.ordering == Ordering::AFaster);
            QVERIFY(comparison.result.interval.contains(1.2));
            QVERIFY(comparison.adjustedP >= comparison.result.p);
        }
        QVERIFY(toJson(report)["tests"] == 3);
        QVERIFY(toJson(report)["comparisons"][0]["verdict"] == "a_faster_in_this_window");
        const Report same = reportOf(answers(42, 1.0), paired());
        for (const ComparisonReport& comparison : same.comparisons)
            QVERIFY(comparison.ordering == Ordering::Undecided);
    }

    void whatWasNotInterleavedIsNotCompared() {
        ReportOptions options = paired();
        options.paired = false;
        QVERIFY(reportOf(answers(42, 1.2), options).comparisons.empty());
    }

    void anEndpointsWindowIsItsOwn() {
        auto attempts = answers(42, 1);
        for (auto& attempt : attempts) // b after a, as a closed loop has them
            if (attempt.endpoint == "b")
                for (data::RunTime* at : {&attempt.time.submitted, &attempt.time.last, &attempt.time.end})
                    *at += 1'000'000 * ms;
        const Report report = reportOf(attempts, {});
        for (const EndpointReport& endpoint : report.endpoints)
            QVERIFY(std::abs(endpoint.throughput.requestsPerSecond - 1) <
                    1e-9); // 39 in 39 s; the last is drain
    }

    void fewPairsAreSaidToBeFew() {
        const Report report = reportOf(answers(7, 1.2), paired()); // five after warm-up
        QVERIFY(toJson(report)["comparisons"][0]["verdict"] == "not_enough_data");
        QVERIFY(!toJson(report)["comparisons"][0].contains("b_over_a"));
        QVERIFY(toJson(report)["tests"] == 0);
    }

    void failuresStandBesideThePercentilesAndInNone() {
        auto attempts = answers(42, 1);
        for (std::size_t i = 10; i < 20; i += 2) {
            attempts[i].outcome = data::Outcome::Provider;
            attempts[i].time.last = attempts[i].time.submitted + 1 * ms;
        }
        const Report report = reportOf(attempts, paired());
        QCOMPARE(report.endpoints[0].outcomes[static_cast<std::size_t>(data::Outcome::Provider)],
                 std::int64_t{5});
        QCOMPARE(report.endpoints[0].metrics[2].n, std::size_t{35});
        QVERIFY(report.endpoints[0].metrics[2].percentiles[0].value > 400);
        QCOMPARE(report.comparisons[0].result.n, std::size_t{35});
        QVERIFY(report.endpoints[0].availabilityAtLeast < 35.0 / 40);
        QVERIFY(report.endpoints[0].availabilityAtLeast > 0.7);
    }

    void fasterWithoutAWindowTakesFiveRuns() {
        std::vector<Report> runs(4, reportOf(answers(42, 1.2), paired()));
        runs.push_back(reportOf(answers(7, 1.2), paired())); // too few pairs: no session
        for (const SessionsReport& one : acrossSessions(runs)) {
            QCOMPARE(one.result.n, std::size_t{4});
            QVERIFY(!one.result.enough());
        }
        QVERIFY(toJson(acrossSessions(runs))[0]["verdict"] == "not_enough_data");
        runs.push_back(reportOf(answers(42, 1.22), paired()));
        const auto sessions = acrossSessions(runs);
        QCOMPARE(sessions.size(), std::size_t{3});
        QVERIFY(sessions[0].result.ordering == Ordering::AFaster);
        QVERIFY(toJson(sessions)[0]["verdict"] == "a_faster");
    }

    void aCostNamesItsSourcesAndThatTheyDisagree() {
        ReportOptions options = paired();
        options.quote = [](const std::string& name) {
            return name == "a" ? quoteFor(knownPrices(), "openai", "gpt-4o", "2026-11-26") : Quote{};
        };
        const auto json = toJson(reportOf(answers(12, 1), options));
        QVERIFY(json["endpoints"][0]["prices_disagree"] == true);
        QCOMPARE(json["endpoints"][0]["prices"].size(), std::size_t{6}); // three units, two lists
        for (const auto& price : json["endpoints"][0]["prices"])
            QVERIFY(price["source"].get<std::string>().starts_with("https://") &&
                    price["read_on"].get<std::string>().size() == 10);
        QVERIFY(json["endpoints"][0]["usd_per_successful_token"] > 0);
        QVERIFY(!json["endpoints"][1].contains("prices"));
    }

    void pausesRoundTripsAndFluidityStandBesideTheOthers() {
        auto rows = answers(42, 1);
        for (data::Attempt& row : rows) {
            const auto at = [&](int milliseconds) { return row.time.submitted + milliseconds * ms; };
            row.time.chunks = {{at(100), 40, 5, data::TokenChannel::Text, false},
                               {at(120), 40, 5, data::TokenChannel::Text, false},
                               {at(190), 40, 5, data::TokenChannel::Text, false},
                               {at(200), 40, 5, data::TokenChannel::Text, false}};
            if (row.sequence % 2 == 0) { // every other request opens a connection
                row.time.dns = at(1);
                row.time.tcp = at(5);
            }
        }
        ReportOptions options = paired();
        QVERIFY(!reportOf(rows, options).endpoints[0].fluidity.has_value()); // by which limits?
        options.level.timeToFirstToken = 150;
        options.level.timePerOutputToken = 20; // 150, 170, 190 and 210
        const Report report = reportOf(rows, options);
        QCOMPARE(report.endpoints[0].fluidity.value(), 1.0);
        options.level.timeToFirstToken = 100; // the third is late by 50 ms, and the fourth early
        QCOMPARE(reportOf(rows, options).endpoints[0].fluidity.value(), 0.75);
        const auto json = toJson(report);
        const auto& metrics = json["endpoints"][0]["metrics"];
        QCOMPARE(metrics["stall"]["percentiles"][0]["value"].get<double>(), 70.0);
        QCOMPARE(metrics["rtt"]["n"].get<int>(), 20);
        QCOMPARE(metrics["rtt"]["percentiles"][0]["value"].get<double>(), 4.0);
        QCOMPARE(json["endpoints"][0]["fluidity"].get<double>(), 1.0);
    }

    void reportsOfTheSameRowsAreTheSame() {
        const auto attempts = answers(42, 1.05);
        QCOMPARE(toJson(reportOf(attempts, paired())).dump(), toJson(reportOf(attempts, paired())).dump());
        QVERIFY(toJson(reportOf({}, paired()))["endpoints"].empty());
    }
};

PARALLAX_TEST(TestReport)

} // namespace test_report
#include "test_report.moc"
