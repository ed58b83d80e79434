// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/tables/prepared_table.h"

class QMenu;
class QWidget;

namespace parallax::ui {

struct Context;

// What an analyst may put right in the table that is shown: words of a cell, roles, units; and how to take it
// back. Everything goes into the library's log with who, when and why.
class TableCorrections final : public QObject {
    Q_OBJECT
  public:
    TableCorrections(Context& context, QWidget* window);

    void setTable(PreparedTablePtr table) { m_table = std::move(table); }
    void addCellActions(QMenu& menu, int row, int column); // of the table
    void addColumnActions(QMenu& menu, int column);

    void correctCell(int row, int column);
    void correctUnit(int column);
    void setRole(int column, data::ColumnRole role);
    void setRowRole(int row, data::RowRole role);
    void undoLast(); // the newest correction of this table that is in force
    void showLog();

  Q_SIGNALS:
    void corrected(); // the table must be read again

  private:
    bool canCorrect() const;
    void add(data::CorrectionKind kind, int row, int column, const std::string& after, const QString& why);
    void undo(data::CorrectionId id);

    Context& m_context;
    QWidget* m_window;
    PreparedTablePtr m_table;
};

} // namespace parallax::ui
