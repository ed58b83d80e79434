// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "data/measure/attempt.h"

namespace parallax::data {

using RunId = std::int64_t;

inline constexpr std::size_t deepestPlan = 32; // how far the JSON of a plan may nest; ours take four

enum class MeasureState { UnderWay, Finished, Stopped, BudgetReached };

// One run of a plan, without its attempts.
struct MeasureRun {
    RunId id = 0;
    std::string uid;
    std::string name;
    std::string plan; // JSON, as it was given
    std::string machine;
    std::string version;
    std::string begunAt; // UTC, ISO 8601
    std::string endedAt;
    MeasureState state = MeasureState::UnderWay;
    RunTime windowBegin = 0;
    RunTime windowEnd = 0;
    RunTime worstLag = 0;
    std::int64_t spent = 0; // pico-dollars
};

} // namespace parallax::data
