// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The painting half of ChartPlot: grid behind the bars, everything else in front of them.
#include "ui/common/chart_plot.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/common/chart_card.h"
#include "ui/common/chart_style.h"
#include "ui/common/fonts.h"

namespace parallax::ui {

static QColor faded(QColor colour, float alpha) {
    colour.setAlphaF(alpha);
    return colour;
}

void ChartPlot::drawBackground(QPainter* painter, const QRectF&) {
    const QRectF plot = m_geometry.plot();
    if (m_geometry.count() <= 0 || plot.isEmpty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    if (m_category >= m_first && m_category <= m_last && m_geometry.isBars()) {
        if (m_theme.highContrast) {
            painter->setPen(QPen(m_theme.accent, 1, Qt::DashLine));
            painter->drawRect(m_geometry.slot(m_category));
        } else {
            painter->fillRect(m_geometry.slot(m_category), faded(m_theme.accent, 0.10F));
        }
    }
    const ValueScale& scale = m_geometry.scale();
    for (int i = 0; i < scale.tickCount(); ++i) {
        const double value = scale.tick(i);
        QPen pen(m_theme.line, 1);
        if (m_theme.highContrast)
            pen = QPen(faded(m_theme.line, 0.45F), 1, Qt::DotLine);
        painter->setPen(pen);
        const double at = std::round(m_geometry.valuePosition(value));
        if (m_geometry.isHorizontal())
            painter->drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom()));
        else
            painter->drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at));
    }
    painter->restore();
}

void ChartPlot::drawForeground(QPainter* painter, const QRectF&) {
    if (m_geometry.count() <= 0 || m_geometry.plot().isEmpty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_font);
    const QColor ground = m_theme.ground;
    const bool dense = m_geometry.slotLength() < 9;
    for (const int s : m_geometry.series()) {
        const SeriesLook look = seriesLook(m_theme, s);
        for (int c = m_first; c <= m_last && !(dense && m_geometry.count() > 2000); ++c) {
            if (m_geometry.isBars()) {
                const QRectF bar = m_geometry.bar(c, s);
                if (bar.isEmpty())
                    continue;
                paintHatch(*painter, bar, look, ground);
                if (m_geometry.slotLength() > 8) { // a hair of ground between neighbours and segments
                    painter->setPen(QPen(ground, 1));
                    painter->setBrush(Qt::NoBrush);
                    painter->drawRect(bar);
                }
            } else if (std::isfinite(m_geometry.value(c, s))) {
                const bool alone =
                    !std::isfinite(m_geometry.value(c - 1, s)) && !std::isfinite(m_geometry.value(c + 1, s));
                if (!dense || alone)
                    paintMarker(*painter, m_geometry.point(c, s), 4, look, ground);
            }
        }
    }
    if (m_geometry.isBars() && m_geometry.scale().minimum <= 0 && m_geometry.scale().maximum >= 0) {
        const QRectF plot = m_geometry.plot();
        const double zero = std::round(m_geometry.valuePosition(0)) + 0.5;
        painter->setPen(QPen(m_theme.quietText, 1));
        if (m_geometry.isHorizontal())
            painter->drawLine(QPointF(zero, plot.top()), QPointF(zero, plot.bottom()));
        else
            painter->drawLine(QPointF(plot.left(), zero), QPointF(plot.right(), zero));
    }
    paintWhiskers(*painter);
    const bool dragging = m_bandFrom != m_bandTo;
    const bool pointing = !dragging && m_category >= m_first && m_category <= m_last;
    const Card card = pointing ? layCard() : Card();
    paintTexts(*painter, card.rect);
    if (dragging) {
        const QRectF plot = m_geometry.plot();
        QRectF band(QPointF(m_bandFrom, plot.top()), QPointF(m_bandTo, plot.bottom()));
        if (m_geometry.isHorizontal())
            band = QRectF(QPointF(plot.left(), m_bandFrom), QPointF(plot.right(), m_bandTo));
        painter->setPen(QPen(m_theme.accent, 1));
        painter->setBrush(faded(m_theme.accent, 0.15F));
        painter->drawRect(band.normalized().intersected(plot));
    } else if (pointing) {
        paintPointer(*painter);
        paintCard(*painter, card);
    }
    painter->restore();
}

void ChartPlot::paintWhiskers(QPainter& painter) const {
    for (const int s : m_geometry.series()) {
        const ChartSeries& series = m_data.series[s];
        for (int c = m_first; c <= m_last; ++c) {
            if (c >= series.low.size() || c >= series.high.size() || !std::isfinite(series.low[c]) ||
                !std::isfinite(series.high[c]) || series.low[c] == series.high[c] ||
                !std::isfinite(m_geometry.value(c, s)))
                continue;
            const QPointF tip = m_geometry.point(c, s);
            const bool lying = m_geometry.isHorizontal();
            const double width =
                m_geometry.isBars()
                    ? std::min(5.0,
                               (lying ? m_geometry.bar(c, s).height() : m_geometry.bar(c, s).width()) / 4)
                    : 4.0;
            const double low = m_geometry.valuePosition(series.low[c]);
            const double high = m_geometry.valuePosition(series.high[c]);
            const auto line = [&](double a, double b, double x, double y) {
                painter.drawLine(lying ? QPointF(a, x) : QPointF(x, a),
                                 lying ? QPointF(b, y) : QPointF(y, b));
            };
            const double middle = lying ? tip.y() : tip.x();
            // Twice: a rim of ground first, so that the whisker shows on its own bar as well as above it.
            for (const QPen& pen : {QPen(m_theme.ground, 3.5), QPen(m_theme.text, 1.25)}) {
                painter.setPen(pen);
                line(low, high, middle, middle);
                line(low, low, middle - width, middle + width);
                line(high, high, middle - width, middle + width);
            }
        }
    }
}

void ChartPlot::paintTexts(QPainter& painter, const QRectF& covered) const {
    painter.setPen(m_theme.quietText);
    for (const PlacedLabel& label : m_axisTexts)
        painter.drawText(label.rect, Qt::AlignCenter, label.text);
    for (const PlacedLabel& label : m_categoryTexts) {
        painter.setPen(label.category == m_category ? m_theme.text : m_theme.quietText);
        painter.setFont(fontFor(m_data.categories.value(label.category), m_font));
        painter.drawText(label.rect, Qt::AlignCenter, label.text);
    }
    painter.setFont(m_font);
    for (const PlacedLabel& label : m_valueLabels) {
        if (label.rect.intersects(covered)) // half a number would be another number
            continue;
        const QRectF ink = label.rect.adjusted(-1, 3, 1, -3);
        if (!label.inside && label.category != m_category)
            painter.fillRect(ink, m_theme.ground); // else a line of the grid strikes it out
        painter.setPen(label.inside ? inkOn(seriesLook(m_theme, label.series).colour) : m_theme.text);
        if (label.inside && seriesLook(m_theme, label.series).hatch != Hatch::None)
            painter.fillRect(label.rect.adjusted(-1, 1, 1, -1), seriesLook(m_theme, label.series).colour);
        painter.drawText(label.rect, Qt::AlignCenter, label.text);
    }
    for (const PlacedLabel& label : m_endLabels) {
        if (label.rect.intersects(covered))
            continue;
        painter.setPen(m_theme.text);
        painter.setFont(fontFor(label.text, m_font));
        painter.drawText(label.rect, Qt::AlignLeft | Qt::AlignVCenter, label.text);
    }
    painter.setFont(m_font);
}

} // namespace parallax::ui
