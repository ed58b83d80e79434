// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QGraphicsScene>
#include <QSet>

#include "ui/common/chart_axes.h"
#include "ui/common/theme.h"

class QChart;

namespace parallax::ui {

// One chart as a picture of a given size: Qt Charts draws bars and lines, we draw grid, texts, hatches,
// markers, whiskers and crosshair around them, crisp and with fonts of our choosing. Used by the window and
// by export.
class ChartPlot final : public QGraphicsScene {
  public:
    explicit ChartPlot(QObject* parent = nullptr);

    void setLook(const Theme& theme, const QFont& font);
    void setContent(const ChartData& data, const QSet<int>& hidden);
    void setHidden(const QSet<int>& hidden);
    void setWindow(int first, int last); // categories in view
    void setSize(QSizeF size);

    const ChartData& content() const { return m_data; }
    const QSet<int>& hidden() const { return m_hidden; }
    const ChartGeometry& geometry() const { return m_geometry; }
    const Magnitude& magnitude() const { return m_magnitude; }
    const QVector<PlacedLabel>& valueLabels() const { return m_valueLabels; }
    // Every text of the picture but the crosshair's card: numbers and unit of the axis, names of categories,
    // values, names at the ends of lines.
    QVector<PlacedLabel> texts() const;
    // Grouped bars lie down when their names would not fit beneath them.
    ChartKind effectiveKind() const { return m_geometry.kind(); }
    const QChart& chart() const { return *m_chart; }

    // The crosshair; -1 hides it. The series is the one written in bold on the card.
    void setPointer(int category, int series);
    int pointerCategory() const { return m_category; }
    int pointerSeries() const { return m_series; }
    void setSelectionBand(double from, double to); // while dragging; equal ends hide it

  protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

  private:
    void arrange();
    void arrangeFor(ChartKind kind);
    void fillChart();
    void fillBars();
    void fillLines();
    QVector<PlacedLabel> lineEndLabels() const;
    struct Card; // all values at the crosshair, beside it
    Card layCard() const;
    void paintCard(QPainter& painter, const Card& card) const;
    void paintPointer(QPainter& painter) const;
    void paintTexts(QPainter& painter, const QRectF& covered) const;
    void paintWhiskers(QPainter& painter) const;

    Theme m_theme;
    QFont m_font;
    ChartData m_data;
    QSet<int> m_hidden;
    int m_first = 0;
    int m_last = -1;
    QSizeF m_size{400, 300};

    QChart* m_chart;
    ChartGeometry m_geometry;
    Magnitude m_magnitude;
    CategoryLabels m_categories;
    QVector<PlacedLabel> m_axisTexts;
    QVector<PlacedLabel> m_categoryTexts;
    QVector<PlacedLabel> m_valueLabels;
    QVector<PlacedLabel> m_endLabels;
    int m_category = -1;
    int m_series = -1;
    double m_bandFrom = 0;
    double m_bandTo = 0;
};

} // namespace parallax::ui
