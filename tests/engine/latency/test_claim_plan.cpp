// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <QtTest>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "engine/latency/claim_plan.h"
#include "engine/latency/provider.h"
#include "engine/latency/run.h"
#include "tests/engine/latency/claim_runs.h"
#include "tests/test_program.h"

namespace test_claim_plan {

using namespace parallax;
using namespace parallax::latency;
using data::ClaimKind;
using data::TokenSide;

namespace {

const std::string day = "2026-11-26";

RunPlan readBack(const ClaimPlan& plan, const std::vector<data::Endpoint>& known = {}) {
    return readPlan(plan.json, "claim", [&](const std::string& name) -> std::optional<data::Endpoint> {
        const auto found = std::ranges::find(known, name, &data::Endpoint::name);
        return found == known.end() ? std::nullopt : std::optional(*found);
    });
}

} // namespace

class TestClaimPlan : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aPlanIsOneThatARunTakesWhoeverIsAsked() {
        for (const Provider* provider : providers()) {
            // No article speaks of these.
            if (provider->unpaid || provider->id == std::string_view("azure-classic"))
                continue;
            data::Claim claim = latencyClaim(1.5, 1.5);
            claim.subject = {"Somebody", {std::string(provider->id)}};
            const ClaimPlan plan = planFor(claim, {}, day);
            QVERIFY2(!plan.json.empty(), provider->id.data());
            const RunPlan run = readBack(plan);
            checkPlan(run, day);
            QCOMPARE(run.prompt.maxTokens, 500);
            QVERIFY(run.prompt.fixedLength);
            QVERIFY(run.budget.tokens);
            QVERIFY(plan.requests >= 32);
        }
    }

    void endpointsOfTheLibraryAreNamed() {
        const std::vector<data::Endpoint> known{endpointAt("east", "azure", "gpt-4o")};
        const ClaimPlan plan = planFor(latencyClaim(1.5, 1.5), known, day);
        QVERIFY(plan.toFill.empty());
        QVERIFY(nlohmann::json::parse(plan.json)["endpoints"][0] == "east");
        QCOMPARE(readBack(plan, known).endpoints[0].provider, std::string("azure"));
        // Of another model it is not the one that is meant.
        data::Claim claim = latencyClaim(1.5, 1.5);
        claim.model = "GPT-5";
        QVERIFY(nlohmann::json::parse(planFor(claim, known, day).json)["endpoints"][0].is_object());
    }

    void whatIsRefutedIsNotAskedAgain() {
        data::Claim claim = latencyClaim(1.5, 1.5);
        claim.side = data::TokenSide::Unstated;
        const auto readings = readingsOf(claim);
        const auto outputOf = [&](const ClaimJudgement* known) {
            return nlohmann::json::parse(planFor(claim, {}, day, known).json)["prompt"]["max_tokens"]
                .get<int>();
        };
        ClaimJudgement known;
        const int first = outputOf(nullptr);
        QCOMPARE(outputOf(&known), first);
        ReadingResult result;
        result.reading = readings.front();
        result.verdict = ClaimVerdict::Contradicted;
        known.results.push_back(result);
        QVERIFY(outputOf(&known) != first);
        for (const ClaimReading& reading : readings) {
            result.reading = reading;
            known.results.push_back(result);
        }
        QCOMPARE(outputOf(&known), first); // all are: the likeliest
    }

    void geminiOnVertexIsAskedAtVertex() {
        data::Claim claim = latencyClaim(1.9, 1.9);
        claim.subject = {"Vertex AI", {"vertex"}};
        claim.model = "Gemini 2.5 Pro";
        claim.modelMakers = {"gemini", "vertex"};
        const auto json = nlohmann::json::parse(planFor(claim, {}, day).json);
        QVERIFY(json["endpoints"][0]["provider"] == "vertex");
        QVERIFY(json["endpoints"][0]["model"] == "gemini-2.5-pro");
        // An endpoint of the library at the other door is not the one that is meant.
        const std::vector<data::Endpoint> known{endpointAt("direct", "gemini", "gemini-2.5-pro")};
        QVERIFY(nlohmann::json::parse(planFor(claim, known, day).json)["endpoints"][0].is_object());
    }

    void whatTheArticleDoesNotSayIsToBeFilledIn() {
        data::Claim claim = latencyClaim(1.5, 1.5);
        claim.model.clear();
        const ClaimPlan plan = planFor(claim, {}, day);
        QCOMPARE(plan.toFill, (std::vector<std::string>{"model", "resource"}));
        QVERIFY(plan.json.find("your-resource") != std::string::npos);
    }

