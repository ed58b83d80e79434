// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "engine/latency/stats/percentile.h"

namespace parallax::latency {

// One pair of an interleaved comparison: the same prompt, sent to both within moments, in random order.
struct Pair {
    double a = 0;
    double b = 0;
};

enum class Ordering { Undecided, AFaster, BFaster };

// What one session's pairs say of b / a, for a quantity of which less is better. The wording is "in this
// window": an endpoint that drifts on its own fools every test within one session.
struct PairedResult {
    static constexpr std::size_t needed = 6; // below, the signed-rank test cannot reach 5 %
    std::size_t n = 0;                       // pairs with two positive values
    double ratio = 1;           // exp of the median of ln(b / a); what follows only where enough()
    Interval interval;          // of the ratio, by block bootstrap
    double p = 1;               // Wilcoxon signed-rank, two sided, not corrected for several tests
    double autocorrelation = 0; // of the log-ratios at lag 1
    std::size_t block = 1;      // length of the bootstrap's blocks
    bool enough() const { return n >= needed; }
    // More than a tenth, and more than chance does to pairs that are independent (Bartlett's ±1.96/√n).
    bool autocorrelated() const;
};
PairedResult comparePairs(std::span<const Pair> pairs, double confidence, std::uint64_t seed);

// Decided only where the test (with `adjustedP`, after Holm) and the interval agree.
Ordering orderingOf(const PairedResult& result, double adjustedP, double level = 0.05);

// What several sessions say, each counted once by its median log-ratio: the only ground for "A is faster
// than B".
struct SessionsResult {
    static constexpr std::size_t needed = 5;
    std::size_t n = 0;
    double ratio = 1;
    Interval interval; // Student's t on the log-ratios
    double p = 1;      // Student's t, two sided, not corrected for several tests
    bool enough() const { return n >= needed; }
};
SessionsResult compareSessions(std::span<const double> medianLogRatios, double confidence = 0.95);
Ordering orderingOf(const SessionsResult& result, double adjustedP, double level = 0.05);

} // namespace parallax::latency
