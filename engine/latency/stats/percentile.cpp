// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/stats/percentile.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "engine/latency/stats/distributions.h"

namespace parallax::latency {
namespace {

std::int64_t whole(std::size_t n) {
    return static_cast<std::int64_t>(n);
}

// The smallest number for which `holds`, which stays true once it is.
template <class Holds>
std::size_t firstWhere(std::size_t from, Holds holds) {
    std::size_t high = std::max<std::size_t>(from, 1);
    while (!holds(high))
        high *= 2;
    std::size_t low = from;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (holds(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace

double quantile(std::span<const double> sorted, double q) {
    const double at = q * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(at));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

std::optional<Ranks> quantileRanks(std::size_t n, double q, double confidence) {
    const double tail = (1 - confidence) / 2;
    if (n == 0 || binomialAtMost(0, whole(n), q) > tail || binomialAtLeast(whole(n), whole(n), q) > tail)
        return std::nullopt;
    // With B values of n below the quantile, X(j) lies above it when B < j, X(k) does not reach it when B ≥
    // k.
    const std::size_t firstTooHigh =
        firstWhere(1, [&](std::size_t j) { return binomialAtMost(whole(j) - 1, whole(n), q) > tail; });
    const std::size_t high =
        firstWhere(1, [&](std::size_t k) { return binomialAtLeast(whole(k), whole(n), q) <= tail; });
    return Ranks{firstTooHigh - 1, high};
}

std::size_t minimumSample(double q, double confidence) {
    const double tail = (1 - confidence) / 2, farther = std::max(q, 1 - q);
    return firstWhere(1, [&](std::size_t n) { return std::pow(farther, static_cast<double>(n)) <= tail; });
}

Percentile percentile(std::span<const double> sorted, double q, double confidence) {
    Percentile out;
    out.q = q;
    out.n = sorted.size();
    out.needed = minimumSample(q, confidence);
    if (const auto ranks = quantileRanks(out.n, q, confidence)) {
        out.value = quantile(sorted, q);
        out.interval = {sorted[ranks->low - 1], sorted[ranks->high - 1]};
    } else {
        out.needed = std::max(out.needed, out.n + 1);
    }
    return out;
}

} // namespace parallax::latency
