// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <string>
#include <vector>

#include "base/error.h"
#include "engine/latency/claim_readings.h"
#include "engine/latency/claim_verdict.h"
#include "tests/engine/latency/claim_runs.h"
#include "tests/test_program.h"

namespace test_claims {

using namespace parallax;
using namespace parallax::latency;
using data::ClaimKind;
using data::TokenSide;

namespace {

ClaimRun runOf(const std::string& provider, double seconds, int count, std::int64_t tokens = 500) {
    ClaimRun run;
    run.id = 3;
    addAnswers(run, endpointAt("Azure east", provider, "gpt-4o-2024-08-06"), count, seconds, tokens);
    return run;
}

data::Claim plainClaim(ClaimKind kind, double value, const char* unit) {
    data::Claim claim = latencyClaim(value, value);
    claim.kind = kind;
    claim.unit = unit;
    claim.tokens = 0;
    claim.side = TokenSide::Unstated;
    return claim;
}

data::Claim priceClaim(const char* provider, double dollars) {
    data::Claim claim = plainClaim(ClaimKind::Price, dollars, "USD");
    claim.subject = {"Somebody", {provider}};
    claim.perTokens = 1e6;
    return claim;
}

} // namespace

class TestClaimVerdicts : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void anIntervalWithinATenthBearsAClaimOut() {
        const auto judgement = judged(latencyClaim(1.5, 1.5), {runOf("azure", 1.45, 60)});
        QCOMPARE(judgement.verdict, ClaimVerdict::Consistent);
        QCOMPARE(judgement.reason, std::string("inside"));
        const ReadingResult& by = judgement.results[static_cast<std::size_t>(judgement.decidedBy)];
        QVERIFY(by.interval->contains(1.45));
        QCOMPARE(by.n, std::size_t{60});
        QCOMPARE(by.runs, std::vector<data::RunId>{3});
        QCOMPARE(by.source, std::string("Azure east"));
    }

    void anIntervalBeyondATenthContradictsIt() {
        const auto judgement = judged(latencyClaim(1.5, 1.5), {runOf("azure", 2.2, 60)});
        QCOMPARE(judgement.verdict, ClaimVerdict::Contradicted);
        QCOMPARE(judgement.reason, std::string("outside"));
    }

    void anIntervalAcrossTheEdgeIsNotEnough() {
        const auto judgement = judged(latencyClaim(1.5, 1.5), {runOf("azure", 1.65, 12)});
        QCOMPARE(judgement.verdict, ClaimVerdict::NotEnoughData);
        QCOMPARE(judgement.reason, std::string("straddles"));
    }

    void fiveAnswersAndAnswersOfAnotherLengthAreNoNumber() {
        const auto few = judged(latencyClaim(1.5, 1.5), {runOf("azure", 1.5, 5)});
        QCOMPARE(few.reason, std::string("few"));
        QCOMPARE(few.results[0].needed, std::size_t{6});
        QVERIFY(!few.results[0].value && !few.results[0].interval);
        const auto other = judged(latencyClaim(1.5, 1.5), {runOf("azure", 1.5, 60, 450)});
        QCOMPARE(other.verdict, ClaimVerdict::NotEnoughData);
        QCOMPARE(other.reason, std::string("wrong-length"));
        QCOMPARE(other.results[0].otherLength, std::size_t{60});
        QCOMPARE(judged(latencyClaim(1.5, 1.5), {}).reason, std::string("no-runs"));
    }

    void aBoundIsABound() {
        data::Claim claim = latencyClaim(1.5, 1.5);
        claim.stated.bound = data::ClaimBound::AtMost;
        QCOMPARE(judged(claim, {runOf("azure", 0.4, 60)}).verdict, ClaimVerdict::Consistent);
        QCOMPARE(judged(claim, {runOf("azure", 1.7, 60)}).verdict, ClaimVerdict::Contradicted);
    }

