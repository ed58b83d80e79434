// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The painting half of ChartPlot: grid behind the bars, everything else in front of them.
#include "ui/common/chart_plot.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

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
    paintTexts(*painter);
    if (m_bandFrom != m_bandTo) {
        const QRectF plot = m_geometry.plot();
        QRectF band(QPointF(m_bandFrom, plot.top()), QPointF(m_bandTo, plot.bottom()));
        if (m_geometry.isHorizontal())
            band = QRectF(QPointF(plot.left(), m_bandFrom), QPointF(plot.right(), m_bandTo));
        painter->setPen(QPen(m_theme.accent, 1));
        painter->setBrush(faded(m_theme.accent, 0.15F));
        painter->drawRect(band.normalized().intersected(plot));
    } else if (m_category >= m_first && m_category <= m_last) {
        paintCard(*painter);
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

void ChartPlot::paintTexts(QPainter& painter) const {
    const QFontMetricsF metrics(m_font);
    const QRectF plot = m_geometry.plot();
    const ValueScale& scale = m_geometry.scale();
    const QString unit = unitText(m_data.unit, m_magnitude);
    painter.setPen(m_theme.quietText);
    for (int i = 0; i < scale.tickCount(); ++i) {
        QString text = axisText(scale.tick(i), scale, m_magnitude);
        const double at = m_geometry.valuePosition(scale.tick(i));
        if (m_geometry.isHorizontal()) {
            if (i == scale.tickCount() - 1 && !unit.isEmpty())
                text = fullText(scale.tick(i), m_data.unit, m_magnitude); // "$40 billion"
            const double width = metrics.horizontalAdvance(text) + 2;
            const double left = std::clamp(at - width / 2, 0.0, std::max(0.0, m_size.width() - width));
            painter.drawText(QRectF(left, plot.bottom() + 5, width, metrics.height()), Qt::AlignCenter, text);
        } else {
            painter.drawText(QRectF(0, at - metrics.height() / 2, plot.left() - 8, metrics.height()),
                             Qt::AlignRight | Qt::AlignVCenter, text);
        }
    }
    if (!unit.isEmpty() && !m_geometry.isHorizontal())
        painter.drawText(QRectF(0, 0, m_size.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         unit);

    for (int c = m_first; c <= m_last; ++c) {
        const QStringList& lines = m_categories.lines.value(c - m_first);
        const double centre = m_geometry.categoryCentre(c);
        painter.setPen(c == m_category ? m_theme.text : m_theme.quietText);
        painter.setFont(fontFor(m_data.categories.value(c), m_font));
        for (int i = 0; i < lines.size(); ++i) {
            const double width = metrics.horizontalAdvance(lines[i]) + 2;
            if (m_geometry.isHorizontal()) {
                const double top = centre + metrics.height() * (i - double(lines.size()) / 2);
                painter.drawText(QRectF(0, top, plot.left() - 10, metrics.height()),
                                 Qt::AlignRight | Qt::AlignVCenter, lines[i]);
            } else {
                const double left =
                    std::clamp(centre - width / 2, 0.0, std::max(0.0, m_size.width() - width));
                painter.drawText(
                    QRectF(left, plot.bottom() + 6 + metrics.height() * i, width, metrics.height()),
                    Qt::AlignCenter, lines[i]);
            }
        }
    }
    painter.setFont(m_font);
    for (const PlacedLabel& label : m_valueLabels) {
        painter.setPen(label.inside ? inkOn(seriesLook(m_theme, label.series).colour) : m_theme.text);
        if (label.inside && seriesLook(m_theme, label.series).hatch != Hatch::None)
            painter.fillRect(label.rect.adjusted(-1, 1, 1, -1), seriesLook(m_theme, label.series).colour);
        painter.drawText(label.rect, Qt::AlignCenter, label.text);
    }
    for (const PlacedLabel& label : m_endLabels) {
        painter.setPen(m_theme.text);
        painter.setFont(fontFor(label.text, m_font));
        painter.drawText(label.rect, Qt::AlignLeft | Qt::AlignVCenter, label.text);
    }
    painter.setFont(m_font);
}

// All values at the crosshair on one card beside it.
void ChartPlot::paintCard(QPainter& painter) const {
    const QRectF plot = m_geometry.plot();
    if (!m_geometry.isBars()) {
        const double x = std::round(m_geometry.categoryCentre(m_category)) + 0.5;
        painter.setPen(QPen(m_theme.quietText, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        for (const int s : m_geometry.series())
            if (std::isfinite(m_geometry.value(m_category, s)))
                paintMarker(painter, m_geometry.point(m_category, s), 5.5, seriesLook(m_theme, s),
                            m_theme.ground);
    }
    QFont bold = m_font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(m_font);
    const QFontMetricsF boldMetrics(bold);
    const double widest = std::min(320.0, m_size.width() * 0.7);

    struct Row {
        int series;
        QString name, value;
    };
    QVector<Row> rows;
    double names = 0;
    double values = 0;
    for (const int s : m_geometry.series()) {
        const double value = m_geometry.value(m_category, s);
        QString text = QString(QChar(0x2013));
        if (std::isfinite(value)) {
            text = fullText(value, m_data.unit, m_magnitude);
            const ChartSeries& series = m_data.series[s];
            if (m_category < series.low.size() && m_category < series.high.size() &&
                std::isfinite(series.low[m_category]) && series.low[m_category] != series.high[m_category])
                text = rangeText(labelText(series.low[m_category], m_magnitude),
                                 fullText(series.high[m_category], m_data.unit, m_magnitude));
            if (const QString note = series.notes.value(m_category); !note.isEmpty())
                text += QChar(0x2002) + note;
        }
        rows.append({s, m_data.series[s].name, text});
        names = std::max(names, boldMetrics.horizontalAdvance(rows.last().name));
        values = std::max(values, boldMetrics.horizontalAdvance(text));
    }
    constexpr int most =
        16; // a card taller than the chart helps nobody; the highlighted series stays in view
    if (rows.size() > most) {
        const auto at =
            std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.series == m_series; });
        const auto start =
            std::clamp<qsizetype>(at == rows.end() ? 0 : at - rows.begin() - most / 2, 0, rows.size() - most);
        rows = rows.mid(start, most);
    }
    names = std::min(names, widest - values - 60);
    const QStringList title = wrapText(m_data.categories.value(m_category), widest - 24, boldMetrics, 3);
    double width = 12 + 16 + std::max(names, 20.0) + 16 + values + 12;
    for (const QString& line : title)
        width = std::max(width, boldMetrics.horizontalAdvance(line) + 24);
    const double line = metrics.height() + 4;
    const double height = 8 + line * double(title.size()) + 2 + line * double(rows.size()) + 6;

    const QPointF anchor = m_geometry.slot(m_category).center();
    QRectF card(0, 0, width, height);
    if (m_geometry.isHorizontal()) {
        const double below = anchor.y() + m_geometry.slotLength() / 2 + 6;
        card.moveTopRight(QPointF(plot.right(), below));
        if (card.bottom() > m_size.height())
            card.moveBottom(anchor.y() - m_geometry.slotLength() / 2 - 6);
    } else {
        const double aside = m_geometry.isBars() ? m_geometry.slotLength() / 2 + 4 : 12;
        card.moveTopLeft(QPointF(anchor.x() + aside, plot.top()));
        if (card.right() > m_size.width())
            card.moveRight(anchor.x() - aside);
    }
    card.moveLeft(std::clamp(card.left(), 0.0, std::max(0.0, m_size.width() - card.width() - 1)));
    card.moveTop(std::clamp(card.top(), 0.0, std::max(0.0, m_size.height() - card.height() - 1)));
    card = QRectF(card.toAlignedRect()).translated(0.5, 0.5);

    painter.setPen(QPen(m_theme.highContrast ? m_theme.text : m_theme.line, 1));
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(card, 4, 4);
    double y = card.top() + 7;
    painter.setFont(fontFor(m_data.categories.value(m_category), bold));
    painter.setPen(m_theme.text);
    for (const QString& text : title) {
        painter.drawText(QRectF(card.left() + 12, y, card.width() - 24, line),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        y += line;
    }
    y += 2;
    for (const Row& row : std::as_const(rows)) {
        const bool current = row.series == m_series;
        painter.setFont(fontFor(row.name, current ? bold : m_font));
        const bool lines = m_geometry.kind() == ChartKind::Lines;
        paintSwatch(painter, QRectF(card.left() + (lines ? 10 : 12), y + line / 2 - 5, lines ? 14 : 10, 10),
                    seriesLook(m_theme, row.series), m_geometry.kind(), m_theme.raised);
        painter.setPen(current ? m_theme.text : m_theme.quietText);
        painter.drawText(QRectF(card.left() + 30, y, names + 4, line), Qt::AlignLeft | Qt::AlignVCenter,
                         (current ? boldMetrics : metrics).elidedText(row.name, Qt::ElideRight, names + 4));
        painter.setPen(m_theme.text);
        painter.drawText(QRectF(card.left() + 12, y, card.width() - 24, line),
                         Qt::AlignRight | Qt::AlignVCenter, row.value);
        y += line;
    }
}

} // namespace parallax::ui
