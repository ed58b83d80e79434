// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/stats/trend.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/latency/stats/distributions.h"
#include "engine/latency/stats/series.h"

namespace parallax::latency {
namespace {

double orderStatistic(std::vector<double>& values, double rank) { // from 1
    const double last = static_cast<double>(values.size());
    const auto at = static_cast<std::ptrdiff_t>(std::clamp(rank, 1.0, last)) - 1;
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

} // namespace

Trend trendOf(std::span<const TrendPoint> points, double confidence) {
    std::vector<TrendPoint> taken;
    const std::size_t count = std::min(points.size(), mostTrendPoints);
    for (std::size_t i = 0; i < count; ++i)
        taken.push_back(points[i * points.size() / count]);
    std::vector<double> slopes;
    for (std::size_t i = 0; i < taken.size(); ++i)
        for (std::size_t j = i + 1; j < taken.size(); ++j)
            if (taken[j].at != taken[i].at)
                slopes.push_back((taken[j].value - taken[i].value) / (taken[j].at - taken[i].at));
    Trend trend;
    trend.n = slopes.empty() ? 0 : points.size();
    if (!trend.enough())
        return trend;
    trend.slope = median(slopes);
    const auto n = static_cast<double>(taken.size()), pairs = static_cast<double>(slopes.size());
    // Student's quantile of that many degrees of freedom is the normal one.
    const double z = studentQuantile(1 - (1 - confidence) / 2, 1e9);
    const double spread = z * std::sqrt(n * (n - 1) * (2 * n + 5) / 18);
    trend.interval.low = orderStatistic(slopes, std::floor((pairs - spread) / 2));
    trend.interval.high = orderStatistic(slopes, std::ceil((pairs + spread) / 2) + 1);
    return trend;
}

} // namespace parallax::latency
