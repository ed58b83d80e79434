// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <memory>
#include <stop_token>
#include <vector>

#include "data/article/article.h"
#include "data/table/describe.h"

namespace parallax::ui {

// A pivot as it is shown: with a row of totals, and a column of them where it has columns of its own.
struct ShownPivot {
    data::Pivot pivot;
    bool crossed = false; // by two columns
    QString valueName;    // heads the one column of a pivot by one
    QString empty, all;   // the words for an empty key and for the totals
    QStringList widest;   // of each column, the longest text among those that were looked at

    int rows() const { return static_cast<int>(pivot.rowKeys.size()) + 1; }
    int columns() const { return static_cast<int>(pivot.columnKeys.size()) + (crossed ? 1 : 0); }
    const data::AggregateCell& cell(int row, int column) const;
    QString text(int row, int column) const;
    QString columnName(int column) const;
    QString rowName(int row) const;
};
using ShownPivotPtr = std::shared_ptr<const ShownPivot>;

void findWidest(ShownPivot& shown); // fills `widest`: takes long for a large one, so on the worker
// All that is shown, with its headers, for the clipboard. Throws Error{Cancelled}.
data::Table tableOf(const ShownPivot& shown, const std::stop_token& stop);

// Forms the words of a cell when the cell comes into view: a large pivot has 400,000.
class PivotModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    using QAbstractTableModel::QAbstractTableModel;

    void setPivot(ShownPivotPtr shown);
    const ShownPivotPtr& pivot() const { return m_shown; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    ShownPivotPtr m_shown;
};

} // namespace parallax::ui
