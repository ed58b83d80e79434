// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table/figure_value.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "base/utf8.h"
#include "data/quantity/cell.h"

namespace parallax::data {
namespace {

constexpr std::size_t mostUnits = 4096;

// Days since 1970 of "2026-04-30".
std::optional<double> dayNumber(std::string_view iso) {
    if (iso.size() != 10)
        return std::nullopt;
    int year = 0, month = 0, day = 0;
    std::from_chars(iso.data(), iso.data() + 4, year);
    std::from_chars(iso.data() + 5, iso.data() + 7, month);
    std::from_chars(iso.data() + 8, iso.data() + 10, day);
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;
    return static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::optional<FigureValue> periodValue(std::string_view from, std::string_view to) {
    // "FY2025": its days depend on the company; the calendar year keeps the order.
    if (from.starts_with("FY") && from.size() == 6)
        return FigureValue{dayNumber(std::string(from.substr(2)) + "-01-01").value_or(0),
                           dayNumber(std::string(from.substr(2)) + "-12-31").value_or(0), "day"};
    const auto first = dayNumber(from.substr(0, 10)), last = dayNumber(to.substr(0, 10));
    if (!first || !last)
        return std::nullopt;
    return FigureValue{*first, *last, "day"};
}

} // namespace

std::optional<FigureValue> figureValue(const Quantity& q) {
    switch (q.kind) {
    case QuantityKind::Period:
        return periodValue(q.from, q.to);
    case QuantityKind::Deadline:
        return periodValue(q.earliest, q.latest);
    case QuantityKind::Interval:
    case QuantityKind::Range:
    case QuantityKind::Scalar:
    case QuantityKind::Multiplier:
    case QuantityKind::Duration:
        break;
    }
    FigureValue value;
    const bool range = q.kind == QuantityKind::Range || q.kind == QuantityKind::Interval;
    value.low = (range ? q.low : q.value).toDouble();
    value.high = (range ? q.high : q.value).toDouble();
    value.unit = q.unit;
    if (q.kind == QuantityKind::Multiplier && value.unit.empty())
        value.unit = "x";
    if (q.per)
        value.unit += "/" + q.per->unit;
    if (q.per && q.per->value.toDouble() > 0) { // $5 per 1M tokens and $0.000005 per token are one price
        value.low /= q.per->value.toDouble();
        value.high /= q.per->value.toDouble();
    }
    if (!std::isfinite(value.low) || !std::isfinite(value.high))
        return std::nullopt;
    return value;
}

std::optional<FigureValue> figureValue(const TypedCell& cell) {
    return cell.figure ? figureValue(cell.quantities.front()) : std::nullopt;
}

std::optional<FigureValue> figureValue(std::string_view words) {
    const CellReading reading = readCell(utf8Prefix(words, 256));
    if (reading.quantities.empty() ||
        (!reading.remainder.empty() &&
         reading.remainder.front().begin < reading.quantities.front().span.begin))
        return std::nullopt;
    return figureValue(reading.quantities.front());
}

std::weak_ordering compareFigures(const FigureValue& a, const FigureValue& b) {
    if (const auto unit = a.unit <=> b.unit; unit != 0)
        return unit;
    if (a.low != b.low)
        return a.low < b.low ? std::weak_ordering::less : std::weak_ordering::greater;
    if (a.high != b.high)
        return a.high < b.high ? std::weak_ordering::less : std::weak_ordering::greater;
    return std::weak_ordering::equivalent;
}

ColumnFigures columnFigures(const TypedTable& table, std::size_t column) {
    ColumnFigures out;
    std::unordered_map<std::string, std::uint16_t> index;
    std::vector<std::size_t> counts;
    for (std::size_t row = 0; row < table.cells.size(); ++row) {
        if (column >= table.cells[row].size()) {
            ++out.missing;
            continue;
        }
        const TypedCell& cell = table.cells[row][column];
        const auto value = figureValue(cell);
        if (!value) {
            ++(cell.missing ? out.missing : out.words);
            continue;
        }
        if (out.low.empty()) {
            constexpr double none = std::numeric_limits<double>::quiet_NaN();
            out.low.assign(table.cells.size(), none);
            out.high.assign(table.cells.size(), none);
            out.unit.assign(table.cells.size(), 0);
        }
        auto found = index.find(value->unit);
        if (found == index.end()) {
            if (out.units.size() < mostUnits) {
                out.units.push_back(value->unit);
                counts.push_back(0);
            }
            found = index.emplace(value->unit, static_cast<std::uint16_t>(out.units.size() - 1)).first;
        }
        out.low[row] = value->low;
        out.high[row] = value->high;
        out.unit[row] = found->second;
        ++counts[found->second];
        ++out.figures;
    }
    if (!counts.empty()) {
        const auto most = std::ranges::max_element(counts);
        out.mainUnit = static_cast<std::uint16_t>(most - counts.begin());
        out.oneUnit = *most == out.figures;
    }
    return out;
}

std::vector<std::size_t> sortedRows(const ColumnFigures& figures, std::size_t rows, SortDirection direction) {
    std::vector<std::size_t> order(rows);
    std::iota(order.begin(), order.end(), std::size_t(0));
    const bool descending = direction == SortDirection::Descending;
    // Of each row: 0 in the main unit, 1 in another one, 2 without a figure.
    const auto rank = [&](std::size_t row) {
        return !figures.has(row) ? 2 : figures.unit[row] == figures.mainUnit ? 0 : 1;
    };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const int first = rank(a), second = rank(b);
        if (first != second || first == 2)
            return first < second;
        if (first == 1 && figures.unit[a] != figures.unit[b])
            return figures.units[figures.unit[a]] < figures.units[figures.unit[b]];
        if (figures.low[a] != figures.low[b])
            return descending ? figures.low[a] > figures.low[b] : figures.low[a] < figures.low[b];
        return descending ? figures.high[a] > figures.high[b] : figures.high[a] < figures.high[b];
    });
    return order;
}

} // namespace parallax::data
