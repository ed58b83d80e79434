// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/amount.h"

#include <utility>

#include "data/quantity/bound_after.h"
#include "data/quantity/cues.h"
#include "data/quantity/period.h"
#include "data/quantity/scale.h"
#include "data/quantity/side.h"
#include "data/quantity/word_table.h"

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
        // "Claude Opus 4.1 — $15 for input": between blanks a dash that long opens an aside.
        if (blank > i && c == U'-' && text.original(blank, blank + 1) == "\u2014")
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

// The Latin word that ends before `i`, blanks between them: where it begins; its end is left in `i`.
std::size_t wordBefore(const FoldedText& text, std::size_t& i) {
    constexpr std::size_t longest = 14;
    while (i > 0 && text[i - 1] == U' ')
        --i;
    std::size_t begin = i;
    while (begin > 0 && i - begin < longest && isLatinLetter(text[begin - 1]))
        --begin;
    return begin;
}

constexpr auto approximations = wordTable<int>({{U"about", 0},
                                                {U"around", 0},
                                                {U"roughly", 0},
                                                {U"approximately", 0},
                                                {U"nearly", 0},
                                                {U"just", 0},
                                                {U"only", 0},
                                                {U"some", 0},
                                                {U"~", 0},
                                                {U"约", 0},
                                                {U"大约", 0},
                                                {U"近", 0}});

// "from $4B to $5B" are two figures, not a range.
bool isFromBefore(const FoldedText& text, std::size_t i) {
    std::size_t end = i;
    std::size_t begin = wordBefore(text, end);
    if (begin < end && approximations.find(text, begin) != nullptr)
        begin = wordBefore(text, end = begin);
    if (begin < end)
        return text.isWordAt(begin, U"from");
    while (end > 0 && (text[end - 1] == U'约' || text[end - 1] == U'近' || text[end - 1] == U'大'))
        --end;
    if (end > 6 && text[end - 1] == U'的') { // 從2024年的5億增至
        std::size_t year = end - 1;
        while (year > 0 && (text[year - 1] == U' ' || text[year - 1] == U'年'))
            --year;
        if (text[year] == U'年' || text[year + 1] == U'年')
            for (end = year; end > 0 && year - end < 4 && isDigit(text[end - 1]);)
                --end;
        while (end > 0 && text[end - 1] == U' ')
            --end;
    }
    return end > 0 && (text[end - 1] == U'从' || text[end - 1] == U'由');
}

// Behind the first part of "from A to B", 從A增至B, "from A in 2024 to B": where the second begins, 0 where
// none follows.
std::size_t targetAt(const FoldedText& text, std::size_t i) {
    constexpr std::u32string_view verbs = U"增升降减跌涨扩大提高长加上下攀成缩调滑飙暴激翻骤";
    constexpr std::size_t longest = 5;
    std::size_t at = text.skipBlanks(i);
    if (text.isWordAt(at, U"in"))
        if (const std::size_t year = text.skipBlanks(at + 2); yearAt(text, year) != 0)
            at = text.skipBlanks(year + 4);
    if (text.isWordAt(at, U"to")) {
        at = text.skipBlanks(at + 2);
    } else {
        const std::size_t verb = at;
        while (at - verb < longest && text[at] >= 0x4E00 && verbs.find(text[at]) != std::u32string_view::npos)
            ++at;
        if (text[at] != U'至' && text[at] != U'到' && (at == verb || text[at] != U'为'))
            return 0;
        at = text.skipBlanks(at + 1);
        if (const std::size_t sign = yearAt(text, at) != 0 ? text.skipBlanks(at + 4) : at;
            text[sign] == U'年')
            at = text.skipBlanks(sign + (text[sign + 1] == U'的' ? 2 : 1)); // 增至2025年的20億
    }
    const auto* approximation = approximations.find(text, at);
    return approximation == nullptr ? at : text.skipBlanks(at + approximation->word.size());
}

// "from $20 to $27 billion", 從2增至6億: the second lends what the first lacks, though they are no range.
void borrowFromTarget(const FoldedText& text, Side& first, std::size_t target,
                      const QuantityContext& context) {
    const auto& number = first.number;
    if (number.range || number.fraction || number.unitOnly || first.unit || first.multiplier ||
        first.plusAfter || first.end != number.end || (!first.currency && yearAt(text, number.begin) != 0))
        return;
    auto second = sideAt(text, target, context);
    Side left = first;
    if (second && joins(left, *second, true))
        first = std::move(left);
}

// Written with a unit or scale of its own and not less of them than the other.
bool isWhole(const Side& side, const Side& other) {
    return !isBare(side) && (side.number.scaled || !other.number.scaled);
}

