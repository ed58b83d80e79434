// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table/computed_column.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>

#include "data/table/aggregate.h"
#include "data/table/figure_value.h"

namespace parallax::data {
namespace {

// A figure with the room that rounding leaves, in base units.
struct Bounds {
    double low = 0, face = 0, high = 0;
    std::string unit;
    bool inexact = false;
    bool percent = false;
    const Quantity* quantity = nullptr;
};

std::optional<Bounds> boundsOf(const TypedTable& table, std::size_t row, std::size_t column) {
    if (row >= table.cells.size() || column >= table.cells[row].size() || !table.cells[row][column].figure)
        return std::nullopt;
    const Quantity& q = table.cells[row][column].quantities.front();
    if (q.kind == QuantityKind::Period || q.kind == QuantityKind::Deadline)
        return std::nullopt;
    const auto value = figureValue(q);
    if (!value)
        return std::nullopt;
    Bounds bounds;
    const double per = q.per && q.per->value.toDouble() > 0 ? q.per->value.toDouble() : 1;
    double slack = q.resolution.toDouble() / 2 / per;
    if (q.approx)
        slack = std::max(slack, std::max(std::abs(value->low), std::abs(value->high)) / 10);
    bounds.face = value->middle();
    bounds.low = value->low - slack;
    bounds.high = value->high + slack;
    constexpr double infinite = std::numeric_limits<double>::infinity();
    if (q.bound == Bound::AtLeast || q.bound == Bound::MoreThan)
        bounds.high = infinite;
    if (q.bound == Bound::AtMost || q.bound == Bound::LessThan)
        bounds.low = value->low >= 0 ? 0 : -infinite;
    bounds.unit = value->unit;
    bounds.inexact = q.kind == QuantityKind::Range || q.approx || q.bound != Bound::Exact;
    bounds.percent = q.dimension == Dimension::Ratio && q.unit == "%";
    bounds.quantity = &q;
    return bounds;
}

// The last place whose unit is not smaller than the room between the ends: 20.0 for 19.6 to 20.4 would claim
// too much, 20 does not. At least two significant digits, though.
int placesFor(const ComputedCell& cell) {
    const double room = cell.high - cell.low;
    int places = 6;
    if (std::isfinite(room) && room > 0)
        places = static_cast<int>(std::ceil(-std::log10(room)));
    else if (!std::isfinite(room))
        places = 0;
    if (const double size = std::abs(cell.value); size > 0 && std::isfinite(size))
        places = std::max(places, 1 - static_cast<int>(std::floor(std::log10(size))));
    return std::clamp(places, 0, 9);
}

int yearOfPeriod(const std::string& period) {
    for (std::size_t at = 0; at + 4 <= period.size(); ++at) {
        int year = 0;
        const auto [end, error] = std::from_chars(period.data() + at, period.data() + at + 4, year);
        if (error == std::errc() && end == period.data() + at + 4 && year >= 1900 && year < 2200)
            return year;
    }
    return 0;
}

struct Outcome {
    std::optional<ComputedCell> cell;
    const char* reason = "";
};

Outcome ratioChange(const Bounds& base, const Bounds& next, double years) {
    if (base.unit != next.unit)
        return {std::nullopt, "unit"};
    if (base.face == 0)
        return {std::nullopt, "zero"};
    if (base.face < 0 || (years != 1 && next.face < 0))
        return {std::nullopt, "sign"};
    const auto rate = [years](double from, double to) {
        const double ratio = to / from;
        return 100 * ((years == 1 ? ratio : std::pow(std::max(ratio, 0.0), 1 / years)) - 1);
    };
    ComputedCell cell;
    cell.value = rate(base.face, next.face);
    // Outwards by a step: the ends are bounds, not estimates.
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const auto low = [](double value) { return std::nextafter(value, -infinite); };
    const auto high = [](double value) { return std::nextafter(value, infinite); };
    cell.low = std::isinf(base.high) ? -100 : low(rate(base.high, next.low));
    cell.high = base.low <= 0 || std::isinf(next.high) ? infinite : high(rate(base.low, next.high));
    if (next.low < 0 && base.low > 0) // a loss is worst against the smallest base
        cell.low = std::isinf(next.low) ? -infinite : low(rate(base.low, next.low));
    if (next.high < 0 && !std::isinf(base.high))
        cell.high = high(rate(base.high, next.high));
    return {cell, ""};
}

Outcome difference(const Bounds& base, const Bounds& next) {
    if (base.unit != next.unit)
        return {std::nullopt, "unit"};
    ComputedCell cell;
    cell.value = next.face - base.face;
    cell.low = next.low - base.high;
    cell.high = next.high - base.low;
    const Quantity& from = *base.quantity;
    const Quantity& to = *next.quantity;
    if (from.kind == QuantityKind::Scalar && to.kind == QuantityKind::Scalar && !from.per && !to.per)
        cell.exact = add(to.value, from.value.negated());
    if (cell.exact)
        cell.value = cell.exact->toDouble();
    return {cell, ""};
}

class Computer {
  public:
    Computer(const TypedTable& table, const ComputedColumn& column)
        : m_table(table)
        , m_column(column) {}

    ComputedResult run() {
        m_result.cells.resize(m_table.cells.size());
        m_result.reasons.resize(m_table.cells.size());
        switch (m_column.computation) {
        case Computation::Change:
        case Computation::Difference:
        case Computation::Cagr:
            between();
            break;
        case Computation::Share:
            shares();
            break;
        case Computation::Rank:
            ranks();
            break;
        }
        return std::move(m_result);
    }

  private:
    const TypedTable& m_table;
    const ComputedColumn& m_column;
    ComputedResult m_result;

