// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "data/table/typed_table.h"

namespace parallax::data {

// Which rows of a table count.
enum class RowScope {
    Items,     // totals and sections left out, so that nothing is counted twice
    AllFigures // every row
};

// The figures of one column, or of some rows of it, in the unit of most of them.
struct Description {
    std::size_t count = 0;      // figures in that unit; ranges count by their middle
    std::size_t missing = 0;    // "—", "N/A", ""
    std::size_t words = 0;      // cells that are no figure
    std::size_t otherUnits = 0; // figures in other units: left out of what follows
    std::size_t inexact = 0;    // … of `count` are ranges, approximate or open ("~5", "over 5", "5-7")
    std::string unit;           // as FigureValue::unit
    double minimum = 0, maximum = 0, mean = 0, sum = 0;
    // Linear between neighbours, as spreadsheets do (QUARTILE.INC).
    double lowerQuartile = 0, median = 0, upperQuartile = 0;
    double deviation = 0;            // of the sample; 0 for fewer than two
    std::optional<Decimal> exactSum; // where all figures are single values and the sum fits 18 digits
    bool empty() const { return count == 0; }
};

Description describeColumn(const TypedTable& table, std::size_t column, RowScope scope = RowScope::Items);
// Of these rows alone, in any order (a selection, a filter).
Description describeRows(const TypedTable& table, std::size_t column, std::span<const std::size_t> rows);

enum class Aggregate { Count, Sum, Mean, Median, Minimum, Maximum };

// What a group's figures came to, and of how many.
struct AggregateCell {
    std::optional<double> value;   // none where no figure in the unit stands
    std::size_t count = 0;         // figures that went in
    std::size_t leftOut = 0;       // missing, words and other units
    std::vector<std::size_t> rows; // of the table, in its order: one click to the evidence
};

// A column's figures by what one or two other columns say: groups as rows, the second column's values as
// columns. Keys are folded for comparison and written as they first occur; an empty cell is a key of its own.
struct Pivot {
    std::string unit; // one for all cells, so that they can be compared
    Aggregate aggregate = Aggregate::Sum;
    std::vector<std::string> rowKeys, columnKeys;  // in order of first occurrence; columnKeys {""} of a group
    std::vector<std::vector<AggregateCell>> cells; // [row key][column key]
    std::vector<AggregateCell> rowTotals, columnTotals; // over all their figures, not over the cells' results
    AggregateCell total;
    bool cut = false; // more than 2,000 row keys or 200 column keys: the rest went to a last key "…"
};

// `source` is the table that was typed: it has the words. Throw Error{Cancelled} soon after a stop.
Pivot groupColumn(const Table& source, const TypedTable& table, std::size_t byColumn, std::size_t valueColumn,
                  Aggregate aggregate, RowScope scope = RowScope::Items, const std::stop_token& stop = {});
Pivot pivotTable(const Table& source, const TypedTable& table, std::size_t rowColumn,
                 std::size_t columnColumn, std::size_t valueColumn, Aggregate aggregate,
                 RowScope scope = RowScope::Items, const std::stop_token& stop = {});

} // namespace parallax::data
