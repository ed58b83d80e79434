// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parallax::data {

// A cell that is one figure and nothing else, as a spreadsheet holds it: the number, and the number format
// that shows it exactly as it was written ("$15B" → 15e9 with "$"#,##0,,,"B"; "+6.5%" → 0.065 with
// +0.0%;-0.0%).
struct PlainFigure {
    double value = 0;
    std::string format; // of Excel
};

// No value for ranges, remarks in parentheses, leading zeros, more than 15 digits: those stay text.
std::optional<PlainFigure> plainFigure(std::string_view cell);

} // namespace parallax::data