    void put(std::size_t row, Outcome outcome) {
        if (outcome.cell) {
            if (m_column.computation != Computation::Rank)
                outcome.cell->decimals = placesFor(*outcome.cell);
            m_result.cells[row] = outcome.cell;
        } else {
            m_result.reasons[row] = outcome.reason;
            ++m_result.left;
        }
    }

    double years() const {
        if (m_column.years > 0)
            return m_column.years;
        const auto period = [&](std::size_t column) {
            return column < m_table.columns.size() ? yearOfPeriod(m_table.columns[column].period) : 0;
        };
        const int first = period(m_column.base), last = period(m_column.next);
        return first != 0 && last > first ? last - first : 0;
    }

    void between() {
        const bool cagr = m_column.computation == Computation::Cagr;
        const double span = cagr ? years() : 1;
        const bool change = m_column.computation != Computation::Difference;
        if (change)
            m_result.unit = "%";
        for (std::size_t row = 0; row < m_table.cells.size(); ++row) {
            const auto base = boundsOf(m_table, row, m_column.base),
                       next = boundsOf(m_table, row, m_column.next);
            if (!base || !next) {
                put(row, {std::nullopt, "missing"});
                continue;
            }
            if (span <= 0) {
                put(row, {std::nullopt, "years"});
                continue;
            }
            Outcome outcome = change ? ratioChange(*base, *next, span) : difference(*base, *next);
            if (outcome.cell) {
                outcome.cell->inexact = base->inexact || next->inexact;
                const std::string unit = base->percent ? "pp" : base->unit;
                if (!change && m_result.unit.empty())
                    m_result.unit = unit;
                // One unit for a column: euros are not subtracted among dollars.
                if (!change && m_result.unit != unit)
                    outcome = {std::nullopt, "unit"};
            }
            put(row, outcome);
        }
    }

    void shares() {
        m_result.unit = "%";
        const std::vector<std::size_t> items = rowsIn(m_table, RowScope::Items);
        const std::string unit = mainUnitOf(m_table, m_column.base, items);
        std::optional<Bounds> whole;
        for (std::size_t row = 0; row < m_table.cells.size(); ++row)
            if (m_table.rowRoles[row] == RowRole::Total)
                if (auto total = boundsOf(m_table, row, m_column.base); total && total->unit == unit)
                    whole = std::move(total); // the last one is the grand total
        const bool stated = whole.has_value();
        if (!stated) {
            whole = Bounds{};
            whole->unit = unit;
            for (const std::size_t row : items)
                if (const auto part = boundsOf(m_table, row, m_column.base); part && part->unit == unit) {
                    whole->face += part->face;
                    whole->low += part->low;
                    whole->high += part->high;
                    whole->inexact = whole->inexact || part->inexact;
                }
        }
        for (std::size_t row = 0; row < m_table.cells.size(); ++row) {
            const auto part = boundsOf(m_table, row, m_column.base);
            if (!part) {
                put(row, {std::nullopt, "missing"});
            } else if (part->unit != unit) {
                put(row, {std::nullopt, "unit"});
            } else if (whole->face == 0) {
                put(row, {std::nullopt, "zero"});
            } else if (whole->face < 0 || part->face < 0) {
                put(row, {std::nullopt, "sign"});
            } else {
                ComputedCell cell;
                cell.value = 100 * part->face / whole->face;
                // A part is in its own sum: the ends of both do not vary apart.
                const double leastWhole = stated ? whole->low : whole->low - part->low + part->high;
                const double mostWhole = stated ? whole->high : whole->high - part->high + part->low;
                constexpr double infinite = std::numeric_limits<double>::infinity();
                cell.low = std::isfinite(mostWhole) && mostWhole > 0
                               ? std::nextafter(100 * std::max(part->low, 0.0) / mostWhole, -infinite)
                               : 0;
                cell.high = std::isfinite(part->high) && leastWhole > 0
                                ? std::nextafter(100 * part->high / leastWhole, infinite)
                                : infinite;
                cell.inexact = part->inexact || whole->inexact;
                put(row, {cell, ""});
            }
        }
    }

    void ranks() {
        const std::vector<std::size_t> items = rowsIn(m_table, RowScope::Items);
        const std::string unit = mainUnitOf(m_table, m_column.base, items);
        struct Ranked {
            std::size_t row;
            double value;
            bool inexact;
        };
        std::vector<Ranked> ranked;
        for (const std::size_t row : items)
            if (const auto figure = boundsOf(m_table, row, m_column.base); figure && figure->unit == unit)
                ranked.push_back({row, figure->face, figure->inexact});
        std::ranges::stable_sort(ranked, std::greater(), &Ranked::value);
        std::vector<bool> placed(m_table.cells.size(), false);
        double rank = 0;
        for (std::size_t i = 0; i < ranked.size(); ++i) {
            if (i == 0 || ranked[i].value != ranked[i - 1].value)
                rank = static_cast<double>(i + 1);
            ComputedCell cell;
            cell.value = cell.low = cell.high = rank;
            cell.exact = Decimal{static_cast<std::int64_t>(rank), 0};
            cell.inexact = ranked[i].inexact;
            put(ranked[i].row, {cell, ""});
            placed[ranked[i].row] = true;
        }
        for (std::size_t row = 0; row < placed.size(); ++row)
            if (!placed[row]) {
                const auto figure = boundsOf(m_table, row, m_column.base);
                put(row, {std::nullopt, figure && figure->unit != unit ? "unit" : "missing"});
            }
    }
};

} // namespace

ComputedResult computeColumn(const TypedTable& table, const ComputedColumn& column) {
    return Computer(table, column).run();
}

} // namespace parallax::data
