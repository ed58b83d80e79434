// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <utility>

#include "data/quantity/number_kinds.h"
#include "data/quantity/scale.h"
#include "data/quantity/unit.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

constexpr auto small = wordTable<int>(
    {{U"zero", 0},     {U"one", 1},      {U"two", 2},        {U"three", 3},     {U"four", 4},
     {U"five", 5},     {U"six", 6},      {U"seven", 7},      {U"eight", 8},     {U"nine", 9},
     {U"ten", 10},     {U"eleven", 11},  {U"twelve", 12},    {U"thirteen", 13}, {U"fourteen", 14},
     {U"fifteen", 15}, {U"sixteen", 16}, {U"seventeen", 17}, {U"eighteen", 18}, {U"nineteen", 19},
     {U"twenty", 20},  {U"thirty", 30},  {U"forty", 40},     {U"fifty", 50},    {U"sixty", 60},
     {U"seventy", 70}, {U"eighty", 80},  {U"ninety", 90}});

// Denominators; the plural goes with numerators above one.
constexpr auto partWords = wordTable<int>({{U"half", 2},
                                           {U"halves", 2},
                                           {U"third", 3},
                                           {U"thirds", 3},
                                           {U"quarter", 4},
                                           {U"quarters", 4},
                                           {U"fourth", 4},
                                           {U"fourths", 4},
                                           {U"fifth", 5},
                                           {U"fifths", 5},
                                           {U"sixth", 6},
                                           {U"sixths", 6},
                                           {U"seventh", 7},
                                           {U"eighth", 8},
                                           {U"eighths", 8},
                                           {U"ninth", 9},
                                           {U"tenth", 10},
                                           {U"tenths", 10},
                                           {U"hundredth", 100}});

constexpr auto manies = wordTable<int>({{U"tens", 1},
                                        {U"hundreds", 2},
                                        {U"thousands", 3},
                                        {U"millions", 6},
                                        {U"billions", 9},
                                        {U"trillions", 12}});

Number spelled(std::size_t begin, std::size_t end) {
    Number number;
    number.begin = begin;
    number.end = end;
    number.spelled = true;
    return number;
}

Number vagueNumber(std::size_t begin, std::size_t end, int power, std::int64_t low, std::int64_t high) {
    auto number = spelled(begin, end);
    number.low = {low, power};
    number.high = {high, power};
    number.resolution = {1, power};
    number.range = number.vague = number.approx = true;
    return number;
}

std::size_t hyphenOrBlank(const FoldedText& text, std::size_t i) {
    return text[i] == U'-' ? i + 1 : text.skipBlanks(i);
}

// hundred million, thousand, billion: a chain of scale words at `i` with its power; 0 when none stands there.
int scaleChain(const FoldedText& text, std::size_t i, std::size_t& end) {
    int power = 0;
    std::size_t at = i;
    for (int words = 0; words < 2; ++words) {
        const auto scale = scaleAt(text, at, ScaleStyle::Word);
        if (!scale || scale->chinese || (words == 1 && (power > 3 || scale->power <= power)))
            break;
        power += scale->power;
        end = scale->end;
        at = hyphenOrBlank(text, end);
    }
    return power;
}

// hundreds of millions, tens of billions, billions, dozens
std::optional<Number> manyAt(const FoldedText& text, std::size_t i) {
    if (text.isWordAt(i, U"dozens") || text.isWordAt(i, U"scores")) {
        auto number = text.isWordAt(i, U"dozens") ? vagueNumber(i, i + 6, 0, 24, 120)
                                                  : vagueNumber(i, i + 6, 0, 40, 200);
        number.numerals = 1;
        return number;
    }
    const auto* many = manies.find(text, i);
    if (many == nullptr)
        return std::nullopt;
    std::size_t end = i + many->word.size();
    int power = many->value;
    bool chained = false;
    std::size_t at = text.skipBlanks(end);
    if (text.isWordAt(at, U"of")) {
        at = text.skipBlanks(at + 2);
        const auto* next = manies.find(text, at);
        std::size_t scaleEnd = at;
        if (next != nullptr && next->value > 2) {
            power += next->value;
            end = at + next->word.size();
            chained = true;
        } else if (const int more = scaleChain(text, at, scaleEnd); more >= 3) {
            power += more;
            end = scaleEnd;
            chained = true;
        }
    }
    auto number = vagueNumber(i, end, power, 2, 10);
    number.scaled = power >= 3;
    number.numerals = chained ? 2 : 1;
    return number;
}

