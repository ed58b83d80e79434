// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/stats/proportion.h"

#include <cmath>

#include "engine/latency/stats/distributions.h"

namespace parallax::latency {

double proportionAtLeast(std::int64_t good, std::int64_t n, double confidence) {
    if (good <= 0)
        return 0;
    return betaQuantile(1 - confidence, static_cast<double>(good), static_cast<double>(n - good + 1));
}

double proportionAtMost(std::int64_t good, std::int64_t n, double confidence) {
    if (good >= n)
        return 1;
    return betaQuantile(confidence, static_cast<double>(good + 1), static_cast<double>(n - good));
}

Interval proportionInterval(std::int64_t good, std::int64_t n, double confidence) {
    const double side = 1 - (1 - confidence) / 2;
    return {proportionAtLeast(good, n, side), proportionAtMost(good, n, side)};
}

std::int64_t cleanRequestsToShow(double proportion, double confidence) {
    return static_cast<std::int64_t>(std::ceil(std::log(1 - confidence) / std::log(proportion)));
}

Availability judgeAvailability(std::int64_t good, std::int64_t n, double claim, double confidence) {
    if (proportionAtLeast(good, n, confidence) >= claim)
        return Availability::Shown;
    return proportionAtMost(good, n, confidence) < claim ? Availability::Contradicted
                                                         : Availability::NotShown;
}

} // namespace parallax::latency
