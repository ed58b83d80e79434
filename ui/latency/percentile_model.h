// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <optional>
#include <string>
#include <vector>

#include "data/measure/attempt.h"
#include "engine/latency/report.h"

namespace parallax::ui {

// Percentiles of a run, a row for each metric and endpoint: the value with its interval, or the sample that
// it would take. A percentile without enough data has no number. Then the gaps between chunks, and where
// connections were of several kinds the first token and the whole answer for each of them.
class PercentileModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { MetricColumn, EndpointColumn, CountColumn, FirstQuantileColumn };
    struct Row {
        std::string endpoint;
        latency::MetricSummary summary;
        int series = 0;                                      // of the endpoint, for its colour
        bool first = false;                                  // of its metric
        std::optional<data::ConnectionKind> connection = {}; // of answers over such alone
        std::optional<latency::ChunkGaps> gaps = {};         // in the place of the summary
        std::string simulation = {};                         // the profile, where no provider was asked
    };

    using QAbstractTableModel::QAbstractTableModel;

    // `endpoints` in the order of the plan. What only repeats another metric, or is nothing, is left out.
    // `since` is what the report's waits count from.
    void setReport(const latency::Report& report, const std::vector<std::string>& endpoints,
                   latency::Since since);
    const Row& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    // The percentile of a cell that a request can stand for; nullptr for the others.
    const latency::Percentile* percentileAt(const QModelIndex& index) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QVariant gapText(const Row& row, int column) const;

    std::vector<Row> m_rows;
    latency::Since m_since = latency::Since::Submitted;
};

} // namespace parallax::ui
