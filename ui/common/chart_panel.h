// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>
#include <QWidget>

#include <memory>

#include "base/error.h"

namespace parallax::ui {

struct ChartSeries {
    QString name;
    QVector<double> values; // one per category; NaN where there is none
    QVector<double> low; // of a range, drawn as whiskers; empty, or one per category with NaN for "no range"
    QVector<double> high;
    QStringList notes; // empty, or one per category: written beside the value's label ("+20%")
};

enum class ChartKind { GroupedBars, StackedBars, HorizontalBars, Lines };

struct ChartData {
    QString title;
    QString unit; // of all values: "$", "%", "s"; empty when they are plain numbers
    QStringList categories;
    QVector<ChartSeries> series;
    ChartKind kind = ChartKind::GroupedBars;
    QString note; // one quiet sentence beneath: what was left out, and why
};

// The only place that knows Qt Charts (with its chart_… files). Crosshair with all values (mouse and arrow
// keys), value labels that never overlap, legend that hides series, our theme's colours with hatches, dashes
// and markers that tell series apart without colour, a text summary for screen readers, "show as table", and
// export as PNG (2×), SVG, PDF and clipboard image. Pictures are made for documents: always in the light
// theme.
class ChartPanel final : public QWidget {
    Q_OBJECT
  public:
    explicit ChartPanel(QWidget* parent = nullptr);
    ~ChartPanel() override;

    // Series hidden by name stay hidden when the new data has them too; the zoom is reset.
    void setData(const ChartData& chart);
    const ChartData& chartData() const;
    QString summary() const; // "Grouped bars of 4 categories …; highest …; lowest …"

    // Stands where the title is, on screen only: for an owner that shows the title itself. Takes ownership.
    void setHeading(QWidget* heading);

    // What stands in place of the chart while there is nothing to draw.
    void setEmptyText(const QString& text);

    bool isSeriesHidden(int series) const;
    void setSeriesHidden(int series, bool hidden);

    // The figures in place of the drawing; pictures stay drawings.
    void setShownAsTable(bool on);

    // The crosshair's category and series, -1 when it is not shown.
    int currentCategory() const;
    int currentSeries() const;
    void setCurrent(int category, int series);

    // The categories in view, both ends included; zoomTo keeps the earlier range for zoomBack.
    int firstVisible() const;
    int lastVisible() const;
    void zoomTo(int first, int last);
    void zoomBack();
    void zoomReset();

    // Format by the ending: .png, .svg, .pdf. Throws Error{ExportFailed}.
    void exportTo(const QString& path) const;
    void copyImage() const;
    void chooseExport(); // asks where to, then exportTo

  Q_SIGNALS:
    void categoryActivated(int category, int series); // a bar was clicked: open where the figure came from
    void exportFailed(const parallax::Error& error);
    void exported(const QString& path);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parallax::ui
