// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace parallax::latency {

// What a percentile is at most, with that confidence: the t-th highest of the sample, t being the most for
// which so few values beyond the percentile are a chance of 1 − confidence at most. It is how MLPerf
// Inference stops early ("early stopping" of LoadGen, c = 0.99, d = 0). Never the interpolated percentile of
// a small sample.
struct Tail {
    double q = 0;
    std::size_t n = 0;
    std::size_t needed = 0;
    double value = 0; // only where enough()
    bool enough() const { return n >= needed; }
};
Tail conservativeTail(std::span<const double> sorted, double q, double confidence = 0.99); // ascending

// The smallest sample that says it: 662 for p99.
std::size_t minimumForTail(double q, double confidence = 0.99);

} // namespace parallax::latency
