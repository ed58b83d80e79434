// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/scale.h"

#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

constexpr auto scaleWords = wordTable<int>({{U"hundred", 2},
                                            {U"thousand", 3},
                                            {U"lakh", 5},
                                            {U"million", 6},
                                            {U"millions", 6},
                                            {U"mln", 6},
                                            {U"mn", 6},
                                            {U"mm", 6},
                                            {U"crore", 7},
                                            {U"billion", 9},
                                            {U"billions", 9},
                                            {U"bln", 9},
                                            {U"bn", 9},
                                            {U"trillion", 12},
                                            {U"trillions", 12},
                                            {U"quadrillion", 15},
                                            {U"trn", 12},
                                            {U"tn", 12}});

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

// 1.5조, 300억: no more of Korean is read.
int koreanPower(char32_t c) {
    return c == U'조' ? 12 : (c == U'억' ? 8 : (c == U'만' ? 4 : 0));
}

// 兆瓦, 兆赫 and 兆字节 are units of their own (mega), in which 兆 is no 10^12.
bool isMegaUnit(const FoldedText& text, std::size_t i) {
    return text[i] == U'兆' && (text[i + 1] == U'瓦' || text[i + 1] == U'赫' ||
                                text.startsWith(i + 1, U"字节") || text.startsWith(i + 1, U"比特"));
}

} // namespace

std::optional<Scale> scaleAt(const FoldedText& text, std::size_t i, ScaleStyle style) {
    if (isLatinLetter(text[i])) {
        if (style == ScaleStyle::AfterDigits && letterPower(text[i]) != 0 && !isLatinLetter(text[i + 1]) &&
            !isDigit(text[i + 1]))
            return Scale{letterPower(text[i]), i + 1, false, false};
        const auto* word = scaleWords.find(text, i);
        if (word == nullptr || (word->word == U"mm" && text[i] == U'm')) // mm is a length
            return std::nullopt;
        return Scale{word->value, i + word->word.size(), false, false};
    }
    if (const int power = koreanPower(text[i]); power != 0 && style == ScaleStyle::AfterDigits)
        return Scale{power, i + 1, true, false};
    if (chinesePower(text[i]) == 0)
        return std::nullopt;
    Scale scale{0, i, true, false};
    // 百萬, 千萬, 萬億, 十億: the powers of a chain add up. No one writes more than four.
    for (int length = 0; length < 4; ++length) {
        const int power = chinesePower(text[scale.end]);
        if (power == 0 || isMegaUnit(text, scale.end))
            break;
        scale.trillionSign = scale.trillionSign || text[scale.end] == U'兆';
        scale.power += power;
        ++scale.end;
    }
    return scale.end > i ? std::optional(scale) : std::nullopt;
}

} // namespace parallax::data
