// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace parallax::ui {

// Which of a model's roles a grid draws; 0: none.
struct CellRoles {
    int share = 0;  // 0…1: a thin bar beneath; an invalid value for no bar
    int corner = 0; // QColor of a mark in the upper corner
    int sign = 0;   // CellSign: the sign of a failed check beside the text
};

// A cell of a grid: text elided at its end, figures in tabular digits, a thin bar beneath that compares the
// figures of a column, and the sign of a check that fails.
class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT
  public:
    CellDelegate(const CellRoles& roles, QObject* parent);
    void setBars(bool on) { m_bars = on; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    // As wide as text, sign and the room at both sides: what resizeColumnsToContents() goes by.
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

    static int sideRoom();  // at each side of the text
    static int signWidth(); // what a sign adds to the width of its cell
    // Where the sign of a cell is drawn; empty where it has none.
    QRect signRect(const QStyleOptionViewItem& option, const QModelIndex& index) const;

  Q_SIGNALS:
    void signClicked(const QModelIndex& index, const QPoint& globalPosition);

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

  private:
    struct Layout;
    Layout layoutOf(const QStyleOptionViewItem& cell, bool sign) const;

    CellRoles m_roles;
    bool m_bars = true;
};

} // namespace parallax::ui
