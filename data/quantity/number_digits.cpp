// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>

#include "data/quantity/number_kinds.h"
#include "data/quantity/scale.h"
#include "data/quantity/unit.h"

namespace parallax::data {
namespace {

constexpr std::size_t mostDigits = 18; // of a Decimal
constexpr char32_t thinSpace = 0x2009;

bool threeDigitsAt(const FoldedText& text, std::size_t i) {
    return isDigit(text[i]) && isDigit(text[i + 1]) && isDigit(text[i + 2]) && !isDigit(text[i + 3]);
}

// The separator that groups digits by three here, or 0. A plain blank groups when two groups follow: "1 234
// 567".
char32_t groupSeparator(const FoldedText& text, std::size_t i, char32_t established) {
    const char32_t c = text[i];
    if (c != U',' && c != thinSpace && c != U'\'' && c != U' ')
        return 0;
    if (!threeDigitsAt(text, i + 1))
        return 0;
    if (c == U' ' && text[i + 1] == U'0' && text[i + 2] == U'0')
        return c; // 100 000: no number of its own begins so
    if (c == U' ' && established != U' ' &&
        !(text[i + 4] == U' ' && threeDigitsAt(text, i + 5) && text[i + 8] != U',' && text[i + 8] != U'-'))
        return 0;
    return c;
}

// Digits with their separators and point.
struct Mantissa {
    Decimal value;
    std::size_t digits = 0;
    std::size_t end = 0;
    bool grouped = false;

