// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/table/typed_table.h"

namespace parallax::data {

enum class CorrectionKind {
    Cell,       // the words of a cell: "$58B" for "580億"
    ColumnRole, // columnRoleName
    RowRole,    // rowRoleName
    Unit        // of a column or a row, in a header's words: "USD billions", "億美元", "req/s", "%"
};
std::string_view
correctionKindName(CorrectionKind kind) noexcept; // "cell", "column-role", "row-role", "unit"
std::optional<CorrectionKind> correctionKindFromName(std::string_view name) noexcept;

// What stands corrected at a place of a table. -1: not of one row (column).
struct PlacedCorrection {
    CorrectionKind kind = CorrectionKind::Cell;
    int row = -1;
    int column = -1;
    std::string after;
};

// typeTable with an analyst's corrections in place: corrected words are read as if the page had them, so that
// roles, units and arithmetic follow. What does not fit the table (a row it has not) is left out; of several
// for one place the last one counts.
TypedTable typeTable(const Table& table, const TableContext& context,
                     const std::vector<PlacedCorrection>& corrections);

// The table with corrected words in place of the page's, for export.
Table correctedTable(Table table, const std::vector<PlacedCorrection>& corrections);

// Words by which a correction finds its place again in another version of the table: compared folded.
struct CorrectionAnchor {
    std::string caption;
    std::vector<std::string> header; // all of it
    int ordinal = 0;                 // of the table in its edition
    std::string columnHeader, rowLabel;
    std::string before; // a cell's words at that time; the role or unit that stood before
    int row = -1, column = -1;
};

// Which of an edition's tables is meant: the same caption and header, else one of both alone, the nearest in
// order among equals. -1 when none is.
int findAnchoredTable(const std::vector<Table>& tables, const CorrectionAnchor& anchor);

// Where in that table. The header and the label say it; of several rows or columns with the same words the
// one whose cell still says `before`, else the nearest. A renamed row is found by `before` where only one
// cell of the column has it.
struct AnchoredPlace {
    int row = -1, column = -1;
    bool changed = false; // the page says something else by now than `before` (Cell only)
};
std::optional<AnchoredPlace> findAnchoredPlace(const Table& table, CorrectionKind kind, int labelColumn,
                                               const CorrectionAnchor& anchor);

} // namespace parallax::data
