// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <utility>

#include "data/quantity/number.h"
#include "data/quantity/scale.h"

namespace parallax::data {
namespace {

using Word = std::pair<std::u32string_view, int>;

// Longer words before their beginnings: sixteen before six.
constexpr std::array<Word, 29> small{
    {{U"thirteen", 13}, {U"fourteen", 14}, {U"fifteen", 15}, {U"sixteen", 16}, {U"seventeen", 17},
     {U"eighteen", 18}, {U"nineteen", 19}, {U"twenty", 20},  {U"thirty", 30},  {U"forty", 40},
     {U"fifty", 50},    {U"sixty", 60},    {U"seventy", 70}, {U"eighty", 80},  {U"ninety", 90},
     {U"zero", 0},      {U"one", 1},       {U"two", 2},      {U"three", 3},    {U"four", 4},
     {U"five", 5},      {U"six", 6},       {U"seven", 7},    {U"eight", 8},    {U"nine", 9},
     {U"ten", 10},      {U"eleven", 11},   {U"twelve", 12},  {U"dozen", 12}}};

constexpr std::array<Word, 12> parts{{{U"halves", 2},
                                      {U"half", 2},
                                      {U"thirds", 3},
                                      {U"third", 3},
                                      {U"quarters", 4},
                                      {U"quarter", 4},
                                      {U"fifths", 5},
                                      {U"fifth", 5},
                                      {U"sixth", 6},
                                      {U"eighth", 8},
                                      {U"tenths", 10},
                                      {U"tenth", 10}}};

constexpr std::array<Word, 4> manies{{{U"dozens", 1}, {U"tens", 1}, {U"hundreds", 2}, {U"thousands", 3}}};

template <std::size_t N>
const Word* wordAt(const FoldedText& text, std::size_t i, const std::array<Word, N>& words) {
    for (const auto& word : words)
        if (text.isWordAt(i, word.first))
            return &word;
    return nullptr;
}

Number spelled(std::size_t begin, std::size_t end) {
    Number number;
    number.begin = begin;
    number.end = end;
    number.spelled = true;
    return number;
}

// hundreds of millions, tens of billions, dozens
std::optional<Number> manyAt(const FoldedText& text, std::size_t i) {
    const Word* many = wordAt(text, i, manies);
    if (many == nullptr)
        return std::nullopt;
    std::size_t end = i + many->first.size();
    int power = many->second;
    bool scaled = false;
    std::size_t at = text.skipBlanks(end);
    if (text.isWordAt(at, U"of")) {
        at = text.skipBlanks(at + 2);
        if (text.isWordAt(at, U"thousands")) {
            power += 3;
            end = at + 9;
            scaled = true;
        } else if (const auto scale = scaleAt(text, at, ScaleStyle::Word); scale && !scale->chinese) {
            power += scale->power;
            end = scale->end;
            scaled = true;
        }
    }
    auto number = spelled(i, end);
    number.low = {many->first == U"dozens" ? 24 : 2, many->first == U"dozens" ? 0 : power};
    number.high = {many->first == U"dozens" ? 120 : 10, many->first == U"dozens" ? 0 : power};
    number.resolution = {1, power};
    number.range = number.vague = number.approx = true;
    number.scaled = scaled;
    number.numerals = scaled ? 2 : 1;
    return number;
}

std::size_t hyphenOrBlank(const FoldedText& text, std::size_t i) {
    return text[i] == U'-' ? i + 1 : text.skipBlanks(i);
}

// half, a third, two-thirds, one third
std::optional<Number> fractionAt(const FoldedText& text, std::size_t i) {
    std::size_t at = i;
    int numerator = 1;
    if (text.isWordAt(at, U"a") || text.isWordAt(at, U"one")) {
        at = hyphenOrBlank(text, at + (text.isWordAt(at, U"a") ? 1 : 3));
    } else if (const Word* count = wordAt(text, at, small);
               count != nullptr && count->second >= 2 && count->second <= 9) {
        numerator = count->second;
        at = hyphenOrBlank(text, at + count->first.size());
    }
    const Word* part = wordAt(text, at, parts);
    if (part == nullptr || numerator >= part->second)
        return std::nullopt;
    // "a quarter", "third quarter" are times, "third" alone is an ordinal: only with a numerator in front of
    // it.
    const bool plural = part->first.back() == U's';
    if ((at == i && part->first != U"half") || (numerator > 1) != plural)
        return std::nullopt;
    auto number = spelled(i, at + part->first.size());
    number.fraction = {numerator, part->second};
    number.numerals = 2;
    return number;
}

// half a billion, a billion, a quarter of a million
std::optional<Number> articleScaleAt(const FoldedText& text, std::size_t i) {
    std::size_t at = i;
    Decimal factor{1, 0};
    if (text.isWordAt(at, U"half")) {
        factor = {5, -1};
        at = text.skipBlanks(at + 4);
    }
    if (!text.isWordAt(at, U"a"))
        return std::nullopt;
    const auto scale = scaleAt(text, text.skipBlanks(at + 1), ScaleStyle::Word);
    if (!scale || scale->chinese)
        return std::nullopt;
    auto number = spelled(i, scale->end);
    number.value = factor.shifted(scale->power);
    number.resolution = number.value.lastDigit();
    number.scaled = true;
    number.numerals = 2;
    return number;
}

// twenty, thirty-four
std::optional<std::pair<int, std::size_t>> belowHundred(const FoldedText& text, std::size_t i) {
    const Word* first = wordAt(text, i, small);
    if (first == nullptr)
        return std::nullopt;
    const std::size_t end = i + first->first.size();
    if (first->second < 20)
        return std::pair{first->second, end};
    const Word* second = wordAt(text, hyphenOrBlank(text, end), small);
    if (second != nullptr && second->second >= 1 && second->second <= 9)
        return std::pair{first->second + second->second, hyphenOrBlank(text, end) + second->first.size()};
    return std::pair{first->second, end};
}

} // namespace

std::optional<Number> englishNumberAt(const FoldedText& text, std::size_t i) {
    if (auto many = manyAt(text, i))
        return many;
    if (auto article = articleScaleAt(text, i))
        return article;
    if (auto fraction = fractionAt(text, i))
        return fraction;

    // one hundred and thirty-four thousand two hundred
    std::int64_t total = 0;
    std::int64_t section = 0;
    std::size_t at = i;
    std::size_t end = i;
    int numerals = 0;
    int lastPower = 0;
    bool scaled = false;
    std::optional<Decimal> big;
    while (numerals < 12) {
        if (numerals > 0 && text.isWordAt(at, U"and") && section >= 100)
            at = text.skipBlanks(at + 3);
        const auto part = belowHundred(text, at);
        if (part && (section == 0 || section % 100 == 0)) {
            section += part->first;
            end = part->second;
            ++numerals;
            lastPower = 0;
        } else if (numerals == 0) {
            return std::nullopt;
        } else if (const auto scale = scaleAt(text, at, ScaleStyle::Word);
                   scale && !scale->chinese && section > 0) {
            if (scale->power == 2) {
                section *= 100;
            } else if (scale->power == 3) {
                total += section * 1000;
                section = 0;
            } else {
                const auto scaledSection = Decimal{total + section, scale->power};
                big = big ? add(*big, scaledSection) : std::optional(scaledSection);
                if (!big)
                    return std::nullopt;
                total = section = 0;
            }
            end = scale->end;
            scaled = true;
            lastPower = scale->power;
            ++numerals;
        } else {
            break;
        }
        at = text.skipBlanks(end);
    }
    auto number = spelled(i, end);
    const auto value = add(big.value_or(Decimal{}), Decimal{total + section, 0});
    if (!value)
        return std::nullopt;
    number.value = big && total + section == 0 ? *big : *value;
    number.numerals = numerals;
    number.scaled = scaled;
    number.resolution = {1, lastPower};
    return number;
}

bool mayBeginNumberWord(const FoldedText& text, std::size_t i) {
    switch (lower(text[i])) {
    case U'a':
        return text[i + 1] == U' ';
    case U'd':
    case U'e':
    case U'f':
    case U'h':
    case U'n':
    case U'o':
    case U's':
    case U't':
    case U'z':
        return true;
    default:
        return false;
    }
}

} // namespace parallax::data
