// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart_geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/common/theme.h"

namespace parallax::ui {

static constexpr double none = std::numeric_limits<double>::quiet_NaN();

static double at(const QVector<double>& values, int index) {
    return index >= 0 && index < values.size() && std::isfinite(values[index]) ? values[index] : none;
}

ChartGeometry::ChartGeometry(const ChartData& data, ChartKind kind, const QSet<int>& hidden, int first,
                             int last, int ticks)
    : m_data(&data)
    , m_kind(kind)
    , m_first(first)
    , m_last(last) {
    for (int s = 0; s < data.series.size(); ++s)
        if (!hidden.contains(s))
            m_series.append(s);

    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto include = [&](double value) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    };
    for (int c = m_first; c <= m_last; ++c) {
        double above = 0;
        double below = 0;
        for (const int s : std::as_const(m_series)) {
            const double v = value(c, s);
            if (kind == ChartKind::StackedBars && std::isfinite(v)) {
                (v >= 0 ? above : below) += v;
                include(above);
                include(below);
            } else if (kind != ChartKind::StackedBars) {
                include(v);
                include(at(data.series[s].low, c));
                include(at(data.series[s].high, c));
            }
        }
    }
    if (low > high) {
        low = 0;
        high = 1;
    }
    m_scale = niceScale(low, high, isBars() ? Baseline::Zero : Baseline::Free, ticks);
}

void ChartGeometry::setPlot(const QRectF& plot) {
    m_plot = plot;
}

double ChartGeometry::slotLength() const {
    return (isHorizontal() ? m_plot.height() : m_plot.width()) / std::max(1, count());
}

double ChartGeometry::barFraction() const {
    // A bar wider than this says nothing more and looks like a block.
    const double widest = isHorizontal() ? spacing(11) / 2.0 : spacing(11);
    const auto bars = m_kind == ChartKind::StackedBars ? 1.0 : std::max<double>(1, double(m_series.size()));
    return std::min(0.74, widest * bars / std::max(1.0, slotLength()));
}

double ChartGeometry::categoryCentre(int category) const {
    const double offset = (category - m_first + 0.5) * slotLength();
    return (isHorizontal() ? m_plot.top() : m_plot.left()) + offset;
}

QRectF ChartGeometry::slot(int category) const {
    const double start = categoryCentre(category) - slotLength() / 2;
    return isHorizontal() ? QRectF(m_plot.left(), start, m_plot.width(), slotLength())
                          : QRectF(start, m_plot.top(), slotLength(), m_plot.height());
}

double ChartGeometry::valuePosition(double value) const {
    const double fraction = (value - m_scale.minimum) / (m_scale.maximum - m_scale.minimum);
    return isHorizontal() ? m_plot.left() + fraction * m_plot.width()
                          : m_plot.bottom() - fraction * m_plot.height();
}

double ChartGeometry::value(int category, int series) const {
    if (m_data == nullptr || series < 0 || series >= m_data->series.size())
        return none;
    return at(m_data->series[series].values, category);
}

QRectF ChartGeometry::bar(int category, int series) const {
    const auto place = m_series.indexOf(series);
    const double v = value(category, series);
    if (!isBars() || place < 0 || category < m_first || category > m_last || !std::isfinite(v))
        return {};
    const double group = barFraction() * slotLength();
    const double centre = categoryCentre(category);
    double from = 0;
    double start = centre - group / 2;
    double width = group;
    if (m_kind == ChartKind::StackedBars) {
        for (int s : m_series.mid(0, place)) {
            const double below = value(category, s);
            if (std::isfinite(below) && (below >= 0) == (v >= 0))
                from += below;
        }
    } else {
        width = group / double(m_series.size());
        start += width * double(place);
    }
    const double a = valuePosition(from);
    const double b = valuePosition(from + v);
    return isHorizontal() ? QRectF(QPointF(std::min(a, b), start), QPointF(std::max(a, b), start + width))
                          : QRectF(QPointF(start, std::min(a, b)), QPointF(start + width, std::max(a, b)));
}

QPointF ChartGeometry::point(int category, int series) const {
    if (!isBars())
        return {categoryCentre(category), valuePosition(value(category, series))};
    const QRectF rect = bar(category, series);
    const bool negative = value(category, series) < 0;
    if (isHorizontal())
        return {negative ? rect.left() : rect.right(), rect.center().y()};
    return {rect.center().x(), negative ? rect.bottom() : rect.top()};
}

int ChartGeometry::categoryAt(QPointF position) const {
    if (count() <= 0 || m_plot.isEmpty())
        return -1;
    const double along = isHorizontal() ? position.y() - m_plot.top() : position.x() - m_plot.left();
    const double length = isHorizontal() ? m_plot.height() : m_plot.width();
    if (along < 0 || along > length)
        return -1;
    return std::clamp(m_first + static_cast<int>(along / slotLength()), m_first, m_last);
}

int ChartGeometry::seriesAt(int category, QPointF position) const {
    int best = -1;
    double nearest = std::numeric_limits<double>::infinity();
    for (const int s : m_series) {
        if (!std::isfinite(value(category, s)))
            continue;
        double distance = 0;
        if (isBars()) {
            const QRectF rect = bar(category, s);
            const double along = isHorizontal() ? position.y() : position.x();
            const double across = isHorizontal() ? position.x() : position.y();
            const double start = isHorizontal() ? rect.top() : rect.left();
            const double end = isHorizontal() ? rect.bottom() : rect.right();
            const double low = isHorizontal() ? rect.left() : rect.top();
            const double high = isHorizontal() ? rect.right() : rect.bottom();
            const auto outside = [](double x, double a, double b) { return std::max({a - x, x - b, 0.0}); };
            // In a stack the segment under the pointer counts, in a group the bar of the nearest stripe.
            distance =
                m_kind == ChartKind::StackedBars ? outside(across, low, high) : outside(along, start, end);
        } else {
            distance = std::abs(point(category, s).y() - position.y());
        }
        if (distance < nearest) {
            nearest = distance;
            best = s;
        }
    }
    return best;
}

} // namespace parallax::ui
