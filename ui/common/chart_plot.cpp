// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart_plot.h"

#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QHorizontalBarSeries>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QRegularExpression>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

#include "ui/common/chart_style.h"

namespace parallax::ui {

ChartPlot::ChartPlot(QObject* parent)
    : QGraphicsScene(parent)
    , m_theme(Theme::current())
    , m_chart(new QChart) {
    m_chart->setBackgroundVisible(false);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_chart->legend()->hide();
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setAcceptHoverEvents(false);
    m_chart->setAcceptedMouseButtons(Qt::NoButton);
    addItem(m_chart);
}

void ChartPlot::setLook(const Theme& theme, const QFont& font) {
    m_theme = theme;
    m_font = font;
    arrange();
}

void ChartPlot::setContent(const ChartData& data, const QSet<int>& hidden) {
    m_data = data;
    m_hidden = hidden;
    m_first = 0;
    m_last = static_cast<int>(data.categories.size()) - 1;
    m_category = m_series = -1;
    arrange();
}

void ChartPlot::setHidden(const QSet<int>& hidden) {
    m_hidden = hidden;
    if (hidden.contains(m_series))
        m_series = -1;
    arrange();
}

void ChartPlot::setWindow(int first, int last) {
    m_first = first;
    m_last = last;
    if (m_category < first || m_category > last)
        m_category = m_series = -1;
    arrange();
}

void ChartPlot::setSize(QSizeF size) {
    m_size = size;
    arrange();
}

void ChartPlot::setPointer(int category, int series) {
    m_category = category;
    m_series = series;
    update();
}

void ChartPlot::setSelectionBand(double from, double to) {
    m_bandFrom = from;
    m_bandTo = to;
    update();
}

// Years and quarters: whoever reads each second one knows the others.
static bool arePeriods(const QStringList& names) {
    static const QRegularExpression period(QStringLiteral("\\d{4}|^[QH][1-4]"));
    return std::all_of(names.begin(), names.end(), [](const QString& name) { return name.contains(period); });
}

void ChartPlot::arrange() {
    setSceneRect(QRectF(QPointF(), m_size));
    arrangeFor(m_data.kind);
    const double line = QFontMetricsF(m_font).height();
    const double needed =
        m_geometry.count() * std::max(line + 2, 0.75 * line * double(m_geometry.series().size()) + 8);
    const bool unreadable = m_categories.elided * 2 > m_geometry.count() ||
                            (m_categories.leftOut > 0 && !arePeriods(m_data.categories));
    if (m_data.kind == ChartKind::GroupedBars && unreadable && needed <= m_geometry.plot().height())
        arrangeFor(ChartKind::HorizontalBars);
    fillChart();
    update();
}

QVector<PlacedLabel> ChartPlot::texts() const {
    return m_axisTexts + m_categoryTexts + m_valueLabels + m_endLabels;
}

// Margins first, then everything else in the plot that they leave.
void ChartPlot::arrangeFor(ChartKind kind) {
    const QFontMetricsF metrics(m_font);
    const bool lying = kind == ChartKind::HorizontalBars;
    const int ticks = static_cast<int>(lying ? m_size.width() / (metrics.height() * 6)
                                             : m_size.height() / (metrics.height() * 3));
    m_geometry = ChartGeometry(m_data, kind, m_hidden, m_first, m_last, std::clamp(ticks, 2, 8));
    const ValueScale& scale = m_geometry.scale();
    m_magnitude = magnitudeFor(std::max(std::abs(scale.minimum), std::abs(scale.maximum)), m_data.unit);

    double widestTick = 0;
    for (int i = 0; i < scale.tickCount(); ++i)
        widestTick =
            std::max(widestTick, metrics.horizontalAdvance(axisText(scale.tick(i), scale, m_magnitude)));

    QMarginsF margins(0, metrics.height() + 4, 8, 0);
    if (!unitText(m_data.unit, m_magnitude).isEmpty() && !lying)
        margins.setTop(metrics.height() * 1.5 + 8);
    if (lying) {
        const double share = m_size.width() * 0.34;
        const double row = (m_size.height() - metrics.height() - 12) / std::max(1, m_geometry.count());
        m_categories = layoutCategories(m_data.categories, m_first, m_last, share + 8, metrics,
                                        row >= metrics.height() * 2 ? 2 : 1);
        margins.setTop(4);
        margins.setLeft(std::ceil(std::min(m_categories.widest, share)) + 12);
        margins.setBottom(metrics.height() + 8);
        double widestValue = 0;
        for (const int s : m_geometry.series())
            for (int c = m_first; c <= std::min(m_last, m_first + 200); ++c) {
                const double value = m_geometry.value(c, s);
                const QString note = m_data.series[s].notes.value(c);
                if (std::isfinite(value))
                    widestValue =
                        std::max(widestValue, metrics.horizontalAdvance(labelText(value, m_magnitude) +
                                                                        QChar(0x2002) + note));
            }
        margins.setRight(std::min(widestValue + 12, m_size.width() * 0.25));
    } else {
        margins.setLeft(std::ceil(widestTick) + 10);
        if (kind == ChartKind::Lines && m_geometry.series().size() > 1) {
            double widestName = 0;
            for (const int s : m_geometry.series())
                widestName = std::max(widestName, metrics.horizontalAdvance(m_data.series[s].name));
            margins.setRight(std::min(widestName + 14, m_size.width() * 0.22));
        }
        const double width = m_size.width() - margins.left() - margins.right();
        m_categories = layoutCategories(m_data.categories, m_first, m_last,
                                        width / std::max(1, m_geometry.count()), metrics, 3);
        margins.setBottom(metrics.height() * m_categories.mostLines + 10);
    }
    const auto setPlot = [&] {
        m_geometry.setPlot(QRectF(QRectF(QPointF(), m_size).marginsRemoved(margins).toAlignedRect()));
        return placeAxisTexts(m_geometry, m_data.unit, m_magnitude, metrics, m_size);
    };
    ValueAxisTexts axis = setPlot();
    if (axis.unitBeneath) {
        margins.setBottom(margins.bottom() + metrics.height());
        axis = setPlot();
    }
    m_axisTexts = axis.texts;
    m_categoryTexts = placeCategoryTexts(m_geometry, m_categories, metrics, m_size);
    m_endLabels = lineEndLabels();
    QVector<QRectF> taken;
    for (const QVector<PlacedLabel>* texts : {&m_axisTexts, &m_categoryTexts, &m_endLabels})
        for (const PlacedLabel& text : *texts)
            taken.append(text.rect);
    const QRectF bounds(QPointF(0, 0), m_size);
    m_valueLabels = m_geometry.plot().width() > 40 && m_geometry.plot().height() > 40
                        ? placeValueLabels(m_geometry, m_data, m_magnitude, metrics, bounds, taken)
                        : QVector<PlacedLabel>();
}

QVector<PlacedLabel> ChartPlot::lineEndLabels() const {
    QVector<PlacedLabel> labels;
    if (m_geometry.kind() != ChartKind::Lines || m_geometry.series().size() < 2)
        return labels;
    const QFontMetricsF metrics(m_font);
    const double left = m_geometry.plot().right() + 4;
    for (const int s : m_geometry.series())
        for (int c = m_last; c >= m_first; --c) {
            if (!std::isfinite(m_geometry.value(c, s)))
                continue;
            const double y = m_geometry.point(c, s).y();
            const double room = m_size.width() - left;
            labels.append({QRectF(left, y - metrics.height() / 2, room, metrics.height()),
                           metrics.elidedText(m_data.series[s].name, Qt::ElideRight, room), c, s, false});
            break;
        }
    // More names than fit beside the plot: the legend has them all.
    if (double(labels.size()) * metrics.height() > m_geometry.plot().height() + 5)
        return {};
    // Above the names of the categories, which may reach to the picture's edge.
    spreadVertically(labels, m_geometry.plot().top() - metrics.height() / 2, m_geometry.plot().bottom() + 5);
    return labels;
}

// Series are replaced, never appended to: appending to a series that is shown is quadratic in Qt Charts.
void ChartPlot::fillChart() {
    m_chart->removeAllSeries();
    const auto old = m_chart->axes();
    for (QAbstractAxis* axis : old) {
        m_chart->removeAxis(axis);
        delete axis;
    }
    m_chart->setGeometry(QRectF(QPointF(), m_size));
    if (m_geometry.count() <= 0 || m_geometry.series().isEmpty())
        return;
    m_geometry.isBars() ? fillBars() : fillLines();

    auto* along = new QValueAxis;
    along->setRange(m_first - 0.5, m_last + 0.5);
    along->setVisible(false);
    auto* across = new QValueAxis;
    across->setRange(m_geometry.scale().minimum, m_geometry.scale().maximum);
    across->setVisible(false);
    const bool lying = m_geometry.isHorizontal();
    along->setReverse(lying); // the first category on top, as in the table
    m_chart->addAxis(along, lying ? Qt::AlignLeft : Qt::AlignBottom);
    m_chart->addAxis(across, lying ? Qt::AlignBottom : Qt::AlignLeft);
    const auto series = m_chart->series();
    for (QAbstractSeries* one : series) {
        one->attachAxis(along);
        one->attachAxis(across);
    }
    m_chart->setPlotArea(m_geometry.plot());
}

void ChartPlot::fillBars() {
    QAbstractBarSeries* bars = nullptr;
    if (m_geometry.kind() == ChartKind::StackedBars)
        bars = new QStackedBarSeries;
    else if (m_geometry.isHorizontal())
        bars = new QHorizontalBarSeries;
    else
        bars = new QBarSeries;
    bars->setBarWidth(m_geometry.barFraction());
    for (const int s : m_geometry.series()) {
        auto* set = new QBarSet(m_data.series[s].name);
        QList<qreal> values;
        for (int c = 0; c < m_data.categories.size(); ++c) {
            const double value = m_geometry.value(c, s);
            values.append(std::isfinite(value) ? value : 0.0); // no bar: a bar of nothing
        }
        set->append(values);
        set->setColor(seriesLook(m_theme, s).colour);
        set->setPen(Qt::NoPen);
        bars->append(set);
    }
    m_chart->addSeries(bars);
}

void ChartPlot::fillLines() {
    // Two points a pixel show all that the screen can: the lowest and the highest of each pixel's stretch.
    const int pixels = std::max(1, static_cast<int>(m_geometry.plot().width()));
    const int stretch = std::max(1, m_geometry.count() / (2 * pixels));
    for (const int s : m_geometry.series()) {
        const SeriesLook look = seriesLook(m_theme, s);
        QPen pen(look.colour, 2, look.line, Qt::FlatCap, Qt::RoundJoin);
        QList<QPointF> segment;
        const auto finish = [&] {
            if (segment.size() > 1) {
                auto* line = new QLineSeries;
                line->setPen(pen);
                line->replace(segment);
                m_chart->addSeries(line);
                line->setPen(pen); // addSeries gives the pen of Qt's own theme
            }
            segment.clear();
        };
        for (int c = m_first; c <= m_last; c += stretch) {
            int low = -1;
            int high = -1;
            for (int i = c; i < std::min(c + stretch, m_last + 1); ++i) {
                const double value = m_geometry.value(i, s);
                if (!std::isfinite(value))
                    continue;
                if (low < 0 || value < m_geometry.value(low, s))
                    low = i;
                if (high < 0 || value > m_geometry.value(high, s))
                    high = i;
            }
            if (low < 0) {
                finish(); // a gap: no value, no line
                continue;
            }
            segment.append({double(std::min(low, high)), m_geometry.value(std::min(low, high), s)});
            if (low != high)
                segment.append({double(std::max(low, high)), m_geometry.value(std::max(low, high), s)});
        }
        finish();
    }
}

} // namespace parallax::ui
