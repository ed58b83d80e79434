// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/latency/stats/percentile.h"

namespace parallax::latency {

double median(std::span<const double> values); // in any order, not empty

// The autocorrelation at that lag with the divisor n, as R's acf() and Box and Jenkins have it. 0 for a
// constant series.
double autocorrelation(std::span<const double> values, std::size_t lag = 1);

// The length of blocks that keep the dependence of an AR(1) series: (2ρ / (1 − ρ²))^⅔ n^⅓ (Carlstein, Annals
// of Statistics 14, 1986), at least n^⅓ and at most a quarter of the series.
std::size_t blockLength(std::span<const double> values);

// The interval of the median by a circular block bootstrap (Politis and Romano, 1992), percentile method. The
// same seed gives the same interval. Nothing below 6 values.
std::optional<Interval> medianInterval(std::span<const double> values, double confidence, std::uint64_t seed,
                                       std::size_t block, std::size_t resamples = 2000);

// The mean of a few independent values (medians of sessions) with its interval by Student's t. Nothing
// below 2.
struct Mean {
    double mean = 0;
    Interval interval;
};
std::optional<Mean> meanOf(std::span<const double> values, double confidence = 0.95);

} // namespace parallax::latency