    void whatIsLeftOpenIsReadInEachWayTheLikeliestFirst() {
        data::Claim claim = latencyClaim(1.5, 1.5);
        claim.side = TokenSide::Unstated;
        const auto quick = readingsOf(claim); // 500 tokens of output would take 333 tokens a second
        QCOMPARE(quick.size(), std::size_t{3});
        QCOMPARE(quick[0].side, TokenSide::Input);
        QCOMPARE(quick[2].side, TokenSide::Output);
        QVERIFY(qAbs(quick[2].impliedSpeed - 333.3) < 0.1);
        claim.stated.low = claim.stated.high = 6;
        QCOMPARE(readingsOf(claim)[0].side, TokenSide::Output);
        claim.statistic = data::ClaimStatistic::Unstated;
        QCOMPARE(readingsOf(claim).size(), std::size_t{6}); // median and mean of each
        QCOMPARE(missingOf(claim), (std::vector<std::string>{"region", "statistic", "token-side"}));
    }

    void aReadingThatHoldsIsEnoughButOneThatFailsIsNot() {
        data::Claim claim = latencyClaim(1.5, 1.5);
        claim.side = TokenSide::Unstated;
        const auto good = judged(claim, {runOf("azure", 1.5, 60)});
        QCOMPARE(good.verdict, ClaimVerdict::Consistent);
        QCOMPARE(good.results[static_cast<std::size_t>(good.decidedBy)].reading.side, TokenSide::Output);
        const auto open = judged(claim, {runOf("azure", 4, 60)});
        QCOMPARE(open.verdict, ClaimVerdict::NotEnoughData); // it may have been meant of the prompt
    }

    void otherModelsProvidersAndRegionsAreNoEvidence() {
        data::Claim claim = latencyClaim(1.5, 1.5);
        QCOMPARE(judged(claim, {runOf("bedrock", 1.5, 60)}).reason, std::string("no-runs"));
        claim.model = "GPT-4o mini";
        QCOMPARE(judged(claim, {runOf("azure", 1.5, 60)}).reason, std::string("no-runs"));
        claim = latencyClaim(1.5, 1.5);
        claim.region = "Tokyo";
        claim.regionIds = {"ap-northeast-1", "japaneast"};
        QCOMPARE(judged(claim, {runOf("azure", 1.5, 60)}).reason, std::string("no-runs"));
        ClaimRun there = runOf("azure", 1.5, 60);
        there.endpoints[0].region = "japaneast";
        QCOMPARE(judged(claim, {there}).verdict, ClaimVerdict::Consistent);
    }

    void aSimulationNeverSettlesAClaimButShowsTheTest() {
        ClaimRun run;
        addAnswers(run, endpointAt("Azure, simulated", "simulation", "azure-as-stated"), 60, 1.5, 500);
        const auto judgement = judged(latencyClaim(1.5, 1.5), {run});
        QCOMPARE(judgement.verdict, ClaimVerdict::NotEnoughData);
        QCOMPARE(judgement.reason, std::string("simulated-only"));
        QCOMPARE(judgement.simulated.size(), std::size_t{1});
        QCOMPARE(judgement.simulated[0].verdict, ClaimVerdict::Consistent);
        QCOMPARE(judgement.simulated[0].simulation, std::string("azure-as-stated"));
        // Not even under a provider's name.
        run.endpoints[0].provider = "azure";
        run.endpoints[0].model = "gpt-4o";
        QCOMPARE(judged(latencyClaim(1.5, 1.5), {run}).verdict, ClaimVerdict::NotEnoughData);
    }

