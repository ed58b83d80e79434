// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/report_time.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "engine/latency/stats/series.h"
#include "engine/latency/stats/trend.h"

namespace parallax::latency {

void addDrifts(std::span<const data::Attempt> attempts, const ReportOptions& options,
               EndpointReport& report) {
    if (options.ramp || options.sweep)
        return;
    for (const ReportMetric metric : {ReportMetric::FirstToken, ReportMetric::EndToEnd}) {
        std::vector<TrendPoint> points;
        std::vector<double> values;
        for (const data::Attempt& attempt : attempts) {
            if (attempt.outcome != data::Outcome::Success || (needsStream(metric) && attempt.buffered))
                continue;
            if (const Metric value = metricOf(metric, attempt, options.level.since)) {
                points.push_back({static_cast<double>(attempt.time.submitted) / 1e9, *value});
                values.push_back(*value);
            }
        }
        std::sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
        const Trend trend = trendOf(points, 0.99); // looked for in every run: seldom where there is none
        const double middle = values.empty() ? 0 : median(values);
        if (!trend.enough() || middle <= 0)
            continue;
        const double scale = (points.back().at - points.front().at) / middle;
        report.drifts.push_back({metric,
                                 trend.n,
                                 scale * trend.slope,
                                 {scale * trend.interval.low, scale * trend.interval.high}});
    }
}

void addTails(std::span<const data::Attempt> attempts, const ReportOptions& options, EndpointReport& report) {
    constexpr double decisive = 0.99;
    if (options.ramp || options.sweep)
        return;
    for (const auto& [metric, limit] : {std::pair{ReportMetric::FirstToken, options.level.timeToFirstToken},
                                        {ReportMetric::PerOutputToken, options.level.timePerOutputToken},
                                        {ReportMetric::EndToEnd, options.level.endToEnd}}) {
        if (!limit)
            continue;
        std::vector<double> values;
        for (const data::Attempt& attempt : attempts) {
            if (attempt.outcome == data::Outcome::Cancelled ||
                (attempt.outcome == data::Outcome::Success && needsStream(metric) && attempt.buffered))
                continue;
            const bool answered = attempt.outcome == data::Outcome::Success;
            const Metric value = answered ? metricOf(metric, attempt, options.level.since)
                                          : Metric(std::numeric_limits<double>::infinity());
            if (value)
                values.push_back(*value);
        }
        std::sort(values.begin(), values.end());
        report.tails.push_back({metric, conservativeTail(values, decisive), *limit});
    }
}

} // namespace parallax::latency
