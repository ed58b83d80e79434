// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "data/check/check.h"
#include "data/check/reading.h"

namespace parallax::data {

// `value` (base units) as the author of `original` would have written it: "~71%" after "~50%", "$67.5
// billion" after "$100 billion", "580億美元" after "150億美元". At least `significant` digits, never fewer
// decimals than the original has. After "下降25%" the size alone: the word is the sign.
std::string inStyleOf(const Operand& original, double value, int significant);
// The same for a range.
std::string inStyleOf(const Operand& original, double low, double high, int significant);

// Digits that count for a level, and for a worked out percentage (its own last digit).
constexpr int levelDigits = 3;
constexpr int resultDigits = 1;

void addRepair(Check& check, std::string what, std::string text);
// `value` in the style of `original`; none where it is more than a thousand times as much or as little: then
// the figures do not belong together.
void addRepair(Check& check, std::string what, const Operand& original, double value, int significant);

// A number for a formula: at most `significant` digits, no exponent.
std::string plainNumber(double value, int significant = 6);

// Levels for one formula, all divided by the same power of a thousand: 15 and 18 of $15B and $18B.
struct FormulaNumbers {
    std::vector<std::string> texts;
    double divisor = 1;
    std::string suffix; // " × 10⁹" where the formula's result is a level, too
};
FormulaNumbers formulaNumbers(const std::vector<double>& values);

// A candidate for the cause of an error: what the author may have worked out instead.
struct Slip {
    const char* cause;
    double value;
};
// The slip whose value comes nearest to what is stated, within rounding or 2 %; empty when none does.
std::string likelyCause(std::initializer_list<Slip> slips, const Reading& stated);

} // namespace parallax::data
