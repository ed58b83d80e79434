// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What several runs say: each beside the others, and together where they are sessions of one comparison.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <iostream>
#include <utility>
#include <vector>

#include "app/cli/latency_report.h"
#include "app/cli/text_table.h"

namespace parallax::app {
namespace {

using latency::EndpointReport;

constexpr std::array besideMetrics{latency::ReportMetric::FirstToken, latency::ReportMetric::EndToEnd,
                                   latency::ReportMetric::PerOutputToken};

std::string medianOf(const EndpointReport& report, latency::ReportMetric metric) {
    for (const latency::MetricSummary& summary : report.metrics)
        if (summary.metric == metric)
            return percentileText(summary.percentiles.front(), 1);
    return "–";
}

std::string costOf(const EndpointReport& report) {
    if (report.dollarsPerToken.value_or(0) <= 0)
        return "–";
    return (report.dollarsAtMost ? "at most $" : "$") + decimals(1e6 * *report.dollarsPerToken, 4);
}

} // namespace

namespace {

// Several runs look alike in a table: what each is.
void printRuns(const std::vector<ReportedRun>& runs) {
    for (const ReportedRun& one : runs) {
        const data::MeasureRun& row = one.kept.row;
        std::cout << "Run " << row.id << ": " << row.name << (isSimulated(one.report) ? " (SIMULATION)" : "")
                  << ", " << loadWords(one.kept.plan) << "; begun " << row.begunAt << ", from "
                  << latency::placeOf(one.kept.plan, row) << '\n';
    }
    std::cout << '\n';
}

std::string nameOf(const EndpointReport& report) {
    return report.simulation.empty() ? report.endpoint : report.endpoint + " (simulation)";
}

} // namespace

void printBesideEachOther(const std::vector<ReportedRun>& runs) {
    printRuns(runs);
    std::vector<std::string> endpoints; // in the order in which the runs name them
    std::vector<std::string> head{"median (95 % interval)", "endpoint"};
    for (const ReportedRun& run : runs) {
        head.push_back("run " + std::to_string(run.kept.row.id));
        for (const EndpointReport& one : run.report.endpoints)
            if (std::find(endpoints.begin(), endpoints.end(), nameOf(one)) == endpoints.end())
                endpoints.push_back(nameOf(one));
    }
    std::vector<std::vector<std::string>> rows{head};
    const auto add = [&](const std::string& what,
                         const std::function<std::string(const EndpointReport&)>& figure) {
        for (const std::string& endpoint : endpoints) {
            std::vector<std::string> row{what, endpoint};
            for (const ReportedRun& run : runs) {
                const auto& all = run.report.endpoints;
                const auto own = std::find_if(all.begin(), all.end(), [&](const EndpointReport& one) {
                    return nameOf(one) == endpoint;
                });
                row.push_back(own == all.end() ? "–" : figure(*own));
            }
            rows.push_back(std::move(row));
        }
    };
    for (const latency::ReportMetric metric : besideMetrics)
        add(std::string(latency::metricName(metric)) + " (ms)",
            [metric](const EndpointReport& one) { return medianOf(one, metric); });
    add("tokens/s after the first",
        [](const EndpointReport& one) { return percentileText(one.decodeSpeed, 1); });
    add("a million tokens", costOf);
    std::cout << textTable(rows, true, 160) << '\n';
}

nlohmann::ordered_json besideEachOther(const std::vector<ReportedRun>& runs) {
    auto json = nlohmann::ordered_json::array();
    for (const ReportedRun& one : runs) {
        nlohmann::ordered_json run = runFacts(one.kept);
        run["load"] = loadWords(one.kept.plan);
        run["endpoints"] = nlohmann::ordered_json::array();
        const nlohmann::ordered_json whole = latency::toJson(one.report);
        for (const nlohmann::ordered_json& report : whole["endpoints"]) {
            nlohmann::ordered_json own{{"endpoint", report["endpoint"]}};
            for (const char* key : {"simulation", "output_tokens", "decode_tokens_per_second",
                                    "e2e_tokens_per_second", "usd_per_successful_token", "usd_at_most"})
                if (report.contains(key))
                    own[key] = report[key];
            for (const latency::ReportMetric metric : besideMetrics) {
                const nlohmann::ordered_json& found = report["metrics"][latency::metricName(metric)];
                own[std::string(latency::metricName(metric)) + "_ms"] = found["percentiles"][0];
            }
            run["endpoints"].push_back(std::move(own));
        }
        json.push_back(std::move(run));
    }
    return json;
}

void printSessions(const latency::SessionsComparison& sessions) {
    if (sessions.kinds > 1)
        std::cout
            << "These runs are of " << sessions.kinds
            << " different comparisons (endpoints, models, prompts, lengths or connections): each stands "
               "for itself.\n";
    const bool places = sessions.places.size() > 1;
    if (places)
        std::cout << "They were made from " << sessions.places.size()
                  << " places: each has its own sessions and its own verdict.\n";
    for (const latency::SessionsReport& one : sessions.comparisons) {
        std::string ids;
        for (const std::int64_t run : one.runs)
            ids += (ids.empty() ? "" : ", ") + std::to_string(run);
        std::cout << latency::metricName(one.metric) << (one.simulated ? " (simulation)" : "")
                  << (places ? ", from " + one.place : "") << ": ";
        if (!one.result.enough()) {
            std::cout << one.a << " and " << one.b << ": " << counted(one.result.n, "session") << ", "
                      << latency::SessionsResult::needed << " are needed";
        } else {
            std::cout << one.b << " takes " << decimals(one.result.ratio, 3) << " (95 % interval "
                      << decimals(one.result.interval.low, 3) << "–" << decimals(one.result.interval.high, 3)
                      << ") times as long as " << one.a << " over " << counted(one.result.n, "session")
                      << " (p " << (one.adjustedP < 0.0001 ? "< 0.0001" : decimals(one.adjustedP, 4))
                      << " after Holm); ";
            if (one.tooFewSessions())
                std::cout << "too few sessions to show a difference by Holm's correction over "
                          << counted(one.comparisons, "comparison");
            else if (one.ordering == latency::Ordering::Undecided)
                std::cout << "no difference is shown";
            else
                std::cout << (one.ordering == latency::Ordering::AFaster ? one.a : one.b) << " is faster"
                          << (one.simulated ? " in this simulation, which says nothing of a provider" : "");
        }
        std::cout << "; runs " << ids;
        if (one.tooClose > 0)
            std::cout << "; " << counted(one.tooClose, "run")
                      << " within an hour of one of them not counted: sessions are of different hours";
        std::cout << '\n';
    }
    if (sessions.comparisons.empty())
        std::cout << "None of these runs compared two endpoints with enough pairs.\n";
}

} // namespace parallax::app
