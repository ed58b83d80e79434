// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/measure/attempt.h"
#include "data/measure/run.h"

namespace parallax::data {

// What no measured run or attempt can say, in words that name the field ("its \"time.last\" is before its
// \"time.first_any\""); empty: nothing. A file that says so is damaged, or was made to.
std::string impossibleIn(const MeasureRun& run);
std::string impossibleIn(const Attempt& attempt);

// "2026-04-09T08:15:30Z", of a day and a time that there are.
bool isInstant(std::string_view iso);

} // namespace parallax::data
