// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/table/header_words.h"
#include "data/table/typed_table.h"

namespace parallax::data {

// What the cells of a column add up to.
struct ColumnTally {
    std::size_t filled = 0;  // cells that are neither missing nor empty
    std::size_t figures = 0; // cells whose first figure stands for them
    std::size_t periods = 0; // … that are dates
    std::size_t signs = 0;   // … with an explicit sign
    std::size_t inner = 0;   // cells with a second figure that is a change: "$18B (+20%)"
    std::array<std::size_t, 16> dimensions{};

    bool numeric() const { return figures > 0 && figures * 5 >= filled * 3 && periods * 2 < figures; }
};

// What an analyst settled beforehand, by row and column; vectors may be empty.
struct Settled {
    std::vector<std::optional<ColumnRole>> columnRoles;
    std::vector<std::optional<RowRole>> rowRoles;
    std::vector<std::string> columnUnits, rowUnits;

    std::optional<ColumnRole> column(std::size_t at) const {
        return at < columnRoles.size() ? columnRoles[at] : std::nullopt;
    }
    std::optional<RowRole> row(std::size_t at) const {
        return at < rowRoles.size() ? rowRoles[at] : std::nullopt;
    }
    std::string_view columnUnit(std::size_t at) const {
        return at < columnUnits.size() ? columnUnits[at] : std::string_view();
    }
    std::string_view rowUnit(std::size_t at) const {
        return at < rowUnits.size() ? rowUnits[at] : std::string_view();
    }
};

// A table at work: what typeTable knows while it finds the roles.
struct Typing {
    const Table& table;
    const TableContext& context;
    TypedTable& out;
    const Settled& settled;
    std::vector<HeaderSense> senses; // one a column
    std::vector<ColumnTally> tallies;
    std::vector<RowSense> rowSenses; // one a row

    // The first figure of a cell, nullptr where none stands for it.
    const Quantity* figure(std::size_t row, std::size_t column) const;
    const std::string& text(std::size_t row, std::size_t column) const;
};

TypedTable typeSettled(const Table& table, const TableContext& context, const Settled& settled);

// Reads each cell, finds the label column and fills the tallies.
void readCells(Typing& typing);
// Roles of columns by their words and cells; then bases and changes, by arithmetic where it can tell.
void findColumnRoles(Typing& typing);
void findRowRoles(Typing& typing);
// Lets arithmetic choose between the readings of ambiguous change cells.
void settleReadings(Typing& typing);

} // namespace parallax::data
