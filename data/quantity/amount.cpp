// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/amount.h"

#include <array>

#include "data/quantity/number.h"
#include "data/quantity/scale.h"
#include "data/quantity/unit.h"

namespace parallax::data {
namespace {

// One end of a range, or the whole figure.
struct Side {
    std::size_t begin = 0, end = 0;
    Number number;
    char sign = 0;
    std::optional<Currency> currency;
    std::optional<Unit> unit;
    bool multiplier = false; // 10×
    bool plusAfter = false;  // $100M+
    bool priceLevel = false; // 八折
};

bool isSign(char32_t c) {
    return c == U'+' || c == U'-' || c == U'负';
}

// 三成五 = 35 %, 八折 = 80 % of the price, 八五折 = 85 %
bool takeTenths(const FoldedText& text, Side& side) {
    const char32_t c = text[side.end];
    const bool simple =
        side.number.value.exponent == 0 && side.number.value.digits >= 1 && side.number.value.digits <= 99;
    if (!simple || side.number.range || side.number.scaled || (c != U'成' && c != U'折'))
        return false;
    const auto digits = side.number.value.digits;
    if (c == U'折') {
        side.number.value = {digits < 10 ? digits * 10 : digits, 0};
        side.number.resolution = {digits < 10 ? 10 : 1, 0};
        side.unit = Unit{Dimension::Ratio, "%", {1, 0}, side.end + 1, false, {}};
        side.priceLevel = true;
        side.end += 1;
        return true;
    }
    const char32_t next = text[side.end + 1];
    if (digits > 10 || next == U'立' || next == U'为' || next == U'本' || next == U'功' || next == U'长' ||
        next == U'员')
        return false; // 成立, 成為, 成本, 成功, 成長
    side.number.value = {digits * 10, 0};
    side.number.resolution = {10, 0};
    side.end += 1;
    if (const auto half = numberAt(text, side.end); next == U'半') {
        side.number.value.digits += 5;
        side.end += 1;
    } else if (half && half->chinese && !half->range && !half->scaled && half->value.digits <= 9) {
        side.number.value.digits += half->value.digits;
        side.number.resolution = {1, 0};
        side.end = half->end;
    }
    side.unit = Unit{Dimension::Ratio, "%", {1, 0}, side.end, false, {}};
    return true;
}

// 百分之2.5, 千分之五
bool takePartsOf(const FoldedText& text, std::size_t i, Side& side) {
    const bool percent = text.startsWith(i, U"百分之");
    if (!percent && !text.startsWith(i, U"千分之"))
        return false;
    const auto number = numberAt(text, i + 3);
    if (!number || number->range || number->fraction)
        return false;
    side.number = *number;
    if (!percent)
        applyScale(side.number, -1);
    side.unit = Unit{Dimension::Ratio, "%", {1, 0}, number->end, false, {}};
    side.end = number->end;
    return true;
}

bool isNameAfter(const FoldedText& text, std::size_t i) {
    // "8x H100": a capital, and a digit in the word.
    if (!isUpper(text[i]))
        return false;
    bool digit = false;
    for (std::size_t k = i; isLatinLetter(text[k]) || isDigit(text[k]) || text[k] == U'-'; ++k)
        digit = digit || isDigit(text[k]);
    return digit;
}

// "8x H100" counts H100s; "10×", "2.5x faster", "3倍", "3-fold" multiply.
bool takeTimes(const FoldedText& text, Side& side) {
    std::size_t at = side.end;
    const char32_t c = text[at];
    if ((c == U'x' || c == U'X' || c == 0xD7) && !isLatinLetter(text[at + 1])) {
        const std::size_t name = text.skipBlanks(at + 1);
        if (isNameAfter(text, name)) {
            std::size_t end = name;
            while (isLatinLetter(text[end]) || isDigit(text[end]) ||
                   (text[end] == U'-' && isDigit(text[end + 1])))
                ++end;
            side.unit = Unit{Dimension::Count, text.original(name, end), {1, 0}, end, false, {}};
            side.end = end;
            return true;
        }
        if (isDigit(text[at + 1]))
            return false; // 1920x1080
        side.multiplier = true;
        side.end = at + 1;
        return true;
    }
    if (c == U'倍') {
        side.multiplier = true;
        side.end = at + 1;
        return true;
    }
    if (text.isWordAt(at, U"-fold") || text.isWordAt(at, U"fold")) {
        side.multiplier = true;
        side.end = at + (c == U'-' ? 5 : 4);
        return true;
    }
    if (text.isWordAt(text.skipBlanks(at), U"times")) {
        const std::size_t word = text.skipBlanks(at);
        side.multiplier = true;
        side.end = word + 5;
        return true;
    }
    return false;
}

void takeUnit(const FoldedText& text, Side& side, const QuantityContext& context) {
    if (takeTenths(text, side) || takeTimes(text, side))
        return;
    const std::size_t blank = text.skipBlanks(side.end);
    if (!side.currency) {
        // "hundreds of millions of dollars"
        const bool of = side.number.vague && text.isWordAt(blank, U"of");
        const std::size_t place = of ? text.skipBlanks(blank + 2) : blank;
        if (auto currency = currencyAfter(text, place, context);
            currency && (text[blank] != U'元' || blank == side.end)) {
            side.currency = currency;
            side.end = currency->end;
            return;
        }
    }
    if (side.currency && side.number.scaled) {
        // "$15 billion dollars" and "NT$5億元" say the currency twice.
        if (const auto again = currencyAfter(text, side.end, context);
            again && again->end > side.end && text[side.end] >= 0x2E80)
            side.end = again->end;
    }
    if (side.currency)
        return;
    std::size_t at = blank;
    const bool hyphen = text[side.end] == U'-' && isLatinLetter(text[side.end + 1]);
    if (hyphen)
        at = side.end + 1;
    // A suffix + may stand before the unit: 45k+ stars.
    const bool plus = text[side.end] == U'+' && !isDigit(text[side.end + 1]);
    if (plus)
        at = text.skipBlanks(side.end + 1);
    const bool glued = at == side.end;
    auto unit = unitAt(text, at, !glued);
    if (!unit ||
        (hyphen && unit->dimension == Dimension::Count && unit->name != "token" && unit->name != "GPU"))
        return;
    // A single letter needs a figure right before it or a blank at most; "5 B" and "3 s" are rare enough to
    // trust.
    side.unit = unit;
    side.end = unit->end;
    side.plusAfter = plus;
}

std::optional<Side> sideAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    Side side;
    side.begin = i;
    std::size_t at = i;
    if (isSign(text[at])) {
        side.sign = text[at] == U'+' ? '+' : '-';
        ++at;
    }
    if (auto currency = currencyBefore(text, at)) {
        side.currency = currency;
        at = currency->end;
        if (side.sign == 0 && isSign(text[at])) {
            side.sign = text[at] == U'+' ? '+' : '-';
            ++at;
        }
    }
    side.end = at;
    if (takePartsOf(text, at, side))
        return side;
    auto number = numberAt(text, at);
    if (!number)
        return std::nullopt;
    side.number = *number;
    side.end = number->end;
    if (side.currency && !number->scaled) {
        // "$5 B": after a currency a letter may stand alone.
        if (const auto scale = scaleAt(text, text.skipBlanks(side.end), ScaleStyle::AfterDigits);
            scale && !scale->chinese && isUpper(text[text.skipBlanks(side.end)])) {
            applyScale(side.number, scale->power);
            side.end = scale->end;
        }
    }
    // GB, MB, TB: the letter was no scale.
    takeUnit(text, side, context);
    return side;
}

// "to", "至", "-", "~": where the second part begins, or 0.
std::size_t connectorEnd(const FoldedText& text, std::size_t i) {
    const std::size_t blank = text.skipBlanks(i);
    const char32_t c = text[blank];
    if (c == U'-' || c == U'~') {
        const std::size_t next = text.skipBlanks(blank + 1);
        // "5 - 7" and "5-7", but not "5 -7" (a sign).
        return (blank > i) == (next > blank + 1) || c == U'~' ? next : 0;
    }
    if (c == U'至' || c == U'到')
        return text.skipBlanks(blank + 1);
    if (blank > i && text.isWordAt(blank, U"to"))
        return text.skipBlanks(blank + 2);
    return 0;
}

bool isDash(const FoldedText& text, std::size_t i) {
    const char32_t c = text[text.skipBlanks(i)];
    return c == U'-' || c == U'~';
}

// "from $4B to $5B" are two figures, not a range.
bool isFromBefore(const FoldedText& text, std::size_t i) {
    while (i > 0 && text[i - 1] == U' ')
        --i;
    if (i > 0 && (text[i - 1] == U'从' || text[i - 1] == U'由'))
        return true;
    return i >= 4 && text.startsWith(i - 4, U"from") && (i == 4 || !isLatinLetter(text[i - 5]));
}

Dimension dimensionOf(const Side& side) {
    if (side.currency)
        return Dimension::Currency;
    if (side.unit)
        return side.unit->dimension;
    if (side.multiplier)
        return Dimension::Multiplier;
    return side.number.fraction ? Dimension::Ratio : Dimension::Number;
}

bool bare(const Side& side) {
    return !side.currency && !side.unit && !side.multiplier && !side.number.fraction;
}

// The second part lends what the first lacks: "$15-18B", "10-20億美元", "1.6-1.8s".
bool joins(Side& first, Side& second) {
    if (first.number.range || second.number.range || first.number.fraction || second.number.fraction)
        return false;
    if (first.currency && second.currency && first.currency->code != second.currency->code)
        return false;
    if (second.currency && bare(first))
        first.currency = second.currency;
    else if (first.currency && bare(second))
        second.currency = first.currency;
    if (bare(first)) {
        first.unit = second.unit;
        first.multiplier = second.multiplier;
    }
    if (dimensionOf(first) != dimensionOf(second))
        return false;
    if (first.unit && second.unit && first.unit->name != second.unit->name)
        return false;
    if (!first.number.scaled && second.number.scaled && second.number.scalePower != 0)
        applyScale(first.number, second.number.scalePower);
    if (bare(first) && (first.number.grouped != second.number.grouped) && !first.number.scaled)
        return first.number.value.digits < 1000;
    return true;
}

Decimal inBaseUnits(Decimal value, const Side& side) {
    if (side.unit && (side.unit->factor.digits != 1 || side.unit->factor.exponent != 0))
        return multiply(value, side.unit->factor).value_or(value);
    if (side.currency && side.currency->factor.exponent != 0)
        return value.shifted(side.currency->factor.exponent);
    return value;
}

void fillUnit(Quantity& q, const Side& side) {
    q.dimension = dimensionOf(side);
    if (side.currency) {
        q.unit = side.currency->code;
        q.assumed = side.currency->assumed;
        q.ambiguous = side.currency->ambiguous;
    } else if (side.unit) {
        q.unit = side.unit->name;
    } else if (side.multiplier) {
        q.unit = "x";
    }
    q.spelled = side.number.spelled;
}

void takeFraction(Quantity& q, const Number& number) {
    const auto [top, bottom] = *number.fraction;
    q.fraction = number.fraction;
    q.dimension = Dimension::Ratio;
    // Sixteen digits: what a double can tell.
    q.value = {top * 1'000'000'000'000'000'0LL / bottom, -16};
    q.resolution = {1, -16};
}

Found single(const Side& side) {
    Found found{side.begin, side.end, {}, side.end};
    auto& q = found.quantity;
    fillUnit(q, side);
    const auto& number = side.number;
    q.bound = number.bound;
    q.approx = number.approx;
    q.resolution = inBaseUnits(number.resolution, side);
    if (number.range) {
        q.kind = QuantityKind::Range;
        q.low = inBaseUnits(number.low, side);
        q.high = inBaseUnits(number.high, side);
        q.bound = number.vague ? Bound::Vague : q.bound;
    } else {
        q.value = inBaseUnits(number.value, side);
    }
    if (side.sign == '-')
        q.value = q.value.negated();
    q.sign = side.sign;
    if (number.fraction)
        takeFraction(q, number);
    if (side.multiplier && !number.range)
        q.kind = QuantityKind::Multiplier;
    if (side.unit && side.unit->duration) {
        q.kind = QuantityKind::Duration;
        if (number.range && number.vague)
            q.bound = Bound::Vague;
    }
    if (side.unit && !side.unit->original.empty())
        q.original = number.value.toString() + " " + side.unit->original;
    if (side.priceLevel)
        q.role = Role::PriceLevel;
    if (side.plusAfter)
        q.bound = Bound::AtLeast;
    if (q.dimension == Dimension::Ratio && q.unit == "%" && side.sign != 0)
        q.role = Role::Change;
    return found;
}

Found range(Side& first, const Side& second) {
    Found found{first.begin, second.end, {}, second.end};
    auto& q = found.quantity;
    fillUnit(q, second);
    q.kind = QuantityKind::Range;
    auto low = inBaseUnits(first.number.value, first.unit ? first : second);
    auto high = inBaseUnits(second.number.value, second);
    // A leading sign belongs to both ends unless the second has its own: -4-8% is from -8 to -4.
    if (first.sign == '-')
        low = low.negated();
    if (second.sign == '-' || (second.sign == 0 && first.sign == '-'))
        high = high.negated();
    if (compare(low, high) > 0)
        std::swap(low, high);
    q.low = low;
    q.high = high;
    q.sign = first.sign;
    const auto a = inBaseUnits(first.number.resolution, first.unit ? first : second);
    const auto b = inBaseUnits(second.number.resolution, second);
    q.resolution = compare(a, b) < 0 ? a : b;
    if (q.dimension == Dimension::Ratio && q.unit == "%" && first.sign != 0)
        q.role = Role::Change;
    if (second.plusAfter)
        q.bound = Bound::AtLeast;
    if (second.unit && second.unit->duration)
        q.kind = QuantityKind::Duration;
    return found;
}

// +, or more, 以上, 以下, 左右, ± 5%, per hour
void takeSuffixes(const FoldedText& text, Found& found) {
    auto& q = found.quantity;
    std::size_t at = found.end;
    if (text[at] == U'+' && !isDigit(text[at + 1]) && !isLatinLetter(text[at + 1])) {
        q.bound = Bound::AtLeast;
        found.end = ++at;
    }
    const std::size_t blank = text.skipBlanks(at);
    if (text[blank] == 0xB1) {
        if (const auto number = numberAt(text, text.skipBlanks(blank + 1)); number && !number->range) {
            q.plusMinus = number->value;
            found.end = number->end;
            if (const auto unit = unitAt(text, text.skipBlanks(found.end), false);
                unit && unit->name == q.unit)
                found.end = unit->end;
        }
    }
    struct Suffix {
        std::u32string_view word;
        Bound bound;
        bool approx;
    };
    static constexpr std::array<Suffix, 7> suffixes{{{U"or more", Bound::AtLeast, false},
                                                     {U"or less", Bound::AtMost, false},
                                                     {U"or so", Bound::Exact, true},
                                                     {U"以上", Bound::AtLeast, false},
                                                     {U"以下", Bound::AtMost, false},
                                                     {U"左右", Bound::Exact, true},
                                                     {U"上下", Bound::Exact, true}}};
    for (const auto& suffix : suffixes) {
        const std::size_t place = suffix.word.front() < 0x80 ? text.skipBlanks(found.end) : found.end;
        if (suffix.word.front() < 0x80 ? text.isWordAt(place, suffix.word)
                                       : text.startsWith(place, suffix.word)) {
            if (suffix.bound != Bound::Exact)
                q.bound = suffix.bound;
            q.approx = q.approx || suffix.approx;
            found.end = place + suffix.word.size();
            break;
        }
    }
    if (q.dimension == Dimension::Currency || q.dimension == Dimension::Count ||
        q.dimension == Dimension::Number) {
        if (const auto per = perAt(text, found.end)) {
            q.per = per->first;
            found.end = per->second;
        }
    }
    found.resume = found.end;
}

} // namespace

std::optional<Found> amountAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    if (text[i] == 0xB1) { // ±5%
        auto side = sideAt(text, text.skipBlanks(i + 1), context);
        if (!side || side->number.range)
            return std::nullopt;
        side->begin = i;
        auto found = single(*side);
        found.quantity.kind = QuantityKind::Interval;
        found.quantity.high = found.quantity.value;
        found.quantity.low = found.quantity.value.negated();
        found.quantity.value = {};
        return found;
    }
    auto first = sideAt(text, i, context);
    if (!first)
        return std::nullopt;
    if (const std::size_t next = connectorEnd(text, first->end);
        next != 0 && !first->plusAfter && !(isFromBefore(text, i) && !isDash(text, first->end))) {
        if (auto second = sideAt(text, next, context); second && joins(*first, *second)) {
            auto found = range(*first, *second);
            takeSuffixes(text, found);
            return found;
        }
    }
    auto found = single(*first);
    takeSuffixes(text, found);
    return found;
}

} // namespace parallax::data
