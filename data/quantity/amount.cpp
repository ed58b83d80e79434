// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/amount.h"

#include <utility>

#include "data/quantity/bound_after.h"
#include "data/quantity/side.h"

namespace parallax::data {
namespace {

enum class Joint { None, Dash, Word };

// "to", "至", "-", "~": where the second part begins.
Joint connectorAt(const FoldedText& text, std::size_t i, std::size_t& next) {
    const std::size_t blank = text.skipBlanks(i);
    const char32_t c = text[blank];
    if (c == U'-' || c == U'~') {
        next = text.skipBlanks(blank + 1);
        // "5 - 7" and "5-7", but not "5 -7" (a sign); "7-Eleven" is no range of seven to eleven.
        if ((blank > i) != (next > blank + 1) && c == U'-')
            return Joint::None;
        return isLatinLetter(text[next]) && isUpper(text[next]) && !isUpper(text[next + 1]) &&
                       isLatinLetter(text[next + 1])
                   ? Joint::None
                   : Joint::Dash;
    }
    if (c == U'至' || c == U'到') {
        next = text.skipBlanks(blank + 1);
        return Joint::Word;
    }
    if (blank > i && text.isWordAt(blank, U"to")) {
        next = text.skipBlanks(blank + 2);
        return Joint::Word;
    }
    return Joint::None;
}

// "from $4B to $5B" are two figures, not a range.
bool isFromBefore(const FoldedText& text, std::size_t i) {
    while (i > 0 && text[i - 1] == U' ')
        --i;
    if (i > 0 && (text[i - 1] == U'从' || text[i - 1] == U'由'))
        return true;
    return i >= 4 && text.startsWith(i - 4, U"from") && (i == 4 || !isLatinLetter(text[i - 5]));
}

void fillUnit(Found& found, const Side& side) {
    auto& q = *found.quantity;
    q.dimension = dimensionOf(side);
    found.scale = side.number.scaled ? side.number.scalePower : 0;
    if (side.currency) {
        found.unitSize = side.currency->factor;
        q.unit = side.currency->code;
        q.assumed = side.currency->assumed;
        q.ambiguous = side.currency->ambiguous;
    } else if (side.unit) {
        found.unitSize = side.unit->factor;
        q.unit = side.unit->name;
    } else if (side.multiplier) {
        q.unit = "x";
    }
    q.spelled = side.number.spelled;
    q.scaledInCell = side.number.scaled;
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
    auto& q = *found.quantity;
    fillUnit(found, side);
    const auto& number = side.number;
    q.bound = number.bound;
    q.approx = number.approx;
    q.resolution = inBaseUnits(number.resolution, side);
    if (number.range) {
        q.kind = QuantityKind::Range;
        q.low = inBaseUnits(number.low, side);
        q.high = inBaseUnits(number.high, side);
        if (side.sign == '-') {
            std::swap(q.low, q.high);
            q.low = q.low.negated();
            q.high = q.high.negated();
        }
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
    if (side.unit && side.unit->duration)
        q.kind = QuantityKind::Duration;
    if (side.unit && !side.unit->original.empty())
        q.original = number.value.toString() + " " + side.unit->original;
    if (number.zhao && !number.range)
        q.alternatives.push_back({q.value.shifted(-6), "zhao-million"});
    if (side.priceLevel)
        q.role = Role::PriceLevel;
    if (side.plusAfter)
        q.bound = Bound::AtLeast;
    if (q.dimension == Dimension::Ratio && q.unit == "%" && side.sign != 0)
        q.role = Role::Change;
    if (q.dimension == Dimension::PercentagePoint && side.sign != 0)
        q.role = Role::Difference;
    return found;
}

Found range(const Side& first, const Side& second) {
    Found found{first.begin, second.end, {}, second.end};
    auto& q = *found.quantity;
    fillUnit(found, second);
    q.kind = QuantityKind::Range;
    q.spelled = first.number.spelled && second.number.spelled;
    const Side& lowSide = first.unit ? first : second;
    auto low = inBaseUnits(first.number.value, lowSide);
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
    q.approx = first.number.approx || second.number.approx;
    const auto a = inBaseUnits(first.number.resolution, lowSide);
    const auto b = inBaseUnits(second.number.resolution, second);
    q.resolution = compare(a, b) < 0 ? a : b;
    if (q.dimension == Dimension::Ratio && q.unit == "%" && first.sign != 0)
        q.role = Role::Change;
    if (q.dimension == Dimension::PercentagePoint && first.sign != 0)
        q.role = Role::Difference;
    if (second.plusAfter)
        q.bound = Bound::AtLeast;
    if (second.unit && second.unit->duration)
        q.kind = QuantityKind::Duration;
    return found;
}

// "±" or "+/-" at `i`: its length, else 0.
std::size_t plusMinusAt(const FoldedText& text, std::size_t i) {
    if (text[i] == 0xB1)
        return 1;
    return text[i] == U'+' && text[i + 1] == U'/' && text[i + 2] == U'-' ? 3 : 0;
}

// 40% ± 5%, $5M ± 1M, 40±5%: what the first part lacks the second lends, and the other way round.
bool takePlusMinus(const FoldedText& text, Side& first, Found& found, const QuantityContext& context) {
    const std::size_t blank = text.skipBlanks(found.end);
    const std::size_t length = plusMinusAt(text, blank);
    if (length == 0 || found.quantity->kind == QuantityKind::Range)
        return false;
    auto margin = sideAt(text, text.skipBlanks(blank + length), context);
    if (!margin || margin->sign != 0)
        return false;
    Side borrowed = first;
    if (!joins(borrowed, *margin)) {
        // 40% ± 5 pp
        if (found.quantity->unit != "%" || margin->unit == std::nullopt || margin->unit->name != "pp")
            return false;
    } else if (isBare(first) && !isBare(*margin)) {
        found = single(borrowed);
    }
    found.quantity->plusMinus = inBaseUnits(margin->number.value, *margin);
    found.end = margin->end;
    return true;
}

bool mayTakePer(const Quantity& q) {
    return q.kind == QuantityKind::Scalar || q.kind == QuantityKind::Range ||
           q.kind == QuantityKind::Multiplier;
}

// +, or more, 以上, 左右, per hour
void takeSuffixes(const FoldedText& text, Found& found, const QuantityContext& context) {
    auto& q = *found.quantity;
    if (text[found.end] == U'+' && !isDigit(text[found.end + 1]) && !isLatinLetter(text[found.end + 1])) {
        q.bound = Bound::AtLeast;
        ++found.end;
    }
    takeBoundAfter(text, found, context);
    if (mayTakePer(q)) {
        if (auto per = perAt(text, found.end)) {
            q.per = std::move(per->first);
            found.end = per->second;
            takeBoundAfter(text, found, context);
        }
    }
    found.resume = found.end;
}

// ±5%
std::optional<Found> intervalAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    const std::size_t length = plusMinusAt(text, i);
    auto side = sideAt(text, text.skipBlanks(i + length), context);
    if (!side || side->number.range || side->sign != 0)
        return std::nullopt;
    side->begin = i;
    auto found = single(*side);
    found.quantity->kind = QuantityKind::Interval;
    found.quantity->high = found.quantity->value;
    found.quantity->low = found.quantity->value.negated();
    found.quantity->value = {};
    return found;
}

} // namespace

std::optional<Found> amountAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    if (plusMinusAt(text, i) != 0)
        return intervalAt(text, i, context);
    auto first = sideAt(text, i, context);
    if (!first)
        return std::nullopt;
    std::size_t next = 0;
    if (const Joint joint = connectorAt(text, first->end, next);
        joint != Joint::None && !first->plusAfter && (joint == Joint::Dash || !isFromBefore(text, i))) {
        if (auto second = sideAt(text, next, context)) {
            Side left = *first;
            if (joins(left, *second)) {
                auto found = range(left, *second);
                takeSuffixes(text, found, context);
                return found;
            }
        }
    }
    auto found = single(*first);
    takePlusMinus(text, *first, found, context);
    takeSuffixes(text, found, context);
    return found;
}

std::optional<Found> betweenAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    const bool english = text.isWordAt(i, U"between");
    if (!english && !text.startsWith(i, U"介于"))
        return std::nullopt;
    auto low = sideAt(text, text.skipBlanks(i + (english ? 7 : 2)), context);
    if (!low)
        return std::nullopt;
    std::size_t next = text.skipBlanks(low->end);
    if (english && text.isWordAt(next, U"and"))
        next = text.skipBlanks(next + 3);
    else if (!english && (text[next] == U'与' || text[next] == U'和' || text[next] == U'至' ||
                          text[next] == U'到' || text[next] == U'-' || text[next] == U'~'))
        next = text.skipBlanks(next + 1);
    else
        return std::nullopt;
    auto high = sideAt(text, next, context);
    if (!high || !joins(*low, *high))
        return std::nullopt;
    auto found = range(*low, *high);
    found.begin = i;
    if (!english && text.startsWith(found.end, U"之间"))
        found.end += 2;
    takeSuffixes(text, found, context);
    return found;
}

} // namespace parallax::data
