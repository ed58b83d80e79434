// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "data/quantity/characters.h"
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
    bool scaled = false;  // carries a scale word of a thousand or more: thousand, 億, B
    bool grouped = false; // 1,234
    bool chinese = false;
    bool unitOnly = false;      // 百萬, 千億: a scale with no figure before it
    bool zhao = false;          // scaled by 兆, which some read as a million
    Bound bound = Bound::Exact; // 多, 餘, + before the scale, 上
    int scalePower = 0;         // the last scale's power of ten, for parts of a range that lack one
    int hundreds = 0;           // … with the hundred before it: 8 in "six hundred million"
    int numerals = 0;           // how many numeral characters or words it has
    std::optional<std::pair<std::int64_t, std::int64_t>> fraction;
};

// What was read last, by the places' last bits: dates, bounds, amounts and what accepts them look at one
// place in turn.
struct NumberMemory {
    struct Entry {
        std::size_t place = static_cast<std::size_t>(-1);
        std::optional<Number> number;
    };
    std::array<Entry, 4> entries;
};

// The number that begins at `i`, if one does.
std::optional<Number> numberAt(const FoldedText& text, std::size_t i);

// Multiplies by a power of ten that is part of the number.
void applyScale(Number& number, int powerOfTen);

// Behind the digits, points and separators at `i`, however many: what is too long to be a figure is passed as
// one.
std::size_t digitRunEnd(const FoldedText& text, std::size_t i);

// 三, 十二, 二十五: at most 99, with its end; -1 when none stands there.
int chineseBelowHundred(const FoldedText& text, std::size_t i, std::size_t& end);

} // namespace parallax::data
