// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/claim_json.h"

#include <cmath>
#include <string>

namespace parallax::app {
namespace {

using Json = nlohmann::ordered_json;

const char* kindName(data::ClaimKind kind) {
    switch (kind) {
    case data::ClaimKind::Latency:
        return "latency";
    case data::ClaimKind::Speed:
        return "speed";
    case data::ClaimKind::Throughput:
        return "throughput";
    case data::ClaimKind::Price:
        return "price";
    case data::ClaimKind::Availability:
        return "availability";
    }
    return "";
}

const char* spanName(data::ClaimSpan span) {
    switch (span) {
    case data::ClaimSpan::EndToEnd:
        return "e2e";
    case data::ClaimSpan::FirstToken:
        return "ttft";
    case data::ClaimSpan::PerToken:
        return "tpot";
    }
    return "";
}

const char* sideName(data::TokenSide side) {
    switch (side) {
    case data::TokenSide::Unstated:
        return "";
    case data::TokenSide::Input:
        return "input";
    case data::TokenSide::Output:
        return "output";
    case data::TokenSide::Total:
        return "total";
    case data::TokenSide::Blended:
        return "blended";
    case data::TokenSide::CachedInput:
        return "cached_input";
    }
    return "";
}

const char* boundName(const data::ClaimFigure& stated) {
    switch (stated.bound) {
    case data::ClaimBound::Exact:
        return stated.approximate ? "about" : "exact";
    case data::ClaimBound::AtMost:
        return "at_most";
    case data::ClaimBound::AtLeast:
        return "at_least";
    }
    return "";
}

// JSON has no infinity: an open end is null.
Json end(double value) {
    return std::isfinite(value) ? Json(value) : Json();
}

Json pairOf(const latency::Interval& interval) {
    return Json::array({end(interval.low), end(interval.high)});
}

void addStatistic(Json& json, data::ClaimStatistic statistic, double quantile) {
    if (statistic == data::ClaimStatistic::Mean)
        json["statistic"] = "mean";
    else if (statistic == data::ClaimStatistic::Quantile)
        json["quantile"] = quantile;
}

Json resultJson(const latency::ReadingResult& result) {
    Json json{{"measure", latency::measureName(result.reading.measure)}};
    addStatistic(json, result.reading.statistic, result.reading.quantile);
    if (result.reading.side != data::TokenSide::Unstated)
        json["side"] = sideName(result.reading.side);
    if (result.reading.tokens > 0)
        json["tokens"] = result.reading.tokens;
    if (result.reading.impliedSpeed > 0)
        json["implied_tokens_per_second"] = result.reading.impliedSpeed;
    json["verdict"] = latency::verdictName(result.verdict);
    json["reason"] = result.reason;
    if (!result.source.empty())
        json["source"] = result.source;
    if (!result.readOn.empty())
        json[result.runs.empty() ? "read_on" : "measured_on"] = result.readOn;
    for (const auto& [key, text] : {std::pair{"valid_from", &result.validFrom},
                                    {"valid_to", &result.validTo},
                                    {"service", &result.service}})
        if (!text->empty())
            json[key] = *text;
    if (!result.simulation.empty())
        json["simulation"] = result.simulation;
    if (result.needed > 0) {
        json["n"] = result.n;
        json["needed"] = result.needed;
    }
    if (result.otherLength > 0)
        json["other_length"] = result.otherLength;
    if (result.disturbed > 0)
        json["under_load_or_new_connection"] = result.disturbed;
    if (result.value)
        json["value"] = *result.value;
    if (result.interval) {
        json["interval"] = pairOf(*result.interval);
        json["accepted"] = pairOf(result.accepted);
    }
    if (!result.runs.empty())
        json["runs"] = result.runs;
    return json;
}

Json evidenceJson(const data::ClaimEvidence& evidence) {
    Json json{{"quote", evidence.quote},
              {"start", evidence.begin},
              {"end", evidence.end},
              {"block", evidence.block}};
    if (evidence.table >= 0) {
        json["table"] = evidence.table;
        json["row"] = evidence.row;
        json["column"] = evidence.column;
    }
    return json;
}

Json planJson(const latency::ClaimPlan& plan) {
    if (plan.json.empty())
        return nullptr;
    Json json{{"sessions", plan.sessions},
              {"requests", plan.requests},
              {"input_tokens", plan.inputTokens},
              {"output_tokens", plan.outputTokens}};
    json["usd_at_most"] = plan.cost ? Json(static_cast<double>(*plan.cost) / 1e12) : Json();
    if (plan.makersPrice)
        json["price_of"] = "the model's maker";
    json["to_fill"] = plan.toFill;
    return json;
}

} // namespace

Json claimJson(const ui::JudgedClaim& judged, std::size_t number) {
    const data::Claim& claim = judged.claim;
    Json json{{"n", number},
              {"id", claim.id},
              {"article", claim.evidence.article},
              {"kind", kindName(claim.kind)},
              {"subject", claim.subject.name},
              {"providers", claim.subject.providers},
              {"low", claim.stated.low},
              {"high", claim.stated.high},
              {"unit", claim.unit},
              {"bound", boundName(claim.stated)}};
    if (claim.kind == data::ClaimKind::Latency)
        json["span"] = spanName(claim.span);
    if (claim.kind == data::ClaimKind::Price)
        json["per_tokens"] = claim.perTokens;
    addStatistic(json, claim.statistic, claim.quantile);
    if (claim.tokens > 0)
        json["tokens"] = claim.tokens;
    if (claim.side != data::TokenSide::Unstated)
        json["side"] = sideName(claim.side);
    for (const auto& [key, text] : {std::pair{"model", &claim.model},
                                    {"region", &claim.region},
                                    {"setting", &claim.setting},
                                    {"load", &claim.load},
                                    {"terms", &claim.terms},
                                    {"from", &claim.from},
                                    {"to", &claim.to}})
        if (!text->empty())
            json[key] = *text;
    for (const auto& [key, flag] : {std::pair{"approximate", claim.stated.approximate},
                                    {"expected", claim.expected},
                                    {"contract", claim.contract},
                                    {"future", claim.future},
                                    {"past", claim.past}})
        if (flag)
            json[key] = true;
    if (claim.base)
        json["against"] = {{"subject", claim.base->subject.name},
                           {"low", claim.base->stated.low},
                           {"high", claim.base->stated.high}};
    for (const auto& [key, list] :
         {std::pair{"unread", &claim.unread}, {"unread_beside", &claim.unreadBeside}})
        if (!list->empty())
            json[key] = *list;
    json["words"] = claim.words;
    json["evidence"] = evidenceJson(claim.evidence);
    json["missing"] = judged.judgement.missing;
    json["verdict"] = latency::verdictName(judged.judgement.verdict);
    json["reason"] = judged.judgement.reason;
    for (const auto& [key, list] :
         {std::pair{"readings", &judged.judgement.results}, {"simulated", &judged.judgement.simulated}}) {
        json[key] = Json::array();
        for (const latency::ReadingResult& result : *list)
            json[key].push_back(resultJson(result));
    }
    json["plan"] = planJson(judged.plan);
    return json;
}

} // namespace parallax::app
