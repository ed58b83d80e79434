// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QWidget>

#include <memory>
#include <string>
#include <vector>

#include "ui/latency/run_content.h"

class QLabel;
class QTableView;

namespace parallax::ui {

using RunContents = std::vector<std::shared_ptr<const RunContent>>;

// Several runs side by side, a column for each: medians, a row for each metric and endpoint, then the speed
// of the answers and what they cost.
class RunComparisonModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { MetricColumn, EndpointColumn, FirstRunColumn };

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(RunContents runs);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    enum class Figure { Metric, Speed, Cost };
    struct Row {
        Figure figure = Figure::Metric;
        latency::ReportMetric metric = latency::ReportMetric::FirstToken; // of Figure::Metric
        std::string endpoint;
        std::string simulation; // the profile, where a run of it asked no provider
        bool first = false;     // of its figure
    };
    static QString titleOf(const Row& row);
    QString noteOf(latency::ReportMetric metric) const;
    const latency::EndpointReport* reportAt(const QModelIndex& index) const;
    // In milliseconds, or tokens a second; nullptr where the run has none, or the row is of money.
    const latency::Percentile* medianAt(const QModelIndex& index) const;
    QString cellText(const QModelIndex& index) const;
    void addRows(Figure figure, latency::ReportMetric metric, const std::vector<std::string>& endpoints);

    RunContents m_runs;
    std::vector<Row> m_rows;
};

// Two or more runs: what they say together, and their medians beside each other.
class CompareRunsPage final : public QWidget {
    Q_OBJECT
  public:
    explicit CompareRunsPage(QWidget* parent = nullptr);

    void setRuns(RunContents runs);
    RunComparisonModel& model() { return *m_model; }

  Q_SIGNALS:
    void runWanted(qint64 run);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    RunContents m_runs;
    QLabel* m_title;
    QLabel* m_note;
    QLabel* m_which; // the runs, a line each
    QLabel* m_sessions;
    QTableView* m_table;
    RunComparisonModel* m_model;
};

} // namespace parallax::ui
