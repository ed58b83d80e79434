// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "data/measure/attempt.h"
#include "engine/latency/load.h"
#include "engine/latency/metrics.h"
#include "engine/latency/stats/percentile.h"

namespace parallax::latency {

// A rate is one that a server keeps up only where it was kept up for a while: a queue that grows takes time
// to be seen. A step lasts this many of its answers.
inline constexpr double answersInStep = 10;
// And a second at least: what was sent within less says nothing of a second.
inline constexpr double secondsInStep = 1;

enum class StepVerdict {
    Kept,
    Missed,   // too few of its requests met the limits
    Growing,  // they met them, but took longer and longer: a queue that would outgrow any limit
    TooFew,   // requests to say anything
    TooShort, // for its answers
};

// One rate of a sweep, from what was sent at it. The run and its report judge alike.
struct StepJudgement {
    StepVerdict verdict = StepVerdict::TooFew;
    Goodput goodput;
    Interval attainment;      // Clopper and Pearson, 95 %
    double seconds = 0;       // from the first that was wanted to the last
    double neededSeconds = 0; // that it takes: ten of its answers, a second at least
    double growth = 0;        // of the whole answer's time over the step, in its medians; of Growing
    bool decided() const { return verdict != StepVerdict::TooFew && verdict != StepVerdict::TooShort; }
};
StepJudgement judgeStep(std::span<const data::Attempt> attempts, const LoadPlan& plan,
                        const ServiceLevel& level);

// Whether it cannot come to the attainment any more, with 95 % confidence: no need to send on.
bool isLost(const Goodput& goodput, const LoadPlan& plan);

} // namespace parallax::latency