    void theCostComesFromThePriceTable() {
        data::Claim claim = latencyClaim(1.5, 1.5);
        claim.subject = {"OpenAI", {"openai"}};
        const ClaimPlan plan = planFor(claim, {}, day);
        // 32 requests of at most 500 tokens: $10 for a million of output, $2.50 of input; $5 and $15 once.
        QVERIFY(plan.cost);
        QCOMPARE(*plan.cost, 32 * (500 * 10'000'000LL + 24 * 2'500'000LL));
        QCOMPARE(*planFor(claim, {}, "2024-06-01").cost, 32 * (500 * 15'000'000LL + 24 * 5'000'000LL));
        QVERIFY(readBack(plan).budget.money);
        // Of another who sells it the maker's list has to do, and no budget in money can be kept.
        claim.subject = {"AWS", {"bedrock"}};
        const ClaimPlan elsewhere = planFor(claim, {}, day);
        QCOMPARE(*elsewhere.cost, *plan.cost);
        QVERIFY(elsewhere.makersPrice && !plan.makersPrice);
        QVERIFY(!readBack(elsewhere).budget.money);
        claim.model = "gpt-unheard-of-9";
        QVERIFY(!planFor(claim, {}, day).cost);
        QVERIFY(!readBack(planFor(claim, {}, day)).budget.money);
    }

    void tailsAndAvailabilityTakeMoreRequests() {
        data::Claim claim = latencyClaim(1.5, 1.5);
        claim.quantile = 0.99;
        QVERIFY(readBack(planFor(claim, {}, day)).load.requests >= 368);
        claim.kind = ClaimKind::Availability;
        claim.stated.low = claim.stated.high = 99.9;
        const RunPlan run = readBack(planFor(claim, {}, day));
        QCOMPARE(run.load.requests, std::int64_t{2995});
        QVERIFY(run.prompt.maxTokens <= 16);
    }

    void aComparisonAsksBothInPairsOverFiveSessions() {
        data::Claim claim = latencyClaim(1.6, 1.8);
        claim.subject = {"AWS", {"bedrock"}};
        claim.base = data::ClaimBase{{"Azure", {"azure"}}, {1.5, 1.5, 0.1}};
        const ClaimPlan plan = planFor(claim, {}, day);
        QCOMPARE(plan.sessions, 5);
        const RunPlan run = readBack(plan);
        QCOMPARE(run.endpoints.size(), std::size_t{2});
        QCOMPARE(run.endpoints[0].provider, std::string("azure"));
        QVERIFY(run.load.kind == LoadKind::Pairs);
    }

    void aPromptIsAsLongAsTheClaimSays() {
        data::Claim claim = latencyClaim(0.5, 0.5);
        claim.tokens = 4000;
        claim.side = TokenSide::Input;
        const RunPlan run = readBack(planFor(claim, {}, day));
        const auto words = std::ranges::count(run.prompt.text, ' ');
        QVERIFY(words > 3900 && words < 4100);
    }

    void whatNoRunSettlesHasNoPlan() {
        data::Claim claim = latencyClaim(120, 120);
        claim.kind = ClaimKind::Throughput; // of a machine that is not ours
        claim.unit = "req/s";
        QVERIFY(planFor(claim, {}, day).json.empty());
        claim.kind = ClaimKind::Price;
        QVERIFY(planFor(claim, {}, day).json.empty());
        claim = latencyClaim(1, 1);
        QVERIFY(!planFor(claim, {}, day).json.empty());
        claim.future = true;
        QVERIFY(planFor(claim, {}, day).json.empty());
        claim = latencyClaim(1, 1);
        claim.past = true; // a run of today says nothing of it
        QVERIFY(planFor(claim, {}, day).json.empty());
        claim = latencyClaim(1, 1);
        claim.load = "140 req/s";
        QVERIFY(planFor(claim, {}, day).json.empty());
        claim = latencyClaim(99.9, 99.9);
        claim.kind = ClaimKind::Availability;
        claim.unit = "%";
        QVERIFY(!planFor(claim, {}, day).json.empty());
        claim.contract = true; // what it promises, not what it does
        QVERIFY(planFor(claim, {}, day).json.empty());
    }
};

PARALLAX_LOOP_TEST(TestClaimPlan)

} // namespace test_claim_plan
#include "test_claim_plan.moc"
