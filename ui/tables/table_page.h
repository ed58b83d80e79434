// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <optional>

#include "ui/common/workspace.h"
#include "ui/tables/prepared_table.h"
#include "ui/tables/table_chart.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QTimer;
class QToolButton;

namespace parallax::ui {

class ElidedLabel;
class TableCorrections;
class TableGrid;
class TableModel;

// One table: what it is, a toolbar, the grid and its chart. The selection decides what is drawn; a click on a
// bar selects its cell.
class TablePage final : public QWidget {
    Q_OBJECT
  public:
    TablePage(Context& context, QWidget* parent);

    void showTable(PreparedTablePtr table);
    const PreparedTablePtr& table() const;
    TableGrid& grid() { return *m_grid; }
    ChartPanel& chart() { return *m_chart; }

    // What an analyst had computed in a table; kept with the session.
    const std::vector<data::ComputedColumn>& computedColumns(data::TableId table) const;
    void compute(data::Computation computation); // asks for the columns, then adds one
    void showSummary(bool pivot);
    TableCorrections& corrections() { return *m_corrections; }

    void focusRowFilter();
    void setChartShown(bool shown);
    void setChartBelow(bool below);
    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

  Q_SIGNALS:
    void openPlace(const parallax::ui::Place& place);
    void reloadRequested(); // something was corrected or computed: the table is to be read again
    void compareRequested();

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void makeActions();
    QWidget* makeToolbar();
    void makeChartChoices();
    QToolButton* makeComputeButton(QWidget* bar);
    void removeComputed(int column); // of the table
    void selectRows(const std::vector<int>& rows);
    void retranslate();
    void showAgain(PreparedTablePtr table);
    void showHeading();
    void showRowCount();
    void updateChart();
    void fillChartChoices();
    void arrangeChart();
    void keepColumns();
    void openSource();
    void exportShown();
    void showMenu(const QPoint& globalPosition);

    Context& m_context;
    TableModel* m_model;
    TableCorrections* m_corrections;
    TableGrid* m_grid;
    ChartPanel* m_chart;
    QSplitter* m_splitter = nullptr;
    QLabel* m_caption = nullptr;
    ElidedLabel* m_origin = nullptr;
    QLineEdit* m_rowFilter = nullptr;
    QLabel* m_rowCount = nullptr;
    QComboBox* m_unit = nullptr;
    QComboBox* m_kind = nullptr;
    QTimer* m_typing = nullptr;
    QTimer* m_drawing = nullptr;
    QAction* m_chartAction = nullptr;
    QAction* m_belowAction = nullptr;
    QAction* m_barsAction = nullptr;
    QAction* m_copyAction = nullptr;
    QAction* m_copyPlainAction = nullptr;
    QAction* m_copyMarkdownAction = nullptr;
    QAction* m_exportAction = nullptr;
    QAction* m_sourceAction = nullptr;
    QAction* m_compareAction = nullptr;
    QAction* m_correctAction = nullptr;
    QAction* m_undoAction = nullptr;
    QAction* m_logAction = nullptr;
    QAction* m_describeAction = nullptr;
    QAction* m_pivotAction = nullptr;
    QList<std::pair<data::Computation, QAction*>> m_computeActions;
    QToolButton* m_computeButton = nullptr;
    QList<QToolButton*> m_verbs;
    QToolButton* m_columnsButton = nullptr;
    QToolButton* m_exportButton = nullptr;
    TableChart m_drawn;
    std::optional<int> m_chosenUnit; // of the table's units
    bool m_chartShown = true;
    std::optional<bool> m_chartBelow;           // none: as the width suggests
    QHash<data::TableId, QByteArray> m_columns; // widths, order and hidden columns of tables seen
    QList<data::TableId> m_columnsAge;          // oldest first
    QHash<data::TableId, std::vector<data::ComputedColumn>> m_computed;
};

} // namespace parallax::ui
