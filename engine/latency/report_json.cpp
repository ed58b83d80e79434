// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
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

ordered_json metricsJson(const std::vector<MetricSummary>& summaries) {
    ordered_json json;
    for (const MetricSummary& summary : summaries) {
        ordered_json& metric = json[metricName(summary.metric)];
        metric["n"] = summary.n;
        metric["percentiles"] = ordered_json::array();
        for (const Percentile& percentile : summary.percentiles)
            metric["percentiles"].push_back(percentileJson(percentile));
    }
    return json;
}

ordered_json rampJson(const RampStep& step) {
    ordered_json json{{"step", step.step},
                      {step.planned.unit == RampUnit::PerSecond ? "planned_per_second" : "planned_under_way",
                       {step.planned.from, step.planned.to}},
                      {"offered_per_second", step.offeredPerSecond},
                      {"under_way", step.underWay},
                      {"good", step.goodput.good},
                      {"bad", step.goodput.bad},
                      {"errors", step.goodput.errors}};
    json["metrics"] = metricsJson(step.metrics);
    return json;
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
    json["buffered"] = report.buffered;
    json["metrics"] = metricsJson(report.metrics);
    json["throughput"] = {{"tokens_per_second", report.throughput.tokensPerSecond},
                          {"requests_per_second", report.throughput.requestsPerSecond},
                          {"offered_per_second", report.throughput.offeredPerSecond}};
    json["goodput"] = {{"good", report.goodput.good},
                       {"bad", report.goodput.bad},
                       {"errors", report.goodput.errors},
                       {"excluded", report.goodput.excluded},
                       {"per_second", report.goodput.perSecond}};
    if (report.fluidity)
        json["fluidity"] = *report.fluidity;
    json["availability"] = {{"successes", report.availability.successes},
                            {"provider_failures", report.availability.providerFailures},
                            {"throttled", report.availability.throttled},
                            {"at_least_95", report.availabilityAtLeast}};
    for (const SweepStep& step : report.sweep)
        json["sweep"].push_back({{"offered_per_second", step.offeredPerSecond},
                                 {"good", step.goodput.good},
                                 {"bad", step.goodput.bad},
                                 {"errors", step.goodput.errors},
                                 {"kept", step.kept}});
    if (!report.sweep.empty())
        json["highest_per_second"] = report.highestKept;
    for (const RampStep& step : report.ramp)
        json["ramp"].push_back(rampJson(step));
    if (report.dollarsPerToken)
        json["usd_per_successful_token"] = *report.dollarsPerToken;
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

ordered_json toJson(const std::vector<SessionsReport>& sessions) {
    auto json = ordered_json::array();
    for (const SessionsReport& one : sessions) {
        ordered_json entry{
            {"a", one.a}, {"b", one.b}, {"metric", metricName(one.metric)}, {"sessions", one.result.n}};
        if (!one.result.enough()) {
            entry["verdict"] = "not_enough_data";
            entry["needed"] = SessionsResult::needed;
        } else {
            entry["b_over_a"] = one.result.ratio;
            entry["interval"] = {one.result.interval.low, one.result.interval.high};
            entry["verdict"] = one.result.ordering == Ordering::AFaster   ? "a_faster"
                               : one.result.ordering == Ordering::BFaster ? "b_faster"
                                                                          : "undecided";
        }
        json.push_back(std::move(entry));
    }
    return json;
}

} // namespace parallax::latency
