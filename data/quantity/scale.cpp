// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/scale.h"

#include <array>
#include <utility>

namespace parallax::data {
namespace {

using Word = std::pair<std::u32string_view, int>;

// Longest first where one begins another.
constexpr std::array<Word, 12> words{{{U"thousand", 3},
                                      {U"millions", 6},
                                      {U"million", 6},
                                      {U"billions", 9},
                                      {U"billion", 9},
                                      {U"trillions", 12},
                                      {U"trillion", 12},
                                      {U"mn", 6},
                                      {U"mm", 6},
                                      {U"bn", 9},
                                      {U"tn", 12},
                                      {U"hundred", 2}}};

// K, M, B, T right after the digits; "m", "b" and "t" too, since people write $5m.
int letterPower(char32_t c) {
    switch (c) {
    case U'k':
    case U'K':
        return 3;
    case U'M':
    case U'm':
        return 6;
    case U'B':
    case U'b':
        return 9;
    case U'T':
    case U't':
        return 12;
    default:
        return 0;
    }
}

} // namespace

int chinesePower(char32_t c) {
    switch (c) {
    case U'十':
    case U'拾':
        return 1;
    case U'百':
    case U'佰':
        return 2;
    case U'千':
    case U'仟':
        return 3;
    case U'万':
        return 4;
    case U'亿':
        return 8;
    case U'兆':
        return 12;
    default:
        return 0;
    }
}

std::optional<Scale> scaleAt(const FoldedText& text, std::size_t i, ScaleStyle style) {
    if (const int first = chinesePower(text[i]); first != 0) {
        Scale scale{first, i + 1, true, text[i] == U'兆'};
        // 百萬, 千萬, 萬億, 十億: the powers of a chain add up.
        while (const int next = chinesePower(text[scale.end])) {
            scale.power += next;
            ++scale.end;
        }
        return scale;
    }
    if (style == ScaleStyle::AfterDigits && letterPower(text[i]) != 0 && !isLatinLetter(text[i + 1]) &&
        !isDigit(text[i + 1]))
        return Scale{letterPower(text[i]), i + 1, false, false};
    if (!isLatinLetter(text[i]))
        return std::nullopt;
    for (const auto& [word, power] : words)
        if (text.isWordAt(i, word) && !(word == U"mm" && text[i] == U'm')) // mm is a length
            return Scale{power, i + word.size(), false, false};
    return std::nullopt;
}

} // namespace parallax::data
