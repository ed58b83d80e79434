// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

#include "engine/latency/stats/percentile.h"

namespace parallax::latency {

struct TrendPoint {
    double at = 0; // a time
    double value = 0;
};

// The slope of a straight line through values in time: the median of the slopes between all pairs (Theil),
// with an interval by the variance of Kendall's statistic (Sen, Journal of the American Statistical
// Association 63, 1968, without ties). Outliers hardly move it. Of more than `mostTrendPoints` values as many
// are taken, evenly, since pairs grow with the square.
struct Trend {
    static constexpr std::size_t needed = 7; // Sen's own example
    std::size_t n = 0;
    double slope = 0; // of a value for a unit of time; what follows and this only where enough()
    Interval interval;
    bool enough() const { return n >= needed; }
};
inline constexpr std::size_t mostTrendPoints = 300;
Trend trendOf(std::span<const TrendPoint> points, double confidence = 0.95);

} // namespace parallax::latency
