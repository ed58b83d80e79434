// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>
#include <QWidget>

#include <memory>

namespace parallax::ui {

struct ChartSeries {
    QString name;
    QVector<double> values; // one per category; NaN where there is none
};

enum class ChartKind { GroupedBars, StackedBars, HorizontalBars, Lines };

struct ChartData {
    QString title;
    QString unit;
    QStringList categories;
    QVector<ChartSeries> series;
    ChartKind kind = ChartKind::GroupedBars;
};

// The only place that knows Qt Charts. Crosshair with all values, value labels, legend that hides series, our
// theme's colours and markers, a text summary for screen readers, "show as table", and export as PNG (2×), SVG,
// PDF and clipboard image.
class ChartPanel final : public QWidget {
    Q_OBJECT
  public:
    explicit ChartPanel(QWidget* parent = nullptr);
    ~ChartPanel() override;

    void setData(const ChartData& data);
    const ChartData& chartData() const;
    QString summary() const; // "Grouped bars: …; highest …; lowest …"

    // Format by the ending: .png, .svg, .pdf. Throws Error{ExportFailed}.
    void exportTo(const QString& path) const;
    void copyImage() const;

  Q_SIGNALS:
    void categoryActivated(int category, int series); // a bar was clicked: open where the figure came from
    void showTableRequested();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parallax::ui
