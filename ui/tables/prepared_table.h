// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <vector>

#include "data/store/table_store.h"

namespace parallax::ui {

// What the figures of one column are, worked out once and off the GUI thread.
struct ColumnFacts {
    bool numeric = false;            // most of its cells are figures: right-aligned, sorted by value
    bool oneUnit = false;            // all its figures have the same unit, so that they may be compared
    double largest = 0;              // greatest absolute value, for bars in cells
    std::vector<double> low;         // per row; NaN where the cell is no figure; empty when none is
    std::vector<double> high;        // upper end of a range, else as low
    std::vector<std::uint16_t> unit; // per row, index into PreparedTable::units

    bool hasFigure(int row) const;
    double middle(int row) const {
        return (low[static_cast<std::size_t>(row)] + high[static_cast<std::size_t>(row)]) / 2;
    }
};

// A stored table made ready to be shown, sorted, filtered and drawn. Never changes, so threads may share it.
struct PreparedTable {
    data::StoredTable stored;
    QStringList headers; // where the table has none: A, B, C …
    std::vector<ColumnFacts> columns;
    QStringList units; // distinct ones, empty for plain numbers
    int rowCount = 0;
    int columnCount = 0;

    const std::string& bytes(int row, int column) const; // as written, UTF-8
    QString text(int row, int column) const;
    QString label(int row) const; // its first cell, or "Row 3"
    QString unitOf(int row, int column) const;
};

// The unit as a person writes it: "%" for the unit of changes in per cent, which is kept apart as "± %".
QString plainUnit(const QString& unit);

using PreparedTablePtr = std::shared_ptr<const PreparedTable>;
PreparedTablePtr prepareTable(data::StoredTable table);

} // namespace parallax::ui
