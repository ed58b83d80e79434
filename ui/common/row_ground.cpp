// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/row_ground.h"

#include <QPainter>
#include <QStyleOptionViewItem>

#include "ui/common/theme.h"

namespace parallax::ui {

void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option, RowBar bar) {
    const Theme& theme = Theme::current();
    const QRect row = option.rect;
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(row, theme.selection);
        if (bar == RowBar::Selected)
            painter.fillRect(QRect(row.left(), row.top(), 2, row.height()), theme.accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(row, theme.sunken);
    }
    painter.setPen(theme.line);
    painter.drawLine(row.bottomLeft(), row.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus) && theme.highContrast) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRect(row.adjusted(1, 1, -2, -2));
    }
}

} // namespace parallax::ui
