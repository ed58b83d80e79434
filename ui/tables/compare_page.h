// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/common/workspace.h"
#include "ui/tables/compare_model.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace parallax::ui {

class EmptyPage;

// What tables of other articles state of the same subjects, side by side over time.
class ComparePage final : public QWidget {
    Q_OBJECT
  public:
    ComparePage(Context& context, QWidget* parent);

    // Reads the library off the GUI thread; a comparison that is still running is given up.
    void compare(data::TableId table, data::Language reading);
    data::TableId tableId() const { return m_table; }
    CompareModel& model() { return *m_model; }

  Q_SIGNALS:
    void openPlace(const parallax::ui::Place& place);
    void closed();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void take(ComparisonPtr comparison);
    void showMeasure();
    void openSources(const QModelIndex& index);
    void exportShown();
    void retranslate();

    Context& m_context;
    CompareModel* m_model;
    QComboBox* m_measure;
    QCheckBox* m_onlyDifferences;
    QToolButton* m_back;
    QToolButton* m_copy;
    QToolButton* m_export;
    QLabel* m_note;
    QTableView* m_view;
    ChartPanel* m_chart;
    QStackedWidget* m_states; // content, busy, nothing
    EmptyPage* m_busy;
    EmptyPage* m_nothing;
    ComparisonPtr m_comparison;
    data::TableId m_table = 0;
    int m_task = 0;
    int m_generation = 0;
};

// Compares one table with the newest others of the library, on the calling thread. Throws Cancelled,
// TableNotFound and what the library throws.
ComparisonPtr compareWithLibrary(data::Library& library, data::TableId table, data::Language reading,
                                 const std::stop_token& stop, const ProgressCallback& progress);

} // namespace parallax::ui
