// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/period.h"

#include <utility>

#include "data/quantity/calendar.h"
#include "data/quantity/quarter.h"
#include "data/quantity/western_date.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

struct Months {
    int from = 0, to = 0;
};
constexpr auto partsOfYear =
    wordTable<Months>({{U"the end of", {9, 12}},  {U"end of", {9, 12}},       {U"end-", {9, 12}},
                       {U"year-end", {9, 12}},    {U"the close of", {9, 12}}, {U"late", {9, 12}},
                       {U"late-", {9, 12}},       {U"later", {9, 12}},        {U"mid-", {5, 8}},
                       {U"mid", {5, 8}},          {U"the middle of", {5, 8}}, {U"middle of", {5, 8}},
                       {U"mid-to-late", {5, 12}}, {U"early", {1, 4}},         {U"early-", {1, 4}},
                       {U"early-to-mid", {1, 8}}, {U"early to mid", {1, 8}},  {U"the beginning of", {1, 4}},
                       {U"beginning of", {1, 4}}, {U"the start of", {1, 4}},  {U"start of", {1, 4}}});

// next year, this quarter, last month: needs the document's month.
std::optional<Found> relativePeriod(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    static constexpr auto offsets = wordTable<int>(
        {{U"next", 1}, {U"this", 0}, {U"last", -1}, {U"the coming", 1}, {U"the current", 0}, {U"the", 0}});
    const auto* offset = offsets.find(text, i);
    const auto now = offset != nullptr ? documentMonth(context) : std::nullopt;
    if (!now)
        return std::nullopt;
    const std::size_t at = text.skipBlanks(i + offset->word.size());
    if (text.isWordAt(at, U"year"))
        return monthsFound(i, at + 4, Granularity::Year, now->year + offset->value, 1, 12);
    if (offset->word == U"the")
        return std::nullopt;
    if (text.isWordAt(at, U"month")) {
        const auto month = monthsAfter(*now, offset->value);
        return monthsFound(i, at + 5, Granularity::Month, month.year, month.month, month.month);
    }
    if (text.isWordAt(at, U"quarter")) {
        const auto month = monthsAfter(*now, offset->value * 3);
        const int first = (month.month - 1) / 3 * 3 + 1;
        return monthsFound(i, at + 7, Granularity::Quarter, month.year, first, first + 2);
    }
    return std::nullopt;
}

// early 2026, mid-2027, end of 2027, the end of Q2 2027, late April 2026, early next year
std::optional<Found> partOfYear(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    const auto* part = partsOfYear.find(text, i);
    if (part == nullptr)
        return std::nullopt;
    const auto [from, to] = part->value;
    const std::size_t at = text.skipBlanks(i + part->word.size());
    if (part->word != U"later") {
        if (const int y = yearAt(text, at))
            return monthsFound(i, at + 4, Granularity::PartOfYear, y, from, to);
        // the end of Q2 2027: its last day
        if (to == 12) {
            if (auto inner = quarterOrHalfAt(text, at)) {
                inner->begin = i;
                inner->quantity->due = inner->quantity->to;
                return inner;
            }
        }
        std::size_t end = at;
        if (const int m = monthNamedAt(text, at, end)) {
            if (const int y = yearAt(text, text.skipBlanks(end))) {
                end = text.skipBlanks(end) + 4;
                if (part->word.find(U"end") != std::u32string_view::npos) {
                    auto whole = monthsFound(i, end, Granularity::Month, y, m, m);
                    whole.quantity->due = whole.quantity->to;
                    return whole;
                }
                return thirdOfMonthFound(i, end, y, m,
                                         to == 12 ? ThirdOfMonth::Last
                                                  : (from == 1 ? ThirdOfMonth::First : ThirdOfMonth::Second));
            }
        }
    }
    if (const auto now = part->word == U"year-end" ? documentMonth(context) : std::nullopt)
        return monthsFound(i, i + part->word.size(), Granularity::PartOfYear, now->year, from, to);
    if (auto inner = relativePeriod(text, at, context)) {
        if (inner->quantity->granularity != Granularity::Year) {
            inner->begin = i;
            inner->quantity->due = inner->quantity->to;
            return inner;
        }
        const int y = yearOf(inner->quantity->from);
        return monthsFound(i, inner->end, Granularity::PartOfYear, y, from, to);
    }
    return std::nullopt;
}

