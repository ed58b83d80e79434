// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/report_steps.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "engine/latency/stats/proportion.h"
#include "engine/latency/stats/series.h"

namespace parallax::latency {
namespace {

using data::Outcome;
using data::RunTime;

using BySteps = std::map<std::int64_t, std::vector<data::Attempt>>;

BySteps bySteps(std::span<const data::Attempt> attempts) {
    BySteps steps;
    for (const data::Attempt& attempt : attempts)
        steps[attempt.step].push_back(attempt);
    return steps;
}

// What an answer takes, in the median; 0 where there is none.
double answerSeconds(std::span<const data::Attempt> attempts) {
    std::vector<double> took;
    for (const data::Attempt& attempt : attempts)
        if (attempt.outcome == Outcome::Success)
            took.push_back(static_cast<double>(attempt.time.end - attempt.time.submitted) / 1e9);
    return took.empty() ? 0 : median(took);
}

// What was sent together: its drain counts too, since those are its answers.
struct Sent {
    std::optional<double> offeredPerSecond;
    Goodput goodput;
};

Sent sentOf(std::span<const data::Attempt> attempts, RampUnit unit, const ServiceLevel& level) {
    Sent sent;
    Window window{attempts.front().time.scheduled, attempts.front().time.end};
    RunTime last = window.begin;
    for (const data::Attempt& attempt : attempts) {
        window.begin = std::min(window.begin, attempt.time.scheduled);
        last = std::max(last, attempt.time.scheduled);
        window.end = std::max(window.end, attempt.time.end + 1);
    }
    const double seconds = static_cast<double>(last - window.begin) / 1e9;
    const double least = unit == RampUnit::UnderWay ? answersInWindow * answerSeconds(attempts) : 0;
    if (attempts.size() >= requestsInRate && seconds > 0 && seconds >= least)
        sent.offeredPerSecond = static_cast<double>(attempts.size() - 1) / seconds;
    sent.goodput = goodputOf(attempts, level, window);
    sent.goodput.perSecond.reset(); // over a time that has a drain in it there is no rate
    return sent;
}

SweepStep stepOf(std::span<const data::Attempt> attempts, const ReportOptions& options) {
    SweepStep step;
    step.judgement = judgeStep(attempts, *options.sweep, options.level);
    Window window{attempts.front().time.submitted, attempts.front().time.submitted};
    for (const data::Attempt& attempt : attempts) {
        window.begin = std::min(window.begin, attempt.time.submitted);
        window.end = std::max(window.end, attempt.time.submitted);
    }
    window.flowing = firstEnd(attempts);
    if (step.judgement.verdict != StepVerdict::TooFew) // of a few requests a rate is chance
        step.reached = throughputOf(attempts, window);
    return step;
}

// How many of `all` were under way on average while those of one step were sent.
double underWayDuring(std::span<const data::Attempt> own, std::span<const data::Attempt> all) {
    Window window{own.front().time.submitted, own.front().time.submitted};
    for (const data::Attempt& attempt : own) {
        window.begin = std::min(window.begin, attempt.time.submitted);
        window.end = std::max(window.end, attempt.time.submitted);
    }
    if (window.seconds() <= 0)
        return static_cast<double>(own.size());
    double sum = 0;
    for (const data::Attempt& attempt : all)
        sum += std::max(0.0, static_cast<double>(std::min(window.end, attempt.time.end)) -
                                 static_cast<double>(std::max(window.begin, attempt.time.submitted)));
    return sum / 1e9 / window.seconds();
}

} // namespace

std::vector<RampStep> rampOf(std::span<const data::Attempt> attempts, const ReportOptions& options) {
    std::vector<RampStep> ramp;
    for (const auto& [number, own] : bySteps(attempts)) {
        if (number < 0 || number >= rampSteps)
            continue; // of a file that says otherwise
        RampStep step;
        step.step = number;
        step.planned = rampRangeOf(*options.ramp, number);
        const Sent sent = sentOf(own, step.planned.unit, options.level);
        step.offeredPerSecond = sent.offeredPerSecond;
        step.goodput = sent.goodput;
        step.underWay = underWayDuring(own, attempts);
        for (const ReportMetric metric : reportMetrics)
            step.metrics.push_back(summaryOf(metric, own, options.level.since));
        ramp.push_back(std::move(step));
    }
    return ramp;
}

void addSweep(std::span<const data::Attempt> attempts, const ReportOptions& options, EndpointReport& report) {
    report.sweepNeeded = sweepSample(options.sweep->attainment);
    report.sweepPlanned = options.sweep->steps;
    SweepSearch search(options.sweep->perSecond); // goes as it went
    const SweepStep* highest = nullptr;
    for (const auto& [number, own] : bySteps(attempts)) {
        SweepStep step = stepOf(own, options);
        step.plannedPerSecond = search.rate();
        search.took(step.judgement.verdict == StepVerdict::Kept);
        report.sweep.push_back(step);
    }
    bool any = false;
    for (const SweepStep& step : report.sweep) {
        any = any || step.judgement.decided();
        if (step.judgement.verdict == StepVerdict::Kept &&
            (highest == nullptr || step.plannedPerSecond > highest->plannedPerSecond))
            highest = &step;
    }
    if (highest == nullptr) {
        report.sweepEnd = any ? SweepEnd::NoneKept : SweepEnd::NotEnoughData;
        return;
    }
    report.highestKept = highest->plannedPerSecond;
    report.highestReached = highest->reached;
    const bool higherFailed =
        std::any_of(report.sweep.begin(), report.sweep.end(), [&](const SweepStep& step) {
            return step.judgement.decided() && step.judgement.verdict != StepVerdict::Kept &&
                   step.plannedPerSecond > highest->plannedPerSecond;
        });
    report.sweepEnd = higherFailed ? SweepEnd::Bracketed : SweepEnd::LimitNotReached;
}

MetricSummary summaryOf(ReportMetric metric, std::span<const data::Attempt> attempts, Since since) {
    std::vector<double> values;
    for (const data::Attempt& attempt : attempts) {
        if (attempt.outcome != Outcome::Success || (needsStream(metric) && attempt.buffered))
            continue;
        if (const Metric value = metricOf(metric, attempt, since))
            values.push_back(*value);
    }
    return summarised(metric, std::move(values));
}

MetricSummary summarised(ReportMetric metric, std::vector<double> values) {
    std::sort(values.begin(), values.end());
    MetricSummary summary;
    summary.metric = metric;
    summary.n = values.size();
    for (std::size_t i = 0; i < reportQuantiles.size(); ++i)
        summary.percentiles[i] = percentile(values, reportQuantiles[i]);
    return summary;
}

} // namespace parallax::latency
