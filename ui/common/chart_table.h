// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QTableView>

#include "ui/common/chart_geometry.h"

namespace parallax::ui {

// What a chart draws, as figures: a row for each category, a column for each visible series.
class ChartTableModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    using QAbstractTableModel::QAbstractTableModel;

    void setChart(const ChartData& chart, const QSet<int>& hidden, const Magnitude& magnitude);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void copy() const; // the whole, with headers: TSV and HTML

  private:
    QString cell(int category, int series) const; // empty where there is no value

    ChartData m_chart;
    QVector<int> m_series; // the visible ones, by index
    Magnitude m_magnitude;
};

// Ctrl+C copies the whole table.
class ChartTable final : public QTableView {
    Q_OBJECT
  public:
    explicit ChartTable(QWidget* parent = nullptr);

    void setChart(const ChartData& chart, const QSet<int>& hidden, const Magnitude& magnitude);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void nameCorner();

    ChartTableModel* m_model;
};

} // namespace parallax::ui
