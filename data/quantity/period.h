// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/quantity/found.h"

namespace parallax::data {

// A period that begins at `i`: Q3 2026, April 2026, 2027年底, FY2025, 2025–28, since 2023 … A bare year
// counts when `bareYear` holds.
std::optional<Found> periodAt(const FoldedText& text, std::size_t i, const QuantityContext& context,
                              bool bareYear);

// A deadline that begins at `i`: by 2028, before 2030, within 12 months, 2028年前, 未來12個月內.
std::optional<Found> deadlineAt(const FoldedText& text, std::size_t i, const QuantityContext& context);

// "2025" as four digits from 1990 to 2079 with no digit or letter around it, else 0.
int yearAt(const FoldedText& text, std::size_t i);

} // namespace parallax::data