// several billion, a few hundred, a couple of million; bare ones ("a few months") need a unit behind them.
std::optional<Number> fewAt(const FoldedText& text, std::size_t i) {
    static constexpr auto words =
        wordTable<int>({{U"several", 0}, {U"a few", 0}, {U"a couple of", 2}, {U"a couple", 2}});
    const auto* word = words.find(text, i);
    if (word == nullptr)
        return std::nullopt;
    std::size_t end = i + word->word.size();
    const int power = scaleChain(text, text.skipBlanks(end), end);
    Number number = spelled(i, end);
    if (word->value == 0) {
        number = vagueNumber(i, end, power, 2, 10);
    } else {
        number.value = {word->value, power};
        number.resolution = {1, power};
        number.approx = true;
    }
    number.scaled = power >= 3;
    number.numerals = power > 0 ? 2 : 1;
    return number;
}

// one in five, two out of three
std::optional<Number> oneInAt(const FoldedText& text, std::size_t i, int numerator, std::size_t at) {
    std::size_t next = text.skipBlanks(at);
    if (text.isWordAt(next, U"out of"))
        next = text.skipBlanks(next + 6);
    else if (text.isWordAt(next, U"in"))
        next = text.skipBlanks(next + 2);
    else
        return std::nullopt;
    const auto* whole = small.find(text, next);
    if (whole == nullptr || whole->value < 2 || whole->value > 20 || numerator >= whole->value)
        return std::nullopt;
    const std::size_t end = next + whole->word.size();
    // "one in two years" is a time.
    if (text[end] == U'-' || scaleAt(text, text.skipBlanks(end), ScaleStyle::Word))
        return std::nullopt;
    for (const auto unit :
         {std::u32string_view(U"years"), std::u32string_view(U"months"), std::u32string_view(U"weeks"),
          std::u32string_view(U"days"), std::u32string_view(U"quarters"), std::u32string_view(U"hours")})
        if (text.isWordAt(text.skipBlanks(end), unit))
            return std::nullopt;
    auto number = spelled(i, end);
    number.fraction = {numerator, whole->value};
    number.numerals = 2;
    return number;
}

// half, a third, two-thirds, one third, one in five
std::optional<Number> englishFractionAt(const FoldedText& text, std::size_t i) {
    std::size_t at = i;
    int numerator = 1;
    if (text.isWordAt(at, U"a")) {
        at = hyphenOrBlank(text, at + 1);
    } else if (const auto* count = small.find(text, at);
               count != nullptr && count->value >= 1 && count->value <= 9) {
        numerator = count->value;
        at += count->word.size();
        if (auto in = oneInAt(text, i, numerator, at))
            return in;
        at = hyphenOrBlank(text, at);
    }
    const auto* part = partWords.find(text, at);
    if (part == nullptr || numerator >= part->value)
        return std::nullopt;
    // "third quarter" is a time, "third" alone an ordinal: only with a numerator in front of it.
    const bool plural = part->word.back() == U's';
    if ((at == i && part->word != U"half") || (numerator > 1) != plural)
        return std::nullopt;
    std::size_t end = at + part->word.size();
    if (text[end] == U'-' && isLatinLetter(text[end + 1]) && at == i)
        return std::nullopt; // half-year, half-price
    auto number = spelled(i, end);
    number.fraction = {numerator, part->value};
    number.numerals = 2;
    return number;
}

