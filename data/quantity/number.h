// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "data/quantity/folded_text.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

// A number as written, without sign, currency or unit: digits with separators, in words, in Chinese
// characters, mixed ("130多億", "3.5 million", "數十億", "half a billion", "two-thirds").
struct Number {
    std::size_t begin = 0, end = 0;
    Decimal value;
    Decimal low, high; // when `range`: 數十億, 三五億, hundreds of millions
    Decimal resolution{1, 0};
    bool range = false;
    bool vague = false;
    bool approx = false;
    bool spelled = false; // no digit in it
    bool scaled = false;  // carries a scale word: thousand, 億, B
    bool grouped = false; // 1,234
    bool chinese = false;
    Bound bound = Bound::Exact; // 多, 餘, + before the scale, 上
    int scalePower = 0;         // the last scale's power of ten, for parts of a range that lack one
    int numerals = 0;           // how many numeral characters or words it has
    std::optional<std::pair<std::int64_t, std::int64_t>> fraction;
};

// The number that begins at `i`, if one does. `letterScales` allows K, M, B and T after a blank ("$5 B").
std::optional<Number> numberAt(const FoldedText& text, std::size_t i);

// Applies another part's scale to a number that has none: "15" of "$15-18B".
void applyScale(Number& number, int powerOfTen);

bool isChineseNumeral(char32_t folded);

// An English number word begins here ("three", "hundreds", "half", "a billion").
bool mayBeginNumberWord(const FoldedText& text, std::size_t i);

} // namespace parallax::data
