// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <vector>

#include "data/store/correction_store.h"
#include "data/store/table_store.h"
#include "data/table/computed_column.h"
#include "data/table/typed_table.h"
#include "ui/common/background.h"
#include "ui/common/figure_unit.h"

namespace parallax::ui {

// What the figures of one column are, worked out once and off the GUI thread.
struct ColumnFacts {
    bool numeric = false;     // most of its cells are figures: right-aligned, sorted by value
    bool oneUnit = false;     // all its figures have the same unit, so that they may be compared
    double largest = 0;       // greatest absolute value, for bars in cells
    std::vector<double> low;  // per row, in base units; NaN where the cell is no figure; empty when none is
    std::vector<double> high; // upper end of a range, else as low
    std::vector<std::uint16_t> unit; // per row, index into PreparedTable::units

    bool hasFigure(int row) const;
    double middle(int row) const {
        return (low[static_cast<std::size_t>(row)] + high[static_cast<std::size_t>(row)]) / 2;
    }
};

// A unit that occurs in a table.
struct TableUnit {
    std::string code;    // as data::FigureValue::unit: "USD", "s"
    bool change = false; // "+20%" against a share of 20%: one sign and no axis in common
    ShownUnit shown;     // for all figures of the table in this unit
    bool operator==(const TableUnit& other) const { return code == other.code && change == other.change; }
};

// A column that was computed from others; it stands after those of the page.
struct AddedColumn {
    data::ComputedColumn definition;
    data::ComputedResult result;
    std::vector<std::string> words; // one a row, as shown
};

// A table to be made ready: as stored, as typed with its corrections, and what is to be computed.
struct TableParts {
    data::StoredTable stored;
    data::TypedTable typed;
    std::vector<data::Correction> corrections; // those that stand in this table
    std::vector<data::ComputedColumn> computed;
};

// A stored table made ready to be shown, sorted, filtered and drawn. Never changes, so threads may share it.
struct PreparedTable {
    data::StoredTable stored;
    data::TypedTable typed;
    std::vector<data::Correction> corrections;
    QStringList headers; // where the table has none: A, B, C …; of computed columns what they compute
    std::vector<ColumnFacts> columns;
    std::vector<AddedColumn> added;
    std::vector<TableUnit> units; // distinct ones; an empty code for plain numbers
    int rowCount = 0;
    int columnCount = 0; // with the computed ones
    int pageColumns = 0; // of the page itself

    // As written, or as corrected; UTF-8.
    std::string_view bytes(int row, int column) const;
    QString text(int row, int column) const;
    QString label(int row) const;                       // its first cell, or "Row 3"
    const TableUnit* unitOf(int row, int column) const; // nullptr where no figure stands
    // Figures to reckon with: most cells are, they are no dates, and they are not the names of the rows.
    bool holdsFigures(int column) const;
    // The typed cell; nullptr in computed columns and beyond the end of a ragged row.
    const data::TypedCell* cell(int row, int column) const;
    // The correction that applies to a cell, a column (row -1) or a row (column -1); nullptr when none does.
    const data::Correction* correction(data::CorrectionKind kind, int row, int column) const;
};

using PreparedTablePtr = std::shared_ptr<const PreparedTable>;

// Whether going through a table of so many cells takes longer than a frame.
Effort effortOf(qint64 cells);
inline Effort effortOf(const PreparedTable& table) {
    return effortOf(qint64(table.rowCount) * table.columnCount);
}

PreparedTablePtr prepareTable(TableParts parts);

// "Change, 2025 to 2028" of a computed column.
QString computedHeader(const data::ComputedColumn& column, const QStringList& headers);

} // namespace parallax::ui
