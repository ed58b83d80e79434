// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/sweep_step.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "engine/latency/stats/proportion.h"
#include "engine/latency/stats/series.h"
#include "engine/latency/stats/trend.h"

namespace parallax::latency {
namespace {

constexpr double surely = 0.99;   // that it grows
constexpr double growsMuch = 0.5; // of the median, over one step

// How much longer the last answers took than the first, in medians; 0 where that may be chance.
double growthOf(std::vector<TrendPoint> points, double middle) {
    std::ranges::sort(points, {}, &TrendPoint::at);
    const Trend trend = trendOf(points, surely);
    if (!trend.enough() || trend.interval.low <= 0 || middle <= 0)
        return 0;
    return trend.slope * (points.back().at - points.front().at) / middle;
}

} // namespace

StepJudgement judgeStep(std::span<const data::Attempt> attempts, const LoadPlan& plan,
                        const ServiceLevel& level) {
    StepJudgement out;
    if (attempts.empty())
        return out;
    Window sent{attempts.front().time.scheduled, attempts.front().time.scheduled}, all{sent.begin, sent.end};
    std::vector<TrendPoint> points;
    std::vector<double> took;
    for (const data::Attempt& attempt : attempts) {
        sent.begin = std::min(sent.begin, attempt.time.scheduled);
        sent.end = std::max(sent.end, attempt.time.scheduled);
        all.end = std::max({all.end, attempt.time.submitted, attempt.time.end});
        const Metric whole = endToEnd(attempt.time, level.since);
        if (attempt.outcome != data::Outcome::Success || !whole)
            continue;
        points.push_back({static_cast<double>(attempt.time.scheduled) / 1e9, *whole});
        took.push_back(*whole);
    }
    all.begin = sent.begin;
    out.goodput = goodputOf(attempts, level, all);
    out.attainment = proportionInterval(out.goodput.good, out.goodput.judged());
    out.seconds = sent.seconds();
    const double middle = took.empty() ? 0 : median(took);
    out.neededSeconds = std::max(answersInStep * middle / 1000, secondsInStep);
    if (out.goodput.judged() < sweepSample(plan.attainment))
        return out;
    const double growth = growthOf(std::move(points), middle);
    if (out.goodput.attainment().value_or(0) < plan.attainment) {
        out.verdict = StepVerdict::Missed;
    } else if (growth >= growsMuch) {
        out.verdict = StepVerdict::Growing;
        out.growth = growth;
    } else {
        out.verdict = out.seconds < out.neededSeconds ? StepVerdict::TooShort : StepVerdict::Kept;
    }
    return out;
}

bool isLost(const Goodput& goodput, const LoadPlan& plan) {
    return goodput.judged() >= sweepSample(plan.attainment) &&
           proportionAtMost(goodput.good, goodput.judged()) < plan.attainment;
}

} // namespace parallax::latency
