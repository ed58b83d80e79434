// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace parallax::data {

// The first figure of a cell as a number to sort and plot by: sign, digits with thousands separators, decimal
// point, k/M/B/T and 萬/万/億/亿/兆 scales, % as written (20 for "20%"), the low end of a range, accounting
// parentheses. No value for text without a leading figure. Stands in until the quantity grammar lands.
struct LeadingNumber {
    double value = 0;
    double high = 0;       // the upper end of a range, else equal to value
    std::string_view unit; // "$", "%", "s", "req/s" … what stands around the figure, may be empty
};
std::optional<LeadingNumber> leadingNumber(std::string_view cell);

} // namespace parallax::data
