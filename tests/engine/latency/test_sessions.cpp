// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <QtTest>

#include <string>
#include <vector>

#include "engine/latency/sessions.h"
#include "tests/test_program.h"

namespace test_sessions {

using namespace parallax;
using namespace parallax::latency;

namespace {

Report reportOfRatio(double ratio, const std::string& simulation = {}) {
    Report report;
    for (const char* name : {"a", "b"}) {
        EndpointReport endpoint;
        endpoint.endpoint = name;
        endpoint.simulation = simulation;
        report.endpoints.push_back(endpoint);
    }
    for (const ReportMetric metric : {ReportMetric::FirstToken, ReportMetric::EndToEnd}) {
        ComparisonReport comparison;
        comparison.a = "a";
        comparison.b = "b";
        comparison.metric = metric;
        comparison.result.n = 40;
        comparison.result.ratio = metric == ReportMetric::FirstToken ? ratio : 1;
        report.comparisons.push_back(comparison);
    }
    return report;
}

std::string hour(int number) {
    return "2026-11-20T" + std::string(number < 10 ? "0" : "") + std::to_string(number) + ":00:00Z";
}

RunPlan pairsPlan() {
    RunPlan plan;
    for (const char* name : {"a", "b"}) {
        data::Endpoint endpoint;
        endpoint.name = name;
        endpoint.provider = "openai";
        endpoint.model = "M";
        plan.endpoints.push_back(endpoint);
    }
    return plan;
}

} // namespace

class TestSessions : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void fasterTakesFiveRunsOfDifferentHours() {
        const std::vector<Report> reports{reportOfRatio(1.2), reportOfRatio(1.22), reportOfRatio(1.19),
                                          reportOfRatio(1.21), reportOfRatio(1.2)};
        std::vector<SessionRun> runs;
        for (int i = 0; i < 4; ++i)
            runs.push_back({i + 1, "k", "here", hour(i), &reports[static_cast<std::size_t>(i)]});
        QVERIFY(!acrossSessions(runs).comparisons[0].result.enough());
        QVERIFY(toJson(acrossSessions(runs))["comparisons"][0]["verdict"] == "not_enough_data");
        runs.push_back({5, "k", "here", "2026-11-20T03:10:00Z", &reports[4]}); // ten minutes after the fourth
        const auto close = acrossSessions(runs);
        QCOMPARE(close.comparisons[0].result.n, std::size_t{4});
        QCOMPARE(close.comparisons[0].tooClose, std::size_t{1});
        runs.back().begunAt = hour(4);
        const auto five = acrossSessions(runs);
        QCOMPARE(five.comparisons.size(), std::size_t{2});
        QVERIFY(five.comparisons[0].ordering == Ordering::AFaster);
        QVERIFY(five.comparisons[1].ordering == Ordering::Undecided);
        QVERIFY(five.comparisons[0].adjustedP > five.comparisons[0].result.p); // Holm, of two
        QVERIFY(toJson(five)["comparisons"][0]["verdict"] == "a_faster");
    }

    void aRunThatIsNamedFiveTimesIsOneSession() {
        const Report report = reportOfRatio(1.2);
        const std::vector<SessionRun> runs(5, SessionRun{1, "k", "here", hour(1), &report});
        const auto compared = acrossSessions(runs);
        QCOMPARE(compared.comparisons[0].result.n, std::size_t{1});
        QCOMPARE(compared.repeated, std::vector<std::int64_t>{1});
    }

    void runsOfDifferentComparisonsAreNotMixed() {
        const Report report = reportOfRatio(1.2);
        std::vector<SessionRun> runs;
        for (int i = 0; i < 6; ++i)
            runs.push_back({i + 1, i < 3 ? "one" : "other", "here", hour(i), &report});
        const auto compared = acrossSessions(runs);
        QCOMPARE(compared.kinds, std::size_t{2});
        QCOMPARE(compared.comparisons.size(), std::size_t{4});
        for (const SessionsReport& one : compared.comparisons)
            QCOMPARE(one.result.n, std::size_t{3});
    }

