// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "data/measure/run.h"
#include "data/store/measure_store.h"
#include "engine/latency/run.h"

namespace parallax::app {

// A run of the library with its plan, so that it can be reported again.
struct KeptRun {
    data::MeasureRun row;
    latency::RunPlan plan;
};

// Throws Error{Usage} where there is no such run.
KeptRun keptRun(data::MeasureStore& store, std::int64_t id);

} // namespace parallax::app
