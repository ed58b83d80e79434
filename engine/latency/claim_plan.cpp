// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/claim_plan.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "engine/latency/provider.h"
#include "engine/latency/run.h"
#include "engine/latency/stats/paired.h"
#include "engine/latency/stats/proportion.h"

namespace parallax::latency {
namespace {

using data::Claim;
using data::ClaimKind;
using data::Endpoint;
using data::TokenSide;
using nlohmann::ordered_json;

constexpr std::int64_t warmup = 2;
constexpr std::int64_t fewest = 30; // measured requests: an interval narrow enough to say something
constexpr std::int64_t mostRequests = 10'000;
constexpr int shortAnswer = 16; // tokens, where only whether there is an answer counts
constexpr int usualAnswer = 128;
constexpr std::int64_t promptOverhead = 24; // tokens of a nonce and of what a chat format adds
constexpr std::int64_t mostWords = 100'000; // of a prompt

struct Asked {
    Endpoint endpoint;
    bool named = false; // the library has it
};

// An endpoint of the library, or one with what the article says.
Asked endpointFor(const data::ClaimSubject& subject, const Claim& claim, std::span<const Endpoint> known,
                  std::vector<std::string>& toFill) {
    for (const Endpoint& endpoint : known)
        if (speaksFor(endpoint, subject) && inRegion(endpoint, claim) &&
            (claim.model.empty() || sameModel(claim.model, endpoint.model)))
            return {endpoint, true};
    const auto fill = [&](const char* what) {
        if (std::ranges::find(toFill, what) == toFill.end())
            toFill.emplace_back(what);
        return "your-" + std::string(what);
    };
    Endpoint endpoint;
    endpoint.name = subject.name;
    endpoint.provider = subject.providers.empty() ? "compatible" : subject.providers.front();
    endpoint.model = claim.model.empty() ? fill("model") : claim.model;
    std::ranges::transform(endpoint.model, endpoint.model.begin(), [](char c) {
        return c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (endpoint.provider == "azure" || endpoint.provider == "azure-classic")
        endpoint.options["resource"] = fill("resource");
    else if (providerById(endpoint.provider).selfHosted || endpoint.provider == "compatible")
        endpoint.baseUrl = "https://" + fill("base-url") + ".example";
    else if (endpoint.provider == "vertex")
        endpoint.options["project"] = fill("project");
    // Of the region's names the one in the provider's own style.
    const auto fits = [&](const std::string& id) {
        const bool dashes = std::ranges::count(id, '-') == 2;
        if (endpoint.provider == "bedrock" || endpoint.provider == "bedrock-openai" ||
            endpoint.provider == "sagemaker" || endpoint.provider == "oci")
            return dashes;
        return endpoint.provider == "vertex" && !dashes && id.find('-') != std::string::npos;
    };
    const auto region = std::ranges::find_if(claim.regionIds, fits);
    if (region != claim.regionIds.end())
        endpoint.region = *region;
    else if (endpoint.provider == "vertex" || endpoint.provider == "oci" || endpoint.provider == "bedrock" ||
             endpoint.provider == "bedrock-openai" || endpoint.provider == "sagemaker")
        endpoint.region = fill("region");
    return {endpoint, false};
}

ordered_json toJson(const Asked& asked) {
    const Endpoint& endpoint = asked.endpoint;
    if (asked.named)
        return endpoint.name;
    ordered_json json{{"name", endpoint.name}, {"provider", endpoint.provider}, {"model", endpoint.model}};
    if (!endpoint.baseUrl.empty())
        json["base_url"] = endpoint.baseUrl;
    if (!endpoint.region.empty())
        json["region"] = endpoint.region;
    if (!endpoint.options.empty())
        json["options"] = endpoint.options;
    return json;
}

// Words of one token each in most tokenizers, so that the prompt comes near to a length.
std::string promptOfLength(std::int64_t tokens) {
    constexpr std::array<const char*, 8> words{"one ",  "two ", "three ", "four ",
                                               "five ", "six ", "seven ", "eight "};
    const std::string ask = "Read these words, then count from one upwards in words until you are stopped: ";
    std::string text = ask;
    for (std::int64_t i = 0; i < std::clamp<std::int64_t>(tokens - promptOverhead, 0, mostWords); ++i)
        text += words[static_cast<std::size_t>(i) % words.size()];
    return text;
}

bool isRefuted(const ClaimReading& reading, const ClaimJudgement& known) {
    return std::ranges::any_of(known.results, [&](const ReadingResult& one) {
        return (one.verdict == ClaimVerdict::Contradicted || one.reason == "outside-unread" ||
                one.reason == "refuted-unread") &&
               one.reading.measure == reading.measure && one.reading.side == reading.side;
    });
}

// The likeliest reading that is measured and not yet refuted; where all are, the likeliest.
const ClaimReading* measurable(const std::vector<ClaimReading>& readings, const ClaimJudgement* known) {
    const ClaimReading* first = nullptr;
    for (const ClaimReading& reading : readings) {
        if (reading.measure == ClaimMeasure::ListPrice || reading.measure == ClaimMeasure::Contract ||
            reading.measure == ClaimMeasure::PairedRatio)
            continue;
        if (known == nullptr || !isRefuted(reading, *known))
            return &reading;
        first = first == nullptr ? &reading : first;
    }
    return first;
}

std::int64_t requestsFor(const ClaimReading& reading, const Claim& claim) {
    if (reading.measure == ClaimMeasure::Observed)
        return std::min(cleanRequestsToShow(claim.stated.low / 100, 0.95), mostRequests);
    if (reading.statistic != data::ClaimStatistic::Quantile)
        return fewest;
    // A tenth more than the least: some answers are lost.
    const auto least = static_cast<std::int64_t>(minimumSample(reading.quantile, 0.95));
    return std::min(std::max(fewest, least + least / 10), mostRequests);
}

struct Lengths {
    std::int64_t input = promptOverhead;
    int output = usualAnswer;
};

Lengths lengthsFor(const ClaimReading& reading) {
    Lengths lengths;
    if (reading.measure == ClaimMeasure::Observed || reading.measure == ClaimMeasure::FirstToken)
        lengths.output = shortAnswer;
    if (reading.tokens == 0)
        return lengths;
    const std::int64_t tokens = std::min<std::int64_t>(reading.tokens, mostWords);
    switch (reading.side) {
    case TokenSide::Input:
    case TokenSide::CachedInput:
        lengths.input = tokens;
        break;
    case TokenSide::Total:
        lengths.input = std::max(tokens / 2, promptOverhead);
        lengths.output = static_cast<int>(std::max<std::int64_t>(tokens - lengths.input, 1));
        break;
    default:
        lengths.output = static_cast<int>(tokens);
        break;
    }
    return lengths;
}

// What the maker of the model takes for it: the best guess at what another who sells it does.
Quote makersQuote(const Claim& claim, const std::string& day) {
    if (claim.model.empty())
        return {};
    for (const std::string& maker : claim.modelMakers)
        for (const Price& price : knownPrices())
            if (price.provider == maker && sameModel(claim.model, price.model))
                return quoteFor(knownPrices(), maker, price.model, day);
    return {};
}

} // namespace

ClaimPlan planFor(const Claim& claim, std::span<const Endpoint> endpoints, const std::string& day,
                  const ClaimJudgement* known) {
    ClaimPlan plan;
    const std::vector<ClaimReading> readings = readingsOf(claim);
    const bool settled = claim.kind != ClaimKind::Price && claim.kind != ClaimKind::Throughput &&
                         !claim.contract && !claim.future && !claim.past && claim.load.empty();
    const ClaimReading* const reading = settled ? measurable(readings, known) : nullptr;
    if (reading == nullptr || claim.subject.name.empty())
        return plan;
    std::vector<Asked> asked{endpointFor(claim.subject, claim, endpoints, plan.toFill)};
    const bool compared =
        claim.base && claim.kind == ClaimKind::Latency && claim.base->subject.name != claim.subject.name;
    if (compared) {
        Asked base = endpointFor(claim.base->subject, claim, endpoints, plan.toFill);
        if (base.endpoint.name != asked.front().endpoint.name)
            asked.insert(asked.begin(), std::move(base));
        plan.sessions = static_cast<int>(SessionsResult::needed);
    }
    const Lengths lengths = lengthsFor(*reading);
    const std::int64_t requests = requestsFor(*reading, claim);
    ordered_json json{{"name", "Claim: " + claim.subject.name + ", " + claim.evidence.quote}};
    json["endpoints"] = ordered_json::array();
    for (const Asked& one : asked)
        json["endpoints"].push_back(toJson(one));
    if (asked.size() > 1 || reading->measure != ClaimMeasure::Observed) {
        json["load"] = {{"kind", "pairs"}, {"requests", requests}, {"warmup", warmup}};
    } else {
        json["load"] = {{"kind", "closed"}, {"concurrency", 4}, {"requests", requests}, {"warmup", warmup}};
    }
    json["prompt"] = {{"text", lengths.input > promptOverhead
                                   ? promptOfLength(lengths.input)
                                   : "Count from one upwards in words, one number a line, without stopping."},
                      {"max_tokens", lengths.output},
                      {"fixed_length", reading->tokens > 0}};
    const auto number = static_cast<std::int64_t>(asked.size()) * (requests + warmup);
    plan.requests = number;
    plan.inputTokens = number * lengths.input;
    plan.outputTokens = number * lengths.output;
    PicoDollars cost = 0;
    bool all = true, own = true;
    for (const Asked& each : asked) {
        auto one = mostItCanCost(quoteOf(each.endpoint, day), lengths.input, lengths.output);
        own = own && one;
        if (!one)
            one = mostItCanCost(makersQuote(claim, day), lengths.input, lengths.output);
        all = all && one;
        for (std::int64_t i = 0; i < requests + warmup; ++i)
            cost = summed(cost, one.value_or(0));
    }
    if (all)
        plan.cost = cost;
    plan.makersPrice = all && !own;
    // Twice what it should take: a run that goes wrong stops there. A budget in money takes prices of its
    // own.
    json["budget"] = {{"tokens", 2 * (plan.inputTokens + plan.outputTokens)}};
    if (own && cost > 0)
        json["budget"]["usd"] = 2 * static_cast<double>(cost) / 1e12;
    plan.json = json.dump(2, ' ', false, ordered_json::error_handler_t::replace);
    return plan;
}

} // namespace parallax::latency
