// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <stop_token>
#include <vector>

#include "ui/tables/pivot_model.h"
#include "ui/tables/prepared_table.h"

class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;

namespace parallax::ui {

class EmptyPage;

// One column of a whole table grouped, or pivoted, by others. Reckoned on another thread, with a page that
// says so and can stop it where it takes longer than a moment.
class PivotPage final : public QWidget {
    Q_OBJECT
  public:
    explicit PivotPage(PreparedTablePtr table, QWidget* parent = nullptr);
    ~PivotPage() override; // stops what is at work

    void copy(); // to the clipboard
    const PivotModel& model() const { return *m_model; }

  Q_SIGNALS:
    void rowsRequested(const std::vector<int>& rows); // of the table: the evidence of a cell

  private:
    void pivot();
    void stop();
    void show(ShownPivotPtr shown);
    void fitColumns(const ShownPivot& shown);

    PreparedTablePtr m_table;
    QComboBox* m_value;
    QComboBox* m_aggregate;
    QComboBox* m_by;
    QComboBox* m_across;
    QStackedWidget* m_states; // the pivot, busy
    QTableView* m_grid;
    EmptyPage* m_busy;
    PivotModel* m_model;
    QLabel* m_note;
    QTimer m_patience;
    std::stop_source m_work;
    int m_asked = 0; // pivots
};

} // namespace parallax::ui
