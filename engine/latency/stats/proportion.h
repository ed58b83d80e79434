// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "engine/latency/stats/percentile.h"

namespace parallax::latency {

// Clopper and Pearson (Biometrika 26, 1934): exact bounds of a proportion after `good` of `n`, each with that
// confidence on its side; n = 0 gives 0 and 1.
double proportionAtLeast(std::int64_t good, std::int64_t n, double confidence = 0.95);
double proportionAtMost(std::int64_t good, std::int64_t n, double confidence = 0.95);
Interval proportionInterval(std::int64_t good, std::int64_t n, double confidence = 0.95);

// Requests without a single failure that it takes to show a proportion.
std::int64_t cleanRequestsToShow(double proportion, double confidence = 0.95);

enum class Availability { Shown, NotShown, Contradicted };

// What the observations say of "at least `claim`": shown when the lower bound reaches it, contradicted when
// the upper one does not.
Availability judgeAvailability(std::int64_t good, std::int64_t n, double claim, double confidence = 0.95);

} // namespace parallax::latency
