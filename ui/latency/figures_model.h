// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "ui/latency/measure_view.h"
#include "ui/latency/waterfall_view.h"

namespace parallax::ui {

// The figures behind the strips and the waterfall of a run, an endpoint a row: for whoever does not see
// pictures, or wants to copy what they say.
class FiguresModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { EndpointColumn, FirstTokenColumn, IntervalColumn, GapColumn, RaceColumn, FirstPhaseColumn };

    using QAbstractTableModel::QAbstractTableModel;

    // Both in the plan's order. The window asks for it 30 times a second: what is the same changes nothing.
    void setRows(const std::vector<MeasureRow>& measures, const std::vector<WaterfallRow>& phases);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    std::vector<MeasureRow> m_measures;
    std::vector<WaterfallRow> m_phases;
};

} // namespace parallax::ui
