// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart_legend.h"

#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

#include "ui/common/fonts.h"

namespace parallax::ui {

ChartLegendButton::ChartLegendButton(int series, ChartKind kind, const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , m_series(series)
    , m_kind(kind) {
    setText(name);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

QSize ChartLegendButton::sizeHint() const {
    const QFontMetrics metrics(font());
    const int words = metrics.horizontalAdvance(text()) + 2;
    return {wordsLeft() + std::min(words, metrics.averageCharWidth() * 48) + spacing(1),
            metrics.height() + spacing(6) / 4};
}

// The swatch is as large as the text needs it, and a line longer than a bar, so that its dashes show.
QSize ChartLegendButton::swatchSize() const {
    return {spacing(m_kind == ChartKind::Lines ? 22 : 12) / 4, spacing(3)};
}

int ChartLegendButton::wordsLeft() const {
    return spacing(6) / 4 + swatchSize().width() + spacing(6) / 4;
}

void ChartLegendButton::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? theme.sunken : QColor(Qt::transparent));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    const QSize swatch = swatchSize();
    const QRectF key(spacing(6) / 4, (height() - swatch.height()) / 2.0, swatch.width(), swatch.height());
    if (isChecked()) {
        paintSwatch(painter, key, seriesLook(theme, m_series), m_kind, theme.ground);
    } else {
        painter.setPen(QPen(theme.quietText, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(key.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter.setPen(isChecked() ? theme.text : theme.quietText);
    QFont shown = fontFor(text(), font());
    shown.setStrikeOut(!isChecked());
    painter.setFont(shown);
    const int left = wordsLeft();
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, width() - left));
}

void ChartLegendButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void ChartLegendButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setSeries(const ChartData& chart, ChartKind kind, const QSet<int>& hidden) {
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (int s = 0; s < chart.series.size(); ++s) {
        auto* button = new ChartLegendButton(s, kind, chart.series[s].name, this);
        button->setChecked(!hidden.contains(s));
        button->setAccessibleName(chart.series[s].name);
        button->setAccessibleDescription(tr("Shows or hides this series of the chart"));
        button->setToolTip(hidden.contains(s) ? tr("Show %1").arg(chart.series[s].name)
                                              : tr("Hide %1").arg(chart.series[s].name));
        connect(button, &QAbstractButton::clicked, this, [this, s](bool shown) { Q_EMIT toggled(s, shown); });
        button->show();
        m_buttons.append(button);
    }
    setVisible(chart.series.size() > 1);
    updateGeometry();
    arrange(width(), true);
}

int ChartLegend::arrange(int width, bool move) const {
    int x = 0;
    int y = 0;
    int line = 0;
    for (ChartLegendButton* button : m_buttons) {
        const QSize size = button->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line;
        }
        if (move)
            button->setGeometry(x, y, std::min(size.width(), std::max(width, 24)), size.height());
        x += size.width() + spacing(1);
        line = size.height();
    }
    return y + line;
}

QSize ChartLegend::sizeHint() const {
    int width = 0;
    for (const ChartLegendButton* button : m_buttons)
        width += button->sizeHint().width() + spacing(1);
    return {width, heightForWidth(std::max(1, this->width()))};
}

QSize ChartLegend::minimumSizeHint() const {
    return {60, m_buttons.isEmpty() ? 0 : m_buttons.first()->sizeHint().height()};
}

void ChartLegend::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange(event->size().width(), true);
}

} // namespace parallax::ui
