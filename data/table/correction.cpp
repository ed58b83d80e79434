// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table/correction.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

#include "data/article/fold.h"
#include "data/table/typing.h"

namespace parallax::data {
namespace {

constexpr std::array<std::string_view, 4> kindNames{"cell", "column-role", "row-role", "unit"};

bool same(std::string_view a, std::string_view b) {
    return a == b || foldText(a) == foldText(b);
}

bool sameHeader(const Table& table, const CorrectionAnchor& anchor) {
    return std::ranges::equal(table.header, anchor.header, [](const Cell& cell, const std::string& text) {
        return same(cell.text, text);
    });
}

bool hasCell(const Table& table, int row, int column) {
    return row >= 0 && column >= 0 && static_cast<std::size_t>(row) < table.rows.size() &&
           static_cast<std::size_t>(column) < table.rows[static_cast<std::size_t>(row)].size();
}

const std::string& cellText(const Table& table, int row, int column) {
    static const std::string none;
    return hasCell(table, row, column)
               ? table.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)].text
               : none;
}

std::size_t widthOf(const Table& table) {
    std::size_t width = table.header.size();
    for (const auto& row : table.rows)
        width = std::max(width, row.size());
    return width;
}

// The column of the anchor's header, nearest to where it was; a table without headers has only the place.
int findColumn(const Table& table, const CorrectionAnchor& anchor) {
    if (anchor.column < 0)
        return -1;
    int best = -1;
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        const int at = static_cast<int>(column);
        if (same(table.header[column].text, anchor.columnHeader) &&
            (best < 0 || std::abs(at - anchor.column) < std::abs(best - anchor.column)))
            best = at;
    }
    if (best < 0 && anchor.columnHeader.empty() && static_cast<std::size_t>(anchor.column) < widthOf(table))
        best = anchor.column;
    return best;
}

// Rows that may be meant, those of the same label first.
int findRow(const Table& table, CorrectionKind kind, int labelColumn, int column,
            const CorrectionAnchor& anchor) {
    if (anchor.row < 0)
        return -1;
    const bool cell = kind == CorrectionKind::Cell;
    int best = -1, bestRank = std::numeric_limits<int>::max();
    int having = -1, count = 0; // rows whose cell still has the words
    for (std::size_t index = 0; index < table.rows.size(); ++index) {
        const int row = static_cast<int>(index);
        const bool words = cell && column >= 0 && same(cellText(table, row, column), anchor.before);
        if (words) {
            having = row;
            ++count;
        }
        const bool label =
            labelColumn >= 0 ? same(cellText(table, row, labelColumn), anchor.rowLabel) : row == anchor.row;
        // The label itself may be what is corrected.
        if (!label && !(words && column == labelColumn))
            continue;
        const int distance = std::min(std::abs(row - anchor.row), 1 << 20);
        const int rank = distance + (cell && !words ? 1 << 21 : 0);
        if (rank < bestRank) {
            best = row;
            bestRank = rank;
        }
    }
    if (best < 0 && count == 1)
        best = having;
    return best;
}

} // namespace

std::string_view correctionKindName(CorrectionKind kind) noexcept {
    return kindNames[static_cast<std::size_t>(kind)];
}

std::optional<CorrectionKind> correctionKindFromName(std::string_view name) noexcept {
    const auto found = std::ranges::find(kindNames, name);
    if (found == kindNames.end())
        return std::nullopt;
    return static_cast<CorrectionKind>(found - kindNames.begin());
}

Table correctedTable(Table table, const std::vector<PlacedCorrection>& corrections) {
    for (const auto& correction : corrections) {
        if (correction.kind != CorrectionKind::Cell || !hasCell(table, correction.row, correction.column))
            continue;
        Cell& cell =
            table.rows[static_cast<std::size_t>(correction.row)][static_cast<std::size_t>(correction.column)];
        cell.text = correction.after;
        cell.marks.clear(); // they are places in the page's words
    }
    return table;
}

TypedTable typeTable(const Table& table, const TableContext& context,
                     const std::vector<PlacedCorrection>& corrections) {
    if (corrections.empty())
        return typeTable(table, context);
    Settled settled;
    const std::size_t width = widthOf(table), height = table.rows.size();
    settled.columnRoles.resize(width);
    settled.columnUnits.resize(width);
    settled.rowRoles.resize(height);
    settled.rowUnits.resize(height);
    const auto inside = [](int at, std::size_t size) {
        return at >= 0 && static_cast<std::size_t>(at) < size;
    };
    bool rowRoles = false;
    for (const auto& correction : corrections) {
        const auto row = static_cast<std::size_t>(correction.row),
                   column = static_cast<std::size_t>(correction.column);
        switch (correction.kind) {
        case CorrectionKind::Cell:
            break;
        case CorrectionKind::ColumnRole:
            if (inside(correction.column, width))
                settled.columnRoles[column] = columnRoleFromName(correction.after);
            break;
        case CorrectionKind::RowRole:
            if (inside(correction.row, height)) {
                settled.rowRoles[row] = rowRoleFromName(correction.after);
                rowRoles = true;
            }
            break;
        case CorrectionKind::Unit:
            if (inside(correction.column, width))
                settled.columnUnits[column] = correction.after;
            else if (inside(correction.row, height))
                settled.rowUnits[row] = correction.after;
            break;
        }
    }
    const Table source = correctedTable(table, corrections);
    TypedTable out = typeSettled(source, context, settled);
    for (const auto& correction : corrections) {
        if (correction.kind != CorrectionKind::Cell || !hasCell(source, correction.row, correction.column))
            continue;
        TypedCell& cell =
            out.cells[static_cast<std::size_t>(correction.row)][static_cast<std::size_t>(correction.column)];
        cell.corrected = true;
        cell.words = cellText(source, correction.row, correction.column);
    }
    if (rowRoles)
        for (const auto& role : settled.rowRoles)
            out.rowRoleCorrected.push_back(role.has_value());
    return out;
}

int findAnchoredTable(const std::vector<Table>& tables, const CorrectionAnchor& anchor) {
    int best = -1, bestRank = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const bool caption = !anchor.caption.empty() && same(tables[i].caption, anchor.caption);
        const bool header = !anchor.header.empty() && sameHeader(tables[i], anchor);
        const bool bare = anchor.caption.empty() && anchor.header.empty() && tables[i].header.empty();
        if (!caption && !header && !bare)
            continue;
        const int distance = std::min(std::abs(static_cast<int>(i) - anchor.ordinal), 1 << 20);
        const int rank = distance + (caption && header ? 0 : header ? 1 << 21 : 1 << 22);
        if (rank < bestRank) {
            best = static_cast<int>(i);
            bestRank = rank;
        }
    }
    return best;
}

std::optional<AnchoredPlace> findAnchoredPlace(const Table& table, CorrectionKind kind, int labelColumn,
                                               const CorrectionAnchor& anchor) {
    AnchoredPlace place;
    place.column = findColumn(table, anchor);
    if (anchor.column >= 0 && place.column < 0)
        return std::nullopt;
    place.row = findRow(table, kind, labelColumn, place.column, anchor);
    if (anchor.row >= 0 && place.row < 0)
        return std::nullopt;
    if (kind == CorrectionKind::Cell) {
        if (!hasCell(table, place.row, place.column))
            return std::nullopt;
        place.changed = !same(cellText(table, place.row, place.column), anchor.before);
    }
    return place;
}

} // namespace parallax::data
