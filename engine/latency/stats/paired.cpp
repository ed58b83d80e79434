// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/stats/paired.h"

#include <cmath>
#include <vector>

#include "engine/latency/stats/distributions.h"
#include "engine/latency/stats/rank_test.h"
#include "engine/latency/stats/series.h"

namespace parallax::latency {

PairedResult comparePairs(std::span<const Pair> pairs, double confidence, std::uint64_t seed) {
    std::vector<double> logs;
    for (const Pair& pair : pairs)
        if (pair.a > 0 && pair.b > 0)
            logs.push_back(std::log(pair.b / pair.a));
    PairedResult out;
    out.n = logs.size();
    if (!out.enough())
        return out;
    out.ratio = std::exp(median(logs));
    out.autocorrelation = autocorrelation(logs);
    out.block = blockLength(logs);
    out.p = signedRankTest(logs).p;
    if (const auto interval = medianInterval(logs, confidence, seed, out.block))
        out.interval = {std::exp(interval->low), std::exp(interval->high)};
    return out;
}

bool PairedResult::autocorrelated() const {
    const double size = std::abs(autocorrelation);
    return size > 0.1 && size > 1.96 / std::sqrt(static_cast<double>(n));
}

Ordering orderingOf(const PairedResult& result, double adjustedP, double level) {
    if (!result.enough() || adjustedP >= level || result.interval.contains(1))
        return Ordering::Undecided;
    return result.ratio > 1 ? Ordering::AFaster : Ordering::BFaster;
}

SessionsResult compareSessions(std::span<const double> medianLogRatios, double confidence) {
    SessionsResult out;
    out.n = medianLogRatios.size();
    if (!out.enough())
        return out;
    const auto mean = meanOf(medianLogRatios, confidence);
    out.ratio = std::exp(mean->mean);
    out.interval = {std::exp(mean->interval.low), std::exp(mean->interval.high)};
    const double n = static_cast<double>(out.n), half = mean->interval.high - mean->mean;
    const double error = half / studentQuantile(0.5 + confidence / 2, n - 1);
    if (error > 0)
        out.p = 2 * studentBeyond(std::abs(mean->mean) / error, n - 1);
    else
        out.p = mean->mean == 0 ? 1 : 0;
    return out;
}

Ordering orderingOf(const SessionsResult& result, double adjustedP, double level) {
    if (!result.enough() || adjustedP >= level || result.interval.contains(1))
        return Ordering::Undecided;
    return result.ratio > 1 ? Ordering::AFaster : Ordering::BFaster;
}

} // namespace parallax::latency
