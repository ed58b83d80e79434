// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "data/quantity/starts.h"

namespace parallax::data {

// What a folded character from U+3000 to U+9FFF can be in a figure, all of it in one look-up: the grammar
// asks several of these questions of nearly every Han character.
struct Character {
    std::int8_t digit = -1;     // 0 to 9 of 〇, 一, 壹, 两 …
    std::uint8_t power = 0;     // of ten: 十 1 to 兆 12
    Starts starts = 0;          // what may begin with it
    bool numeral = false;       // may stand in a number: digits, powers, 廿, 数 …
    bool classifier = false;    // a measure word; what it counts may follow: 500個詞元
    bool followsYear = false;   // may follow a number in a date or a length of time: 年, 个, 到 …
    bool followsNumber = false; // may follow a number in a figure: units, currencies, 成, 倍 …
};

extern const std::array<Character, 0x7000> characters;

inline const Character& characterOf(char32_t c) {
    const std::size_t at = c - 0x3000;
    return characters[at < characters.size() ? at : characters.size() - 1]; // U+9FFF is nothing
}

// 0 to 9 of 〇, 一, 壹, 两 …; -1 for any other character.
inline int chineseDigit(char32_t folded) {
    return characterOf(folded).digit;
}

// The power of ten that a folded Chinese sign stands for, 十 to 兆; 0 for any other character.
inline int chinesePower(char32_t folded) {
    return characterOf(folded).power;
}

inline bool isChineseNumeral(char32_t folded) {
    return characterOf(folded).numeral;
}

} // namespace parallax::data
