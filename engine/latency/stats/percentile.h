// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace parallax::latency {

struct Interval {
    double low = 0;
    double high = 0;
    bool contains(double value) const { return low <= value && value <= high; }
};

// Linear interpolation between order statistics (Hyndman and Fan's type 7, numpy's and R's default). `sorted`
// ascends and is not empty, 0 ≤ q ≤ 1.
double quantile(std::span<const double> sorted, double q);

// The ranks (from 1) of the order statistics that enclose the q-quantile with at least that confidence,
// whatever the distribution, with equal tails (David and Nagaraja, Order Statistics, 7.1). Nothing where the
// sample is too small.
struct Ranks {
    std::size_t low = 0;
    std::size_t high = 0;
};
std::optional<Ranks> quantileRanks(std::size_t n, double q, double confidence);

// The smallest sample for which there is such an interval.
std::size_t minimumSample(double q, double confidence);

// A percentile with its interval, or the sample that it would take: below it there is no number to show.
struct Percentile {
    double q = 0;
    std::size_t n = 0;
    std::size_t needed = 0;
    double value = 0; // both only where enough()
    Interval interval;
    bool enough() const { return n >= needed; }
};
Percentile percentile(std::span<const double> sorted, double q, double confidence = 0.95);

} // namespace parallax::latency
