// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/cell_delegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

#include "ui/common/theme.h"

namespace parallax::ui {

CellDelegate::CellDelegate(int shareRole, QObject* parent, int cornerRole)
    : QStyledItemDelegate(parent)
    , m_shareRole(shareRole)
    , m_cornerRole(cornerRole) {}

void CellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const Theme& theme = Theme::current();
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const bool selected = cell.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(cell.rect, selected                                      ? theme.selection
                                 : cell.backgroundBrush.style() != Qt::NoBrush ? cell.backgroundBrush.color()
                                                                               : theme.raised);
    const int side = spacing(2);
    const QVariant share = m_bars ? index.data(m_shareRole) : QVariant();
    if (share.isValid()) {
        // At the foot of the cell, from its figure's side: it compares without standing in the way of
        // reading.
        const int room = cell.rect.width() - 2 * side;
        const int length = std::max(1, static_cast<int>(share.toDouble() * room));
        QColor colour = theme.series.isEmpty() ? theme.accent : theme.series.first();
        colour.setAlphaF(theme.highContrast ? 1.0F : 0.55F);
        painter->fillRect(QRect(cell.rect.right() - side - length + 1, cell.rect.bottom() - 3, length, 2),
                          colour);
    }
    painter->setFont(cell.font);
    const QVariant ink = index.data(Qt::ForegroundRole);
    painter->setPen(ink.isValid() ? ink.value<QColor>() : theme.text);
    const QRect text = cell.rect.adjusted(side, 0, -side, 0);
    painter->drawText(text, static_cast<int>(cell.displayAlignment) | Qt::TextSingleLine,
                      cell.fontMetrics.elidedText(cell.text, Qt::ElideRight, text.width()));
    if (const QVariant corner = m_cornerRole == 0 ? QVariant() : index.data(m_cornerRole); corner.isValid()) {
        const int size = spacing(2);
        const QPoint edge = cell.rect.topRight() + QPoint(1, 0);
        painter->setPen(Qt::NoPen);
        painter->setBrush(corner.value<QColor>());
        painter->drawPolygon(QPolygon({edge, edge - QPoint(size, 0), edge + QPoint(0, size)}));
    }
    if (cell.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(cell.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

// The whole text where the cell shows only its beginning.
bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index) {
    const QString own = index.data(Qt::ToolTipRole).toString();
    const QString text = index.data().toString();
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const bool cut = cell.fontMetrics.horizontalAdvance(text) > option.rect.width() - 2 * spacing(2);
    if (!own.isEmpty() || cut) {
        QToolTip::showText(event->globalPos(), own.isEmpty() ? text.toHtmlEscaped() : own, view);
        return true;
    }
    QToolTip::hideText();
    return false;
}

} // namespace parallax::ui
