// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "data/quantity/number.h"
#include "data/quantity/scale.h"

namespace parallax::data {
namespace {

// The separator that groups digits by three here, or 0.
char32_t groupSeparator(const FoldedText& text, std::size_t i) {
    const char32_t c = text[i];
    if (c != U',' && c != 0x2009 && c != U'\'')
        return 0;
    const bool three =
        isDigit(text[i + 1]) && isDigit(text[i + 2]) && isDigit(text[i + 3]) && !isDigit(text[i + 4]);
    return three ? c : 0;
}

struct Mantissa {
    std::string digits; // with at most one point
    std::size_t end = 0;
    bool grouped = false;
    bool point = false;
};

std::optional<Mantissa> mantissaAt(const FoldedText& text, std::size_t i) {
    Mantissa mantissa;
    char32_t separator = 0;
    std::size_t run = 0;
    while (true) {
        if (isDigit(text[i])) {
            mantissa.digits += static_cast<char>(text[i]);
            ++i;
            ++run;
            continue;
        }
        const char32_t group = groupSeparator(text, i);
        // 1-3 digits first, and one kind of separator throughout: "1,23" and "2025, 120" are not grouped.
        if (group != 0 && (separator == 0 ? run >= 1 && run <= 3 : group == separator)) {
            separator = group;
            mantissa.grouped = true;
            ++i;
            continue;
        }
        break;
    }
    if (mantissa.digits.empty() || mantissa.digits.size() > 18)
        return std::nullopt;
    if (text[i] == U'.' && isDigit(text[i + 1])) {
        mantissa.point = true;
        mantissa.digits += '.';
        for (++i; isDigit(text[i]); ++i)
            mantissa.digits += static_cast<char>(text[i]);
        if (text[i] == U'.' && isDigit(text[i + 1]))
            return std::nullopt; // 1.5.0 is a version
    }
    mantissa.end = i;
    return mantissa;
}

// "e9" of 1.5e9, "^9" of 10^9.
std::optional<int> smallInteger(const FoldedText& text, std::size_t& i) {
    std::size_t at = i;
    int sign = 1;
    if (text[at] == U'+' || text[at] == U'-') {
        sign = text[at] == U'-' ? -1 : 1;
        ++at;
    }
    int value = 0;
    std::size_t count = 0;
    for (; isDigit(text[at]) && count < 3; ++at, ++count)
        value = value * 10 + static_cast<int>(text[at] - U'0');
    if (count == 0 || isDigit(text[at]) || isLatinLetter(text[at]) || value > 30)
        return std::nullopt;
    i = at;
    return sign * value;
}

void takeExponent(const FoldedText& text, Number& number) {
    std::size_t at = number.end + 1;
    if (text[number.end] == U'e' || text[number.end] == U'E') {
        if (const auto power = smallInteger(text, at)) {
            number.value = number.value.shifted(*power);
            number.resolution = number.resolution.shifted(*power);
            number.end = at;
            number.scaled = true;
        }
    } else if (text[number.end] == U'^' && number.value.digits == 10 && number.value.exponent == 0) {
        if (const auto power = smallInteger(text, at)) {
            number.value = {1, *power};
            number.resolution = number.value;
            number.end = at;
            number.scaled = true;
        }
    }
}

} // namespace

std::optional<Number> digitsAt(const FoldedText& text, std::size_t i) {
    const auto mantissa = mantissaAt(text, i);
    if (!mantissa)
        return std::nullopt;
    const auto value = decimalFrom(mantissa->digits);
    if (!value)
        return std::nullopt;
    Number number;
    number.begin = i;
    number.end = mantissa->end;
    number.value = *value;
    number.resolution = value->lastDigit();
    number.grouped = mantissa->grouped;
    number.numerals = static_cast<int>(mantissa->digits.size());
    takeExponent(text, number);

    // 130多億, $10+ billion: an open bound stands before the scale.
    std::size_t at = number.end;
    bool open = false;
    if (text[at] == U'多' || text[at] == U'余') {
        open = true;
        ++at;
    } else if (text[at] == U'+') {
        open = scaleAt(text, text.skipBlanks(at + 1), ScaleStyle::AfterDigits).has_value();
        at = open ? text.skipBlanks(at + 1) : at;
    }
    auto scale = scaleAt(text, at, ScaleStyle::AfterDigits);
    if (!scale && !open)
        scale = scaleAt(text, text.skipBlanks(at), ScaleStyle::Word);
    if (open && !scale) {
        // 30多家: the bound stands before a classifier instead.
        if (text[number.end] != U'+') {
            number.bound = Bound::MoreThan;
            number.end = at;
        }
        return number;
    }
    if (!scale)
        return number;
    if (open)
        number.bound = text[number.end] == U'+' ? Bound::AtLeast : Bound::MoreThan;
    number.end = scale->end;
    applyScale(number, scale->power);

    // 2億5000萬: Chinese scales chain downwards and add up.
    while (scale->chinese && isDigit(text[number.end])) {
        const auto next = mantissaAt(text, number.end);
        if (!next)
            break;
        const auto nextScale = scaleAt(text, next->end, ScaleStyle::AfterDigits);
        const auto part = decimalFrom(next->digits);
        if (!nextScale || !nextScale->chinese || nextScale->power >= scale->power || !part)
            break;
        const auto sum = add(number.value, part->shifted(nextScale->power));
        if (!sum)
            break;
        number.value = *sum;
        number.resolution = part->lastDigit().shifted(nextScale->power);
        number.end = nextScale->end;
        scale = nextScale;
    }
    return number;
}

} // namespace parallax::data
