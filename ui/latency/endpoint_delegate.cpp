// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/endpoint_delegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

#include "ui/common/check_mark.h"
#include "ui/common/fonts.h"
#include "ui/common/row_ground.h"
#include "ui/common/theme.h"
#include "ui/latency/endpoint_model.h"

namespace parallax::ui {

QSize EndpointDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    QFont font = option.font; // by the CJK font's height: rows with and without Chinese are equally high
    font.setFamilies(familiesFor(data::Language::TraditionalChinese));
    return {spacing(50), 2 * QFontMetrics(font).lineSpacing() + spacing(3)};
}

QRect EndpointDelegate::boxOf(const QStyleOptionViewItem& option) {
    const int size = spacing(4);
    return {option.rect.left() + spacing(3), option.rect.top() + (option.rect.height() - size) / 2, size,
            size};
}

void EndpointDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const Theme& theme = Theme::current();
    painter->save();
    const QRect row = option.rect;
    paintRowGround(*painter, option, RowBar::None);
    const QRect box = boxOf(option);
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ticked ? theme.accent : theme.quietText, 1));
    painter->setBrush(ticked ? theme.accent : theme.raised);
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), spacing(1) / 2.0, spacing(1) / 2.0);
    if (ticked)
        paintCheckSign(*painter, QRectF(box).adjusted(3, 3, -3, -3), data::Colour::Green, theme.raised);
    painter->setRenderHint(QPainter::Antialiasing, false);

    QFont font = option.font;
    font.setFamilies(familiesFor(data::Language::TraditionalChinese));
    const QFontMetrics metrics(font);
    const int line = metrics.lineSpacing();
    QRect area = row.adjusted(0, spacing(3) / 2, -spacing(3), -spacing(3) / 2);
    area.setLeft(box.right() + spacing(3));
    const auto write = [&](const QRect& where, const QString& text, const QColor& ink) {
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(where, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                          metrics.elidedText(text, Qt::ElideRight, where.width()));
    };
    QRect first(area.left(), area.top(), area.width(), line);
    if (index.data(EndpointModel::SimulationRole).toBool()) {
        const QString badge = tr("SIMULATION");
        QFont small = font;
        small.setPixelSize(std::max(8, option.fontMetrics.height() * 10 / 17));
        const int wide = QFontMetrics(small).horizontalAdvance(badge) + spacing(2);
        const QRect frame(first.right() - wide + 1, first.top() + 1, wide, line - 2);
        painter->setPen(theme.amber);
        painter->setBrush(Qt::NoBrush);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), spacing(1) / 2.0,
                                 spacing(1) / 2.0);
        painter->setFont(small);
        painter->drawText(frame, Qt::AlignCenter, badge);
        first.setRight(frame.left() - spacing(2));
    }
    write(first, index.data(Qt::DisplayRole).toString(), theme.text);
    const auto colour = static_cast<data::Colour>(index.data(EndpointModel::HealthRole).toInt());
    const int sign = spacing(3) - 2;
    paintCheckSign(*painter, QRectF(area.left(), area.top() + line + (line - sign) / 2.0, sign, sign), colour,
                   checkColour(colour, theme));
    write(QRect(area.left() + spacing(4), area.top() + line, area.width() - spacing(4), line),
          index.data(EndpointModel::DetailRole).toString(), theme.quietText);
    painter->restore();
}

bool EndpointDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                   const QStyleOptionViewItem& option, const QModelIndex& index) {
    bool toggled = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        // Easy to hit: the whole left edge of the row.
        toggled =
            mouse->button() == Qt::LeftButton && mouse->position().x() < boxOf(option).right() + spacing(2);
    } else if (event->type() == QEvent::KeyPress) {
        toggled = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    }
    if (!toggled)
        return false;
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, static_cast<int>(ticked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

} // namespace parallax::ui