std::optional<Found> yearRange(const FoldedText& text, std::size_t i) {
    const int from = yearAt(text, i);
    if (from == 0)
        return std::nullopt;
    std::size_t at = i + 4;
    if (const std::size_t sign = text.skipBlanks(at); text[sign] == U'年')
        at = sign + 1;
    const std::size_t blank = text.skipBlanks(at);
    bool slash = false;
    if (text[blank] == U'-' || text[blank] == U'~' || text[blank] == U'至' || text[blank] == U'到')
        at = text.skipBlanks(blank + 1);
    else if (text[blank] == U'/' && blank == i + 4)
        at = blank + 1, slash = true;
    else if (text.isWordAt(blank, U"to"))
        at = text.skipBlanks(blank + 2);
    else if (text.isWordAt(blank, U"through"))
        at = text.skipBlanks(blank + 7);
    else
        return std::nullopt;
    std::size_t end = at + 4;
    int to = yearAt(text, at);
    if (to == 0) {
        const int two = digitsAtPlace(text, at, 2);
        const char32_t next = two < 0 ? 0 : text[at + 2];
        if (two < 0 || isDigit(next) || isLatinLetter(next) || next == U'%' || next == U'-' || next == U'/' ||
            next == U'月')
            return std::nullopt;
        to = from - from % 100 + two;
        // 2026-04 is April, 2025/26 a year that begins in one and ends in the next.
        if ((two <= 12 && text[blank] == U'-' && two != from % 100 + 1) || (slash && to != from + 1))
            return std::nullopt;
        end = at + 2;
    } else if (slash) {
        return std::nullopt;
    }
    if (to <= from)
        return std::nullopt;
    if (const std::size_t sign = text.skipBlanks(end); text[sign] == U'年')
        end = sign + 1;
    return periodFound(i, end, Granularity::YearRange, firstDayOf(from, 1), lastDayOf(to, 12));
}

// the 2020s, 1990s
std::optional<Found> decadeAt(const FoldedText& text, std::size_t i) {
    const int y = digitsAtPlace(text, i, 4);
    if (y < 1800 || y > 2090 || y % 10 != 0 || text[i + 4] != U's' || isLatinLetter(text[i + 5]))
        return std::nullopt;
    return periodFound(i, i + 5, Granularity::YearRange, firstDayOf(y, 1), lastDayOf(y + 9, 12));
}

std::optional<Found> betweenYears(const FoldedText& text, std::size_t i) {
    if (!text.isWordAt(i, U"between"))
        return std::nullopt;
    const std::size_t first = text.skipBlanks(i + 7);
    if (auto found = monthRangeAt(text, first, true)) { // between January and June 2026
        found->begin = i;
        return found;
    }
    const int from = yearAt(text, first);
    std::size_t at = text.skipBlanks(first + 4);
    if (from == 0 || !text.isWordAt(at, U"and"))
        return std::nullopt;
    at = text.skipBlanks(at + 3);
    const int to = yearAt(text, at);
    if (to <= from)
        return std::nullopt;
    return periodFound(i, at + 4, Granularity::YearRange, firstDayOf(from, 1), lastDayOf(to, 12));
}

std::optional<Found> simplePeriodAt(const FoldedText& text, std::size_t i, const QuantityContext& context,
                                    bool bareYear) {
    const char32_t c = text[i];
    const bool digit = isDigit(c);
    if (digit) {
        if (auto found = yearRange(text, i))
            return found;
        if (auto found = decadeAt(text, i))
            return found;
    }
    if (digit || c >= 0x3000) {
        if (auto found = chinesePeriodAt(text, i, context))
            return found;
        if (!digit)
            return std::nullopt;
    }
    if (auto found = quarterOrHalfAt(text, i))
        return found;
    if (auto found = westernDateAt(text, i, context))
        return found;
    if (digit) {
        if (const int y = bareYear ? yearAt(text, i) : 0)
            return monthsFound(i, i + 4, Granularity::Year, y, 1, 12);
        return std::nullopt;
    }
    if (auto found = partOfYear(text, i, context))
        return found;
    if (auto found = fiscalPeriodAt(text, i))
        return found;
    if (auto found = relativePeriod(text, i, context))
        return found;
    return betweenYears(text, i);
}

bool isYear(const FoldedText& text, std::size_t i) {
    const int y = digitsAtPlace(text, i, 4);
    return y >= 1990 && y <= 2079 && !isDigit(text[i + 4]);
}

