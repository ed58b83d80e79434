// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/kept_run.h"
#include "app/cli/latency_commands.h"
#include "app/cli/text_table.h"
#include "app/keys.h"
#include "app/local_engines.h"
#include "app/version.h"
#include "data/store/clock.h"
#include "data/store/measure_store.h"
#include "data/store/measure_writer.h"
#include "engine/latency/machine_name.h"
#include "engine/latency/report.h"
#include "engine/latency/report_options.h"
#include "engine/latency/run.h"

namespace parallax::app {
namespace {

using nlohmann::ordered_json;

std::string readFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error(ErrorCode::FileNotFound, {path});
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string number(double value, int digits) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

std::string cell(const latency::Percentile& percentile) {
    if (!percentile.enough())
        return "needs " + std::to_string(percentile.needed);
    return number(percentile.value, 1) + " (" + number(percentile.interval.low, 1) + "–" +
           number(percentile.interval.high, 1) + ")";
}

// A ramp by its tenths: what waits grows before what fails does.
void printRamp(const std::vector<latency::RampStep>& ramp) {
    if (ramp.empty())
        return;
    const bool rate = ramp.front().planned.unit == latency::RampUnit::PerSecond;
    std::vector<std::vector<std::string>> rows{{rate ? "requests/s" : "at a time", "sent/s", "under way",
                                                "met limits", "n", "ttft p50 (ms)", "ttft p90", "e2e p50",
                                                "e2e p90"}};
    for (const latency::RampStep& step : ramp) {
        const auto attained = step.goodput.attainment();
        std::vector<std::string> row{number(step.planned.from, 1) + "–" + number(step.planned.to, 1),
                                     number(step.offeredPerSecond, 1), number(step.underWay, 1),
                                     attained ? number(100 * *attained, 1) + " %" : "–",
                                     std::to_string(step.metrics.at(2).n)};
        for (const std::size_t metric : {std::size_t{0}, std::size_t{2}}) // first token, end to end
            for (const std::size_t quantile : {std::size_t{0}, std::size_t{1}})
                row.push_back(cell(step.metrics.at(metric).percentiles.at(quantile)));
        rows.push_back(std::move(row));
    }
    std::cout << textTable(rows, true, 160);
}

// Who states the prices that a cost rests on, and that they disagree where they do: the dearest counts.
void printPrices(const latency::Quote& quote) {
    constexpr std::array units{"input", "cached input", "output", "reasoning"};
    if (quote.disagreement)
        std::cout << "  price lists disagree, the dearest counts:\n";
    for (const latency::Price& price : quote.statements)
        std::cout << "  $" << number(static_cast<double>(price.perToken) / 1e6, 3) << " a million of "
                  << units.at(static_cast<std::size_t>(price.unit)) << ": " << price.source
                  << (price.readOn.empty() ? "" : ", read " + price.readOn) << '\n';
}

void printEndpoint(const latency::EndpointReport& endpoint, bool paired) {
    const auto count = [&](data::Outcome outcome) {
        return std::to_string(endpoint.outcomes[static_cast<std::size_t>(outcome)]);
    };
    std::cout << '\n' << endpoint.endpoint;
    if (!endpoint.simulation.empty())
        std::cout << " (simulation: " << endpoint.simulation << ")";
    std::cout << "\n  " << count(data::Outcome::Success) << " answered, " << count(data::Outcome::Throttled)
              << " throttled, " << count(data::Outcome::Provider) << " failed, "
              << count(data::Outcome::Rejected) << " rejected, " << count(data::Outcome::Filtered)
              << " filtered, " << count(data::Outcome::Client) << " not sent, "
              << count(data::Outcome::Cancelled) << " cancelled\n";
    if (endpoint.buffered > 0)
        std::cout << "  " << endpoint.buffered << " came all at once at the end: no first token was timed\n";
    std::vector<std::vector<std::string>> rows{{"ms (95 % interval)", "n", "p50", "p90", "p95", "p99"}};
    for (const latency::MetricSummary& metric : endpoint.metrics) {
        if (metric.metric == latency::ReportMetric::RoundTrip && metric.n == 0)
            continue; // every connection was kept, or there was none
        std::vector<std::string> row{latency::metricName(metric.metric), std::to_string(metric.n)};
        for (const latency::Percentile& percentile : metric.percentiles)
            row.push_back(cell(percentile));
        rows.push_back(std::move(row));
    }
    std::cout << textTable(rows, true);
    for (const latency::SweepStep& step : endpoint.sweep)
        std::cout << "  at " << number(step.offeredPerSecond, 2) << " requests/s "
                  << number(100 * step.goodput.attainment().value_or(0), 1)
                  << (step.kept ? " % met the limits\n" : " % met the limits: too few\n");
    if (!endpoint.sweep.empty())
        std::cout << "  highest rate within the limits: " << number(endpoint.highestKept, 2)
                  << " requests/s\n";
    printRamp(endpoint.ramp);
    std::cout << "  availability at least " << number(100 * endpoint.availabilityAtLeast, 2)
              << " % (95 % confidence)";
    if (endpoint.fluidity)
        std::cout << "; " << number(100 * *endpoint.fluidity, 1) << " % of the chunks in time for the limits";
    if (!paired) // who answers by turns has no throughput of its own
        std::cout << "; " << number(endpoint.throughput.tokensPerSecond, 1) << " tokens/s";
    if (endpoint.dollarsPerToken &&
        *endpoint.dollarsPerToken > 0) // a machine of one's own is not free either
        std::cout << "; $" << number(1e6 * *endpoint.dollarsPerToken, 4) << " for a million successful tokens"
                  << (endpoint.dollarsPerHour ? " (at $" + number(*endpoint.dollarsPerHour, 2) +
                                                    " for an hour of the machine, while it answers)"
                                              : "");
    std::cout << '\n';
    printPrices(endpoint.quote);
}

void printComparison(const latency::ComparisonReport& comparison) {
    std::cout << latency::metricName(comparison.metric) << ": ";
    if (!comparison.result.enough()) {
        std::cout << "not enough data to compare " << comparison.a << " and " << comparison.b << '\n';
        return;
    }
    const std::string found = number(comparison.result.ratio, 3) + " (95 % interval " +
                              number(comparison.result.interval.low, 3) + "–" +
                              number(comparison.result.interval.high, 3) + ")";
    std::cout << comparison.b << " takes " << found << " times as long as " << comparison.a << " over "
              << comparison.result.n << " pairs; ";
    if (comparison.ordering == latency::Ordering::Undecided)
        std::cout << "no difference is shown in this window";
    else
        std::cout << (comparison.ordering == latency::Ordering::AFaster ? comparison.a : comparison.b)
                  << " is faster in this window";
    if (comparison.result.autocorrelated())
        std::cout << " (the pairs depend on each other: more sessions are needed)";
    std::cout << '\n';
}

// The same model in process and through a server of its own.
void printOverheads(const std::vector<latency::OverheadReport>& overheads) {
    const latency::OverheadReport* before = nullptr;
    for (const latency::OverheadReport& one : overheads) {
        if (before == nullptr || before->local != one.local || before->served != one.served)
            std::cout << "\nClient and transport add (" << one.served << " less " << one.local << ", "
                      << counted(one.added.n, "pair") << "):\n";
        before = &one;
        std::cout << "  " << latency::metricName(one.metric) << ": ";
        if (one.added.enough())
            std::cout << number(one.added.value, 3) << " ms (95 % interval "
                      << number(one.added.interval.low, 3) << "–" << number(one.added.interval.high, 3)
                      << ")\n";
        else
            std::cout << "not enough data: needs " << one.added.needed << '\n';
    }
}

void printReport(const Session& session, const data::MeasureRun& run, const latency::Report& report) {
    if (session.json) {
        ordered_json json = latency::toJson(report);
        json["run"] = run.id;
        json["name"] = run.name;
        constexpr std::array states{"under_way", "finished", "stopped", "budget_reached"};
        json["state"] = states[static_cast<std::size_t>(run.state)];
        json["worst_lag_ms"] = static_cast<double>(run.worstLag) / 1e6;
        json["spent_usd"] = static_cast<double>(run.spent) / 1e12;
        std::cout << dumped(json) << '\n';
        return;
    }
    std::cout << "Run " << run.id << ": " << run.name << '\n';
    for (const auto& endpoint : report.endpoints)
        printEndpoint(endpoint, !report.comparisons.empty());
    if (!report.comparisons.empty())
        std::cout << '\n';
    for (const auto& comparison : report.comparisons)
        printComparison(comparison);
    printOverheads(report.overheads);
    if (run.state == data::MeasureState::BudgetReached)
        std::cout << "\nThe budget was reached: the run ended early.\n";
}

std::function<std::optional<data::Endpoint>(const std::string&)> namedIn(data::Library& library) {
    return [&library](const std::string& name) { return data::MeasureStore(library).endpoint(name); };
}

int run(const Session& session, const std::string& path) {
    const std::string bytes = readFile(path);
    const auto library = session.openLibrary();
    data::MeasureStore store(*library);
    latency::RunPlan plan = latency::readPlan(bytes, path, namedIn(*library));
    data::MeasureRun row;
    row.name = plan.name;
    row.plan = bytes;
    row.machine = latency::machineName();
    row.version = version();
    row.begunAt = data::toIso(data::now());
    latency::checkPlan(plan, row.begunAt.substr(0, 10));
    const std::stop_token stop = stopOnInterrupt(); // before any thread is there to take the signals
    LocalEngines engines(stop);
    engines.serve(plan);
    row.id = store.beginRun(row);
    data::MeasureWriter writer(library->path(), row.id);
    const ProgressCallback progress = [&](const Progress& at) {
        if (at.done % 10 == 0 || at.done == at.total)
            note(session, std::to_string(at.done) + " of " + std::to_string(at.total) + ": " + at.item);
    };
    const latency::RunResult result = latency::runPlan(
        plan, keyFor, row.begunAt.substr(0, 10), stop,
        [&](data::Attempt&& attempt) { writer.add(std::move(attempt)); }, progress, engines.source());
    writer.finish();
    row.endedAt = data::toIso(data::now());
    row.state = result.stopped         ? data::MeasureState::Stopped
                : result.budgetReached ? data::MeasureState::BudgetReached
                                       : data::MeasureState::Finished;
    row.windowBegin = result.window.begin;
    row.windowEnd = result.window.end;
    row.worstLag = result.worstLag;
    row.spent = result.spent;
    store.endRun(row);
    printReport(session, row,
                latency::reportOf(store.attempts(row.id), latency::reportOptions(plan, row.begunAt)));
    return 0;
}

latency::Report reportOf(data::MeasureStore& store, const KeptRun& kept) {
    return latency::reportOf(store.attempts(kept.row.id),
                             latency::reportOptions(kept.plan, kept.row.begunAt));
}

int report(const Session& session, std::int64_t id) {
    const auto library = session.openLibrary();
    data::MeasureStore store(*library);
    const KeptRun kept = keptRun(store, id);
    printReport(session, kept.row, reportOf(store, kept));
    return 0;
}

int compare(const Session& session, const std::vector<std::int64_t>& ids) {
    const auto library = session.openLibrary();
    data::MeasureStore store(*library);
    std::vector<latency::Report> reports;
    reports.reserve(ids.size());
    for (const std::int64_t id : ids)
        reports.push_back(reportOf(store, keptRun(store, id)));
    const auto sessions = latency::acrossSessions(reports);
    if (session.json) {
        std::cout << dumped(latency::toJson(sessions)) << '\n';
        return 0;
    }
    for (const latency::SessionsReport& one : sessions) {
        std::cout << latency::metricName(one.metric) << ": ";
        if (!one.result.enough()) {
            std::cout << one.a << " and " << one.b << ": " << counted(one.result.n, "session") << ", "
                      << latency::SessionsResult::needed << " are needed\n";
            continue;
        }
        std::cout << one.b << " takes " << number(one.result.ratio, 3) << " (95 % interval "
                  << number(one.result.interval.low, 3) << "–" << number(one.result.interval.high, 3)
                  << ") times as long as " << one.a << " over " << counted(one.result.n, "session") << "; ";
        if (one.result.ordering == latency::Ordering::Undecided)
            std::cout << "no difference is shown\n";
        else
            std::cout << (one.result.ordering == latency::Ordering::AFaster ? one.a : one.b)
                      << " is faster\n";
    }
    if (sessions.empty())
        std::cout << "None of these runs compared two endpoints with enough pairs.\n";
    return 0;
}

int runs(const Session& session) {
    const auto library = session.openLibrary();
    std::vector<std::vector<std::string>> rows{{"Run", "Begun", "Ended", "Plan"}};
    auto json = ordered_json::array();
    for (const data::MeasureRun& one : data::MeasureStore(*library).runs()) {
        rows.push_back({std::to_string(one.id), one.begunAt, one.endedAt, one.name});
        json.push_back({{"run", one.id}, {"name", one.name}, {"begun", one.begunAt}, {"ended", one.endedAt}});
    }
    if (json.empty() && !session.json) {
        note(session, "No runs. `parallax latency run PLAN.json` makes one; docs/latency.md says how.");
        return 0;
    }
    std::cout << (session.json ? dumped(json) + '\n' : textTable(rows, true));
    return 0;
}

} // namespace

void addLatency(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("latency", "Time endpoints: run a plan, report, compare, list runs");
    command->require_subcommand(1);
    command->fallthrough();

    auto path = std::make_shared<std::string>();
    auto* running = command->add_subcommand("run", "Run a plan (docs/latency.md) and print its report");
    running->add_option("PLAN", *path, "A JSON file")->required();
    running->callback([&session, path] { session.run = [&session, path] { return run(session, *path); }; });

    auto id = std::make_shared<std::int64_t>(0);
    auto* reporting = command->add_subcommand("report", "Print the report of a run again");
    reporting->add_option("RUN", *id, "Its number in \"latency runs\"")->required();
    auto request = std::make_shared<WantedRequest>();
    addWantedRequest(*reporting, *request);
    reporting->callback([&session, id, request] {
        session.run = [&session, id, request] {
            return request->which.empty() ? report(session, *id) : reportRequest(session, *id, *request);
        };
    });

    auto ids = std::make_shared<std::vector<std::int64_t>>();
    auto* comparing = command->add_subcommand(
        "compare", "Say what several runs of the same comparison come to (five are needed)");
    comparing->add_option("RUN", *ids, "Numbers in \"latency runs\"")->required();
    comparing->callback(
        [&session, ids] { session.run = [&session, ids] { return compare(session, *ids); }; });

    command->add_subcommand("runs", "List the runs of the library, newest first")->callback([&session] {
        session.run = [&session] { return runs(session); };
    });
    addLatencyClaims(*command, session);
    addLatencyFiles(*command, session);
}

} // namespace parallax::app
