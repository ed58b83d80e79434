// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The years between two cells of a table: wherever the table says them.
#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "data/check/rules_words.h"
#include "data/check/table_checks.h"

namespace parallax::data {
namespace {

constexpr std::size_t longestPlace = 200; // bytes of a cell that may hold a year beside its figure
constexpr double mostYears = 60;

YearSpan spanOf(int start, int end) {
    YearSpan years;
    if (start != 0 && end > start) {
        years.start = start;
        years.end = end;
        years.count = end - start;
    }
    return years;
}

// "2025", "FY2025": nothing for a quarter or a month, between which no whole years lie.
int wholeYear(std::string_view period) {
    if (period.starts_with("FY"))
        period.remove_prefix(2);
    int year = 0;
    const auto [end, error] = std::from_chars(period.data(), period.data() + period.size(), year);
    const bool all = error == std::errc() && end == period.data() + period.size();
    return all && period.size() == 4 ? year : 0;
}

// "2025–2030" as first and last year.
YearSpan rangeOf(const HeaderSense& sense) {
    int first = 0;
    int last = 0;
    if (sense.from.size() < 10 || sense.to.size() < 10 || yearOf(sense) != 0)
        return {};
    std::from_chars(sense.from.data(), sense.from.data() + 4, first);
    std::from_chars(sense.to.data(), sense.to.data() + 4, last);
    const bool whole = sense.from.substr(5) == "01-01" && sense.to.substr(5) == "12-31";
    return whole ? spanOf(first, last) : YearSpan{};
}

// "5-yr CAGR", "五年": how many, without saying which.
double durationIn(std::string_view words) {
    for (const Quantity& q : parseQuantities(words))
        if (q.kind == QuantityKind::Duration && q.unit.starts_with("year"))
            return q.value.toDouble();
    return 0;
}

YearSpan spanIn(std::string_view words, const TableContext& context) {
    if (YearSpan years = rangeOf(readHeader(words, context)); years.count > 0)
        return years;
    YearSpan years;
    years.count = durationIn(words);
    return years;
}

// What a cell says beside its figure: "(2025)" of "$6.0B (2025)".
std::string wordsBeside(const TableView& view, std::size_t row, std::size_t column) {
    const TypedCell* const cell = view.cell(row, column);
    const std::string_view words = view.words(row, column);
    if (cell == nullptr || cell->quantities.empty() || words.size() > longestPlace)
        return {};
    const Span figure = cell->quantities.front().span;
    if (figure.begin > figure.end || figure.end > words.size())
        return {};
    return std::string(words.substr(0, figure.begin)) + ' ' + std::string(words.substr(figure.end));
}

int yearInCell(const TableView& view, std::size_t row, std::size_t column) {
    const TypedCell* const cell = view.cell(row, column);
    if (cell == nullptr || !cell->figure)
        return 0;
    if (const int year = wholeYear(cell->quantities.front().period))
        return year;
    const std::string beside = wordsBeside(view, row, column);
    return trim(beside).empty() ? 0 : yearOf(readHeader(beside, view.context()));
}

// A column of years: a cell that is a year and nothing else.
int yearAlone(const TableView& view, std::size_t row, std::size_t column) {
    const std::string_view words = trim(view.words(row, column));
    constexpr std::size_t longest = 16;
    if (words.size() < 4 || words.size() > longest)
        return 0;
    const HeaderSense sense = readHeader(words, view.context());
    return sense.name.empty() ? yearOf(sense) : 0;
}

// "2025–2030" or "5 years" in a column of its own; a bare 5 under "Years".
YearSpan spanAlone(const TableView& view, std::size_t row, std::size_t column) {
    const std::string_view words = trim(view.words(row, column));
    constexpr std::size_t longest = 32;
    if (words.empty() || words.size() > longest)
        return {};
    const HeaderSense sense = readHeader(words, view.context());
    if (YearSpan years = rangeOf(sense); years.count > 0 && sense.name.empty())
        return years;
    const TypedCell* const cell = view.cell(row, column);
    if (cell == nullptr || cell->quantities.size() != 1 || !cell->figure)
        return {};
    const Quantity& q = cell->quantities.front();
    const bool named = FoldedPhrase(view.header(column).substr(0, longestHeader))
                           .hasAny({U"years", U"yrs", U"horizon", U"年数", U"年限", U"年期"});
    YearSpan years;
    if (q.kind == QuantityKind::Duration && q.unit.starts_with("year"))
        years.count = q.value.toDouble();
    else if (named && q.kind == QuantityKind::Scalar && q.dimension == Dimension::Number)
        years.count = q.value.toDouble();
    if (years.count < 1 || years.count > mostYears)
        years.count = 0;
    return years;
}

// The other columns of the row: two years, one span.
YearSpan spanInRow(const TableView& view, std::size_t row, std::size_t base, std::size_t next,
                   std::size_t stated) {
    constexpr std::size_t mostColumns = 32;
    std::vector<int> years;
    YearSpan span;
    std::size_t spans = 0;
    for (std::size_t column = 0; column < view.columns() && column < mostColumns; ++column) {
        if (column == base || column == next || column == stated)
            continue;
        if (const int year = yearAlone(view, row, column)) {
            years.push_back(year);
        } else if (const YearSpan found = spanAlone(view, row, column); found.count > 0) {
            span = found;
            ++spans;
        }
    }
    if (spans == 1)
        return span;
    if (years.size() == 2 && spans == 0)
        return spanOf(std::min(years[0], years[1]), std::max(years[0], years[1]));
    return {};
}

} // namespace

YearSpan yearsOfHeaders(const HeaderSense& base, const HeaderSense& next, std::string_view header,
                        const TableContext& context) {
    const YearSpan years = spanOf(yearOf(base), yearOf(next));
    return years.count > 0 ? years : spanIn(header.substr(0, longestHeader), context);
}

YearSpan yearsBetween(const TableView& view, TablePlace base, TablePlace next, TablePlace stated,
                      const YearSpan& ofHeaders) {
    // The nearest to the rate counts: its own cell, the cells it leads between, their headers.
    if (const std::string beside = wordsBeside(view, stated.row, stated.column); !trim(beside).empty())
        if (const YearSpan years = spanIn(beside, view.context()); years.count > 0)
            return years;
    if (const YearSpan years =
            spanOf(yearInCell(view, base.row, base.column), yearInCell(view, next.row, next.column));
        years.count > 0)
        return years;
    if (ofHeaders.count > 0)
        return ofHeaders;
    if (base.row == stated.row) {
        if (const YearSpan years = spanInRow(view, stated.row, base.column, next.column, stated.column);
            years.count > 0)
            return years;
        if (const YearSpan years = rangeOf(view.labelSense(stated.row)); years.count > 0)
            return years;
    } else if (const YearSpan years = rangeOf(view.headerSense(stated.column)); years.count > 0) {
        return years;
    }
    return rangeOf(view.captionSense());
}

} // namespace parallax::data