// Digits begin a date only as a year or as one or two with a month, a quarter's letter or a separator behind
// them: a look that spares most figures the reading of all the kinds.
bool mayBeDate(const FoldedText& text, std::size_t i) {
    std::size_t end = i + 1;
    while (isDigit(text[end]) && end - i < 5)
        ++end;
    if (end - i == 4) {
        const int y = digitsAtPlace(text, i, 4);
        return y >= 1800 && y <= 2199;
    }
    if (end - i > 2)
        return false;
    const std::size_t next = text.skipBlanks(end);
    constexpr std::u32string_view ends = U"/.-月qhsnrt";   // 4/5/2026, 4月, 3Q26, 2nd
    constexpr std::u32string_view months = U"jfmasondo月"; // 15 April, 15 of April, 4 月
    return (next == end ? ends : months).find(lower(text[next])) != std::u32string_view::npos;
}

// "the" begins a period before few words (the end of, the coming, the year), "this" before "year" and the
// like.
bool isIdleArticle(const FoldedText& text, std::size_t i) {
    if (lower(text[i]) != U't' || lower(text[i + 1]) != U'h')
        return false;
    const char32_t third = lower(text[i + 2]);
    const bool the = third == U'e' && !isLatinLetter(text[i + 3]);
    if (!the && (third != U'i' || lower(text[i + 3]) != U's'))
        return false;
    constexpr std::u32string_view afterThe = U"ecmbsy";
    constexpr std::u32string_view afterThis = U"ymq";
    return (the ? afterThe : afterThis).find(lower(text[text.skipBlanks(i + (the ? 3 : 4))])) ==
           std::u32string_view::npos;
}

// April 2025 to June 2026, Q4 2025–Q1 2026: two of one kind are one period.
void takeSecondPeriod(const FoldedText& text, Found& found, const QuantityContext& context) {
    auto& q = *found.quantity;
    switch (q.granularity) {
    case Granularity::Day:
    case Granularity::Month:
    case Granularity::Quarter:
    case Granularity::Half:
        break;
    default:
        return;
    }
    std::size_t at = text.skipBlanks(found.end);
    const char32_t c = text[at];
    if (c == U'-' || c == U'~' || c == U'至' || c == U'到')
        at = text.skipBlanks(at + 1);
    else if (at > found.end && text.isWordAt(at, U"to"))
        at = text.skipBlanks(at + 2);
    else if (at > found.end && text.isWordAt(at, U"through"))
        at = text.skipBlanks(at + 7);
    else
        return;
    auto second = simplePeriodAt(text, at, context, false);
    if (!second && text[found.end - 1] >= 0x4E00 && !q.ambiguous)
        second = chineseRestAt(text, at, q);
    if (!second || second->quantity->granularity != q.granularity || q.ambiguous ||
        second->quantity->ambiguous || second->quantity->from <= q.from)
        return;
    q.to = second->quantity->to;
    found.end = found.resume = second->end;
}

} // namespace

int yearAt(const FoldedText& text, std::size_t i) {
    if (text[i] != U'1' && text[i] != U'2')
        return 0;
    const int y = digitsAtPlace(text, i, 4);
    const char32_t next = y < 0 ? 0 : text[i + 4];
    if (y < 1990 || y > 2079 || isDigit(next))
        return 0;
    if ((next == U'.' || next == U',') && isDigit(text[i + 5]) && !(next == U',' && isYear(text, i + 5)))
        return 0;
    if (isLatinLetter(next) && ((lower(next) != U'q' && lower(next) != U'h') || isLatinLetter(text[i + 5])))
        return 0;
    return y;
}

std::optional<Found> periodAt(const FoldedText& text, std::size_t i, const QuantityContext& context,
                              bool bareYear) {
    if (isDigit(text[i]) ? !mayBeDate(text, i) : isIdleArticle(text, i))
        return std::nullopt;
    auto found = simplePeriodAt(text, i, context, bareYear);
    if (found) {
        takeSecondPeriod(text, *found, context);
        return found;
    }
    const bool since = text.isWordAt(i, U"since");
    if (!since && !text.isWordAt(i, U"until") && !text.isWordAt(i, U"through") && !text.isWordAt(i, U"till"))
        return std::nullopt;
    std::size_t at = i;
    while (isLatinLetter(text[at]))
        ++at;
    found = simplePeriodAt(text, text.skipBlanks(at), context, true);
    if (!found || found->quantity->ambiguous)
        return std::nullopt;
    found->begin = i;
    if (since) {
        found->quantity->openToTheRight = true;
        found->quantity->to.clear();
    } else {
        found->quantity->openToTheLeft = true;
        found->quantity->from.clear();
    }
    return found;
}

} // namespace parallax::data
