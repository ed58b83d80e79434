// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table/describe.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "base/progress.h"
#include "data/article/fold.h"
#include "data/table/aggregate.h"
#include "data/table/figure_value.h"

namespace parallax::data {
namespace {

constexpr std::size_t mostRowKeys = 2000, mostColumnKeys = 200;
constexpr std::size_t rowsBetweenStops = 1024; // looking for a stop costs more than a row

double quantile(const std::vector<double>& sorted, double share) {
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

// Neumaier's sum: a hundred thousand prices add up to the cent.
class Sum {
  public:
    void add(double value) {
        const double next = m_sum + value;
        m_rest += std::abs(m_sum) >= std::abs(value) ? (m_sum - next) + value : (value - next) + m_sum;
        m_sum = next;
    }
    double value() const { return m_sum + m_rest; }

  private:
    double m_sum = 0, m_rest = 0;
};

double sumOf(const std::vector<double>& values) {
    Sum sum;
    for (const double value : values)
        sum.add(value);
    return sum.value();
}

// Distinct words of a column in order of first occurrence, compared folded.
class Keys {
  public:
    Keys(std::vector<std::string>& names, std::size_t most)
        : m_names(names)
        , m_most(most) {}

    std::size_t indexOf(std::string_view words) {
        const auto [at, added] = m_index.try_emplace(foldText(words), m_names.size());
        if (added) {
            if (m_names.size() > m_most)
                at->second = m_most;
            else
                m_names.emplace_back(m_names.size() < m_most ? words : std::string_view("…"));
        }
        return at->second;
    }
    bool cut() const { return m_names.size() > m_most; }

  private:
    std::vector<std::string>& m_names;
    std::size_t m_most;
    std::unordered_map<std::u32string, std::size_t> m_index;
};

struct CellGathering {
    std::vector<double> values;
    AggregateCell cell;
};

} // namespace

double aggregateOf(std::vector<double>& values, Aggregate aggregate) {
    switch (aggregate) {
    case Aggregate::Count:
        return static_cast<double>(values.size());
    case Aggregate::Sum:
        return sumOf(values);
    case Aggregate::Mean:
        return sumOf(values) / static_cast<double>(values.size());
    case Aggregate::Median:
        std::ranges::sort(values);
        return quantile(values, 0.5);
    case Aggregate::Minimum:
        return *std::ranges::min_element(values);
    case Aggregate::Maximum:
        return *std::ranges::max_element(values);
    }
    return 0;
}

std::vector<std::size_t> rowsIn(const TypedTable& table, RowScope scope) {
    std::vector<std::size_t> rows;
    rows.reserve(table.cells.size());
    for (std::size_t row = 0; row < table.cells.size(); ++row)
        if (scope == RowScope::AllFigures ||
            (table.rowRoles[row] != RowRole::Total && table.rowRoles[row] != RowRole::Section))
            rows.push_back(row);
    return rows;
}

std::string mainUnitOf(const TypedTable& table, std::size_t column, std::span<const std::size_t> rows) {
    std::unordered_map<std::string, std::size_t> counts;
    std::string most;
    std::size_t best = 0;
    for (const std::size_t row : rows) {
        if (row >= table.cells.size() || column >= table.cells[row].size())
            continue;
        if (const auto value = figureValue(table.cells[row][column]))
            if (const std::size_t count = ++counts[value->unit]; count > best) {
                best = count;
                most = value->unit;
            }
    }
    return most;
}

Description describeRows(const TypedTable& table, std::size_t column, std::span<const std::size_t> rows) {
    Description out;
    out.unit = mainUnitOf(table, column, rows);
    std::vector<double> values;
    std::optional<Decimal> exact = Decimal{0, 0};
    for (const std::size_t row : rows) {
        if (row >= table.cells.size())
            continue;
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
        if (value->unit != out.unit) {
            ++out.otherUnits;
            continue;
        }
        const Quantity& q = cell.quantities.front();
        const bool single = q.kind == QuantityKind::Scalar && !q.per;
        out.inexact += q.kind == QuantityKind::Range || q.approx || q.bound != Bound::Exact ? 1 : 0;
        exact = exact && single ? add(*exact, q.value) : std::nullopt;
        values.push_back(value->middle());
    }
    out.count = values.size();
    if (values.empty())
        return out;
    out.exactSum = exact;
    out.sum = exact ? exact->toDouble() : sumOf(values);
    out.mean = out.sum / static_cast<double>(values.size());
    if (values.size() > 1) {
        Sum squares;
        for (const double value : values)
            squares.add((value - out.mean) * (value - out.mean));
        out.deviation = std::sqrt(squares.value() / static_cast<double>(values.size() - 1));
    }
    std::ranges::sort(values);
    out.minimum = values.front();
    out.maximum = values.back();
    out.lowerQuartile = quantile(values, 0.25);
    out.median = quantile(values, 0.5);
    out.upperQuartile = quantile(values, 0.75);
    return out;
}

Description describeColumn(const TypedTable& table, std::size_t column, RowScope scope) {
    return describeRows(table, column, rowsIn(table, scope));
}

Pivot pivotTable(const Table& source, const TypedTable& table, std::size_t rowColumn,
                 std::size_t columnColumn, std::size_t valueColumn, Aggregate aggregate, RowScope scope,
                 const std::stop_token& stop) {
    Pivot out;
    out.aggregate = aggregate;
    const std::vector<std::size_t> rows = rowsIn(table, scope);
    out.unit = mainUnitOf(table, valueColumn, rows);
    Keys rowKeys(out.rowKeys, mostRowKeys), columnKeys(out.columnKeys, mostColumnKeys);
    // What no row has costs nothing: groups are made as they are met.
    std::vector<std::vector<CellGathering>> cells;
    std::vector<CellGathering> rowTotals, columnTotals;
    CellGathering total;
    const auto gather = [](CellGathering& into, std::size_t row, const std::optional<double>& value) {
        if (value) {
            into.values.push_back(*value);
            into.cell.rows.push_back(row);
        } else {
            ++into.cell.leftOut;
        }
    };
    for (const std::size_t row : rows) {
        if (row % rowsBetweenStops == 0)
            throwIfStopped(stop);
        const std::size_t r = rowKeys.indexOf(wordsOf(source, table, row, rowColumn));
        const std::size_t c = columnColumn == wholeColumn
                                  ? columnKeys.indexOf("")
                                  : columnKeys.indexOf(wordsOf(source, table, row, columnColumn));
        if (r >= cells.size()) {
            cells.resize(r + 1);
            rowTotals.resize(r + 1);
        }
        if (c >= columnTotals.size())
            columnTotals.resize(c + 1);
        if (c >= cells[r].size())
            cells[r].resize(c + 1);
        std::optional<double> value;
        if (valueColumn < table.cells[row].size())
            if (const auto figure = figureValue(table.cells[row][valueColumn]);
                figure && figure->unit == out.unit)
                value = figure->middle();
        gather(cells[r][c], row, value);
        gather(rowTotals[r], row, value);
        gather(columnTotals[c], row, value);
        gather(total, row, value);
    }
    const auto finish = [&](CellGathering& from) {
        from.cell.count = from.values.size();
        if (!from.values.empty())
            from.cell.value = aggregateOf(from.values, aggregate);
        else if (aggregate == Aggregate::Count)
            from.cell.value = 0;
        return std::move(from.cell);
    };
    for (auto& row : cells) {
        throwIfStopped(stop);
        row.resize(out.columnKeys.size());
        auto& made = out.cells.emplace_back();
        for (auto& cell : row)
            made.push_back(finish(cell));
    }
    for (auto& cell : rowTotals)
        out.rowTotals.push_back(finish(cell));
    for (auto& cell : columnTotals)
        out.columnTotals.push_back(finish(cell));
    out.total = finish(total);
    out.cut = rowKeys.cut() || columnKeys.cut();
    return out;
}

Pivot groupColumn(const Table& source, const TypedTable& table, std::size_t byColumn, std::size_t valueColumn,
                  Aggregate aggregate, RowScope scope, const std::stop_token& stop) {
    return pivotTable(source, table, byColumn, wholeColumn, valueColumn, aggregate, scope, stop);
}

} // namespace parallax::data
