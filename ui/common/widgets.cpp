// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets.h"

#include <QAction>
#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolTip>

#include "ui/common/fonts.h"
#include "ui/common/text_lines.h"
#include "ui/common/theme.h"

namespace parallax::ui {

IconButton::IconButton(QAction* action, QWidget* parent)
    : QToolButton(parent) {
    setDefaultAction(action);
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setFocusPolicy(Qt::TabFocus);
    setAutoRaise(true);
    resizeIcon();
}

void IconButton::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        resizeIcon();
}

void IconButton::resizeIcon() {
    const QSize size(spacing(5), spacing(5));
    if (iconSize() != size)
        setIconSize(size);
}

ElidedLabel::ElidedLabel(QWidget* parent, Qt::TextElideMode mode)
    : QFrame(parent)
    , m_mode(mode) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString& text) {
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setQuiet(bool quiet) {
    m_quiet = quiet;
    update();
}

QSize ElidedLabel::sizeHint() const {
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 4, fontMetrics().height() + 2};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(m_quiet ? Theme::current().quietText : palette().color(foregroundRole()));
    if (m_mode == Qt::ElideRight && !narrowSeparators(m_text).isEmpty()) {
        painter.setFont(fontFor(m_text, font()));
        TextLines().draw(painter, rect(), m_text);
        return;
    }
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, m_mode, width()));
}

void ElidedLabel::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (fontMetrics().horizontalAdvance(m_text) > width())
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), m_text, this);
        return true;
    }
    return QFrame::event(event);
}

QString ElidedBox::shown(const QStyleOptionComboBox& option) const {
    int room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width();
    if (!option.currentIcon.isNull())
        room -= option.iconSize.width() + 4;
    return option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, room - 3);
}

void ElidedBox::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.currentText = shown(option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

bool ElidedBox::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        QStyleOptionComboBox option;
        initStyleOption(&option);
        if (shown(option) != option.currentText) {
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), option.currentText, this);
            return true;
        }
    }
    return QComboBox::event(event);
}

QLabel* label(const QString& text, const char* role, QWidget* parent) {
    auto* result = new QLabel(text, parent);
    result->setProperty("role", QLatin1String(role));
    return result;
}

QFrame* frame(const char* role, QWidget* parent) {
    auto* result = new QFrame(parent);
    result->setProperty("role", QLatin1String(role));
    return result;
}

} // namespace parallax::ui
