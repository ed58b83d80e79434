// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/western_date.h"

#include "data/quantity/calendar.h"
#include "data/quantity/period.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

constexpr auto months =
    wordTable<int>({{U"january", 1},   {U"february", 2},  {U"march", 3},  {U"april", 4},     {U"may", 5},
                    {U"june", 6},      {U"july", 7},      {U"august", 8}, {U"september", 9}, {U"october", 10},
                    {U"november", 11}, {U"december", 12}, {U"jan", 1},    {U"feb", 2},       {U"mar", 3},
                    {U"apr", 4},       {U"jun", 6},       {U"jul", 7},    {U"aug", 8},       {U"sep", 9},
                    {U"sept", 9},      {U"oct", 10},      {U"nov", 11},   {U"dec", 12}});

std::optional<Found> dayFound(std::size_t begin, std::size_t end, int y, int m, int d) {
    const auto date = dateOf(y, m, d);
    if (!date.ok())
        return std::nullopt;
    return periodFound(begin, end, Granularity::Day, date, date);
}

bool endsDate(const FoldedText& text, std::size_t i) {
    return !isDigit(text[i]) && !isLatinLetter(text[i]) &&
           !((text[i] == U'.' || text[i] == U'-' || text[i] == U'/') && isDigit(text[i + 1]));
}

// 2026-04-15, 2026/4/15, 2026.04.15, 2026-04, 2026/04
std::optional<Found> yearFirst(const FoldedText& text, std::size_t i) {
    const int y = digitsAtPlace(text, i, 4);
    const char32_t separator = text[i + 4];
    if (y < 1900 || y > 2199 || (separator != U'-' && separator != U'/' && separator != U'.'))
        return std::nullopt;
    std::size_t end = i;
    const int m = shortNumberAt(text, i + 5, end);
    if (m < 1 || m > 12)
        return std::nullopt;
    if (text[end] == separator) {
        std::size_t dayEnd = end;
        const int d = shortNumberAt(text, end + 1, dayEnd);
        return d >= 1 && endsDate(text, dayEnd) ? dayFound(i, dayEnd, y, m, d) : std::nullopt;
    }
    if (separator == U'.' || end != i + 7 || !endsDate(text, end) || text[end] == U'%')
        return std::nullopt;
    return monthsFound(i, end, Granularity::Month, y, m, m);
}

// 4/5/2026 is in April or in May; 15.4.2026, 04/2026
std::optional<Found> dayFirst(const FoldedText& text, std::size_t i) {
    std::size_t end = i;
    const int a = shortNumberAt(text, i, end);
    const char32_t separator = text[end];
    if (a < 1 || (separator != U'/' && separator != U'.'))
        return std::nullopt;
    if (const int y = separator == U'/' ? digitsAtPlace(text, end + 1, 4) : -1;
        y >= 1990 && y <= 2079 && a <= 12 && endsDate(text, end + 5))
        return monthsFound(i, end + 5, Granularity::Month, y, a, a);
    const int b = shortNumberAt(text, end + 1, end);
    const int y = text[end] == separator ? digitsAtPlace(text, end + 1, 4) : -1;
    if (b < 1 || y < 1900 || y > 2199 || !endsDate(text, end + 5))
        return std::nullopt;
    end += 5;
    if (separator == U'.')
        return dayFound(i, end, y, b, a);
    const auto american = dateOf(y, a, b);
    const auto european = dateOf(y, b, a);
    if (!american.ok() && !european.ok())
        return std::nullopt;
    auto found = *dayFound(i, end, y, american.ok() ? a : b, american.ok() ? b : a);
    if (american.ok() && european.ok() && a != b) {
        found.quantity->ambiguous = true;
        found.quantity->from = found.quantity->to = isoDay(american) + "|" + isoDay(european);
    }
    return found;
}

// "15th", "1st" at the end of a day's number
std::size_t skipOrdinal(const FoldedText& text, std::size_t i) {
    for (const auto ending : {std::u32string_view(U"st"), std::u32string_view(U"nd"),
                              std::u32string_view(U"rd"), std::u32string_view(U"th")})
        if (text.isWordAt(i, ending))
            return i + 2;
    return i;
}