    void aClaimAgainstAnotherIsHeldAgainstPairs() {
        data::Claim claim = latencyClaim(1.6, 1.8);
        claim.subject = {"AWS", {"bedrock"}};
        claim.model.clear();
        claim.base = data::ClaimBase{{"Azure", {"azure"}}, {1.5, 1.5, 0.1}};
        const auto paired = [](double ratio, int hour, const char* key = "k") {
            ClaimRun run;
            run.id = hour + 1;
            run.comparison = key;
            run.begunAt =
                std::string("2026-11-26T") + (hour < 10 ? "0" : "") + std::to_string(hour) + ":00:00Z";
            addAnswers(run, endpointAt("a", "azure", "m"), 60, 4, 500);
            // No two sessions are quite alike.
            addAnswers(run, endpointAt("b", "bedrock", "m"), 60, 4 * (ratio + 0.002 * (hour % 3)), 500);
            return run;
        };
        const auto sessions = [&](double ratio) {
            std::vector<ClaimRun> runs;
            for (int hour = 0; hour < 5; ++hour)
                runs.push_back(paired(ratio, hour));
            return runs;
        };
        const auto judgement = judged(claim, sessions(1.13));
        const ReadingResult& ratio = judgement.results.back();
        QCOMPARE(ratio.reading.measure, ClaimMeasure::PairedRatio);
        QCOMPARE(ratio.verdict, ClaimVerdict::Consistent);
        QCOMPARE(ratio.n, std::size_t{5}); // sessions
        QCOMPARE(ratio.runs, (std::vector<data::RunId>{1, 2, 3, 4, 5}));
        QVERIFY(qAbs(ratio.accepted.low - 1.0667) < 0.001 && qAbs(ratio.accepted.high - 1.2) < 0.001);
        QVERIFY(qAbs(*ratio.value - 1.132) < 0.01);
        QCOMPARE(judged(claim, sessions(1.5)).results.back().verdict, ClaimVerdict::Contradicted);
        // Both take more than twice what is stated of them: the ratio fits, the figure does not.
        QCOMPARE(judgement.verdict, ClaimVerdict::NotEnoughData);
        data::Claim bounds = claim;
        bounds.stated.bound = bounds.base->stated.bound = data::ClaimBound::AtMost;
        QVERIFY(judged(bounds, sessions(1.13)).results.back().reading.measure != ClaimMeasure::PairedRatio);
        bounds = claim;
        bounds.statistic = data::ClaimStatistic::Quantile;
        bounds.quantile = 0.95;
        QVERIFY(judged(bounds, sessions(1.13)).results.back().reading.measure != ClaimMeasure::PairedRatio);

        // Within an hour they are one session, whose window it holds in.
        std::vector<ClaimRun> soon = sessions(1.5);
        for (ClaimRun& run : soon)
            run.begunAt = "2026-11-26T00:00:0" + std::to_string(run.id) + "Z";
        const ReadingResult window = judged(claim, soon).results.back();
        QCOMPARE(window.verdict, ClaimVerdict::NotEnoughData);
        QCOMPARE(window.reason, std::string("few-sessions"));
        QCOMPARE(window.n, std::size_t{1});
        QCOMPARE(window.needed, std::size_t{5});
        QVERIFY(qAbs(*window.value - 1.5) < 0.01);

        // Neither do other prompts add a session, nor another endpoint of the base in the same runs.
        std::vector<ClaimRun> mixed = sessions(1.5);
        mixed[0] = paired(1.5, 0, "other prompt");
        QCOMPARE(judged(claim, mixed).results.back().reason, std::string("few-sessions"));
        std::vector<ClaimRun> three{paired(1.5, 0), paired(1.5, 1), paired(1.5, 2)};
        for (ClaimRun& run : three)
            addAnswers(run, endpointAt("a2", "azure", "m"), 60, 4, 500);
        const auto apart = judged(claim, three).results;
        QCOMPARE(std::ranges::count(apart, ClaimMeasure::PairedRatio,
                                    [](const ReadingResult& one) { return one.reading.measure; }),
                 2);
        QCOMPARE(apart.back().n, std::size_t{3});

        ClaimRun unpaired = paired(1.13, 0);
        unpaired.comparison.clear();
        QCOMPARE(judged(claim, {unpaired}).results.back().reason, std::string("no-runs"));
    }