    void whatHoldsInOnePlaceIsNoRepetitionOfWhatHoldsInAnother() {
        const Report frankfurt = reportOfRatio(1.2), tokyo = reportOfRatio(0.8);
        std::vector<SessionRun> runs;
        for (int i = 0; i < 5; ++i) { // at the same moments: hours lie apart within a place alone
            runs.push_back({2 * i + 1, "k", "Frankfurt", hour(i), &frankfurt});
            runs.push_back({2 * i + 2, "k", "Tokyo", hour(i), &tokyo});
        }
        const auto compared = acrossSessions(runs);
        QCOMPARE(compared.places, (std::vector<std::string>{"Frankfurt", "Tokyo"}));
        QCOMPARE(compared.kinds, std::size_t{1});
        QCOMPARE(compared.comparisons.size(), std::size_t{4});
        for (const SessionsReport& one : compared.comparisons) {
            QCOMPARE(one.result.n, std::size_t{5});
            QCOMPARE(one.tooClose, std::size_t{0});
            QCOMPARE(one.comparisons, std::size_t{4});
            if (one.metric == ReportMetric::FirstToken)
                QCOMPARE(one.result.ratio > 1, one.place == "Frankfurt");
        }
        QVERIFY(toJson(compared)["comparisons"][0]["place"] == "Frankfurt");
        QVERIFY(toJson(compared)["places"].size() == 2);

        // One session of each of five places is no verdict.
        std::vector<SessionRun> five;
        for (int i = 0; i < 5; ++i)
            five.push_back({i + 1, "k", "place " + std::to_string(i), hour(i), &frankfurt});
        for (const SessionsReport& one : acrossSessions(five).comparisons)
            QVERIFY(!one.result.enough());

        RunPlan plan = pairsPlan();
        data::MeasureRun row;
        row.machine = "Linux, 2 processors";
        QCOMPARE(placeOf(plan, row), row.machine);
        row.machine = "Linux 6.1.0-28-amd64 x86_64, 2 processors"; // an updated kernel is the same place
        QCOMPARE(placeOf(plan, row), std::string("Linux x86_64, 2 processors"));
        plan.place = "Frankfurt";
        QCOMPARE(placeOf(plan, row), std::string("Frankfurt"));
        QCOMPARE(comparisonKey(plan), comparisonKey(pairsPlan()));
    }

    void fiveSessionsMayBeTooFewForSoManyComparisons() {
        SessionsReport one;
        one.result.n = 5;
        one.result.interval = {1.01, 1.2};
        QVERIFY(one.tooFewSessions());
        one.result.interval = {0.99, 1.2};
        QVERIFY(!one.tooFewSessions());
    }

    void aSimulationSaysSo() {
        const Report report = reportOfRatio(1.2, "steady");
        const std::vector<SessionRun> runs{{1, "k", "here", hour(1), &report}};
        QVERIFY(acrossSessions(runs).comparisons[0].simulated);
        QVERIFY(toJson(acrossSessions(runs))["comparisons"][0]["simulation"] == true);
    }

    void whatIsTimedMakesTheKey() {
        const std::string key = comparisonKey(pairsPlan());
        QVERIFY(!key.empty());
        const auto differs = [&](const auto& change) {
            RunPlan other = pairsPlan();
            change(other);
            return comparisonKey(other) != key;
        };
        QVERIFY(differs([](RunPlan& plan) { plan.endpoints[1].model = "N"; }));
        QVERIFY(differs([](RunPlan& plan) { plan.endpoints[1].provider = "azure"; }));
        QVERIFY(differs([](RunPlan& plan) { plan.endpoints[1].options["reasoning-effort"] = "low"; }));
        QVERIFY(differs([](RunPlan& plan) { plan.prompt.maxTokens = 500; }));
        QVERIFY(differs([](RunPlan& plan) { plan.prompt.temperature.reset(); }));
        QVERIFY(!differs([](RunPlan& plan) { plan.endpoints[1].options["price-input"] = "1"; }));
        QVERIFY(!differs([](RunPlan& plan) { plan.load.requests = 500; }));
        QVERIFY(differs([](RunPlan& plan) { plan.load.kind = LoadKind::Closed; }));
    }
};

PARALLAX_TEST(TestSessions)

} // namespace test_sessions
#include "test_sessions.moc"
