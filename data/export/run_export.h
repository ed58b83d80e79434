// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "data/article/article.h"
#include "data/measure/attempt.h"
#include "data/measure/run.h"

namespace parallax::data {

// A figure that is derived from an attempt, for a column of its own; no value where it is undefined.
struct AttemptColumn {
    std::string name; // "ttft_ms"
    std::function<std::optional<double>(const Attempt&)> value;
};

// A run as a table, an attempt a row: what was asked and how it ended, raw times in milliseconds since the
// run's start (empty where it did not come to that), token counts, then the derived columns. Chunks are in
// the run's file alone (data/store/run_file.h).
Table attemptTable(const MeasureRun& run, std::span<const Attempt> attempts,
                   const std::vector<AttemptColumn>& derived);

// What a reader of the first has to know: when and where, which program, which plan.
Table runTable(const MeasureRun& run);

} // namespace parallax::data
