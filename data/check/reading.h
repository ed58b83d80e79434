// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/check/interval.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

// A figure with the words it was written in: whether zeros are digits or padding, and how a repair is to
// look, stands only there.
struct Operand {
    Quantity quantity;
    std::string text; // "$18B", "~50%", "over $13 billion"
};

// `parsed` is the text that was given to parseQuantities.
Operand operandOf(const Quantity& quantity, std::string_view parsed);

// A percentage that somebody worked out may have been cut instead of rounded: its loose reading has a full
// unit of the last digit on either side.
enum class ReadAs { Level, Result };

// What a figure may stand for (analysis.md §2.2). Strict: half a unit of the last digit written. Loose:
// trailing zeros are taken as rounding too. "~": at least 10 %. "over", "+": everything above. A range: its
// outer ends.
struct Reading {
    double face = 0;                  // as written; the middle of a range
    double faceLow = 0, faceHigh = 0; // the ends of a range; else both are `face`
    Interval strict, loose;
    double resolution = 1; // one unit in the last digit that counts
    bool range = false;
};

Reading readingOf(const Operand& operand, ReadAs readAs = ReadAs::Level);
// One end of a range; of anything else the whole.
Reading lowEndOf(const Operand& operand, ReadAs readAs = ReadAs::Level);
Reading highEndOf(const Operand& operand, ReadAs readAs = ReadAs::Level);

void negate(Quantity& quantity);

// "a third", "half": as a percentage.
Operand asPercent(Operand operand);

// Digits written after the decimal point of the first number in `text`: 1 for "$8.0B", 0 for "$8B".
int writtenDecimals(std::string_view text) noexcept;

bool isPercent(const Quantity& quantity) noexcept; // a ratio written with "%"
bool isPoints(const Quantity& quantity) noexcept;
// True for figures that can be reckoned with: not a date, a period or a deadline.
bool isAmount(const Quantity& quantity) noexcept;
// The same kind of figure in the same unit, as far as both say: "$5B" and "5億美元", not "$5B" and "5%".
bool isComparable(const Quantity& a, const Quantity& b) noexcept;

} // namespace parallax::data
