// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/table/typed_table.h"

namespace parallax::data {

// A figure as a number to sort, filter and plot by.
struct FigureValue {
    double low = 0;   // in base units: USD, seconds, bytes; percent as the number before the sign; of a date
    double high = 0;  // days since 1970-01-01. The upper end of a range, else equal to low
    std::string unit; // "USD", "%", "s", "USD/token", "day" of a date; empty for a plain number

    double middle() const { return low + (high - low) / 2; }
};

// No value for what is no finite number: a duration in months counts by its average days.
std::optional<FigureValue> figureValue(const Quantity& quantity);
// Of the figure that stands for the cell; no value for words and missing cells.
std::optional<FigureValue> figureValue(const TypedCell& cell);
// Of words that a person typed ("> $5B"): the first figure of `words`, when it begins them.
std::optional<FigureValue> figureValue(std::string_view words);

// By unit first (figures in different units have no order of their own), then by the low end, then the high.
std::weak_ordering compareFigures(const FigureValue& a, const FigureValue& b);

// One column's figures without the rest of what was read: 18 bytes a row, so that a large table need not be
// kept typed.
struct ColumnFigures {
    std::vector<double> low, high;   // one a row; NaN where no figure stands; empty when the column has none
    std::vector<std::uint16_t> unit; // one a row, index into `units`; units beyond 4,096 count as one other
    std::vector<std::string> units;  // in the order in which they occur
    std::size_t figures = 0;         // rows that have one
    std::size_t missing = 0;         // "—", "N/A", ""
    std::size_t words = 0;           // neither
    std::uint16_t mainUnit = 0;      // that of most figures
    bool oneUnit = false;            // of all of them

    bool has(std::size_t row) const { return row < low.size() && low[row] == low[row]; }
};
ColumnFigures columnFigures(const TypedTable& table, std::size_t column);

// Rows in the order of a column's figures (stable; rows without a figure last whatever the direction). With
// several units the rows of the main one come first.
enum class SortDirection { Ascending, Descending };
std::vector<std::size_t> sortedRows(const ColumnFigures& figures, std::size_t rows, SortDirection direction);

} // namespace parallax::data