    void whatWasAnsweredUnderLoadOrOverNewConnectionsSettlesNoLatency() {
        ClaimRun loaded = runOf("azure", 2.2, 60);
        loaded.oneAtATime = false;
        const auto judgement = judged(latencyClaim(1.5, 1.5), {loaded});
        QCOMPARE(judgement.verdict, ClaimVerdict::NotEnoughData);
        QCOMPARE(judgement.reason, std::string("disturbed"));
        QCOMPARE(judgement.results[0].disturbed, std::size_t{60});
        // Beside one that is, they change nothing.
        QCOMPARE(judged(latencyClaim(1.5, 1.5), {loaded, runOf("azure", 1.5, 60)}).verdict,
                 ClaimVerdict::Consistent);
        ClaimRun cold = runOf("azure", 2.2, 60);
        for (data::Attempt& attempt : cold.attempts)
            attempt.connection = data::ConnectionKind::Cold;
        QCOMPARE(judged(latencyClaim(1.5, 1.5), {cold}).reason, std::string("disturbed"));
        // Whether it answers at all is told under load, too.
        QCOMPARE(judged(plainClaim(ClaimKind::Availability, 99.9, "%"), {loaded}).results[0].n,
                 std::size_t{60});
    }

    void availabilityIsShownOrNotByExactBounds() {
        data::Claim claim = plainClaim(ClaimKind::Availability, 99.9, "%");
        const auto observed = [&](int count, int failed) {
            ClaimRun run = runOf("azure", 0.1, count);
            for (int i = 0; i < failed; ++i)
                run.attempts[static_cast<std::size_t>(i)].outcome = data::Outcome::Provider;
            return judged(claim, {run});
        };
        QCOMPARE(observed(2995, 0).verdict, ClaimVerdict::Consistent);
        QCOMPARE(observed(2994, 0).reason, std::string("not-shown"));
        QCOMPARE(observed(5000, 3).reason, std::string("not-shown"));
        QCOMPARE(observed(5000, 60).verdict, ClaimVerdict::Contradicted);
        QCOMPARE(observed(10, 0).results[0].needed, std::size_t{2995});
    }

