// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "data/measure/claim.h"

namespace parallax::data {

// Which sides a label, a lead or the words about a price name, and which of both stands first: "Input /
// output", "in/out", 輸出／輸入. "In" and "out" alone name a side where a bar or an "and" joins them.
struct SidesNamed {
    bool input = false, output = false;
    bool special = false;                  // cached or blended: of neither side alone
    TokenSide first = TokenSide::Unstated; // of both
    bool both() const noexcept { return input && output && !special; }
    bool any() const noexcept { return input || output || special; }
};
SidesNamed sidesNamedIn(std::string_view text);
// The same of a table's label, in which "in" and "out" name a side where they end it: "In", "Price out",
// "Cost (in)".
SidesNamed sidesOfLabel(std::string_view label);

// The side that the words right before or behind an amount name: "$5 in", "$25 for output", 輸入 5 美元.
// Unstated where none stands there. `ahead` ends where the amount begins, `behind` begins where it ends.
TokenSide sideBesideAmount(std::string_view ahead, std::string_view behind);

} // namespace parallax::data
