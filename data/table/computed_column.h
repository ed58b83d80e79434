// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "data/table/typed_table.h"

namespace parallax::data {

enum class Computation {
    Change,     // 100 × (next ÷ base − 1), in %
    Difference, // next − base, in their unit; in points where both are per cents
    Share,      // 100 × value ÷ the column's total, in %
    Rank,       // 1 for the greatest; equal figures share a rank ("1, 2, 2, 4")
    Cagr        // 100 × ((next ÷ base)^(1 ÷ years) − 1), in %
};

struct ComputedColumn {
    Computation computation = Computation::Change;
    std::size_t base = 0; // the column itself for Share and Rank
    std::size_t next = 0;
    double years = 0; // of Cagr; 0 takes them from the periods of both headers
};

// A computed figure: what the figures as written give, and how far rounding leaves it open.
struct ComputedCell {
    double value = 0;
    double low = 0, high = 0;     // every value that fits the figures before they were rounded
    std::optional<Decimal> exact; // of a difference: without binary rounding
    int decimals = 0;             // places worth showing: the last one still means something
    bool inexact = false;         // a figure that went in is a range, approximate or open on one side
};

// Why a cell has none (codes; their sentences are formed in ui/common): "missing" (a figure is), "unit" (they
// differ), "zero" (the base is), "sign" (a base below 0, a rate over a change of sign), "years".
struct ComputedResult {
    std::vector<std::optional<ComputedCell>> cells; // one a row
    std::vector<std::string> reasons;               // one a row, empty where there is a cell
    std::string unit;                               // "%", "pp", "USD" …; "" for ranks
    std::size_t left = 0;                           // rows without a cell
};

// Totals and sections take no rank and are no part of a whole; a total has its share of itself. For Share the
// whole is the row named total where there is one, else the sum of the items.
ComputedResult computeColumn(const TypedTable& table, const ComputedColumn& column);

} // namespace parallax::data
