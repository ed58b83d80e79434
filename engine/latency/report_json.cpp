// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "engine/latency/report.h"

namespace parallax::latency {
namespace {

using nlohmann::ordered_json;

ordered_json percentileJson(const Percentile& percentile) {
    if (!percentile.enough())
        return {{"q", percentile.q}, {"not_enough_data", true}, {"needed", percentile.needed}};
    return {{"q", percentile.q},
            {"value", percentile.value},
            {"interval", {percentile.interval.low, percentile.interval.high}}};
}

ordered_json summaryJson(const MetricSummary& summary) {
    ordered_json json{{"n", summary.n}};
    json["percentiles"] = ordered_json::array();
    for (const Percentile& percentile : summary.percentiles)
        json["percentiles"].push_back(percentileJson(percentile));
    return json;
}

ordered_json metricsJson(const std::vector<MetricSummary>& summaries) {
    ordered_json json;
    for (const MetricSummary& summary : summaries)
        json[metricName(summary.metric)] = summaryJson(summary);
    return json;
}

ordered_json rampJson(const RampStep& step) {
    ordered_json json{
        {"step", step.step},
        {step.planned.unit == RampUnit::PerSecond ? "planned_per_second" : "planned_under_way",
         {step.planned.from, step.planned.to}},
        {"offered_per_second", step.offeredPerSecond ? ordered_json(*step.offeredPerSecond) : ordered_json()},
        {"under_way", step.underWay},
        {"good", step.goodput.good},
        {"bad", step.goodput.bad},
        {"errors", step.goodput.errors}};
    json["metrics"] = metricsJson(step.metrics);
    return json;
}

ordered_json orNull(const std::optional<double>& value) {
    return value ? ordered_json(*value) : ordered_json();
}

const char* endName(SweepEnd end) {
    switch (end) {
    case SweepEnd::NotEnoughData:
        return "not_enough_data";
    case SweepEnd::NoneKept:
        return "none_kept";
    case SweepEnd::LimitNotReached:
        return "limit_not_reached";
    case SweepEnd::Bracketed:
        return "bracketed";
    }
    return "";
}

const char* verdictName(StepVerdict verdict) {
    switch (verdict) {
    case StepVerdict::Kept:
        return "kept";
    case StepVerdict::Missed:
        return "missed";
    case StepVerdict::Growing:
        return "growing";
    case StepVerdict::TooFew:
        return "too_few_requests";
    case StepVerdict::TooShort:
        return "too_short";
    }
    return "";
}

ordered_json sweepJson(const SweepStep& step) {
    const StepJudgement& judgement = step.judgement;
    return {{"planned_per_second", step.plannedPerSecond},
            {"offered_per_second", orNull(step.reached.offeredPerSecond)},
            {"requests_per_second", orNull(step.reached.requestsPerSecond)},
            {"tokens_per_second", orNull(step.reached.tokensPerSecond)},
            {"good", judgement.goodput.good},
            {"bad", judgement.goodput.bad},
            {"errors", judgement.goodput.errors},
            {"attainment_interval", {judgement.attainment.low, judgement.attainment.high}},
            {"seconds", judgement.seconds},
            {"needed_seconds", judgement.neededSeconds},
            {"not_enough_data", !judgement.decided()},
            {"verdict", verdictName(judgement.verdict)},
            {"kept", judgement.verdict == StepVerdict::Kept}};
}

const char* orderingName(const ComparisonReport& comparison) {
    if (!comparison.result.enough())
        return "not_enough_data";
    switch (comparison.ordering) {
    case Ordering::AFaster:
        return "a_faster_in_this_window";
    case Ordering::BFaster:
        return "b_faster_in_this_window";
    case Ordering::Undecided:
        break;
    }
    return "undecided";
}

ordered_json endpointJson(const EndpointReport& report) {
    ordered_json json{{"endpoint", report.endpoint}};
    if (!report.simulation.empty())
        json["simulation"] = report.simulation;
    constexpr std::array outcomeNames{"success",  "client",   "throttled", "provider",
                                      "rejected", "filtered", "cancelled"};
    for (std::size_t i = 0; i < outcomeNames.size(); ++i)
        json["outcomes"][outcomeNames[i]] = report.outcomes[i];
    constexpr std::array connectionNames{"cold", "tls_resumed", "warm", "local"};
    for (std::size_t i = 0; i < connectionNames.size(); ++i)
        json["connections"][connectionNames[i]] = report.connections[i];
    for (const ConnectionReport& one : report.byConnection)
        json["by_connection"][connectionNames.at(static_cast<std::size_t>(one.kind))] =
            metricsJson(one.metrics);
    for (const auto& [model, count] : report.models)
        json["models"][model] = count;
    for (const auto& [fingerprint, count] : report.fingerprints)
        json["system_fingerprints"][fingerprint] = count;
    for (const auto& [fault, count] : report.faults)
        json["faults"][fault] = count;
    json["buffered"] = report.buffered;
    json["client_late_over_1ms"] = report.late;
    json["metrics"] = metricsJson(report.metrics);
    json["output_tokens"] = percentileJson(report.outputTokens);
    json["reasoning_tokens"] = orNull(report.reasoningTokens);
    json["decode_tokens_per_second"] = percentileJson(report.decodeSpeed);
    json["e2e_tokens_per_second"] = percentileJson(report.wholeSpeed);
    json["inter_chunk_ms"]["n"] = report.gaps.n;
    constexpr std::array quantileNames{"p50", "p90", "p95", "p99"};
    static_assert(quantileNames.size() == reportQuantiles.size());
    for (std::size_t i = 0; i < quantileNames.size(); ++i)
        json["inter_chunk_ms"][quantileNames[i]] = orNull(report.gaps.percentiles[i]);
    json["inter_chunk_ms"]["tokens_per_chunk"] = orNull(report.gaps.tokensPerChunk);
    json["inter_chunk_ms"]["chunks_per_answer"] = orNull(report.gaps.chunksPerAnswer);
    if (report.atLength) {
        json["e2e_at_length"]["tokens"] = report.atLength->tokens;
        json["e2e_at_length"]["measured"] = summaryJson(report.atLength->measured);
        json["e2e_at_length"]["modelled"] = summaryJson(report.atLength->modelled);
    }
    if (report.ownTokens.n > 0) {
        json["own_output_tokens"] = percentileJson(report.ownTokens);
        json["own_count_differs"] = report.ownDiffers;
    }
    if (report.beyondAsked > 0)
        json["far_more_tokens_than_asked"] = report.beyondAsked;
    if (report.lengthNotFixed)
        json["length_not_fixed"] = true;
    if (report.throughput)
        json["throughput"] = {{"tokens_per_second", orNull(report.throughput->tokensPerSecond)},
                              {"requests_per_second", orNull(report.throughput->requestsPerSecond)},
                              {"offered_per_second", orNull(report.throughput->offeredPerSecond)}};
    if (report.sweep.empty())
        json["goodput"] = {{"good", report.goodput.good},
                           {"bad", report.goodput.bad},
                           {"errors", report.goodput.errors},
                           {"excluded", report.goodput.excluded}};
    if (report.throughput)
        json["goodput"]["per_second"] = orNull(report.goodput.perSecond);
    if (report.fluidity)
        json["fluidity"] = *report.fluidity;
    for (const DriftReport& drift : report.drifts)
        json["drift"][metricName(drift.metric)] = {{"n", drift.n},
                                                   {"change", drift.change},
                                                   {"interval", {drift.interval.low, drift.interval.high}}};
    for (const TailReport& one : report.tails) {
        ordered_json& tail = json["p99_at_most"][metricName(one.metric)];
        tail = {{"n", one.tail.n}, {"limit", one.limit}};
        if (one.tail.enough()) {
            tail["value"] = std::isfinite(one.tail.value) ? ordered_json(one.tail.value) : ordered_json();
            tail["kept"] = one.kept();
        } else {
            tail["not_enough_data"] = true;
            tail["needed"] = one.tail.needed;
        }
    }
    json["availability"] = {{"successes", report.availability.successes},
                            {"provider_failures", report.availability.providerFailures},
                            {"throttled", report.availability.throttled},
                            {"at_least_95", orNull(report.availabilityAtLeast)}};
    for (const SweepStep& step : report.sweep)
        json["sweep"].push_back(sweepJson(step));
    if (!report.sweep.empty()) {
        json["sweep_end"] = endName(report.sweepEnd);
        json["sweep_needed"] = report.sweepNeeded;
        const bool found =
            report.sweepEnd == SweepEnd::Bracketed || report.sweepEnd == SweepEnd::LimitNotReached;
        json["highest_per_second"] = found ? ordered_json(report.highestKept) : ordered_json();
        json["highest_reached_per_second"] =
            found ? orNull(report.highestReached.requestsPerSecond) : ordered_json();
        json["sweep_steps_planned"] = report.sweepPlanned;
    }
    for (const RampStep& step : report.ramp)
        json["ramp"].push_back(rampJson(step));
    if (report.dollarsPerToken)
        json["usd_per_successful_token"] = *report.dollarsPerToken;
    if (report.dollarsPerToken && report.dollarsAtMost)
        json["usd_at_most"] = true;
    constexpr std::array unitNames{"input", "cached_input", "output", "reasoning"};
    for (const Price& price : report.quote.statements)
        json["prices"].push_back({{"unit", unitNames.at(static_cast<std::size_t>(price.unit))},
                                  {"usd_per_million_tokens", static_cast<double>(price.perToken) / 1e6},
                                  {"source", price.source},
                                  {"valid_from", price.from},
                                  {"read_on", price.readOn}});
    if (!report.quote.statements.empty())
        json["prices_disagree"] = report.quote.disagreement;
    if (report.dollarsPerHour)
        json["usd_per_hour_assumed"] = *report.dollarsPerHour;
    return json;
}

} // namespace

ordered_json toJson(const Report& report) {
    ordered_json json;
    json["endpoints"] = ordered_json::array();
    for (const EndpointReport& endpoint : report.endpoints)
        json["endpoints"].push_back(endpointJson(endpoint));
    json["comparisons"] = ordered_json::array();
    for (const ComparisonReport& comparison : report.comparisons) {
        ordered_json one{{"a", comparison.a},
                         {"b", comparison.b},
                         {"metric", metricName(comparison.metric)},
                         {"pairs", comparison.result.n},
                         {"pairs_of_other_lengths", comparison.otherLength},
                         {"verdict", orderingName(comparison)}};
        if (comparison.result.enough()) {
            one["b_over_a"] = comparison.result.ratio;
            one["interval"] = {comparison.result.interval.low, comparison.result.interval.high};
            one["p"] = comparison.result.p;
            one["p_holm"] = comparison.adjustedP;
            one["autocorrelation"] = comparison.result.autocorrelation;
            one["autocorrelated"] = comparison.result.autocorrelated();
        }
        json["comparisons"].push_back(std::move(one));
    }
    for (const OverheadReport& overhead : report.overheads) {
        ordered_json one{{"local", overhead.local},
                         {"served", overhead.served},
                         {"metric", metricName(overhead.metric)},
                         {"pairs", overhead.added.n}};
        one["added_ms"] = percentileJson(overhead.added);
        json["overheads"].push_back(std::move(one));
    }
    json["tests"] = std::count_if(report.comparisons.begin(), report.comparisons.end(),
                                  [](const auto& comparison) { return comparison.result.enough(); });
    return json;
}

} // namespace parallax::latency
