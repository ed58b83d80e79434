// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "data/check/check.h"
#include "ui/latency/measure_view.h"
#include "ui/latency/run_content.h"
#include "ui/latency/run_session.h"

class QLabel;
class QPushButton;
class QTableView;

namespace parallax::ui {

class FactsView;
class FiguresModel;
class PercentileModel;
class WaterfallView;

// What a run under way tells besides its content.
struct LiveFacts {
    std::vector<LiveRequest> requests; // in the plan's order; empty: the run is over
    double spentDollars = 0;
    double worstLagMs = 0;
    bool underWay() const { return !requests.empty(); }
};

// A run: live while it is under way, its report afterwards. The same page for both, so that nothing jumps.
class RunPage final : public QWidget {
    Q_OBJECT
  public:
    explicit RunPage(QWidget* parent = nullptr);

    // Shared, since a request is looked for in it later.
    void setRun(std::shared_ptr<const RunContent> content, const LiveFacts& live);
    void setTrouble(const QString& text); // why the run broke off; empty: it did not
    const RunContent* content() const { return m_content.get(); }
    PercentileModel& percentiles() { return *m_percentiles; }
    MeasureView& measures() { return *m_measures; }
    WaterfallView& waterfall() { return *m_waterfall; }
    FiguresModel& figures() { return *m_figures; }
    FactsView& endpointFacts() { return *m_endpoints; }

  Q_SIGNALS:
    void againWanted();
    void exportWanted();
    void requestWanted(const QString& endpoint, qint64 sequence, qint64 step);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void layOut();
    void refresh();
    void showHead();
    void showLight(data::Colour colour);
    void showMeasures();
    void showReport();
    void showWaterfall();
    void showFigures(); // the charts as a table, where that is wanted
    void openPercentile(const QModelIndex& index);
    MeasureRow rowOf(std::size_t index) const;
    void retranslate();

    std::shared_ptr<const RunContent> m_content;
    LiveFacts m_live;
    std::pair<qint64, std::size_t> m_reported{-1, 0}; // what the report's widgets show
    std::pair<int, qint64> m_light{-1, 0};            // the colour and the palette that it was drawn with
    QTimer m_replayFrame;
    QElapsedTimer m_replay; // not valid: the race is not being replayed

    QLabel* m_title;
    QLabel* m_simulation;
    QLabel* m_facts;
    QLabel* m_trouble;
    QPushButton* m_asTable;
    QPushButton* m_replayButton;
    QPushButton* m_again;
    QPushButton* m_export;
    MeasureView* m_measures;
    QLabel* m_lagSign;
    QLabel* m_lag;
    QLabel* m_cost;
    QTableView* m_figuresTable;
    FiguresModel* m_figures;
    QLabel* m_waterfallTitle;
    WaterfallView* m_waterfall;
    QLabel* m_comparisonTitle;
    QLabel* m_comparison;
    QLabel* m_loadTitle;
    QLabel* m_load;
    QLabel* m_percentilesTitle;
    QTableView* m_table;
    PercentileModel* m_percentiles;
    QLabel* m_endpointsTitle;
    FactsView* m_endpoints;
};

} // namespace parallax::ui
