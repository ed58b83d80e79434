// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "data/table/relations.h"
#include "data/table/typing.h"

namespace parallax::data {
namespace {

// A heading within the table: nothing but its label, or one text over all columns.
bool isSection(const Typing& typing, std::size_t row) {
    const auto& cells = typing.table.rows[row];
    if (cells.size() < 2)
        return false;
    std::size_t filled = 0;
    bool same = true;
    for (const auto& cell : cells) {
        filled += trim(cell.text).empty() ? 0 : 1;
        same = same && cell.text == cells.front().text;
    }
    if (filled == 0)
        return false;
    const auto& label = typing.out.rowLabels[row];
    return (filled == 1 && !label.empty()) || (same && !label.empty() && cells.size() > 2);
}

struct ColumnSum {
    double low = 0, high = 0, slack = 0;
    std::size_t parts = 0;
    void add(const Extent& extent, bool takenOff) {
        // A deduction that is negative as written says the same twice.
        const bool negative = takenOff && extent.low > 0;
        low += negative ? -extent.high : extent.low;
        high += negative ? -extent.low : extent.high;
        slack += extent.slack;
        ++parts;
    }
    bool meets(const Extent& total) const {
        return low - slack - total.slack <= total.high && total.low <= high + slack + total.slack;
    }
};

bool addsUp(ColumnRole role) {
    return role == ColumnRole::Level || role == ColumnRole::Base || role == ColumnRole::New ||
           role == ColumnRole::Share || role == ColumnRole::Total;
}

} // namespace

void findRowRoles(Typing& typing) {
    TypedTable& out = typing.out;
    const std::size_t rows = out.cells.size();
    // Sums of the items above, over the whole table and since the last section or total.
    std::vector<ColumnSum> all(out.columns.size()), section(out.columns.size());
    for (std::size_t row = 0; row < rows; ++row) {
        const auto settled = typing.settled.row(row);
        if (settled ? *settled == RowRole::Section : isSection(typing, row)) {
            out.rowRoles[row] = RowRole::Section;
            section.assign(out.columns.size(), {});
            continue;
        }
        const RowSense sense = typing.rowSenses[row];
        std::size_t fits = 0, misses = 0;
        const bool last = row + 1 == rows;
        const bool unnamed = out.labelColumn >= 0 && out.rowLabels[row].empty();
        const bool maybe = sense.role != RowRole::Others && sense.role != RowRole::Average &&
                           (sense.role == RowRole::Total || last || unnamed);
        const std::size_t width = out.cells[row].size();
        for (std::size_t column = 0; maybe && column < width; ++column) {
            if (!addsUp(out.columns[column].role) || all[column].parts == 0)
                continue;
            const Quantity* figure = typing.figure(row, column);
            const auto total = figure != nullptr ? extentOf(*figure) : std::nullopt;
            // Zero adds up to anything that is nothing.
            if (!total || (total->low == 0 && total->high == 0))
                continue;
            const bool fit =
                all[column].meets(*total) || (section[column].parts >= 2 && section[column].meets(*total));
            // Equal to the only figure above: both could be anything.
            if (!fit || all[column].parts > 1)
                ++(fit ? fits : misses);
        }
        RowRole role = RowRole::Item;
        if (sense.role == RowRole::Others || sense.role == RowRole::Average)
            role = sense.role;
        else if (sense.role == RowRole::Total && (sense.certain || last || fits > 0 || misses == 0))
            role = RowRole::Total;
        else if ((unnamed || last) && sense.role != RowRole::Total && fits > misses &&
                 (unnamed || (fits >= 2 && misses == 0 && row >= 3)))
            role = RowRole::Total;
        if (settled)
            role = *settled;
        out.rowRoles[row] = role;
        if (role == RowRole::Total) {
            section.assign(out.columns.size(), {});
            continue;
        }
        if (role == RowRole::Average)
            continue;
        const bool takenOff = deductionOf(out.rowLabels[row]) == Deduction::Yes;
        for (std::size_t column = 0; column < width; ++column)
            if (const Quantity* figure = typing.figure(row, column))
                if (const auto extent = extentOf(*figure)) {
                    all[column].add(*extent, takenOff);
                    section[column].add(*extent, takenOff);
                }
    }
}

} // namespace parallax::data
