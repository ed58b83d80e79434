// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <vector>

#include "data/quantity/number.h"
#include "data/quantity/scale.h"

namespace parallax::data {
namespace {

int digitValue(char32_t c) {
    switch (c) {
    case U'〇':
    case U'零':
        return 0;
    case U'一':
    case U'壹':
        return 1;
    case U'二':
    case U'两':
    case U'贰':
        return 2;
    case U'三':
    case U'叁':
        return 3;
    case U'四':
    case U'肆':
        return 4;
    case U'五':
    case U'伍':
        return 5;
    case U'六':
        return 6;
    case U'七':
    case U'柒':
        return 7;
    case U'八':
    case U'捌':
        return 8;
    case U'九':
    case U'玖':
        return 9;
    default:
        return -1;
    }
}

Number chinese(std::size_t begin, std::size_t end) {
    Number number;
    number.begin = begin;
    number.end = end;
    number.chinese = true;
    number.spelled = true;
    return number;
}

Decimal powerOfTen(int power) {
    return {1, power};
}

// 數十億, 幾百萬, 十幾億, 上百億, 數月's 數: vague ones.
std::optional<Number> vagueAt(const FoldedText& text, std::size_t i) {
    const char32_t c = text[i];
    if (c == U'数' || c == U'几') {
        const auto scale = scaleAt(text, i + 1, ScaleStyle::Word);
        auto number = chinese(i, scale ? scale->end : i + 1);
        const int power = scale ? scale->power : 0;
        number.low = {2, power};
        number.high = scale ? Decimal{10, power} : Decimal{11, 0};
        number.range = number.vague = number.approx = true;
        number.scaled = scale.has_value();
        number.resolution = powerOfTen(power);
        number.numerals = scale ? 2 : 1;
        return number;
    }
    if (c == U'十' && (text[i + 1] == U'几' || text[i + 1] == U'多' || text[i + 1] == U'余')) {
        const auto scale = scaleAt(text, i + 2, ScaleStyle::Word);
        auto number = chinese(i, scale ? scale->end : i + 2);
        const int power = scale ? scale->power : 0;
        number.numerals = 2;
        number.scaled = scale.has_value();
        number.resolution = powerOfTen(power);
        if (text[i + 1] == U'几') {
            number.low = {11, power};
            number.high = {19, power};
            number.range = number.vague = number.approx = true;
        } else {
            number.value = {10, power};
            number.bound = Bound::MoreThan;
        }
        return number;
    }
    if (c == U'上' && chinesePower(text[i + 1]) != 0) {
        const auto scale = scaleAt(text, i + 1, ScaleStyle::Word);
        auto number = chinese(i, scale->end);
        number.value = powerOfTen(scale->power);
        number.resolution = number.value;
        number.bound = Bound::AtLeast;
        number.approx = true;
        number.scaled = true;
        number.numerals = static_cast<int>(scale->end - i - 1);
        return number;
    }
    return std::nullopt;
}

// 三五億: two neighbouring digits, the second larger, before a unit: from three to five.
std::optional<Number> pairAt(const FoldedText& text, std::size_t i) {
    const int a = digitValue(text[i]);
    const int b = digitValue(text[i + 1]);
    if (a < 1 || b <= a || text[i] == U'两')
        return std::nullopt;
    const auto scale = scaleAt(text, i + 2, ScaleStyle::Word);
    if (!scale)
        return std::nullopt;
    auto number = chinese(i, scale->end);
    number.low = {a, scale->power};
    number.high = {b, scale->power};
    number.range = number.vague = number.approx = true;
    number.scaled = true;
    number.resolution = powerOfTen(scale->power);
    number.numerals = 3;
    return number;
}

// 三分之一
std::optional<Number> fractionAt(const FoldedText& text, std::size_t i) {
    const int denominator = digitValue(text[i]);
    if (denominator < 2 || text[i + 1] != U'分' || text[i + 2] != U'之')
        return std::nullopt;
    const int numerator = digitValue(text[i + 3]);
    if (numerator < 1 || numerator >= denominator || chinesePower(text[i + 4]) != 0)
        return std::nullopt;
    auto number = chinese(i, i + 4);
    number.fraction = {numerator, denominator};
    number.numerals = 2;
    return number;
}

} // namespace

bool isChineseNumeral(char32_t c) {
    return digitValue(c) >= 0 || chinesePower(c) != 0 || c == U'廿' || c == U'卅' || c == U'数' || c == U'几';
}

std::optional<Number> chineseNumberAt(const FoldedText& text, std::size_t i) {
    if (auto vague = vagueAt(text, i))
        return vague;
    if (auto fraction = fractionAt(text, i))
        return fraction;
    if (auto pair = pairAt(text, i))
        return pair;

    // total = closed sections (兆, 億, 萬), section = the one at hand (千, 百, 十), digit = the last digit
    // read.
    Decimal total;
    std::int64_t section = 0;
    int digit = -1;
    int lastUnit = 0; // power of the last unit read, for 一百五 = 150
    int lowestPower = 0;
    bool zero = false;
    int numerals = 0;
    int closed = 16; // power of the last closed section
    Bound bound = Bound::Exact;
    std::size_t at = i;
    bool any = false;
    for (; at - i < 40; ++at) {
        const char32_t c = text[at];
        if (const int value = digitValue(c); value >= 0) {
            if (digit > 0 || (digit == 0 && numerals == 1 && value >= 0 && !zero))
                return std::nullopt; // 二〇二六 is a year, 一二三 is no number
            digit = value;
            zero = zero || value == 0;
            lowestPower = 0;
        } else if (c == U'廿' || c == U'卅') {
            if (digit > 0 || section != 0)
                return std::nullopt;
            section += c == U'廿' ? 20 : 30;
            lastUnit = 1;
            digit = -1;
        } else if (const int power = chinesePower(c); power != 0) {
            if (power < 4) {
                const std::int64_t times = digit > 0 ? digit : 1;
                if (digit <= 0 && section != 0 && !zero)
                    break;
                std::int64_t unit = 1;
                for (int k = 0; k < power; ++k)
                    unit *= 10;
                section += times * unit;
                digit = -1;
                lastUnit = lowestPower = power;
            } else {
                if (!any || power >= closed)
                    break;
                const std::int64_t whole = section + (digit > 0 ? digit : 0);
                if (whole == 0 && total.isZero())
                    break;
                if (whole == 0) { // 萬億: the section just closed is scaled again
                    total = total.shifted(power);
                } else {
                    const auto sum = add(total, Decimal{whole, power});
                    if (!sum)
                        return std::nullopt;
                    total = *sum;
                }
                int tail = lowestPower;
                section = 0;
                digit = -1;
                lastUnit = power;
                lowestPower = tail + power;
                // 萬 may be followed by 億 (萬億), any other section only by a smaller one.
                closed = power == 4 && text[at + 1] == U'亿' ? 9 : power;
            }
            zero = false;
        } else if ((c == U'多' || c == U'余') && any && chinesePower(text[at + 1]) >= 4) {
            bound = Bound::MoreThan;
            continue;
        } else {
            break;
        }
        any = true;
        ++numerals;
    }
    if (!any)
        return std::nullopt;

    auto number = chinese(i, at);
    number.numerals = numerals;
    number.bound = bound;
    // A last digit right after 百, 千, 萬 means one scale lower: 一百五 is 150, 兩千三 is 2,300.
    if (digit > 0 && lastUnit >= 2 && !zero && numerals >= 3) {
        const auto sum =
            add(add(total, Decimal{section, 0}).value_or(Decimal{}), Decimal{digit, lastUnit - 1});
        if (!sum)
            return std::nullopt;
        number.value = *sum;
        lowestPower = lastUnit - 1;
    } else {
        const auto sum = add(total, Decimal{section + (digit > 0 ? digit : 0), 0});
        if (!sum)
            return std::nullopt;
        number.value = *sum;
    }
    number.resolution = powerOfTen(digit >= 0 && lastUnit < 2 ? 0 : lowestPower);
    number.scaled = lastUnit >= 1;
    number.scalePower = lastUnit >= 4 && section == 0 && digit <= 0 ? lastUnit : 0;

    // 三點五, 三點五億
    if (text[at] == U'点' && digitValue(text[at + 1]) >= 0) {
        Decimal value = number.value;
        std::size_t next = at + 1;
        int places = 0;
        for (; digitValue(text[next]) >= 0 && places < 6; ++next, ++places) {
            value = Decimal{value.digits * 10 + digitValue(text[next]), value.exponent - 1};
        }
        if (text[next] == U'钟') // 三點鐘 is a time of day
            return number;
        number.value = value;
        number.resolution = value.lastDigit();
        number.end = next;
        number.numerals += places + 1;
        if (const auto scale = scaleAt(text, next, ScaleStyle::Word)) {
            applyScale(number, scale->power);
            number.end = scale->end;
        }
    }
    return number;
}

} // namespace parallax::data
