// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/stats/tail.h"

#include <cstdint>

#include "engine/latency/stats/distributions.h"

namespace parallax::latency {
namespace {

// Whether `t` or fewer of n values beyond the percentile would be a surprise.
bool surprises(std::size_t t, std::size_t n, double q, double confidence) {
    return binomialAtMost(static_cast<std::int64_t>(t), static_cast<std::int64_t>(n), 1 - q) <=
           1 - confidence;
}

} // namespace

std::size_t minimumForTail(double q, double confidence) {
    std::size_t high = 2;
    while (!surprises(1, high, q, confidence))
        high *= 2;
    std::size_t low = high / 2;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (surprises(1, middle, q, confidence))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

Tail conservativeTail(std::span<const double> sorted, double q, double confidence) {
    Tail tail{q, sorted.size(), minimumForTail(q, confidence), 0};
    if (!tail.enough())
        return tail;
    std::size_t low = 1, high = sorted.size(); // holds at low, not at high: all n are no surprise
    while (high - low > 1) {
        const std::size_t middle = low + (high - low) / 2;
        (surprises(middle, sorted.size(), q, confidence) ? low : high) = middle;
    }
    tail.value = sorted[sorted.size() - low];
    return tail;
}

} // namespace parallax::latency