// "fell by 60% to 40%", "rose $2B to $5B": by how much, and what it came to.
bool isChangeAndLevel(const FoldedText& text, const Side& first, const Side& second) {
    if (!isWhole(first, second) || first.sign != 0 || second.sign != 0)
        return false;
    const auto from = inBaseUnits(first.number.value, first);
    const auto to = inBaseUnits(second.number.value, second);
    if (compare(from, to) > 0)
        return true; // a range names its lower end first
    const Dimension dimension = dimensionOf(first);
    if (dimension != Dimension::Currency && dimension != Dimension::Count)
        return false;
    static constexpr auto changes = wordTable<int>({{U"by", 0},
                                                    {U"rose", 0},
                                                    {U"grew", 0},
                                                    {U"climbed", 0},
                                                    {U"jumped", 0},
                                                    {U"surged", 0},
                                                    {U"soared", 0},
                                                    {U"up", 0},
                                                    {U"fell", 0},
                                                    {U"dropped", 0},
                                                    {U"declined", 0},
                                                    {U"slid", 0},
                                                    {U"slipped", 0},
                                                    {U"down", 0},
                                                    {U"gained", 0},
                                                    {U"tumbled", 0},
                                                    {U"plunged", 0},
                                                    {U"shrank", 0}});
    std::size_t end = first.begin;
    const std::size_t begin = wordBefore(text, end);
    const auto* change = begin < end ? changes.find(text, begin) : nullptr;
    return change != nullptr && change->word.size() == end - begin;
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

// "±", "+/-", "plus or minus" or 正負 at `i`: its length, else 0.
std::size_t plusMinusAt(const FoldedText& text, std::size_t i) {
    if (text[i] == 0xB1)
        return 1;
    if (text[i] == U'+')
        return text[i + 1] == U'/' && text[i + 2] == U'-' ? 3 : 0;
    if (text[i] == U'正')
        return text[i + 1] == U'负' ? 2 : 0;
    if (text[i] == U'上') // 74.8%，上下0.5個百分點
        return text[i + 1] == U'下' && isDigit(text[text.skipBlanks(i + 2)]) ? 2 : 0;
    const char32_t first = lower(text[i]);
    if (first != U'p' && first != U'g')
        return 0;
    constexpr std::u32string_view words = U"plus or minus";
    constexpr std::u32string_view take = U"give or take";
    if (text.isWordAt(i, take))
        return take.size();
    return text.isWordAt(i, words) || text.isWordAt(i, U"plus-or-minus") ? words.size() : 0;
}

// 40% ± 5%, $5M ± 1M, 40±5%: what the first part lacks the second lends, and the other way round.
// "$65 billion, plus or minus 2%" is two in a hundred of it.
bool takePlusMinus(const FoldedText& text, Side& first, Found& found, const QuantityContext& context) {
    std::size_t blank = text.skipBlanks(found.end);
    if (text[blank] == U',')
        blank = text.skipBlanks(blank + 1);
    const std::size_t length = plusMinusAt(text, blank);
    if (length == 0 || found.quantity->kind == QuantityKind::Range)
        return false;
    auto margin = sideAt(text, text.skipBlanks(blank + length), context);
    if (!margin || margin->sign != 0)
        return false;
    Side borrowed = first;
    if (margin->unit && margin->unit->name == "%" && !first.number.fraction &&
        (first.currency || (first.unit && first.unit->name != "%"))) {
        found.quantity->plusMinus = multiply(found.quantity->value, margin->number.value.shifted(-2));
        found.end = margin->end;
        return found.quantity->plusMinus.has_value();
    }
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
    const Joint joint = connectorAt(text, first->end, next);
    const std::size_t target = joint == Joint::Dash ? 0 : targetAt(text, first->end);
    if (target != 0 && isFromBefore(text, i)) {
        borrowFromTarget(text, *first, target, context);
    } else if (joint != Joint::None && !first->plusAfter) {
        if (auto second = sideAt(text, next, context)) {
            Side left = *first;
            if (!(joint == Joint::Word && isChangeAndLevel(text, *first, *second)) && joins(left, *second)) {
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

std::optional<Found> accountingAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    auto currency = currencyBefore(text, i, context);
    const std::size_t open = currency ? currency->end : i;
    if (text[open] != U'(')
        return std::nullopt;
    auto side = sideAt(text, text.skipBlanks(open + 1), context);
    const std::size_t close = side ? text.skipBlanks(side->end) : 0;
    if (!side || text[close] != U')' || side->sign != 0 || side->number.range || side->number.spelled ||
        (currency && side->currency))
        return std::nullopt;
    side->begin = i;
    side->end = close + 1;
    if (currency)
        side->currency = std::move(currency);
    if (!side->number.scaled)
        if (const auto scale = scaleAt(text, text.skipBlanks(side->end), ScaleStyle::AfterDigits)) {
            applyScale(side->number, scale->power);
            side->end = scale->end;
        }
    if (!side->unit && !side->multiplier)
        takeUnit(text, *side, context);
    if (side->end == close + 1 && !side->currency)
        return std::nullopt;
    auto found = single(*side);
    found.quantity->value = found.quantity->value.negated();
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
    if (const std::size_t between = text.skipBlanks(found.end); !english && text.startsWith(between, U"之间"))
        found.end = between + 2;
    takeSuffixes(text, found, context);
    return found;
}

} // namespace parallax::data
