// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "data/quantity/quantity.h"

namespace parallax::data {

// A figure as arithmetic on a table sees it: its ends as written and the room that rounding leaves. These
// relations choose among readings and find roles by what most rows say; verdicts on a single figure are for
// data/check, which follows the tolerances more closely.
struct Extent {
    double low = 0, high = 0;
    double slack = 0; // half a unit of the last digit written; more where the figure is approximate
    bool range() const { return low != high; }
};
// No value for dates and for figures that are open on one side.
std::optional<Extent> extentOf(const Quantity& quantity);

enum class Fit { Fits, Misses, CannotTell };

// How a stated change may be meant.
enum class ChangeKind { Percent, Points, Absolute, Multiple };

// Whether `stated` leads from `base` to `next`; ends of ranges are matched by value. Of a yearly rate `years`
// is the number of years, otherwise 1.
Fit changeFits(const Extent& base, const Extent& next, const Extent& stated, ChangeKind kind,
               double years = 1);

// The kinds that the dimensions allow, the likelier first, tried in turn: Fits when one does.
Fit changeFits(const Quantity& base, const Quantity& next, const Quantity& stated, double years = 1);

} // namespace parallax::data
