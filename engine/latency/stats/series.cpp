// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/stats/series.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "engine/latency/stats/distributions.h"
#include "engine/latency/stats/random.h"

namespace parallax::latency {
namespace {

double average(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double medianInPlace(std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 != 0)
        return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

} // namespace

double median(std::span<const double> values) {
    std::vector<double> copy(values.begin(), values.end());
    return medianInPlace(copy);
}

double autocorrelation(std::span<const double> values, std::size_t lag) {
    if (values.size() <= lag)
        return 0;
    const double mean = average(values);
    double own = 0, shifted = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        own += (values[i] - mean) * (values[i] - mean);
        if (i + lag < values.size())
            shifted += (values[i] - mean) * (values[i + lag] - mean);
    }
    return own > 0 ? shifted / own : 0;
}

std::size_t blockLength(std::span<const double> values) {
    const auto n = static_cast<double>(values.size());
    const double rho = std::min(std::abs(autocorrelation(values)), 0.99);
    const double kept = std::pow(2 * rho / (1 - rho * rho), 2.0 / 3);
    const double length = std::ceil(std::cbrt(n) * std::max(1.0, kept));
    return static_cast<std::size_t>(std::clamp(length, 1.0, std::max(1.0, n / 4)));
}

std::optional<Interval> medianInterval(std::span<const double> values, double confidence, std::uint64_t seed,
                                       std::size_t block, std::size_t resamples) {
    if (values.size() < 6 || block == 0)
        return std::nullopt;
    std::vector<double> medians, sample(values.size());
    medians.reserve(resamples);
    std::uint64_t counter = 0;
    for (std::size_t r = 0; r < resamples; ++r) {
        for (std::size_t filled = 0; filled < sample.size();) {
            std::size_t at = randomBelow(seed, counter++, values.size());
            for (std::size_t i = 0; i < block && filled < sample.size(); ++i, ++filled) {
                sample[filled] = values[at];
                at = at + 1 == values.size() ? 0 : at + 1;
            }
        }
        medians.push_back(medianInPlace(sample));
    }
    std::sort(medians.begin(), medians.end());
    const double tail = (1 - confidence) / 2;
    return Interval{quantile(medians, tail), quantile(medians, 1 - tail)};
}

std::optional<Mean> meanOf(std::span<const double> values, double confidence) {
    if (values.size() < 2)
        return std::nullopt;
    Mean out;
    out.mean = average(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - out.mean) * (value - out.mean);
    const auto n = static_cast<double>(values.size());
    const double reach = studentQuantile(1 - (1 - confidence) / 2, n - 1) * std::sqrt(squares / (n - 1) / n);
    out.interval = {out.mean - reach, out.mean + reach};
    return out;
}

} // namespace parallax::latency