// half a billion, a hundred million, a quarter of a million, half a dozen, a dozen
std::optional<Number> articleScaleAt(const FoldedText& text, std::size_t i) {
    std::size_t at = i;
    Decimal factor{1, 0};
    if (text.isWordAt(at, U"half")) {
        factor = {5, -1};
        at = text.skipBlanks(at + 4);
    } else if (text.isWordAt(at, U"a quarter of")) {
        factor = {25, -2};
        at = text.skipBlanks(at + 12);
    }
    if (factor.exponent == -1 && (text.isWordAt(at, U"a") || text.isWordAt(at, U"an"))) {
        const std::size_t article = at + (lower(text[at + 1]) == U'n' ? 2 : 1);
        const auto unit = unitAt(text, text.skipBlanks(article), Nouns::No);
        if (unit && isLatinLetter(text[unit->end - 1])) { // half an hour, half a percentage point
            auto number = spelled(i, article);
            number.value = factor;
            number.resolution = factor.lastDigit();
            number.numerals = 2;
            return number;
        }
    }
    if (!text.isWordAt(at, U"a"))
        return std::nullopt;
    std::size_t end = at = text.skipBlanks(at + 1);
    if (text.isWordAt(at, U"dozen")) {
        auto number = spelled(i, at + 5);
        number.value = factor.exponent == 0 ? Decimal{12, 0} : Decimal{factor.exponent == -1 ? 6 : 3, 0};
        number.numerals = 2;
        return number;
    }
    const int power = scaleChain(text, at, end);
    if (power == 0)
        return std::nullopt;
    auto number = spelled(i, end);
    number.value = factor.shifted(power);
    number.resolution = number.value.lastDigit();
    number.scaled = power >= 3;
    number.numerals = 2;
    return number;
}

// twenty, thirty-four
std::optional<std::pair<int, std::size_t>> belowHundred(const FoldedText& text, std::size_t i) {
    const auto* first = small.find(text, i);
    if (first == nullptr)
        return std::nullopt;
    const std::size_t end = i + first->word.size();
    if (first->value < 20)
        return std::pair{first->value, end};
    const std::size_t next = hyphenOrBlank(text, end);
    if (const auto* second = small.find(text, next);
        second != nullptr && second->value >= 1 && second->value <= 9)
        return std::pair{first->value + second->value, next + second->word.size()};
    return std::pair{first->value, end};
}

// "point five" and "and a half" behind a cardinal below a thousand, then its scale: three point five billion,
// one and a half million.
void takeDecimals(const FoldedText& text, Number& number) {
    std::size_t at = text.skipBlanks(number.end);
    if (text.isWordAt(at, U"and a half")) {
        const auto sum = add(number.value, Decimal{5, -1});
        number.value = sum.value_or(number.value);
        number.end = at + 10;
        ++number.numerals;
    } else if (text.isWordAt(at, U"point")) {
        std::size_t digitsAtPlace = text.skipBlanks(at + 5);
        for (int places = 0; places < 6; ++places) {
            const auto* digit = small.find(text, digitsAtPlace);
            if (digit == nullptr || digit->value > 9)
                break;
            number.value = {number.value.digits * 10 + digit->value, number.value.exponent - 1};
            number.end = digitsAtPlace + digit->word.size();
            digitsAtPlace = text.skipBlanks(number.end);
            ++number.numerals;
        }
        if (number.value.exponent == 0)
            return;
    } else {
        return;
    }
    number.resolution = number.value.lastDigit();
    std::size_t end = number.end;
    if (const int power = scaleChain(text, hyphenOrBlank(text, number.end), end)) {
        applyScale(number, power);
        number.end = end;
    }
}