    bool take(char32_t digit) {
        if (++digits > mostDigits)
            return false;
        value.digits = value.digits * 10 + static_cast<std::int64_t>(digit - U'0');
        return true;
    }
};

std::optional<Mantissa> mantissaAt(const FoldedText& text, std::size_t i) {
    Mantissa mantissa;
    char32_t separator = 0;
    while (true) {
        if (isDigit(text[i])) {
            if (!mantissa.take(text[i++]))
                return std::nullopt;
            continue;
        }
        const char32_t group = mantissa.digits == 0 ? 0 : groupSeparator(text, i, separator);
        // 1-3 digits first, and one kind of separator throughout: "1,23" and "2025, 120" are not grouped.
        if (group == 0 || (separator == 0 ? mantissa.digits > 3 : group != separator))
            break;
        separator = group;
        mantissa.grouped = true;
        ++i;
    }
    if (text[i] == U'.' && isDigit(text[i + 1])) {
        for (++i; isDigit(text[i]); ++i) {
            if (!mantissa.take(text[i]))
                return std::nullopt;
            --mantissa.value.exponent;
        }
        if (text[i] == U'.' && isDigit(text[i + 1]))
            return std::nullopt; // 1.5.0 is a version
    }
    if (mantissa.digits == 0)
        return std::nullopt;
    mantissa.end = i;
    return mantissa;
}

// "9" of 1.5e9 and 10^9, "⁹" of 10⁹.
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

std::optional<int> superscript(const FoldedText& text, std::size_t& i) {
    constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
    int value = 0;
    const bool minus = text[i] == U'⁻';
    const std::size_t first = i + (minus ? 1 : 0);
    std::size_t at = first;
    for (; at - first < 2 && raised.find(text[at]) != std::u32string_view::npos; ++at)
        value = value * 10 + static_cast<int>(raised.find(text[at]));
    if (at == first || value > 30)
        return std::nullopt;
    i = at;
    return minus ? -value : value;
}

// 10^9, 10⁹ at `i`: the power, and `i` behind it.
std::optional<int> powerOfTenAt(const FoldedText& text, std::size_t& i) {
    if (text[i] != U'1' || text[i + 1] != U'0')
        return std::nullopt;
    std::size_t at = i + 2;
    const bool caret = text[at] == U'^';
    at += caret ? 1 : 0;
    const auto power = caret ? smallInteger(text, at) : superscript(text, at);
    if (power)
        i = at;
    return power;
}

// 1.5e9, 10^9, 2.5×10^9
void takeExponent(const FoldedText& text, Number& number) {
    std::size_t at = number.begin;
    if (const auto power = powerOfTenAt(text, at)) {
        number.value = number.resolution = {1, *power};
        number.end = at;
        number.scaled = true;
        return;
    }
    at = number.end + 1;
    std::optional<int> power;
    if (text[number.end] == U'e' || text[number.end] == U'E') {
        power = smallInteger(text, at);
    } else {
        std::size_t times = text.skipBlanks(number.end);
        if (text[times] == 0xD7 ||
            ((text[times] == U'x' || text[times] == U'*') && text[times + 1] != U'x')) {
            at = text.skipBlanks(times + 1);
            power = powerOfTenAt(text, at);
        }
    }
    if (!power)
        return;
    number.value = number.value.shifted(*power);
    number.resolution = number.resolution.shifted(*power);
    number.end = at;
    number.scaled = true;
}

// 4 out of 5
bool takeOutOf(const FoldedText& text, Number& number) {
    const std::size_t at = text.skipBlanks(number.end);
    if (number.numerals > 2 || number.value.exponent != 0 || text[at] != U'o' ||
        !text.isWordAt(at, U"out of"))
        return false;
    const auto whole = mantissaAt(text, text.skipBlanks(at + 6));
    if (!whole || whole->digits > 3 || whole->value.exponent != 0 ||
        whole->value.digits <= number.value.digits || number.value.digits == 0 ||
        scaleAt(text, text.skipBlanks(whole->end), ScaleStyle::AfterDigits))
        return false;
    number.fraction = {number.value.digits, whole->value.digits};
    number.end = whole->end;
    return true;
}

// 2½, 1 1/2
void takeFractionBehind(const FoldedText& text, Number& number) {
    if (number.value.exponent != 0 || number.grouped || number.numerals > 3)
        return;
    const std::size_t at = text.skipBlanks(number.end);
    auto fraction = vulgarFraction(text[at]);
    std::size_t end = at + 1;
    if (at == number.end + 1 && isDigit(text[at]) && text[at + 1] == U'/' && isDigit(text[at + 2])) {
        const std::size_t bottom = at + 2;
        end = isDigit(text[bottom + 1]) ? bottom + 2 : bottom + 1;
        fraction = {text[at] - U'0', 0};
        for (std::size_t k = bottom; k < end; ++k)
            fraction.second = fraction.second * 10 + (text[k] - U'0');
        const auto whole = fraction.second;
        const bool usual = whole == 8 || whole == 16 || (whole >= 2 && whole <= 6);
        if (!usual || fraction.first >= whole || isDigit(text[end]) || text[end] == U'/')
            return;
    }
    if (fraction.first != 0 && addFraction(number, fraction))
        number.end = end;
}

// 2億5000萬, 3萬5000, 3億五千萬: Chinese scales chain downwards and add up.
void takeLowerParts(const FoldedText& text, Number& number, int power) {
    while (power > 0) {
        Decimal part;
        int partPower = 0;
        std::size_t end = 0;
        Decimal resolution;
        if (isDigit(text[number.end])) {
            const auto next = mantissaAt(text, number.end);
            if (!next)
                return;
            const auto scale = scaleAt(text, next->end, ScaleStyle::Word);
            const bool chinese = scale && scale->chinese;
            // Without a scale it must fill the places: 3萬5000, not 3萬5.
            if (!chinese && (next->value.exponent != 0 || static_cast<int>(next->digits) != power ||
                             isLatinLetter(text[next->end])))
                return;
            partPower = chinese ? scale->power : 0;
            part = next->value.shifted(partPower);
            resolution = next->value.lastDigit().shifted(partPower);
            end = chinese ? scale->end : next->end;
        } else if (chineseDigit(text[number.end]) > 0) {
            const auto next = chineseNumberAt(text, number.end);
            if (!next || next->range || next->fraction || next->numerals < 2)
                return;
            part = next->value;
            resolution = next->resolution;
            end = next->end;
        } else {
            return;
        }
        const auto sum = add(number.value, part);
        if (!sum || compare(part, Decimal{1, power}) >= 0)
            return;
        number.value = *sum;
        number.resolution = resolution;
        number.end = end;
        number.scalePower = partPower;
        power = partPower;
    }
}

// 30多, 130餘億, 20幾家, 百來家: what follows digits or a scale and opens the number.
bool takeOpenEnd(const FoldedText& text, std::size_t at, Number& number) {
    switch (text[at]) {
    case U'多':
    case U'余':
        number.bound = Bound::MoreThan;
        return true;
    case U'来':
        number.approx = true;
        return true;
    case U'几':
        if (number.value.exponent != 0 || number.value.digits % 10 != 0 || number.value.digits <= 0)
            return false;
        number.low = {number.value.digits + 1, 0};
        number.high = {number.value.digits + 9, 0};
        number.range = number.vague = number.approx = true;
        return true;
    default:
        return false;
    }
}

} // namespace

std::pair<std::int64_t, std::int64_t> vulgarFraction(char32_t c) {
    switch (c) {
    case U'½':
        return {1, 2};
    case U'¼':
        return {1, 4};
    case U'¾':
        return {3, 4};
    case U'⅓':
        return {1, 3};
    case U'⅔':
        return {2, 3};
    case U'⅕':
        return {1, 5};
    case U'⅛':
        return {1, 8};
    default:
        return {0, 1};
    }
}

bool addFraction(Number& number, const std::pair<std::int64_t, std::int64_t>& fraction) {
    constexpr int places = 6;
    Decimal part;
    std::int64_t rest = fraction.first;
    for (int k = 0; k < places && rest != 0; ++k) {
        rest *= 10;
        part = {part.digits * 10 + rest / fraction.second, part.exponent - 1};
        rest %= fraction.second;
    }
    const auto sum = add(number.value, part);
    if (!sum)
        return false;
    number.value = *sum;
    number.resolution = rest == 0 ? sum->lastDigit() : Decimal{1, -2};
    return true;
}

// ½ year, ½ million, ¾ of firms
std::optional<Number> vulgarFractionAt(const FoldedText& text, std::size_t i) {
    Number number;
    number.begin = i;
    number.end = i + 1;
    number.numerals = 2;
    const auto fraction = vulgarFraction(text[i]);
    const std::size_t next = text.skipBlanks(number.end);
    const auto scale = scaleAt(text, next, ScaleStyle::Word);
    if (!scale && !unitAt(text, next, Nouns::No)) {
        number.fraction = fraction;
        return number;
    }
    addFraction(number, fraction);
    if (scale) {
        applyScale(number, scale->power);
        number.end = scale->end;
    }
    return number;
}

std::size_t digitRunEnd(const FoldedText& text, std::size_t i) {
    while (isDigit(text[i]) ||
           ((text[i] == U'.' || text[i] == U',' || text[i] == U'\'') && isDigit(text[i + 1])))
        ++i;
    return i;
}

std::optional<Number> digitsAt(const FoldedText& text, std::size_t i) {
    const auto mantissa = mantissaAt(text, i);
    if (!mantissa)
        return std::nullopt;
    Number number;
    number.begin = i;
    number.end = mantissa->end;
    number.value = mantissa->value;
    number.resolution = mantissa->value.lastDigit();
    number.grouped = mantissa->grouped;
    number.numerals = static_cast<int>(mantissa->digits);
    if (takeOutOf(text, number))
        return number;
    takeExponent(text, number);
    takeFractionBehind(text, number);

    // 130多億, $10+ billion: an open end stands before the scale.
    std::size_t at = number.end;
    const bool chineseOpen = takeOpenEnd(text, at, number);
    bool plus = false;
    if (chineseOpen) {
        number.end = ++at;
    } else if (text[at] == U'+') {
        plus = scaleAt(text, text.skipBlanks(at + 1), ScaleStyle::AfterDigits).has_value();
        at = plus ? text.skipBlanks(at + 1) : at;
    }
    auto scale = scaleAt(text, at, ScaleStyle::AfterDigits);
    if (!scale && !chineseOpen)
        scale = scaleAt(text, text.skipBlanks(at), ScaleStyle::Word);
    if (!scale && text[at] == U'-' && isLatinLetter(text[at + 1])) // $10-billion
        scale = scaleAt(text, at + 1, ScaleStyle::Word);
    if (!scale)
        return number;
    if (plus)
        number.bound = Bound::AtLeast;
    number.end = scale->end;
    number.zhao = scale->trillionSign;
    applyScale(number, scale->power);
    if (scale->chinese && !number.range) {
        takeLowerParts(text, number, scale->power);
        if (takeOpenEnd(text, number.end, number) && !number.range)
            ++number.end; // 3萬多人
    } else if (!scale->chinese) {
        // "100 thousand million" and "1.5 lakh crore" are chains, too.
        if (const auto next = scaleAt(text, text.skipBlanks(number.end), ScaleStyle::Word);
            next && !next->chinese &&
            ((scale->power <= 3 && next->power >= 6) || (scale->power == 5 && next->power == 7))) {
            applyScale(number, next->power);
            number.end = next->end;
        }
    }
    return number;
}

} // namespace parallax::data
