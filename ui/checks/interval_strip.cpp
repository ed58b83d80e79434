// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/interval_strip.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/common/chart_scale.h"
#include "ui/common/check_figures.h"
#include "ui/common/check_mark.h"
#include "ui/common/theme.h"

namespace parallax::ui {
namespace {

QColor mixed(const QColor& over, const QColor& under, double share) {
    const auto mix = [share](int a, int b) {
        return static_cast<int>(std::lround(a * share + b * (1 - share)));
    };
    return {mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue())};
}

// The axis: every finite end, with a tenth of air at both sides.
ValueScale scaleOf(const data::Check& check) {
    double low = 0;
    double high = 0;
    bool any = false;
    const auto take = [&](double value) {
        if (!std::isfinite(value))
            return;
        low = any ? std::min(low, value) : value;
        high = any ? std::max(high, value) : value;
        any = true;
    };
    for (const auto& interval : {check.stated, check.strict, check.loose}) {
        if (!interval)
            continue;
        take(interval->low);
        take(interval->high);
    }
    if (check.face)
        take(*check.face);
    const double air = high > low ? (high - low) * 0.08 : std::max(std::abs(high) * 0.1, 1e-9);
    return niceScale(low - air, high + air, Baseline::Free, 4);
}

} // namespace

IntervalStrip::IntervalStrip(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setObjectName(QStringLiteral("intervalStrip"));
}

void IntervalStrip::setCheck(const data::Check& check) {
    m_check = check;
    const QString words = describe();
    setAccessibleName(twoStatements() ? tr("One statement against the other")
                                      : tr("Stated against recomputed"));
    setAccessibleDescription(words);
    setToolTip(words);
    update();
}

bool IntervalStrip::hasContent() const {
    const auto drawable = [](const std::optional<data::Interval>& interval) {
        return interval && (std::isfinite(interval->low) || std::isfinite(interval->high));
    };
    return drawable(m_check.stated) &&
           (drawable(m_check.strict) || drawable(m_check.loose) || m_check.face.has_value());
}

QString IntervalStrip::describe() const {
    QStringList parts;
    if (twoStatements()) {
        if (m_check.stated)
            parts << tr("Stated here: %1.").arg(intervalText(*m_check.stated, m_check.unit));
        if (m_check.face)
            parts << tr("Stated there: %1.").arg(figureText(*m_check.face, m_check.unit));
        return parts.join(QLatin1Char(' '));
    }
    if (m_check.stated)
        parts << tr("Stated: %1.").arg(intervalText(*m_check.stated, m_check.unit));
    if (m_check.face)
        parts << tr("Recomputed: %1.").arg(figureText(*m_check.face, m_check.unit));
    if (m_check.strict)
        parts
            << tr("Within the rounding of the figures: %1.").arg(intervalText(*m_check.strict, m_check.unit));
    if (m_check.loose && m_check.loose != m_check.strict)
        parts << tr("With zeros at the end taken as rounding, too: %1.")
                     .arg(intervalText(*m_check.loose, m_check.unit));
    return parts.join(QLatin1Char(' '));
}

bool IntervalStrip::twoStatements() const {
    return m_check.rule == data::Rule::SameFact || m_check.rule == data::Rule::Scale;
}

QString IntervalStrip::rowName(int row) const {
    if (twoStatements())
        return row == 0 ? tr("stated here") : tr("stated there");
    return row == 0 ? tr("stated") : tr("recomputed");
}

QString IntervalStrip::unitLabel() const {
    const ValueScale scale = scaleOf(m_check);
    const QString unit = unitSign(m_check.unit);
    const bool plain = m_check.unit == "x" || m_check.unit == "pp";
    return unitText(unit,
                    plain ? Magnitude{1, {}}
                          : magnitudeFor(std::max(std::abs(scale.minimum), std::abs(scale.maximum)), unit));
}

int IntervalStrip::labelWidth() const {
    int width = 0;
    for (const QString& text : {rowName(0), rowName(1), hasContent() ? unitLabel() : QString()})
        width = std::max(width, fontMetrics().horizontalAdvance(text));
    return std::min(width, spacing(30)) + spacing(3);
}

QSize IntervalStrip::sizeHint() const {
    return {spacing(90), spacing(6) * 2 + fontMetrics().height() + spacing(3)};
}

