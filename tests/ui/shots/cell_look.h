// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QRegularExpression>
#include <QToolTip>

namespace parallax::ui::testing {

// A number, a share, a date or a time: of no use when its end is cut off.
inline bool isFigure(const QString& text) {
    static const QRegularExpression figure(
        QStringLiteral("^[~≈<>≤≥+\\-−–±(]*\\s*(US|NT|HK)?[$€£¥]?\\s*\\d|^\\p{L}{3,9} (19|20)\\d\\d$"));
    return text.size() <= 32 && text.contains(figure);
}

// Does resting on the cell tell what it could not show?
inline bool tooltipTells(QAbstractItemView& view, const QRect& cell, const QString& text) {
    const QPoint at = cell.intersected(view.viewport()->rect()).center();
    QToolTip::showText({}, QStringLiteral("-")); // an earlier cell's is not this one's
    QHelpEvent event(QEvent::ToolTip, at, view.viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(view.viewport(), &event);
    const QString told = QToolTip::text();
    QToolTip::hideText();
    return told.contains(text) || told.contains(text.toHtmlEscaped());
}

// Cells in sight that are lower than their text, cut a figure, or cut words that nothing else tells. By the
// size hints of the view's delegate, and by what it tells whoever rests on the cell: a delegate that shortens
// its text knows better than its size hint where it did.
inline QStringList clippedCells(QAbstractItemView& view) {
    QStringList problems;
    const QAbstractItemModel* model = view.model();
    if (model == nullptr)
        return problems;
    QModelIndexList parents{view.rootIndex()};
    int looked = 0;
    while (!parents.isEmpty()) {
        const QModelIndex parent = parents.takeFirst();
        for (int row = 0; row < model->rowCount(parent) && looked < 20'000; ++row)
            for (int column = 0; column < model->columnCount(parent); ++column, ++looked) {
                const QModelIndex index = model->index(row, column, parent);
                if (column == 0 && model->hasChildren(index))
                    parents.append(index);
                const QRect cell = view.visualRect(index);
                const QString text = index.data().toString();
                if (text.isEmpty() || cell.isEmpty() || !view.viewport()->rect().intersects(cell))
                    continue;
                const QSize hint = view.sizeHintForIndex(index);
                const bool low = hint.height() > cell.height() + 1;
                const bool narrow = hint.width() > cell.width() + 1;
                const bool figure = isFigure(text);
                const bool owns = !index.data(Qt::ToolTipRole).toString().isEmpty();
                const bool told = (narrow || (figure && !owns)) && tooltipTells(view, cell, text);
                if (!low && !(narrow ? figure || !told : told))
                    continue;
                problems << QStringLiteral("%1, cell %2/%3: “%4” needs %5×%6, has %7×%8")
                                .arg(view.objectName().isEmpty()
                                         ? QString::fromLatin1(view.metaObject()->className())
                                         : view.objectName())
                                .arg(row)
                                .arg(column)
                                .arg(text.left(60))
                                .arg(hint.width())
                                .arg(hint.height())
                                .arg(cell.width())
                                .arg(cell.height());
            }
    }
    return problems;
}

} // namespace parallax::ui::testing