// one hundred and thirty-four thousand two hundred
std::optional<Number> cardinalAt(const FoldedText& text, std::size_t i) {
    std::int64_t total = 0;
    std::int64_t section = 0;
    std::size_t at = i;
    std::size_t end = i;
    int numerals = 0;
    int lastPower = 0;
    int hundreds = 0;
    bool scaled = false;
    std::optional<Decimal> big;
    while (numerals < 12) {
        if (numerals > 0 && text.isWordAt(at, U"and") && section >= 100)
            at = text.skipBlanks(at + 3);
        const auto part = belowHundred(text, at);
        if (part && (section == 0 || section % 100 == 0) && (numerals == 0 || lastPower > 0)) {
            section += part->first;
            end = part->second;
            ++numerals;
            lastPower = hundreds = 0;
        } else if (numerals == 0) {
            return std::nullopt;
        } else if (const auto scale = scaleAt(text, at, ScaleStyle::Word);
                   scale && !scale->chinese && (section > 0 || (lastPower == 3 && scale->power >= 6))) {
            if (scale->power == 2) {
                if (section >= 100)
                    break;
                section *= 100;
            } else if (scale->power == 3) {
                total += section * 1000;
                section = 0;
            } else {
                const auto whole = Decimal{total + section, scale->power};
                big = big ? add(*big, whole) : std::optional(whole);
                if (!big)
                    return std::nullopt;
                total = section = 0;
            }
            end = scale->end;
            scaled = scaled || scale->power >= 3;
            hundreds = scale->power == 2 ? 2 : (lastPower == 2 ? scale->power + 2 : 0);
            lastPower = scale->power;
            ++numerals;
        } else {
            break;
        }
        at = hyphenOrBlank(text, end);
    }
    auto number = spelled(i, end);
    const auto value = add(big.value_or(Decimal{}), Decimal{total + section, 0});
    if (!value)
        return std::nullopt;
    number.value = big && total + section == 0 ? *big : *value;
    number.numerals = numerals;
    number.scaled = scaled;
    number.scalePower = section == 0 ? lastPower : 0;
    number.hundreds = hundreds;
    number.resolution = {1, lastPower};
    if (!scaled && section < 1000)
        takeDecimals(text, number);
    if (const std::size_t next = text.skipBlanks(number.end);
        numerals == 1 && text.isWordAt(next, U"dozen")) {
        number.value = {number.value.digits * 12, 0};
        number.end = next + 5;
        number.numerals = 2;
    }
    return number;
}

// "a" counts before the words of scales and parts alone, which begin with few pairs of letters.
bool isIdleA(const FoldedText& text, std::size_t i) {
    const char32_t joint = text[i + 1];
    if (joint != U' ' && joint != U'-')
        return false;
    const std::size_t at = joint == U'-' ? i + 2 : text.skipBlanks(i + 1);
    constexpr std::u32string_view pairs =
        U"hu ha fe fi fo co th tr te qu do mi bi si se ei ni la ml mn mm bl bn tn cr ";
    const std::array<char32_t, 3> pair{lower(text[at]), lower(text[at + 1]), U' '};
    return pairs.find(std::u32string_view(pair.data(), pair.size())) == std::u32string_view::npos;
}

} // namespace

std::optional<Number> englishNumberAt(const FoldedText& text, std::size_t i) {
    switch (lower(text[i])) {
    case U'a':
        if (isIdleA(text, i))
            return std::nullopt;
        [[fallthrough]];
    case U'h':
        if (auto article = articleScaleAt(text, i))
            return article;
        break;
    case U'd':
    case U'z':
    case U'b':
    case U'm':
    case U't':
    case U'n':
    case U'e':
    case U'f':
    case U'o':
    case U's':
        break;
    default:
        return std::nullopt;
    }
    if (auto many = manyAt(text, i))
        return many;
    if (auto few = fewAt(text, i))
        return few;
    if (auto fraction = englishFractionAt(text, i))
        return fraction;
    return cardinalAt(text, i);
}

} // namespace parallax::data
