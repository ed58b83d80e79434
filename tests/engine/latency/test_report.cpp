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
                for (data::RunTime* at : {&attempt.time.scheduled, &attempt.time.submitted,
                                          &attempt.time.last, &attempt.time.end})
                    *at += 1'000'000 * ms;
        const Report report = reportOf(attempts, {});
        for (const EndpointReport& endpoint : report.endpoints)
            QVERIFY(std::abs(endpoint.throughput->requestsPerSecond.value() - 1) <
                    1e-9); // 39 in 39 s; the last is drain
        for (const EndpointReport& endpoint : report.endpoints)
            QVERIFY(!endpoint.throughput->offeredPerSecond.has_value()); // a closed loop waits for answers
        ReportOptions open;
        open.openLoop = true;
        for (const EndpointReport& endpoint : reportOf(attempts, open).endpoints) {
            QVERIFY(std::abs(endpoint.throughput->offeredPerSecond.value() - 1) < 1e-9);
            QVERIFY(std::abs(endpoint.throughput->requestsPerSecond.value() - 1) < 0.05);
        }
        // Who answers by turns has no rate of its own, in no form of the report.
        const auto json = toJson(reportOf(attempts, paired()))["endpoints"][0];
        QVERIFY(!json.contains("throughput") && !json["goodput"].contains("per_second"));
        QVERIFY(toJson(report)["endpoints"][0]["throughput"]["requests_per_second"].is_number());
    }

    void answersOfTheLengthThatWasAskedForStandApart() {
        auto rows = answers(42, 1);
        for (data::Attempt& row : rows) {
            row.finishReason = row.sequence < 22 ? "length" : "stop";
            row.usage.output = row.sequence < 22 ? 500 : 5;
        }
        ReportOptions options = paired();
        QVERIFY(!reportOf(rows, options).endpoints[0].atLength);
        options.fixedTokens = 500;
        const AtLength at = reportOf(rows, options).endpoints[0].atLength.value();
        QCOMPARE(at.measured.n, std::size_t{20});
        QCOMPARE(at.modelled.n, std::size_t{20});
        QVERIFY(std::abs(at.measured.percentiles[0].value - 500) < 25);
        QVERIFY(std::abs(at.modelled.percentiles[0].value - 50'000) < 2'500); // 100 + 499 · 400 / 4
        const auto json = toJson(reportOf(rows, options))["endpoints"][0]["e2e_at_length"];
        QVERIFY(json["tokens"] == 500 && json["modelled"]["n"] == 20);
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
        QVERIFY(report.endpoints[0].availabilityAtLeast.value() < 35.0 / 40);
        QVERIFY(report.endpoints[0].availabilityAtLeast.value() > 0.7);
    }

    void whyAttemptsFailedIsCountedAndNoEvidenceIsNoFigure() {
        auto attempts = answers(12, 1);
        for (data::Attempt& attempt : attempts) {
            attempt.outcome = attempt.sequence % 2 == 0 ? data::Outcome::Throttled : data::Outcome::Rejected;
            attempt.fault = attempt.sequence % 2 == 0 ? "http-429" : "http-401";
        }
        const Report report = reportOf(attempts, paired());
        const std::map<std::string, std::int64_t> wanted{{"http-401", 5}, {"http-429", 5}};
        QVERIFY(report.endpoints[0].faults == wanted);
        QVERIFY(!report.endpoints[0].availabilityAtLeast.has_value());
        const auto json = toJson(report)["endpoints"][0];
        QVERIFY(json["faults"]["http-429"] == 5);
        QVERIFY(json["availability"]["at_least_95"].is_null());
    }

    void wholeAnswersAreComparedWhereTheyAreOfOneLength() {
        auto attempts = answers(42, 1.2);
        for (data::Attempt& attempt : attempts)
            attempt.usage.output = attempt.endpoint == "b" && attempt.sequence % 2 == 0 ? 14 : 11;
        const Report report = reportOf(attempts, paired());
        QCOMPARE(report.comparisons[0].result.n, std::size_t{40}); // first token
        QCOMPARE(report.comparisons[1].result.n, std::size_t{20}); // whole answer
        QCOMPARE(report.comparisons[1].otherLength, std::size_t{20});
        QVERIFY(toJson(report)["comparisons"][1]["pairs_of_other_lengths"] == 20);
        QCOMPARE(report.endpoints[0].outputTokens.value, 11.0);
        QVERIFY(toJson(report)["endpoints"][1]["output_tokens"]["value"] == 12.5);
        for (data::Attempt& attempt : attempts)
            attempt.usage.output = -1; // nobody says how long they are
        QVERIFY(!reportOf(attempts, paired()).comparisons[1].result.enough());
    }

    void answersThatWereHeldBackSayNothingEarlyAndSomethingOfTheWhole() {
        auto attempts = answers(42, 1.2);
        for (data::Attempt& attempt : attempts)
            attempt.buffered = attempt.endpoint == "b";
        const Report report = reportOf(attempts, paired());
        QCOMPARE(report.comparisons[0].result.n, std::size_t{0});
        QCOMPARE(report.comparisons[1].result.n, std::size_t{40});
        QVERIFY(report.comparisons[1].ordering == Ordering::AFaster);
    }

    void absurdLengthsAndProvidersWithoutFixedOnesAreNamed() {
        auto attempts = answers(12, 1);
        attempts[10].usage.output = 5'000;
        ReportOptions options = paired();
        options.maxTokens = 11;
        options.lengthNotFixed = {"b"};
        const Report report = reportOf(attempts, options);
        QCOMPARE(report.endpoints[0].beyondAsked, std::int64_t{1});
        QVERIFY(!report.endpoints[0].lengthNotFixed && report.endpoints[1].lengthNotFixed);
        QVERIFY(toJson(report)["endpoints"][1]["length_not_fixed"] == true);
        attempts[8].loopLag = 999'999;
        attempts[10].loopLag = 1'000'001; // we were late ourselves
        QVERIFY(toJson(reportOf(attempts, options))["endpoints"][0]["client_late_over_1ms"] == 1);
    }

    void aSweepSaysHowFarItGot() {
        // Steps of 30 requests, planned at 1, 2 and then 1.5 or 4 a second.
        const auto attemptsOf = [](const std::vector<int>& good, int requests) {
            std::vector<data::Attempt> out;
            for (std::size_t step = 0; step < good.size(); ++step)
                for (int i = 0; i < requests; ++i) {
                    data::Attempt attempt;
                    attempt.endpoint = "a";
                    attempt.sequence = i;
                    attempt.step = static_cast<std::int64_t>(step);
                    attempt.time.submitted = attempt.time.scheduled =
                        (static_cast<data::RunTime>(step) * 100'000 + i * 500) * ms;
                    const data::RunTime took = i < good[step] ? 100 : 900;
                    attempt.time.firstAny = attempt.time.last = attempt.time.end =
                        attempt.time.submitted + took * ms;
                    out.push_back(attempt);
                }
            return out;
        };
        ReportOptions options;
        options.sweep.emplace();
        options.sweep->perSecond = 1;
        options.level.endToEnd = 500;
        const auto swept = [&](const std::vector<int>& good, int requests = 30) {
            return reportOf(attemptsOf(good, requests), options).endpoints.at(0);
        };
        const EndpointReport bracketed = swept({30, 10, 30});
        QVERIFY(bracketed.sweepEnd == SweepEnd::Bracketed);
        QCOMPARE(bracketed.sweep[1].plannedPerSecond, 2.0);
        QCOMPARE(bracketed.sweep[2].plannedPerSecond, 1.5);
        QVERIFY(std::abs(bracketed.sweep[0].reached.offeredPerSecond.value() - 2) < 1e-6); // as it was sent
        QVERIFY(bracketed.sweep[1].judgement.attainment.contains(1.0 / 3));
        QVERIFY(bracketed.sweep[1].judgement.attainment.low > 0.15 &&
                bracketed.sweep[1].judgement.attainment.high < 0.55);
        QCOMPARE(bracketed.highestKept, 1.5); // as planned
        QVERIFY(bracketed.highestReached.requestsPerSecond.has_value());
        // A throughput of several rates together is of none.
        QVERIFY(!bracketed.throughput &&
                !toJson(Report{{bracketed}, {}, {}})["endpoints"][0].contains("goodput"));
        QVERIFY(swept({5, 5, 1}, 5).sweep[0].reached.offeredPerSecond == std::nullopt); // of five: chance
        QVERIFY(swept({30, 30, 30}).sweepEnd == SweepEnd::LimitNotReached);
        QVERIFY(swept({1, 2, 3}).sweepEnd == SweepEnd::NoneKept);
        QVERIFY(swept({5, 5, 1}, 5).sweepEnd == SweepEnd::NotEnoughData);
        // All within the limits, and yet no rate to name: the answers of a step as long as a few of them, and
        // those of a queue that grows.
        auto burst = attemptsOf({30}, 30);
        for (data::Attempt& attempt : burst)
            attempt.time.submitted = attempt.time.scheduled = attempt.sequence * 30 * ms; // 29 gaps, 870 ms
        const auto verdictOf = [&](std::vector<data::Attempt> rows, data::RunTime grows) {
            for (data::Attempt& row : rows)
                row.time.firstAny = row.time.last = row.time.end =
                    row.time.scheduled + (100 + row.sequence * grows) * ms;
            return reportOf(rows, options).endpoints.at(0).sweep.at(0).judgement.verdict;
        };
        QVERIFY(verdictOf(burst, 0) == StepVerdict::TooShort);
        QVERIFY(verdictOf(attemptsOf({30}, 30), 0) == StepVerdict::Kept);
        QVERIFY(verdictOf(attemptsOf({30}, 30), 1) == StepVerdict::Kept); // a quarter over the step
        QVERIFY(verdictOf(attemptsOf({30}, 30), 10) == StepVerdict::Growing);
        const auto json = toJson(reportOf(attemptsOf({5, 5}, 5), options))["endpoints"][0];
        QVERIFY(json["sweep_end"] == "not_enough_data" && json["highest_per_second"].is_null());
    }

    void pairsDependOnEachOtherWhereMoreThanChanceSaysSo() {
        PairedResult result;
        result.n = 40;
        result.autocorrelation = 0.2; // 1.96/√40 is 0.31
        QVERIFY(!result.autocorrelated());
        result.n = 400;
        QVERIFY(result.autocorrelated());
        result.autocorrelation = 0.099;
        result.n = 100'000;
        QVERIFY(!result.autocorrelated());
    }

    void aCostNamesItsSourcesAndThatTheyDisagree() {
        ReportOptions options = paired();
        // Two who say otherwise of the same day.
        const auto prices = readPrices("head\np,m,input,2.5,,,https://one.example/,2026-11-25\n"
                                       "p,m,cached-input,1.25,,,https://one.example/,2026-11-25\n"
                                       "p,m,output,10,,,https://one.example/,2026-11-25\n"
                                       "p,m,input,3,,,https://two.example/,2026-11-26\n"
                                       "p,m,cached-input,1.5,,,https://two.example/,2026-11-26\n"
                                       "p,m,output,12,,,https://two.example/,2026-11-26\n",
                                       "test.csv");
        options.quote = [&](const std::string& name) {
            return name == "a" ? quoteFor(prices, "p", "m", "2026-11-26") : Quote{};
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

    void whatWasSpentIsExactWhereEachAnswerToldItsUsage() {
        ReportOptions options = paired();
        options.most = {200, 100};
        const auto priced = [](PicoDollars token, bool disagree) {
            return [=](const std::string&) {
                Quote quote;
                quote.perToken = {{PriceUnit::Input, token}, {PriceUnit::Output, token}};
                quote.disagreement = disagree;
                return quote;
            };
        };
        auto rows = answers(4, 1);
        options.quote = priced(5, false);
        QVERIFY(!reportOf(rows, options).spentAtMost);
        QVERIFY(!isSimulated(reportOf(rows, options)));
        options.quote = priced(5, true); // the dearest list counts
        QVERIFY(reportOf(rows, options).spentAtMost);
        options.quote = priced(5, false);
        rows[0].outcome = data::Outcome::Provider; // cut; the warm-up is paid for as well
        rows[0].status = 200;
        rows[0].usage = {};
        QVERIFY(rows[0].warmup && reportOf(rows, options).spentAtMost);
        options.quote = priced(0, false); // of nothing at most nothing
        QVERIFY(!reportOf(rows, options).spentAtMost);
        for (data::Attempt& row : rows)
            row.simulation = "steady";
        QVERIFY(isSimulated(reportOf(rows, options)));
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
        options.level.timeToFirstToken = 100; // the third is late by 50 ms, and the fourth by 40
        QCOMPARE(reportOf(rows, options).endpoints[0].fluidity.value(), 0.5);
        for (data::Attempt& row : rows) // one that came all at once says nothing of its middle
            row.buffered = row.sequence > 12;
        QCOMPARE(reportOf(rows, options).endpoints[0].fluidity.value(), 0.5);
        for (data::Attempt& row : rows)
            row.buffered = true;
        QVERIFY(!reportOf(rows, options).endpoints[0].fluidity);
        const auto json = toJson(report);
        const auto& metrics = json["endpoints"][0]["metrics"];
        QCOMPARE(metrics["stall"]["percentiles"][0]["value"].get<double>(), 70.0);
        QCOMPARE(metrics["rtt"]["n"].get<int>(), 20);
        QCOMPARE(metrics["rtt"]["percentiles"][0]["value"].get<double>(), 4.0);
        QCOMPARE(json["endpoints"][0]["fluidity"].get<double>(), 1.0);
    }

    void gapsBetweenChunksHavePercentilesOfAllAnswersTogether() {
        auto rows = answers(42, 1);
        for (data::Attempt& row : rows)
            for (int i = 0; i < 11; ++i) // nine gaps of 20 ms and one of 200
                row.time.chunks.push_back({row.time.submitted + (100 + 20 * i + (i > 4 ? 180 : 0)) * ms, 40,
                                           5, data::TokenChannel::Text, false});
        const ChunkGaps gaps = reportOf(rows, paired()).endpoints[0].gaps;
        QCOMPARE(gaps.n, std::size_t{400});
        QCOMPARE(gaps.percentiles[0].value(), 20.0);
        QCOMPARE(gaps.percentiles[2].value(), 200.0);
        QCOMPARE(gaps.tokensPerChunk.value(), 1.0);
        QCOMPARE(gaps.chunksPerAnswer.value(), 11.0);
        // As a window has them, which lets chunks go.
        for (data::Attempt& row : rows)
            letChunksGo(row.time, {}, {}, ChunkGapsKept::Yes);
        const ChunkGaps kept = reportOf(rows, paired()).endpoints[0].gaps;
        QCOMPARE(kept.n, gaps.n);
        QCOMPARE(kept.percentiles, gaps.percentiles);
        QCOMPARE(kept.tokensPerChunk, gaps.tokensPerChunk);
        QCOMPARE(kept.chunksPerAnswer, gaps.chunksPerAnswer);
        const auto json = toJson(reportOf(rows, paired()))["endpoints"][0]["inter_chunk_ms"];
        QVERIFY(json["p50"] == 20.0 && json["p99"] == 200.0 && json["n"] == 400);
    }

    void connectionsOfSeveralKindsAreToldApart() {
        auto rows = answers(42, 1);
        QVERIFY(reportOf(rows, paired()).endpoints[0].byConnection.empty());
        for (data::Attempt& row : rows) {
            const bool cold = row.sequence % 4 == 0;
            row.connection = cold ? data::ConnectionKind::Cold : data::ConnectionKind::Warm;
            if (cold) // a handshake of 300 ms
                for (data::RunTime* at : {&row.time.firstAny, &row.time.last, &row.time.end})
                    *at += 300 * ms;
        }
        const Report report = reportOf(rows, paired());
        const EndpointReport& endpoint = report.endpoints[0];
        QVERIFY(toldByConnection(endpoint));
        QCOMPARE(endpoint.byConnection.size(), std::size_t{2});
        const ConnectionReport &cold = endpoint.byConnection[0], &warm = endpoint.byConnection[1];
        QVERIFY(cold.kind == data::ConnectionKind::Cold && warm.kind == data::ConnectionKind::Warm);
        QCOMPARE(cold.metrics[0].n + warm.metrics[0].n, endpoint.metrics[0].n);
        QVERIFY(cold.metrics[0].percentiles[0].value > warm.metrics[0].percentiles[0].value + 250);
        QVERIFY(cold.metrics[1].percentiles[0].value > warm.metrics[1].percentiles[0].value + 250);
        QVERIFY(toJson(report)["endpoints"][0]["by_connection"]["cold"]["ttft"]["n"] == cold.metrics[0].n);
        // The request that stands for one is of its kind.
        const double median = warm.metrics[0].percentiles[0].value;
        const data::Attempt* nearest = nearestTo(median, ReportMetric::FirstToken, Since::Submitted, "a",
                                                 rows, data::ConnectionKind::Cold);
        QVERIFY(nearest != nullptr && nearest->connection == data::ConnectionKind::Cold);
        // A single one of another kind is counted, and no row of its own.
        for (data::Attempt& row : rows)
            row.connection = row.sequence == 4 ? data::ConnectionKind::Cold : data::ConnectionKind::Warm;
        QVERIFY(!toldByConnection(reportOf(rows, paired()).endpoints[0]));
    }

    void whatAnsweredIsNamedAsTheServerNamesIt() {
        auto rows = answers(12, 1);
        for (data::Attempt& row : rows) {
            row.model = row.sequence < 6 ? "m-2026-01" : "m-2026-02";
            row.fingerprint = row.endpoint == "a" ? "fp_1" : "";
        }
        const auto json = toJson(reportOf(rows, paired()))["endpoints"];
        QVERIFY(json[0]["models"]["m-2026-01"] == 4 && json[0]["models"]["m-2026-02"] == 6);
        QVERIFY(json[0]["system_fingerprints"]["fp_1"] == 10);
        QVERIFY(!json[1].contains("system_fingerprints"));
    }

    void aCountOfOurOwnStandsBesideTheServers() {
        auto rows = answers(12, 1);
        QVERIFY(!toJson(reportOf(rows, paired()))["endpoints"][0].contains("own_output_tokens"));
        for (data::Attempt& row : rows) {
            row.usage.output = 111;
            row.usage.reasoning = 11; // in no text
            row.usage.ownOutput = row.sequence == 5 ? 90 : 102;
        }
        const EndpointReport report = reportOf(rows, paired()).endpoints[0];
        QCOMPARE(report.ownTokens.value, 102.0);
        QCOMPARE(report.ownDiffers, std::int64_t{1}); // 102 of 100 is within 2 %
        QVERIFY(toJson(reportOf(rows, paired()))["endpoints"][0]["own_count_differs"] == 1);
    }

    void aRunThatDriftsSaysByHowMuch() {
        auto rows = answers(82, 1);
        const Report steady = reportOf(rows, paired());
        for (const DriftReport& drift : steady.endpoints[0].drifts)
            QVERIFY(!drift.shown());
        for (data::Attempt& row : rows)
            for (data::RunTime* at : {&row.time.firstAny, &row.time.last}) // a fifth more after 80 s
                *at += (*at - row.time.submitted) * row.sequence / 400;
        const Report report = reportOf(rows, paired());
        QCOMPARE(report.endpoints[0].drifts.size(), std::size_t{2});
        for (const DriftReport& drift : report.endpoints[0].drifts) {
            QVERIFY(drift.shown() && drift.interval.contains(drift.change));
            QVERIFY2(std::abs(drift.change - 0.18) < 0.03, qPrintable(QString::number(drift.change)));
        }
        QVERIFY(toJson(report)["endpoints"][0]["drift"]["ttft"]["n"] == 80);
        ReportOptions rising = paired();
        rising.ramp.emplace(); // of a load that rises that is no wonder
        QVERIFY(reportOf(rows, rising).endpoints[0].drifts.empty());
    }

    void aLimitIsHeldAgainstTheTailThatMlPerfTakes() {
        ReportOptions options = paired();
        options.level.timeToFirstToken = 120;
        QVERIFY(reportOf(answers(42, 1), paired()).endpoints[0].tails.empty());
        const auto few = toJson(reportOf(answers(42, 1), options))["endpoints"][0]["p99_at_most"]["ttft"];
        QVERIFY(few["needed"] == 662 && !few.contains("value"));
        auto rows = answers(702, 1);
        const TailReport tail = reportOf(rows, options).endpoints[0].tails.at(0);
        QVERIFY(tail.kept() && tail.tail.value > 100 && tail.tail.value < 120);
        for (std::size_t i = 10; i < 40; ++i) // whoever gives no answer keeps no limit
            rows[i].outcome = data::Outcome::Provider;
        const Report failing = reportOf(rows, options);
        QVERIFY(!failing.endpoints[0].tails.at(0).kept());
        QVERIFY(toJson(failing)["endpoints"][0]["p99_at_most"]["ttft"]["value"].is_null());
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