    void aContractIsWhatItsPageSays() {
        data::Claim claim = plainClaim(ClaimKind::Availability, 99.95, "%");
        claim.subject = {"AWS", {"bedrock"}};
        claim.contract = true;
        claim.day = "2024-02";
        const auto judgement = judged(claim, {});
        QCOMPARE(judgement.verdict, ClaimVerdict::Contradicted);
        QCOMPARE(judgement.reason, std::string("contract-differs"));
        QCOMPARE(judgement.results[0].readOn, std::string("2026-11-25"));
        claim.stated.low = claim.stated.high = 99.9;
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::Consistent);
        // At least so much is what promises more, too.
        claim.stated = {99, 99, 1, data::ClaimBound::AtLeast, false};
        QCOMPARE(judged(claim, {}).reason, std::string("contract-within"));
        claim.stated = {99.95, 99.95, 0.01, data::ClaimBound::AtLeast, false};
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::Contradicted);
        claim.stated = {99.5, 99.9, 0.1, data::ClaimBound::Exact, false};
        QCOMPARE(judged(claim, {}).reason, std::string("contract-within"));
        claim.subject.providers = {"cohere"};
        QCOMPARE(judged(claim, {}).reason, std::string("no-contract"));
    }

    void aContractContradictsOnlyWhenItIsKnownToHaveHeld() {
        data::Claim claim = plainClaim(ClaimKind::Availability, 99.99, "%");
        claim.contract = true;
        const auto verdictOn = [&](const char* provider, const char* day) {
            claim.subject = {"A", {provider}};
            claim.day = day;
            return judged(claim, {}).reason;
        };
        QCOMPARE(verdictOn("bedrock", "2023-10"), std::string("contract-differs"));
        QCOMPARE(verdictOn("bedrock", "2023-09-30"), std::string("contract-undated"));
        QCOMPARE(verdictOn("bedrock", ""), std::string("contract-undated"));
        // Vertex's page names no day.
        QCOMPARE(verdictOn("vertex", "2019-01-01"), std::string("contract-undated"));
        QCOMPARE(verdictOn("vertex", "2026-11-26"), std::string("contract-differs"));
    }

    void whoSpeaksAFormatElsewhereIsAnother() {
        data::Endpoint endpoint;
        endpoint.provider = "anthropic";
        endpoint.name = "my mock";
        const data::ClaimSubject anthropic{"Anthropic", {"anthropic"}};
        QVERIFY(speaksFor(endpoint, anthropic));
        for (const char* own : {"https://api.anthropic.com/v1", "https://API.Anthropic.COM:443"}) {
            endpoint.baseUrl = own;
            QVERIFY(speaksFor(endpoint, anthropic));
        }
        for (const char* other : {"http://127.0.0.1:9911", "https://api.anthropic.com.example.org/v1",
                                  "https://notanthropic.org/anthropic.co"}) {
            endpoint.baseUrl = other;
            endpoint.name = "my mock";
            QCOMPARE(speaksFor(endpoint, anthropic),
                     std::string(other).find("anthropic.co") != std::string::npos);
            endpoint.name = "Anthropic by our proxy"; // who says so is believed
            QVERIFY(speaksFor(endpoint, anthropic));
        }
        endpoint.provider = "local";
        endpoint.baseUrl.clear();
        QVERIFY(!speaksFor(endpoint, anthropic));
    }

    void aPriceIsHeldAgainstTheListOfTheArticlesDay() {
        data::Claim claim = priceClaim("openai", 5);
        claim.side = TokenSide::Input;
        const auto on = [&](const char* day, double dollars) {
            claim.day = day;
            claim.stated.low = claim.stated.high = dollars;
            return judged(claim, {});
        };
        // GPT-4o took 5 and 15 dollars at first, 2.50 and 10 since August 2024; the plain name in between
        // both.
        QCOMPARE(on("2024-06-15", 5).verdict, ClaimVerdict::Consistent);
        QCOMPARE(on("2024-06-15", 2.5).reason, std::string("price-differs"));
        QCOMPARE(on("2024-09", 5).verdict, ClaimVerdict::Consistent);
        QCOMPARE(on("2024-09", 2.5).verdict, ClaimVerdict::Consistent);
        QCOMPARE(on("2026-04", 5).verdict, ClaimVerdict::Contradicted);
        QCOMPARE(on("2026-04", 20).verdict, ClaimVerdict::Contradicted);
        const ClaimJudgement good = on("2026-04", 2.5);
        QCOMPARE(good.reason, std::string("price-fits"));
        const ReadingResult& by = good.results[static_cast<std::size_t>(good.decidedBy)];
        QCOMPARE(by.reading.side, TokenSide::Input);
        QCOMPARE(*by.value, 2.5);
        QCOMPARE(by.validFrom, std::string("2024-08-06"));
        QCOMPARE(by.source, std::string("https://github.com/simonw/llm-prices"));
        // What is said of a time of its own is held against that time's list: "in June 2024 it took $5".
        claim.from = "2024-06-01";
        claim.to = "2024-06-30";
        QCOMPARE(on("2026-04", 5).verdict, ClaimVerdict::Consistent);
        claim.from = "2024-01-01"; // a year in which it came out at the one price and ended at the other
        claim.to = "2024-12-31";
        QCOMPARE(on("2026-04", 5).verdict, ClaimVerdict::Consistent);
        QCOMPARE(on("2026-04", 2.5).verdict, ClaimVerdict::Consistent);
        QCOMPARE(on("2026-04", 4).verdict, ClaimVerdict::Contradicted);
        claim.from.clear();
        claim.to.clear();
        // Long after the list was read nobody knows.
        QCOMPARE(on("2027-06", 5).reason, std::string("price-undated"));
        QCOMPARE(on("", 5).verdict, ClaimVerdict::NotEnoughData);
    }

    void aPriceIsExactToTheCent() {
        data::Claim claim = priceClaim("openai", 3); // the list says 2.50
        claim.day = "2026-04";
        claim.side = TokenSide::Input;
        claim.stated.resolution = 1;
        // "$3" may have been rounded, and is not 2.50 all the same.
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::NotEnoughData);
        QCOMPARE(judged(claim, {}).reason, std::string("price-rounded"));
        claim.stated.approximate = true; // "about $3"
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::Consistent);
        claim.stated.approximate = false;
        claim.stated.low = claim.stated.high = 4;
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::Contradicted);
        claim.stated = {2.5, 2.5, 0.1, data::ClaimBound::Exact, false};
        QCOMPARE(judged(claim, {}).reason, std::string("price-fits"));
        claim.stated = {2.6, 2.6, 0.1, data::ClaimBound::Exact, false};
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::Contradicted);
        // Three parts of 2.50 to one of 10 are 4.375, which people write as 4.38 or 4.4, and not as 4.
        claim.side = TokenSide::Blended;
        claim.stated = {4.4, 4.4, 0.1, data::ClaimBound::Exact, false};
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::Consistent);
        claim.stated = {4, 4, 1, data::ClaimBound::Exact, false};
        QCOMPARE(judged(claim, {}).reason, std::string("price-rounded"));
        // For a thousand tokens: 0.0025 dollars.
        claim.side = TokenSide::Input;
        claim.perTokens = 1000;
        claim.stated = {0.0025, 0.0025, 0.0001, data::ClaimBound::Exact, false};
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::Consistent);
        claim.stated = {0.005, 0.005, 0.001, data::ClaimBound::Exact, false};
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::Contradicted);
    }

    void aPriceOfAKindOfItsOwnIsHeldAgainstNoPlainList() {
        data::Claim claim = priceClaim("openai", 1.25); // half of what the list says
        claim.day = "2026-04";
        claim.side = TokenSide::Input;
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::Contradicted);
        claim.terms = "Batch";
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::NotEnoughData);
        QCOMPARE(judged(claim, {}).reason, std::string("price-special"));
    }

    void sourcesOfOnePriceThatDisagreeAreBothShown() {
        const std::vector<Price> prices =
            readPrices("head\nopenai,gpt-4o,input,2.5,2024-08-06,,https://one.example/,2026-11-25\n"
                       "openai,gpt-4o,input,3,2024-08-06,,https://two.example/,2026-11-25\n"
                       "openai,gpt-4o,input,7,,,https://undated.example/,2026-11-25\n",
                       "test.csv");
        data::Claim claim = priceClaim("openai", 3);
        claim.day = "2026-04";
        claim.side = TokenSide::Input;
        claim.stated.resolution = 0.01;
        const auto judgement =
            judgeClaim(claim, {.runs = {}, .endpoints = {}, .prices = prices, .contracts = {}, .today = {}});
        QCOMPARE(judgement.verdict, ClaimVerdict::Consistent);
        QCOMPARE(judgement.results.size(), std::size_t{2}); // a list without a date is not needed
        QCOMPARE(*judgement.results[0].value, 2.5);
        QCOMPARE(judgement.results[0].verdict, ClaimVerdict::Contradicted);
        QCOMPARE(judgement.results[1].source, std::string("https://two.example/"));
    }

    void aPriceIsHeldAgainstEverySourceAndBlend() {
        data::Claim claim = priceClaim("azure", 5);
        // Azure's own list goes before its maker's: 2.50 for input, 10 for output, and no mixture of them
        // is 5. It does not say since when it holds, so it never contradicts.
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::NotEnoughData);
        QCOMPARE(judged(claim, {}).reason, std::string("price-undated"));
        claim.stated.low = claim.stated.high = 2.5;
        claim.day = "2026-04";
        QCOMPARE(judged(claim, {}).reason, std::string("price-fits-undated"));
        // Who has no list here may take what he likes for another's model, also what its maker takes.
        claim.subject = {"AWS", {"bedrock"}};
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::NotEnoughData);
        QCOMPARE(judged(claim, {}).reason, std::string("price-makers"));
        claim.stated.low = claim.stated.high = 7.77;
        QCOMPARE(judged(claim, {}).reason, std::string("price-makers"));
        claim.subject = {"OpenAI", {"openai"}};
        claim.model = "gpt-4.1";
        claim.stated.low = claim.stated.high = 3.5; // three parts at 2, one at 8
        const auto blended = judged(claim, {});
        QCOMPARE(blended.results[static_cast<std::size_t>(blended.decidedBy)].reading.side,
                 TokenSide::Blended);
        claim.model = "Claude";
        QCOMPARE(judged(claim, {}).reason, std::string("no-price"));
        claim.unit = "EUR";
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::NotTestable);
    }

    void aRunOfAnotherTimeContradictsNothing() {
        data::Claim claim = latencyClaim(1.5, 1.5);
        claim.day = "2026-04";
        const auto judgedBy = [&](double seconds, const char* begun) {
            ClaimRun run = runOf("azure", seconds, 60);
            run.begunAt = begun;
            return judged(claim, {run});
        };
        QCOMPARE(judgedBy(2.2, "2026-05-20T08:00:00Z").verdict, ClaimVerdict::Contradicted); // a month on
        const auto later = judgedBy(2.2, "2026-11-26T08:00:00Z");
        QCOMPARE(later.verdict, ClaimVerdict::NotEnoughData);
        QCOMPARE(later.reason, std::string("outside-later"));
        QCOMPARE(later.results[0].readOn, std::string("2026-11-26"));
        const auto fits = judgedBy(1.5, "2026-11-26T08:00:00Z");
        QCOMPARE(fits.verdict, ClaimVerdict::Consistent);
        QCOMPARE(fits.reason, std::string("inside-later"));
        // One of its own time goes before one of another.
        ClaimRun then = runOf("azure", 2.2, 60), now = runOf("azure", 1.5, 60);
        then.begunAt = "2026-04-20T08:00:00Z";
        now.begunAt = "2026-11-26T08:00:00Z";
        QCOMPARE(judged(claim, {now, then}).verdict, ClaimVerdict::Contradicted);
        // Of a month that is over no run of today says anything.
        claim.from = "2026-03-01";
        claim.to = "2026-03-31";
        claim.past = true;
        for (const double seconds : {1.5, 2.2}) {
            const auto past = judgedBy(seconds, "2026-11-26T08:00:00Z");
            QCOMPARE(past.verdict, ClaimVerdict::NotTestable);
            QCOMPARE(past.reason, std::string("past"));
        }
        QCOMPARE(judged(claim, {}).reason, std::string("past"));
        QCOMPARE(judgedBy(1.5, "2026-03-11T08:00:00Z").reason, std::string("inside"));
        claim.from.clear(); // "some time ago"
        claim.to.clear();
        QCOMPARE(judgedBy(1.5, "2026-03-11T08:00:00Z").reason, std::string("past"));
        data::Claim uptime = plainClaim(ClaimKind::Availability, 99.9, "%");
        uptime.day = "2026-04";
        ClaimRun run = runOf("azure", 0.1, 2995);
        run.begunAt = "2026-11-26T08:00:00Z";
        QCOMPARE(judged(uptime, {run}).reason, std::string("shown-later"));
    }

    void aTimeUnderALoadIsNotHeldAgainstAnsweredOneByOne() {
        data::Claim claim = latencyClaim(1.5, 1.5);
        claim.load = "140 req/s";
        QCOMPARE(judged(claim, {runOf("azure", 2.2, 60)}).verdict, ClaimVerdict::NotTestable);
        QCOMPARE(judged(claim, {}).reason, std::string("load"));
    }

    void aServiceIsMeantByItsCloudsName() {
        data::Endpoint endpoint;
        endpoint.provider = "bedrock";
        endpoint.name = "AWS by our proxy";
        endpoint.baseUrl = "http://127.0.0.1:9911";
        const data::ClaimSubject service{"Amazon Bedrock", {"bedrock", "bedrock-openai"}, {"AWS", "Amazon"}};
        QVERIFY(speaksFor(endpoint, service));
        endpoint.provider = "compatible"; // it may be any other service of AWS
        QVERIFY(!speaksFor(endpoint, service));
        endpoint.provider = "simulation";
        QVERIFY(!speaksFor(endpoint, service) && playsSubject(endpoint, service));
        endpoint.name = "Azure, simulated";
        QVERIFY(!playsSubject(endpoint, service));
    }

    void aContractIsNamedByItsService() {
        data::Claim claim = plainClaim(ClaimKind::Availability, 99.99, "%");
        claim.contract = true;
        claim.day = "2026-04";
        claim.subject = {"AWS", {"bedrock", "bedrock-openai", "sagemaker"}};
        // AWS has a hundred services: which one is meant the article would have to say,
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::NotEnoughData);
        QCOMPARE(judged(claim, {}).reason, std::string("contract-service"));
        QCOMPARE(judged(claim, {}).results[0].service, std::string("Amazon Bedrock"));
        claim.ofModels = true; // or speak of models,
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::Contradicted);
        claim.ofModels = false;
        claim.subject = {"Amazon Bedrock", {"bedrock", "bedrock-openai"}}; // or name it.
        QCOMPARE(judged(claim, {}).verdict, ClaimVerdict::Contradicted);
    }

    void throughputAndForecastsCannotBeTestedHere() {
        const auto throughput = judged(plainClaim(ClaimKind::Throughput, 120, "req/s"), {});
        QCOMPARE(throughput.verdict, ClaimVerdict::NotTestable);
        QVERIFY(std::ranges::find(throughput.missing, "concurrency") != throughput.missing.end());
        data::Claim later = latencyClaim(0.3, 0.3);
        later.future = true;
        QCOMPARE(judged(later, {runOf("azure", 0.3, 60)}).reason, std::string("future"));
    }

    void speedIsReadAfterTheFirstTokenAndWithIt() {
        data::Claim claim = plainClaim(ClaimKind::Speed, 400, "token/s");
        claim.statistic = data::ClaimStatistic::Quantile;
        claim.quantile = 0.5;
        // 499 tokens in 0.8 × 1.56 s
        const auto judgement = judged(claim, {runOf("azure", 1.56, 60)});
        QCOMPARE(judgement.verdict, ClaimVerdict::Consistent);
        QCOMPARE(judgement.results[0].reading.measure, ClaimMeasure::DecodeSpeed);
        QCOMPARE(judgement.results[1].verdict, ClaimVerdict::Contradicted);
    }

    void modelsAreKnownByTheirWords_data() {
        QTest::addColumn<QString>("claimed");
        QTest::addColumn<QString>("known");
        QTest::addColumn<bool>("same");
        const auto add = [](const char* claimed, const char* known, bool same) {
            QTest::addRow("%s is %s", claimed, known) << claimed << known << same;
        };
        add("GPT-4o", "gpt-4o", true);
        add("GPT-4o", "gpt-4o-2024-08-06", true);
        add("GPT-4o", "gpt-4o-mini", false);
        add("GPT-4", "gpt-4o", false);
        add("GPT-4", "gpt-4-0613", true);
        add("GPT-4", "gpt-4.1", false);
        add("GPT-4.1", "gpt-4-1", true);
        add("Claude Sonnet 4.5", "us.anthropic.claude-sonnet-4-5-20250929-v1:0", true);
        add("Claude 4.5 Sonnet", "claude-sonnet-4.5", true);
        add("Claude 4.5 Haiku", "claude-sonnet-4.5", false);
        add("Claude", "claude-sonnet-4.5", true);
        add("Llama 3.1 70B", "meta.llama3-1-70b-instruct-v1:0", true);
        add("Llama 3.1 8B", "meta.llama3-1-70b-instruct-v1:0", false);
        add("Nova Pro", "amazon.nova-pro-v1:0", true);
        add("", "gpt-4o", false);
    }
    void modelsAreKnownByTheirWords() {
        QFETCH(QString, claimed);
        QFETCH(QString, known);
        QFETCH(bool, same);
        QCOMPARE(sameModel(claimed.toStdString(), known.toStdString()), same);
    }

    void contractsOfAnotherShapeAreRefused() {
        QVERIFY_THROWS_EXCEPTION(Error, readContracts("head\nbedrock,much,x,y,z\n", "sla.csv"));
        QVERIFY_THROWS_EXCEPTION(Error, readContracts("head\nbedrock,99\n", "sla.csv"));
        QVERIFY(!knownContracts().empty());
    }
};

PARALLAX_LOOP_TEST(TestClaimVerdicts)

} // namespace test_claims
#include "test_claims.moc"
