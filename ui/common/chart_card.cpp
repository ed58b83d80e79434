// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The crosshair of ChartPlot and the card of all values beside it.
#include "ui/common/chart_card.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/common/chart_style.h"
#include "ui/common/fonts.h"

namespace parallax::ui {
namespace {

QFont boldOf(const QFont& font) {
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    return bold;
}

double lineOf(const QFontMetricsF& metrics) {
    return metrics.height() + 4;
}

} // namespace

void ChartPlot::paintPointer(QPainter& painter) const {
    if (m_geometry.isBars())
        return; // the ground behind them is lit
    const QRectF plot = m_geometry.plot();
    const double x = std::round(m_geometry.categoryCentre(m_category)) + 0.5;
    painter.setPen(QPen(m_theme.quietText, 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    for (const int s : m_geometry.series())
        if (std::isfinite(m_geometry.value(m_category, s)))
            paintMarker(painter, m_geometry.point(m_category, s), 5.5, seriesLook(m_theme, s),
                        m_theme.ground);
}

ChartPlot::Card ChartPlot::layCard() const {
    const QRectF plot = m_geometry.plot();
    const QFont bold = boldOf(m_font);
    const QFontMetricsF metrics(m_font);
    const QFontMetricsF boldMetrics(bold);
    const double widest = std::min(metrics.height() * 18, m_size.width() * 0.7);

    Card result;
    QVector<Card::Row>& rows = result.rows;
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
        const auto at = std::find_if(rows.begin(), rows.end(),
                                     [&](const Card::Row& row) { return row.series == m_series; });
        const auto start =
            std::clamp<qsizetype>(at == rows.end() ? 0 : at - rows.begin() - most / 2, 0, rows.size() - most);
        rows = rows.mid(start, most);
    }
    names = std::min(names, widest - values - 60);
    const QStringList title = wrapText(m_data.categories.value(m_category), widest - 24, boldMetrics, 3);
    double width = 12 + 16 + std::max(names, 20.0) + 16 + values + 12;
    for (const QString& line : title)
        width = std::max(width, boldMetrics.horizontalAdvance(line) + 24);
    const double line = lineOf(metrics);
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
    result.rect = QRectF(card.toAlignedRect()).translated(0.5, 0.5);
    result.title = title;
    result.nameWidth = names;
    return result;
}

void ChartPlot::paintCard(QPainter& painter, const Card& card) const {
    const QFont bold = boldOf(m_font);
    const QFontMetricsF metrics(m_font);
    const QFontMetricsF boldMetrics(bold);
    const double line = lineOf(metrics);
    painter.setPen(QPen(m_theme.highContrast ? m_theme.text : m_theme.line, 1));
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(card.rect, 4, 4);
    double y = card.rect.top() + 7;
    painter.setFont(fontFor(m_data.categories.value(m_category), bold));
    painter.setPen(m_theme.text);
    for (const QString& text : card.title) {
        painter.drawText(QRectF(card.rect.left() + 12, y, card.rect.width() - 24, line),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        y += line;
    }
    y += 2;
    for (const Card::Row& row : card.rows) {
        const bool current = row.series == m_series;
        painter.setFont(fontFor(row.name, current ? bold : m_font));
        const bool lines = m_geometry.kind() == ChartKind::Lines;
        paintSwatch(painter,
                    QRectF(card.rect.left() + (lines ? 10 : 12), y + line / 2 - 5, lines ? 14 : 10, 10),
                    seriesLook(m_theme, row.series), m_geometry.kind(), m_theme.raised);
        painter.setPen(current ? m_theme.text : m_theme.quietText);
        painter.drawText(
            QRectF(card.rect.left() + 30, y, card.nameWidth + 4, line), Qt::AlignLeft | Qt::AlignVCenter,
            (current ? boldMetrics : metrics).elidedText(row.name, Qt::ElideRight, card.nameWidth + 4));
        painter.setPen(m_theme.text);
        painter.drawText(QRectF(card.rect.left() + 12, y, card.rect.width() - 24, line),
                         Qt::AlignRight | Qt::AlignVCenter, row.value);
        y += line;
    }
}

} // namespace parallax::ui
