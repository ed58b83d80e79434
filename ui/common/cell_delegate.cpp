// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/cell_delegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

#include "ui/common/cell_checks.h"
#include "ui/common/check_mark.h"
#include "ui/common/fonts.h"
#include "ui/common/text_lines.h"
#include "ui/common/theme.h"

namespace parallax::ui {

// Where text and sign stand in a cell. The sign is at the inner side of the text, so that the digits of a
// column stay beneath each other.
struct CellDelegate::Layout {
    QString text; // elided
    QRect words;  // of `text`
    QRect sign;
};

// Facts of a cell that stand between narrow dots are set in two faces.
static bool hasNarrowDots(const QString& text) {
    return !narrowSeparators(text).isEmpty();
}

static int widthOf(const QStyleOptionViewItem& cell) {
    return hasNarrowDots(cell.text) ? TextLines().width(cell.text, cell.font)
                                    : cell.fontMetrics.horizontalAdvance(cell.text);
}

CellDelegate::CellDelegate(const CellRoles& roles, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_roles(roles) {}

int CellDelegate::sideRoom() {
    return spacing(2);
}

int CellDelegate::signWidth() {
    return spacing(4);
}

CellDelegate::Layout CellDelegate::layoutOf(const QStyleOptionViewItem& cell, bool sign) const {
    Layout layout;
    const int side = sideRoom();
    const bool right = cell.displayAlignment & Qt::AlignRight;
    layout.words = cell.rect.adjusted(side, 0, -side, 0);
    const int room = std::max(0, layout.words.width() - (sign ? signWidth() : 0));
    const bool dots = hasNarrowDots(cell.text);
    layout.text = dots && widthOf(cell) <= room
                      ? cell.text
                      : cell.fontMetrics.elidedText(cell.text, Qt::ElideRight, room);
    const int width = std::min(room, dots ? widthOf(cell) : cell.fontMetrics.horizontalAdvance(layout.text));
    if (right)
        layout.words.setLeft(layout.words.right() - width + 1);
    else
        layout.words.setWidth(width);
    if (sign) {
        const int size = std::min(spacing(3), cell.rect.height());
        const int left = right ? layout.words.left() - signWidth() : layout.words.right() + 1 + spacing(1);
        layout.sign = QRect(left, cell.rect.center().y() - size / 2 + 1, size, size);
    }
    return layout;
}

QRect CellDelegate::signRect(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (m_roles.sign == 0 || !index.data(m_roles.sign).isValid())
        return {};
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    return layoutOf(cell, true).sign;
}

void CellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    // Nothing before the quotation marks has another face for another script.
    const bool beyondAscii = std::any_of(option->text.cbegin(), option->text.cend(),
                                         [](QChar c) { return c.unicode() >= 0x2018; });
    if (beyondAscii) {
        option->font = fontFor(option->text, option->font);
        option->fontMetrics = QFontMetrics(option->font);
    }
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const bool sign = m_roles.sign != 0 && index.data(m_roles.sign).isValid();
    // One more: the advance is rounded to the nearest pixel, and what is wider by less is cut all the same.
    return {widthOf(cell) + 1 + 2 * sideRoom() + (sign ? signWidth() : 0),
            QStyledItemDelegate::sizeHint(option, index).height()};
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
    const int side = sideRoom();
    const QVariant share = m_bars && m_roles.share != 0 ? index.data(m_roles.share) : QVariant();
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
    const QVariant sign = m_roles.sign == 0 ? QVariant() : index.data(m_roles.sign);
    const Layout layout = layoutOf(cell, sign.isValid());
    if (sign.isValid()) {
        const auto look = sign.value<CellSign>();
        const QColor colour = look.settled ? theme.quietText : checkColour(look.colour, theme);
        paintCheckSign(*painter, layout.sign, look.colour, colour);
        const int under = cell.rect.center().y() + cell.fontMetrics.height() / 2;
        painter->fillRect(
            QRect(layout.words.left(), std::min(under, cell.rect.bottom() - 4), layout.words.width(), 1),
            colour);
    }
    painter->setFont(cell.font);
    const QVariant ink = index.data(Qt::ForegroundRole);
    painter->setPen(ink.isValid() ? ink.value<QColor>() : theme.text);
    // The rectangle is as wide as the text: where it stands was settled with the sign.
    if (hasNarrowDots(cell.text))
        TextLines().draw(*painter, layout.words, cell.text);
    else
        painter->drawText(layout.words,
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip,
                          layout.text);
    if (const QVariant corner = m_roles.corner == 0 ? QVariant() : index.data(m_roles.corner);
        corner.isValid()) {
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

// The whole text where the cell shows only its beginning, above what the model has to say.
bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index) {
    const QString own = index.data(Qt::ToolTipRole).toString();
    const QString text = index.data().toString();
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const bool sign = m_roles.sign != 0 && index.data(m_roles.sign).isValid();
    const bool cut = layoutOf(cell, sign).text != cell.text;
    if (!own.isEmpty() || cut) {
        const QString whole = text.toHtmlEscaped();
        QString told = own.isEmpty() ? whole : own;
        if (cut && !told.contains(whole) && !told.contains(text))
            told = QStringLiteral("<p>%1</p>%2")
                       .arg(whole, Qt::mightBeRichText(own) ? own : Qt::convertFromPlainText(own));
        QToolTip::showText(event->globalPos(), told, view);
        return true;
    }
    QToolTip::hideText();
    return false;
}

// A click on the sign leads to the check; elsewhere in the cell it selects, as everywhere.
bool CellDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                               const QModelIndex& index) {
    const bool moved = event->type() == QEvent::MouseMove;
    if (m_roles.sign == 0 || (!moved && event->type() != QEvent::MouseButtonRelease))
        return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QRect sign = signRect(option, index);
    // A finger is broader than a sign.
    const bool hit =
        !sign.isEmpty() &&
        sign.adjusted(-spacing(1), -spacing(1), spacing(1), spacing(1)).contains(mouse->position().toPoint());
    if (moved) {
        if (const auto* view = qobject_cast<const QAbstractItemView*>(option.widget))
            view->viewport()->setCursor(hit ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return false;
    }
    if (!hit || mouse->button() != Qt::LeftButton || mouse->modifiers() != Qt::NoModifier)
        return false;
    Q_EMIT signClicked(index, mouse->globalPosition().toPoint());
    return true;
}

} // namespace parallax::ui
