// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/waterfall_view.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <utility>

#include "ui/common/chart_scale.h"
#include "ui/common/chart_style.h"
#include "ui/common/theme.h"
#include "ui/latency/latency_text.h"

namespace parallax::ui {
namespace {

using latency::Phase;

constexpr std::array phases{Phase::Dns,  Phase::Tcp,        Phase::Tls,   Phase::Send,
                            Phase::Wait, Phase::FirstToken, Phase::Decode};

// Phases have hatches as well as colours, in the order of the chart's series.
SeriesLook lookOf(Phase phase, const Theme& theme) {
    return seriesLook(theme, static_cast<int>(phase));
}

} // namespace

bool sameWaterfall(const std::vector<WaterfallRow>& a, const std::vector<WaterfallRow>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
        return one.name == other.name &&
               std::equal(one.phases.begin(), one.phases.end(), other.phases.begin(), other.phases.end(),
                          [](const auto& left, const auto& right) {
                              return left.phase == right.phase && left.begin == right.begin &&
                                     left.end == right.end;
                          });
    });
}

WaterfallView::WaterfallView(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("waterfall"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WaterfallView::setRows(std::vector<WaterfallRow> rows) {
    if (sameWaterfall(rows, m_rows))
        return;
    m_rows = std::move(rows);
    updateGeometry();
    describe();
    update();
}

void WaterfallView::describe() {
    QStringList words;
    for (const WaterfallRow& row : m_rows) {
        QStringList spans;
        for (const latency::PhaseSpan& span : row.phases)
            spans << QStringLiteral("%1 %2").arg(phaseTitle(span.phase),
                                                 millisecondsText(span.end - span.begin));
        words << QStringLiteral("%1: %2").arg(row.name, spans.join(QStringLiteral(", ")));
    }
    setAccessibleName(tr("Phases of a request"));
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    setToolTip(words.join(QLatin1Char('\n')));
}

int WaterfallView::rowSize() const {
    return fontMetrics().height() + spacing(2);
}

QSize WaterfallView::sizeHint() const {
    return {spacing(180), rowSize() * static_cast<int>(std::max<std::size_t>(1, m_rows.size())) +
                              2 * (fontMetrics().height() + spacing(2))};
}

QSize WaterfallView::minimumSizeHint() const {
    return {spacing(100), sizeHint().height()};
}

int WaterfallView::nameWidth() const {
    int wide = 0;
    for (const WaterfallRow& row : m_rows)
        wide = std::max(wide, fontMetrics().horizontalAdvance(row.name) + 2);
    return std::min(wide, width() / 4) + spacing(3);
}

void WaterfallView::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    const int line = fontMetrics().height();
    const int names = nameWidth();
    const QRectF area(names, 0, width() - names - spacing(2),
                      rowSize() * static_cast<double>(std::max<std::size_t>(1, m_rows.size())));
    double most = 0;
    for (const WaterfallRow& row : m_rows)
        for (const latency::PhaseSpan& span : row.phases)
            most = std::max(most, span.end);
    const ValueScale scale = niceScale(0, most > 0 ? most : 1, Baseline::Zero, 6);
    const auto x = [&](double ms) { return area.left() + area.width() * ms / scale.maximum; };
    double free = -1;
    for (int i = 0; most > 0 && i < scale.tickCount(); ++i) {
        const double at = std::floor(x(scale.tick(i))) + 0.5;
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom() + spacing(1)));
        const QString text =
            i + 1 == scale.tickCount() ? millisecondsText(scale.tick(i)) : axisText(scale.tick(i), scale, {});
        const double wide = fontMetrics().horizontalAdvance(text) + 1.0;
        const double left = std::clamp(at - wide / 2, 0.0, std::max(0.0, width() - wide));
        if (left < free)
            continue;
        painter.setPen(theme.quietText);
        painter.drawText(QRectF(left, area.bottom() + spacing(1), wide, line), Qt::AlignCenter, text);
        free = left + wide + spacing(3);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const WaterfallRow& row = m_rows[i];
        const double top = static_cast<double>(i) * rowSize();
        painter.setPen(theme.text);
        painter.drawText(QRectF(0, top, names - spacing(2), rowSize()), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(row.name, Qt::ElideRight, names - spacing(3)));
        for (const latency::PhaseSpan& span : row.phases) {
            const QRectF bar(x(span.begin), top + spacing(1), std::max(1.0, x(span.end) - x(span.begin)),
                             rowSize() - spacing(2));
            const SeriesLook look = lookOf(span.phase, theme);
            painter.fillRect(bar, look.colour);
            paintHatch(painter, bar, look, theme.raised);
            const QString text = millisecondsText(span.end - span.begin);
            if (fontMetrics().horizontalAdvance(text) + spacing(2) < bar.width()) {
                // A plate beneath the text: no ink reads well on every hatch.
                const double wide = fontMetrics().horizontalAdvance(text) + spacing(1);
                const QRectF plate(bar.center().x() - wide / 2, bar.top(), wide, bar.height());
                painter.fillRect(plate, look.colour);
                painter.setPen(inkOn(look.colour));
                painter.drawText(bar, Qt::AlignCenter, text);
            }
        }
    }
    double left = area.left();
    const double top = area.bottom() + line + spacing(2);
    for (const Phase phase : phases) {
        const QString text = phaseTitle(phase);
        const double key = spacing(2) + spacing(1);
        paintSwatch(painter, QRectF(left, top + (line - key) / 2, key, key), lookOf(phase, theme),
                    ChartKind::StackedBars, theme.raised);
        painter.setPen(theme.quietText);
        const double wide = fontMetrics().horizontalAdvance(text) + 1.0;
        painter.drawText(QRectF(left + key + spacing(1), top, wide, line), Qt::AlignLeft | Qt::AlignVCenter,
                         text);
        left += key + spacing(1) + wide + spacing(3);
    }
}

void WaterfallView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace parallax::ui
