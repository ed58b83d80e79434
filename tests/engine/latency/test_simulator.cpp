// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "engine/latency/report.h"
#include "engine/latency/run.h"
#include "engine/latency/simulator_profiles.h"
#include "engine/latency/stats/series.h"
#include "tests/test_program.h"

namespace test_simulator {

using namespace parallax;
using namespace parallax::latency;
using data::Outcome;

namespace {

std::vector<data::Attempt> simulated(const std::vector<std::string>& profiles, std::int64_t requests) {
    RunPlan plan;
    for (const std::string& profile : profiles) {
        data::Endpoint endpoint;
        endpoint.name = profile;
        endpoint.provider = "simulation";
        endpoint.model = profile;
        plan.endpoints.push_back(endpoint);
    }
    plan.load.requests = requests;
    plan.load.warmup = 0;
    plan.load.kind = LoadKind::Closed;
    plan.load.concurrency = 16;
    plan.prompt.maxTokens = 60;
    plan.budget.money = 0; // a simulation costs nothing
    std::vector<data::Attempt> out;
    runPlan(plan, {}, "2026-11-25", {}, [&](data::Attempt&& attempt) { out.push_back(std::move(attempt)); },
            {});
    return out;
}

std::int64_t countOf(const std::vector<data::Attempt>& attempts, Outcome outcome) {
    return std::count_if(attempts.begin(), attempts.end(),
                         [&](const auto& attempt) { return attempt.outcome == outcome; });
}

// Seconds from the request to the last token, in the middle of 400 scripts.
double medianSeconds(const char* profile, int tokens) {
    std::vector<double> seconds;
    for (std::uint64_t i = 0; i < 400; ++i)
        seconds.push_back(
            static_cast<double>(simulatedAnswer(*simulatorProfile(profile), tokens, 3, i).back().at) / 1e9);
    return median(seconds);
}

} // namespace

class TestSimulator : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theNamedProfilesAreWhatTheArticleStates() {
        QVERIFY(std::abs(medianSeconds("azure-as-stated", 500) - 1.5) < 0.03);
        QVERIFY(std::abs(medianSeconds("aws-as-expected", 500) - 1.7) < 0.03);
    }

    void theSameSeedPlaysTheSameStreams() {
        const SimulatorProfile& profile = *simulatorProfile("lossy");
        for (std::uint64_t i = 0; i < 20; ++i) {
            const auto one = simulatedAnswer(profile, 30, 7, i), again = simulatedAnswer(profile, 30, 7, i);
            QCOMPARE(one.size(), again.size());
            QCOMPARE(one.back().at, again.back().at);
        }
        QVERIFY(simulatedAnswer(profile, 30, 7, 0).back().at != simulatedAnswer(profile, 30, 8, 0).back().at);
    }

    void everyAttemptSaysThatItIsASimulation() {
        const auto attempts = simulated({"steady"}, 8);
        QCOMPARE(countOf(attempts, Outcome::Success), std::int64_t{8});
        for (const auto& attempt : attempts) {
            QCOMPARE(attempt.simulation, std::string("steady"));
            QCOMPARE(attempt.usage.output, std::int64_t{60});
            QCOMPARE(attempt.time.chunks.size(), std::size_t{60});
            QCOMPARE(attempt.model, std::string("simulation"));
        }
        QCOMPARE(reportOf(attempts, {}).endpoints.at(0).simulation, std::string("steady"));
    }

    void eachProfileFailsAsItsNameSays() {
        const auto attempts = simulated({"lossy", "rate-limited", "failing"}, 60);
        QCOMPARE(attempts.size(), std::size_t{180});
        std::vector<data::Attempt> lossy, limited, failing;
        for (const auto& attempt : attempts)
            (attempt.endpoint == "lossy"          ? lossy
             : attempt.endpoint == "rate-limited" ? limited
                                                  : failing)
                .push_back(attempt);
        const auto share = [](std::int64_t count, double expected) {
            return std::abs(static_cast<double>(count) / 60 - expected) < 0.2;
        };
        QVERIFY(share(countOf(lossy, Outcome::Provider), 0.2));
        QVERIFY(share(countOf(limited, Outcome::Throttled), 1.0 / 3));
        QVERIFY(share(countOf(failing, Outcome::Provider), 0.5));
        for (const auto& attempt : attempts) {
            if (attempt.endpoint == "lossy" && attempt.outcome != Outcome::Success)
                QCOMPARE(attempt.fault, std::string("truncated"));
            if (attempt.outcome == Outcome::Throttled)
                QCOMPARE(attempt.retryAfterMs, std::int64_t{1000});
        }
    }

    void aBufferedStreamGivesNoTimeToItsFirstToken() {
        const auto attempts = simulated({"buffered"}, 8);
        QCOMPARE(countOf(attempts, Outcome::Success), std::int64_t{8});
        const Report report = reportOf(attempts, {});
        QCOMPARE(report.endpoints.at(0).buffered, std::int64_t{8});
        for (const MetricSummary& summary : report.endpoints.at(0).metrics)
            if (summary.metric == ReportMetric::FirstToken)
                QCOMPARE(summary.n, std::size_t{0});
    }

    void whatIsBufferedIsSentAtOnce() {
        for (std::uint64_t i = 0; i < 24; ++i) {
            const ServerScript script = simulatedAnswer(*simulatorProfile("buffered"), 60, 3, i);
            QCOMPARE(script.size(), std::size_t{2}); // the header, then all of it
            QVERIFY(script[1].bytes.ends_with("data: [DONE]\n\n\r\n0\r\n\r\n"));
            QVERIFY(script[1].at > 0);
        }
    }

    void aProfileThatIsNoneIsNamed() { QVERIFY_EXCEPTION_THROWN(simulated({"perfect"}, 1), Error); }
};

PARALLAX_LOOP_TEST(TestSimulator)

} // namespace test_simulator
#include "test_simulator.moc"
