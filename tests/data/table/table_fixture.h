// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

#include "data/table/typed_table.h"

namespace parallax::data::testing {

inline std::vector<Cell> cellsOf(const QString& line) {
    std::vector<Cell> cells;
    for (const QString& text : line.split(QLatin1Char('|')))
        cells.push_back({text.trimmed().toStdString(), {}, {}});
    return cells;
}

// A table from lines "a | b | c", the first of them the header.
inline Table tableOf(const char* caption, const QStringList& lines) {
    Table table;
    table.caption = caption;
    for (const QString& line : lines)
        if (&line == &lines.front())
            table.header = cellsOf(line);
        else
            table.rows.push_back(cellsOf(line));
    return table;
}

inline TypedTable typed(const char* caption, const QStringList& lines, const TableContext& context = {}) {
    return typeTable(tableOf(caption, lines), context);
}

// "label base new change(1>2)": the roles of the columns.
inline QString roles(const TypedTable& table) {
    QStringList out;
    for (const TypedColumn& column : table.columns) {
        QString text = QString::fromUtf8(columnRoleName(column.role).data());
        if (column.role == ColumnRole::Change)
            text += QStringLiteral("(%1>%2)").arg(column.base).arg(column.next);
        out << text;
    }
    return out.join(QLatin1Char(' '));
}

inline QString rowRoles(const TypedTable& table) {
    QStringList out;
    for (const RowRole role : table.rowRoles)
        out << QString::fromUtf8(rowRoleName(role).data());
    return out.join(QLatin1Char(' '));
}

// "15000000000 USD": the first figure of a cell.
inline QString figure(const TypedTable& table, std::size_t row, std::size_t column) {
    const TypedCell& cell = table.cells.at(row).at(column);
    if (cell.missing)
        return QStringLiteral("missing");
    if (!cell.figure)
        return QStringLiteral("none");
    const Quantity& q = cell.quantities.front();
    const QString value = q.kind == QuantityKind::Range
                              ? QString::fromStdString(q.low.toString() + ".." + q.high.toString())
                              : QString::fromStdString(q.value.toString());
    return (value + QLatin1Char(' ') + QString::fromStdString(q.unit)).trimmed();
}

} // namespace parallax::data::testing
