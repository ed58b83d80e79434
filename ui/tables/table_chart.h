// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "ui/common/chart_panel.h"
#include "ui/tables/prepared_table.h"

namespace parallax::ui {

// The chart of some cells of a table. Only figures of one unit can share an axis, so the commonest is drawn
// and the others are offered.
struct TableChart {
    ChartData chart;
    int unit = -1;                          // drawn, index into PreparedTable::units
    std::vector<std::pair<int, int>> units; // all, with how many figures, most first
    std::vector<int> rows;                  // of the table, per category (per series when transposed)
    std::vector<int> columns;               // per series (per category when transposed)
    bool transposed = false;

    // The table's (row, column) of a bar.
    std::pair<int, int> cell(int category, int series) const;
    // The bar of a cell: (category, series), or (-1, -1).
    std::pair<int, int> bar(int row, int column) const;
};

struct TableChartOptions {
    std::optional<int> unit;       // of PreparedTable::units; none: the commonest
    std::optional<ChartKind> kind; // none: what fits
    bool operator==(const TableChartOptions&) const = default;
};

// `rows` in the order to be drawn. Ranges stand at their midpoint with whiskers.
TableChart chartOf(const PreparedTable& table, const std::vector<int>& rows, const std::vector<int>& columns,
                   const TableChartOptions& options = {});

} // namespace parallax::ui
