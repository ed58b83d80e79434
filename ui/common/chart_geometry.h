// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSet>

#include "ui/common/chart_panel.h"
#include "ui/common/chart_scale.h"

namespace parallax::ui {

// Where each bar and point of a chart stands, in pixels. Qt Charts draws grid, bars and lines into the same
// plot area by the same rule; labels, hatches, whiskers, crosshair and clicks are placed with this one.
class ChartGeometry {
  public:
    // `first` and `last` are the categories in view. The scale covers the visible series there.
    ChartGeometry() = default;
    ChartGeometry(const ChartData& data, ChartKind kind, const QSet<int>& hidden, int first, int last,
                  int ticks);

    void setPlot(const QRectF& plot);
    const QRectF& plot() const { return m_plot; }
    ChartKind kind() const { return m_kind; }
    bool isHorizontal() const { return m_kind == ChartKind::HorizontalBars; }
    bool isBars() const { return m_kind != ChartKind::Lines; }
    int first() const { return m_first; }
    int last() const { return m_last; }
    int count() const { return m_last - m_first + 1; }
    const QVector<int>& series() const { return m_series; } // the visible ones, by index
    const ValueScale& scale() const { return m_scale; }

    double slotLength() const;                 // of one category along its axis
    double barFraction() const;                // of the slot that its bars take
    double categoryCentre(int category) const; // x, or y of horizontal bars
    QRectF slot(int category) const;           // the whole stripe of one category
    double valuePosition(double value) const;  // y, or x of horizontal bars
    // Empty where the series has no value, is hidden or out of view.
    QRectF bar(int category, int series) const;
    QPointF point(int category, int series) const; // middle of the bar's end, or the line's point

    int categoryAt(QPointF position) const;             // -1 outside of the plot's stripe
    int seriesAt(int category, QPointF position) const; // nearest in that category, -1 when it has no value
    double value(int category, int series) const;       // NaN where there is none

  private:
    const ChartData* m_data = nullptr; // outlives the geometry: both belong to the plot
    ChartKind m_kind = ChartKind::GroupedBars;
    int m_first = 0;
    int m_last = -1;
    QVector<int> m_series;
    ValueScale m_scale;
    QRectF m_plot;
};

} // namespace parallax::ui
