// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace parallax::ui {

// A cell of a grid: text elided at its end, figures in tabular digits, and a thin bar beneath that compares
// the figures of a column.
class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT
  public:
    // `shareRole` gives 0…1, or an invalid value for no bar; `cornerRole` (0: none) a colour for a mark in
    // the cell's upper corner.
    CellDelegate(int shareRole, QObject* parent, int cornerRole = 0);
    void setBars(bool on) { m_bars = on; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

  private:
    int m_shareRole;
    int m_cornerRole;
    bool m_bars = true;
};

} // namespace parallax::ui