// 15 April 2026, 15th of April 2026, 15-Apr-2026
std::optional<Found> dayThenMonth(const FoldedText& text, std::size_t i) {
    std::size_t end = i;
    const int d = shortNumberAt(text, i, end);
    if (d < 1 || d > 31)
        return std::nullopt;
    end = skipOrdinal(text, end);
    std::size_t at = text[end] == U'-' ? end + 1 : text.skipBlanks(end);
    if (at == end)
        return std::nullopt;
    if (text.isWordAt(at, U"of"))
        at = text.skipBlanks(at + 2);
    const int m = monthNamedAt(text, at, end);
    if (m == 0)
        return std::nullopt;
    at = text[end] == U'-' ? end + 1 : text.skipBlanks(text[end] == U',' ? end + 1 : end);
    const int y = yearAt(text, at);
    return y != 0 ? dayFound(i, at + 4, y, m, d) : std::nullopt;
}

// April 2026, April, 2026, April of 2026, April 15th, 2026, Apr '26
std::optional<Found> monthThenRest(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    std::size_t end = i;
    const int m = monthNamedAt(text, i, end);
    if (m == 0)
        return std::nullopt;
    std::size_t at = text.skipBlanks(text[end] == U',' ? end + 1 : end);
    if (text.isWordAt(at, U"of"))
        at = text.skipBlanks(at + 2);
    if (const int y = yearAt(text, at))
        return monthsFound(i, at + 4, Granularity::Month, y, m, m);
    if (auto range = monthRangeAt(text, i, false))
        return range;
    if (text[at] == U'\'') {
        const int two = digitsAtPlace(text, at + 1, 2);
        if (two >= 0 && endsDate(text, at + 3))
            return monthsFound(i, at + 3, Granularity::Month, 2000 + two, m, m);
        return std::nullopt;
    }
    std::size_t dayEnd = at;
    const int d = shortNumberAt(text, at, dayEnd);
    if (d < 1 || d > 31)
        return std::nullopt;
    dayEnd = skipOrdinal(text, dayEnd);
    at = text.skipBlanks(text[dayEnd] == U',' ? dayEnd + 1 : dayEnd);
    if (const int y = yearAt(text, at))
        return dayFound(i, at + 4, y, m, d);
    const auto now = endsDate(text, dayEnd) && text[dayEnd] != U'%' ? documentMonth(context) : std::nullopt;
    return now ? dayFound(i, dayEnd, now->year, m, d) : std::nullopt;
}

} // namespace

std::optional<Found> monthRangeAt(const FoldedText& text, std::size_t i, bool between) {
    std::size_t end = i;
    const int first = monthNamedAt(text, i, end);
    if (first == 0)
        return std::nullopt;
    std::size_t at = text.skipBlanks(end);
    if (between ? text.isWordAt(at, U"and") : false)
        at = text.skipBlanks(at + 3);
    else if (!between && (text[at] == U'-' || text[at] == U'~'))
        at = text.skipBlanks(at + 1);
    else if (!between && text.isWordAt(at, U"to"))
        at = text.skipBlanks(at + 2);
    else if (!between && text.isWordAt(at, U"through"))
        at = text.skipBlanks(at + 7);
    else
        return std::nullopt;
    const int last = monthNamedAt(text, at, end);
    if (last == 0)
        return std::nullopt;
    at = text.skipBlanks(text[end] == U',' ? end + 1 : end);
    const int y = yearAt(text, at);
    if (y == 0 || first == last)
        return std::nullopt;
    return periodFound(i, at + 4, Granularity::Month, firstDayOf(first < last ? y : y - 1, first),
                       lastDayOf(y, last));
}

int monthNamedAt(const FoldedText& text, std::size_t i, std::size_t& end) {
    const auto* month = months.find(text, i);
    if (month == nullptr)
        return 0;
    end = i + month->word.size();
    if (month->word.size() <= 4 && month->word != U"june" && month->word != U"july" && text[end] == U'.')
        ++end;
    return month->value;
}

std::optional<Found> westernDateAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    if (isLatinLetter(text[i]))
        return monthThenRest(text, i, context);
    if (auto found = yearFirst(text, i))
        return found;
    if (auto found = dayFirst(text, i))
        return found;
    return dayThenMonth(text, i);
}

} // namespace parallax::data
