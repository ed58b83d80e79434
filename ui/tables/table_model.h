// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <memory>
#include <stop_token>
#include <vector>

#include "ui/common/cell_checks.h"
#include "ui/tables/row_order.h"

namespace parallax::ui {

// One table as the analyst arranges it. Sorting and filtering of large tables run on another thread over
// figures read once; the window keeps showing the earlier order until the new one is there.
class TableModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Role {
        FigureRole = Qt::UserRole + 1, // double, invalid where the cell is no figure
        ShareRole,                     // 0…1 of the column's largest, invalid where a bar would mislead
        SourceRowRole,                 // in the stored table
        CornerRole,                    // QColor of a small mark in the cell's corner, invalid for none
        SignRole                       // CellSign of a failed check, invalid for none
    };

    explicit TableModel(QObject* parent = nullptr);
    ~TableModel() override;

    void setTable(PreparedTablePtr table); // may be null; keeps neither order nor filter
    const PreparedTablePtr& table() const { return m_table; }
    // The failed checks of the table that is shown; null for none. setTable forgets them.
    void setChecks(CellChecksPtr checks);
    const CellChecksPtr& checks() const { return m_checks; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    void setFilter(const QString& text);
    const RowOrder& order() const { return m_order; }
    bool isBusy() const { return m_busy; }
    int sourceRow(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowOfSource(int sourceRow) const; // -1 when the filter hides it
    const std::vector<int>& sourceRows() const { return m_rows; }

  Q_SIGNALS:
    void aboutToArrange(); // the same rows get another order
    void arranged();       // a new order or filter is shown
    void busyChanged(bool busy);

  private:
    QString explanation(int row, int column) const;
    QString readingExplanation(int row, int column) const;
    QString accessibleText(int row, int column) const;
    void arrange();
    void take(std::vector<int> rows);
    void setBusy(bool busy);

    PreparedTablePtr m_table;
    CellChecksPtr m_checks;
    void setRows(std::vector<int> rows);

    std::vector<int> m_rows;  // shown row → row of the table
    std::vector<int> m_shown; // row of the table → shown row, -1 where the filter hides it
    RowOrder m_order;
    std::stop_source m_stop;
    int m_generation = 0;
    bool m_busy = false;
};

} // namespace parallax::ui