QSize IntervalStrip::minimumSizeHint() const {
    return {labelWidth() + spacing(25), sizeHint().height()};
}

void IntervalStrip::paintEvent(QPaintEvent*) {
    if (!hasContent())
        return;
    const Theme& theme = Theme::current();
    const ValueScale scale = scaleOf(m_check);
    const QString unit = unitSign(m_check.unit);
    const double largest = std::max(std::abs(scale.minimum), std::abs(scale.maximum));
    const bool plain = m_check.unit == "x" || m_check.unit == "pp";
    const Magnitude magnitude = plain ? Magnitude{1, {}} : magnitudeFor(largest, unit);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int rowSize = spacing(6);
    const QRectF area(labelWidth(), 0, width() - labelWidth() - spacing(4), 2.0 * rowSize);
    const auto x = [&](double value) {
        const double span = scale.maximum - scale.minimum;
        return area.left() + std::clamp((value - scale.minimum) / span, 0.0, 1.0) * area.width();
    };

    // Grid and the numbers beneath it; numbers that would touch their neighbour are left out.
    painter.setFont(font());
    double free = -1e9;
    for (int i = 0; i < scale.tickCount(); ++i) {
        const double at = std::round(x(scale.tick(i))) + 0.5;
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom() + spacing(1)));
        const QString text = axisText(scale.tick(i), scale, magnitude);
        const double half = fontMetrics().horizontalAdvance(text) / 2.0;
        const double left = std::clamp(at - half, 0.0, width() - 2 * half);
        if (left < free)
            continue;
        painter.setPen(theme.quietText);
        painter.drawText(QRectF(left, area.bottom() + spacing(1), 2 * half + 1, fontMetrics().height()),
                         Qt::AlignCenter, text);
        free = left + 2 * half + spacing(3);
    }
    painter.setPen(theme.quietText);
    painter.drawText(QRectF(0, area.bottom() + spacing(1), labelWidth() - spacing(2), fontMetrics().height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(unitLabel(), Qt::ElideRight, labelWidth() - spacing(2)));

    const auto label = [&](int row, const QString& text) {
        painter.setPen(theme.quietText);
        painter.drawText(QRectF(0, row * rowSize, labelWidth(), rowSize), Qt::AlignLeft | Qt::AlignVCenter,
                         text);
    };
    // An open end runs to the edge and ends in an arrowhead.
    const auto bar = [&](int row, const data::Interval& interval, double thick, const QColor& colour,
                         bool outlined) {
        const double left = std::isfinite(interval.low) ? x(interval.low) : area.left();
        double right = std::isfinite(interval.high) ? x(interval.high) : area.right();
        right = std::max(right, left + 2);
        const double middle = (row + 0.5) * rowSize;
        painter.setPen(outlined ? QPen(theme.text, 1) : QPen(Qt::NoPen));
        painter.setBrush(colour);
        painter.drawRect(QRectF(left, middle - thick / 2, right - left, thick));
        painter.setPen(Qt::NoPen);
        const double head = thick;
        if (!std::isfinite(interval.high))
            painter.drawPolygon(QPolygonF({QPointF(right, middle - head), QPointF(right + head, middle),
                                           QPointF(right, middle + head)}));
        if (!std::isfinite(interval.low))
            painter.drawPolygon(QPolygonF(
                {QPointF(left, middle - head), QPointF(left - head, middle), QPointF(left, middle + head)}));
    };
    label(0, rowName(0));
    if (m_check.stated)
        bar(0, *m_check.stated, spacing(2), theme.accent, theme.highContrast);
    label(1, rowName(1));
    const QColor colour = checkColour(m_check.colour, theme);
    if (m_check.loose)
        bar(1, *m_check.loose, spacing(1) / 2.0, mixed(colour, theme.raised, theme.highContrast ? 1 : 0.6),
            false);
    if (m_check.strict)
        bar(1, *m_check.strict, spacing(2), colour, theme.highContrast);
    if (m_check.face) {
        const double at = x(*m_check.face);
        painter.setPen(QPen(theme.text, 2));
        painter.drawLine(QPointF(at, rowSize + spacing(1)), QPointF(at, 2.0 * rowSize - spacing(1)));
    }
}

void IntervalStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setCheck(m_check);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange ||
        event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace parallax::ui
