// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/latency_report.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <utility>
#include <vector>

#include "app/cli/text_table.h"

namespace parallax::app {

std::string decimals(double value, int digits) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

std::string percentileText(const latency::Percentile& percentile, int digits) {
    if (!percentile.enough())
        return "not enough data";
    return decimals(percentile.value, digits) + " (" + decimals(percentile.interval.low, digits) + "–" +
           decimals(percentile.interval.high, digits) + ")";
}

namespace {

using nlohmann::ordered_json;

// A ramp by its tenths: what waits grows before what fails does.
void printRamp(const std::vector<latency::RampStep>& ramp, bool limits) {
    if (ramp.empty())
        return;
    const bool rate = ramp.front().planned.unit == latency::RampUnit::PerSecond;
    std::vector<std::vector<std::string>> rows{{rate ? "requests/s" : "at a time", "sent/s", "under way",
                                                "met limits", "n", "ttft p50 (ms)", "ttft p90", "e2e p50",
                                                "e2e p90"}};
    for (const latency::RampStep& step : ramp) {
        const auto attained = step.goodput.attainment();
        std::vector<std::string> row{
            decimals(step.planned.from, 1) + "–" + decimals(step.planned.to, 1),
            step.offeredPerSecond ? decimals(*step.offeredPerSecond, 1) : "not enough data",
            decimals(step.underWay, 1),
            limits && attained
                ? std::to_string(step.goodput.good) + " of " + std::to_string(step.goodput.judged())
                : "–",
            std::to_string(step.metrics.at(2).n)};
        for (const std::size_t metric : {std::size_t{0}, std::size_t{2}}) // first token, end to end
            for (const std::size_t quantile : {std::size_t{0}, std::size_t{1}})
                row.push_back(percentileText(step.metrics.at(metric).percentiles.at(quantile)));
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
        std::cout << "  $" << decimals(static_cast<double>(price.perToken) / 1e6, 3) << " a million of "
                  << units.at(static_cast<std::size_t>(price.unit)) << ": " << price.source
                  << (price.from.empty() ? "" : ", since " + price.from)
                  << (price.readOn.empty() ? "" : ", read " + price.readOn) << '\n';
}

// Answers of different lengths take different times; what the report cannot hold apart it says.
void printLengths(const latency::EndpointReport& endpoint) {
    std::vector<std::string> parts;
    if (endpoint.outputTokens.enough())
        parts.push_back("an answer has " + decimals(endpoint.outputTokens.value, 0) +
                        " tokens in the median (" + decimals(endpoint.outputTokens.interval.low, 0) + "–" +
                        decimals(endpoint.outputTokens.interval.high, 0) + ")");
    if (endpoint.reasoningTokens)
        parts.push_back(decimals(*endpoint.reasoningTokens, 0) + " of them thought");
    if (endpoint.decodeSpeed.enough())
        parts.push_back(decimals(endpoint.decodeSpeed.value, 1) + " tokens/s after the first (" +
                        decimals(endpoint.decodeSpeed.interval.low, 1) + "–" +
                        decimals(endpoint.decodeSpeed.interval.high, 1) + ")");
    if (endpoint.wholeSpeed.enough())
        parts.push_back(decimals(endpoint.wholeSpeed.value, 1) + " with the wait for it (" +
                        decimals(endpoint.wholeSpeed.interval.low, 1) + "–" +
                        decimals(endpoint.wholeSpeed.interval.high, 1) + ")");
    if (endpoint.gaps.tokensPerChunk)
        parts.push_back(decimals(*endpoint.gaps.tokensPerChunk, 2) + " tokens a chunk");
    if (endpoint.gaps.chunksPerAnswer)
        parts.push_back(decimals(*endpoint.gaps.chunksPerAnswer, 0) + " chunks an answer");
    for (std::size_t i = 0; i < parts.size(); ++i)
        std::cout << (i == 0 ? "  " : "; ") << parts[i] << (i + 1 == parts.size() ? "\n" : "");
    if (endpoint.ownTokens.enough()) {
        std::cout << "  by the tokenizer of our own it has " << decimals(endpoint.ownTokens.value, 0) << " ("
                  << decimals(endpoint.ownTokens.interval.low, 0) << "–"
                  << decimals(endpoint.ownTokens.interval.high, 0) << ")";
        if (endpoint.ownDiffers > 0)
            std::cout << "; the server counts more than 2 % otherwise in "
                      << counted(static_cast<std::size_t>(endpoint.ownDiffers), "answer");
        std::cout << '\n';
    }
    if (endpoint.lengthNotFixed)
        std::cout << "  a fixed length was asked for, and this provider cannot be told one\n";
    if (endpoint.beyondAsked > 0)
        std::cout << "  " << counted(static_cast<std::size_t>(endpoint.beyondAsked), "answer")
                  << " reported far more tokens than were asked for\n";
}

// Whether it stayed the same over the run, and MLPerf's rule for what has a limit.
void printDriftsAndTails(const latency::EndpointReport& endpoint) {
    for (const latency::DriftReport& drift : endpoint.drifts)
        if (drift.shown())
            std::cout << "  " << latency::metricName(drift.metric)
                      << " drifts: " << decimals(100 * drift.change, 1)
                      << " % from beginning to end (99 % interval " << decimals(100 * drift.interval.low, 1)
                      << " to " << decimals(100 * drift.interval.high, 1) << ")\n";
    for (const latency::TailReport& one : endpoint.tails) {
        std::cout << "  p99 of " << latency::metricName(one.metric)
                  << " by MLPerf's rule (99 % confidence): ";
        if (!one.tail.enough())
            std::cout << "not enough data: " << one.tail.n << " of " << one.tail.needed << " requests\n";
        else
            std::cout << (std::isfinite(one.tail.value) ? "at most " + decimals(one.tail.value, 1) + " ms"
                                                        : "none, too many failed")
                      << (one.kept() ? ", within " : ", not within ") << decimals(one.limit, 1) << " ms\n";
    }
}

std::string reachedText(const latency::Throughput& reached) {
    if (!reached.requestsPerSecond)
        return {};
    return decimals(*reached.requestsPerSecond, 2) + " answers/s" +
           (reached.tokensPerSecond ? ", " + decimals(*reached.tokensPerSecond, 1) + " tokens/s" : "");
}

// What a step came to: the share that met the limits, or why it says nothing.
std::string stepText(const latency::StepJudgement& step, const latency::EndpointReport& endpoint) {
    std::string share = decimals(100 * step.goodput.attainment().value_or(0), 1) + " % of " +
                        std::to_string(step.goodput.judged()) + " met the limits (95 % interval " +
                        decimals(100 * step.attainment.low, 1) + "–" +
                        decimals(100 * step.attainment.high, 1) + ")";
    switch (step.verdict) {
    case latency::StepVerdict::Kept:
        return share;
    case latency::StepVerdict::Missed:
        return share + ": under what was asked for";
    case latency::StepVerdict::Growing:
        return share + ", but whole answers took longer and longer (" + decimals(100 * step.growth, 0) +
               " % over the step): not kept up";
    case latency::StepVerdict::TooFew:
        return "not enough data: " + std::to_string(step.goodput.judged()) + " of " +
               std::to_string(endpoint.sweepNeeded) + " requests";
    case latency::StepVerdict::TooShort:
        return "not enough data: it lasted " + decimals(step.seconds, 2) + " s, which takes " +
               decimals(step.neededSeconds, 2) + " s (ten answers, and a second at least)";
    }
    return {};
}

void printSweep(const latency::EndpointReport& endpoint) {
    for (const latency::SweepStep& step : endpoint.sweep) {
        const std::string reached = reachedText(step.reached);
        std::cout << "  at " << decimals(step.plannedPerSecond, 2) << " requests/s (as sent "
                  << (step.reached.offeredPerSecond ? decimals(*step.reached.offeredPerSecond, 2) : "–")
                  << (reached.empty() ? "" : ", reached " + reached) << ") "
                  << stepText(step.judgement, endpoint) << '\n';
    }
    if (endpoint.sweep.empty())
        return;
    const std::string made = std::to_string(endpoint.sweep.size()),
                      planned = std::to_string(endpoint.sweepPlanned);
    if (std::cmp_less(endpoint.sweep.size(), endpoint.sweepPlanned))
        std::cout << "  the sweep ended after " << made << " of " << planned << " steps\n";
    const std::string reached = reachedText(endpoint.highestReached);
    const auto& sent = endpoint.highestReached.offeredPerSecond;
    const std::string highest = decimals(endpoint.highestKept, 2) + " requests/s as planned" +
                                (sent ? ", " + decimals(*sent, 2) + " as sent" : "") +
                                (reached.empty() ? "" : " (reached " + reached + ")");
    switch (endpoint.sweepEnd) {
    case latency::SweepEnd::NotEnoughData:
        std::cout << "  highest rate within the limits: not enough data\n";
        break;
    case latency::SweepEnd::NoneKept:
        std::cout << "  highest rate within the limits: none of those that were tried\n";
        break;
    case latency::SweepEnd::LimitNotReached:
        std::cout << "  highest rate within the limits: at least " << highest
                  << ", the limit was not reached\n";
        break;
    case latency::SweepEnd::Bracketed:
        std::cout << "  highest rate within the limits: " << highest << '\n';
        break;
    }
}

void printThroughput(const latency::Throughput& throughput) {
    if (!throughput.requestsPerSecond) {
        std::cout << "; throughput: not enough data, the window is shorter than "
                  << decimals(latency::answersInWindow, 0) << " answers";
        return;
    }
    std::cout << "; " << decimals(*throughput.requestsPerSecond, 2) << " answers/s";
    if (throughput.offeredPerSecond)
        std::cout << " of " << decimals(*throughput.offeredPerSecond, 2) << " requests/s offered";
    if (throughput.tokensPerSecond)
        std::cout << ", " << decimals(*throughput.tokensPerSecond, 1) << " tokens/s";
    else
        std::cout << ", tokens/s not known: their number was not told";
}

// What the server says that it is; a change within a run is one of the thing that is measured.
void printModels(const latency::EndpointReport& endpoint) {
    for (const auto& [what, found] : {std::pair{"model, as the server names it: ", &endpoint.models},
                                      {"system fingerprint: ", &endpoint.fingerprints}}) {
        std::string text;
        for (const auto& [name, count] : *found)
            text += (text.empty() ? "" : ", ") + name +
                    (found->size() > 1 ? " (" + std::to_string(count) + ")" : "");
        if (!text.empty())
            std::cout << "  " << what << text << '\n';
    }
}

constexpr std::array connectionKinds{"new", "new with TLS resumed", "kept", "local"};

std::vector<std::string> rowOf(const std::string& name, const latency::MetricSummary& metric) {
    std::vector<std::string> row{name, std::to_string(metric.n)};
    for (const latency::Percentile& percentile : metric.percentiles)
        row.push_back(percentileText(percentile) + (percentile.enough()
                                                        ? ""
                                                        : ": " + std::to_string(percentile.n) + " of " +
                                                              std::to_string(percentile.needed)));
    return row;
}

void printPercentiles(const latency::EndpointReport& endpoint) {
    std::vector<std::vector<std::string>> rows{{"ms (95 % interval)", "n", "p50", "p90", "p95", "p99"}};
    for (const latency::MetricSummary& metric : endpoint.metrics)
        if (metric.metric != latency::ReportMetric::RoundTrip || metric.n > 0) // else every one was kept
            rows.push_back(rowOf(latency::metricName(metric.metric), metric));
    if (endpoint.atLength) { // §1 of the design: what has another length is only modelled
        const std::string name = "e2e at " + std::to_string(endpoint.atLength->tokens) + " tokens";
        rows.push_back(rowOf(name, endpoint.atLength->measured));
        if (endpoint.atLength->modelled.n > 0)
            rows.push_back(rowOf(name + ", modelled", endpoint.atLength->modelled));
    }
    if (endpoint.gaps.n > 0) { // they depend on each other: no interval
        std::vector<std::string> row{"between chunks", std::to_string(endpoint.gaps.n)};
        for (const latency::Metric& value : endpoint.gaps.percentiles)
            row.push_back(value ? decimals(*value, 1) : "not enough data");
        rows.push_back(std::move(row));
    }
    if (latency::toldByConnection(endpoint))
        for (const latency::ConnectionReport& one : endpoint.byConnection)
            for (const latency::MetricSummary& metric : one.metrics)
                rows.push_back(rowOf(std::string(latency::metricName(metric.metric)) + ", " +
                                         connectionKinds.at(static_cast<std::size_t>(one.kind)),
                                     metric));
    std::cout << textTable(rows, true, 160);
}

// Which connections there were, where they were not all of one kind: their times differ.
void printConnections(const latency::EndpointReport& endpoint) {
    if (std::count_if(endpoint.connections.begin(), endpoint.connections.end(),
                      [](std::int64_t count) { return count > 0; }) < 2)
        return;
    std::string text;
    for (std::size_t i = 0; i < connectionKinds.size(); ++i)
        if (endpoint.connections[i] > 0)
            text += (text.empty() ? "" : ", ") + std::to_string(endpoint.connections[i]) + ' ' +
                    connectionKinds.at(i);
    std::cout << "  connections: " << text << '\n';
}

void printEndpoint(const latency::EndpointReport& endpoint, bool limits) {
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
    std::string faults;
    for (const auto& [fault, times] : endpoint.faults)
        faults += (faults.empty() ? "" : ", ") + std::to_string(times) + " × " + fault;
    if (!faults.empty())
        std::cout << "  why: " << faults << '\n';
    printModels(endpoint);
    printConnections(endpoint);
    if (endpoint.buffered > 0)
        std::cout << "  " << endpoint.buffered << " came all at once at the end: no first token was timed\n";
    if (endpoint.late > 0)
        std::cout << "  our own client was more than 1 ms late in "
                  << counted(static_cast<std::size_t>(endpoint.late), "request") << '\n';
    printPercentiles(endpoint);
    printLengths(endpoint);
    printDriftsAndTails(endpoint);
    printSweep(endpoint);
    printRamp(endpoint.ramp, limits);
    if (endpoint.availabilityAtLeast)
        std::cout << "  availability at least " << decimals(100 * *endpoint.availabilityAtLeast, 2)
                  << " % (95 % confidence)";
    else
        std::cout << "  availability: not enough data";
    if (endpoint.fluidity)
        std::cout << "; " << decimals(100 * *endpoint.fluidity, 1)
                  << " % of the chunks in time for the limits";
    if (endpoint.throughput)
        printThroughput(*endpoint.throughput);
    if (const auto attained = endpoint.goodput.attainment(); limits && attained)
        std::cout << "; " << decimals(100 * *attained, 1) << " % of " << endpoint.goodput.judged()
                  << " that were sent met the limits"
                  << (endpoint.goodput.perSecond
                          ? ", " + decimals(*endpoint.goodput.perSecond, 2) + " good answers/s"
                          : "");
    if (endpoint.dollarsPerToken &&
        *endpoint.dollarsPerToken > 0) // a machine of one's own is not free either
        std::cout << (endpoint.dollarsAtMost ? "; at most $" : "; $")
                  << decimals(1e6 * *endpoint.dollarsPerToken, 4) << " for a million successful tokens"
                  << (endpoint.dollarsPerHour ? " (at $" + decimals(*endpoint.dollarsPerHour, 2) +
                                                    " for an hour of the machine, while it answers)"
                                              : "");
    std::cout << '\n';
    printPrices(endpoint.quote);
}

std::string otherLengths(const latency::ComparisonReport& comparison) {
    if (comparison.otherLength == 0)
        return {};
    return " (" + counted(comparison.otherLength, "pair") +
           " left out: their answers differ in length by more than 2 %, or did not tell it)";
}

void printComparison(const latency::ComparisonReport& comparison) {
    std::cout << latency::metricName(comparison.metric) << ": ";
    if (!comparison.result.enough()) {
        std::cout << "not enough data to compare " << comparison.a << " and " << comparison.b
                  << otherLengths(comparison) << '\n';
        return;
    }
    const std::string found = decimals(comparison.result.ratio, 3) + " (95 % interval " +
                              decimals(comparison.result.interval.low, 3) + "–" +
                              decimals(comparison.result.interval.high, 3) + ")";
    std::cout << comparison.b << " takes " << found << " times as long as " << comparison.a << " over "
              << comparison.result.n << " pairs; ";
    if (comparison.tooFewPairs())
        std::cout << "too few pairs to show a difference in this window (p "
                  << decimals(comparison.adjustedP, 2) << " by Holm's correction over "
                  << counted(comparison.comparisons, "comparison") << ")";
    else if (comparison.ordering == latency::Ordering::Undecided)
        std::cout << "no difference is shown in this window";
    else
        std::cout << (comparison.ordering == latency::Ordering::AFaster ? comparison.a : comparison.b)
                  << " is faster in this window";
    if (comparison.result.autocorrelated())
        std::cout << " (the pairs depend on each other: more sessions are needed)";
    std::cout << otherLengths(comparison);
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
            std::cout << decimals(one.added.value, 3) << " ms (95 % interval "
                      << decimals(one.added.interval.low, 3) << " to " << decimals(one.added.interval.high, 3)
                      << ")\n";
        else
            std::cout << "not enough data: " << one.added.n << " of " << one.added.needed << " pairs\n";
    }
}

std::string spentText(const data::MeasureRun& run, const latency::Report& report) {
    if (isSimulated(report))
        return "a simulation costs nothing";
    if (!isPriced(report))
        return "what it cost is not known: a price is missing";
    if (run.spent == 0)
        return "no token was paid for";
    return (report.spentAtMost ? "spent at most $" : "spent $") +
           decimals(static_cast<double>(run.spent) / 1e12, 4);
}

bool statesLimits(const latency::RunPlan& plan) {
    return plan.level.timeToFirstToken || plan.level.timePerOutputToken || plan.level.endToEnd;
}

// How the run ended, how late we were ourselves, what it cost.
void printEnd(const data::MeasureRun& run, const latency::Report& report) {
    std::cout << "\n" << runStateWords(run.state);
    if (run.state == data::MeasureState::UnderWay) {
        std::cout << ": what follows its last kept attempt is not known\n";
        return;
    }
    std::cout << "; our own client was at most " << decimals(static_cast<double>(run.worstLag) / 1e6, 1)
              << " ms late; " << spentText(run, report) << '\n';
    if (run.state == data::MeasureState::BudgetReached)
        std::cout << "The budget was reached: the run ended early.\n";
}

} // namespace

void printReport(const Session& session, const KeptRun& kept, const latency::Report& report) {
    const data::MeasureRun& run = kept.row;
    if (session.json) {
        ordered_json json = latency::toJson(report);
        json.update(runFacts(kept));
        json["worst_lag_ms"] = static_cast<double>(run.worstLag) / 1e6;
        json["spent_usd"] = isPriced(report) ? ordered_json(static_cast<double>(run.spent) / 1e12) : nullptr;
        json["spent_at_most"] = isPriced(report) ? ordered_json(report.spentAtMost) : nullptr;
        std::cout << dumped(json) << '\n';
        return;
    }
    std::cout << "Run " << run.id << ": " << run.name << "\n  " << loadWords(kept.plan) << "; begun "
              << run.begunAt << ", " << (kept.plan.place.empty() ? "" : "from " + kept.plan.place + ", ")
              << "on " << run.machine << '\n';
    for (const auto& endpoint : report.endpoints)
        printEndpoint(endpoint, statesLimits(kept.plan));
    if (!report.comparisons.empty())
        std::cout << '\n';
    for (const auto& comparison : report.comparisons)
        printComparison(comparison);
    printOverheads(report.overheads);
    printEnd(run, report);
}

} // namespace parallax::app
