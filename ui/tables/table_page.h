// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

#include <optional>

#include "ui/common/cell_checks.h"
#include "ui/common/workspace.h"
#include "ui/tables/column_memory.h"
#include "ui/tables/computed_columns.h"
#include "ui/tables/prepared_table.h"
#include "ui/tables/table_drawing.h"

class QBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QSplitter;
class QTimer;
class QToolButton;

namespace parallax::ui {

class ElidedLabel;
class TableCorrections;
class TableGrid;
class TableModel;

// One table: what it is, a toolbar, the grid and its chart. The selection decides what is drawn; a click on a
// bar selects its cell; a cell whose figure fails a check wears its sign.
class TablePage final : public QWidget {
    Q_OBJECT
  public:
    TablePage(Context& context, QWidget* parent);

    void showTable(PreparedTablePtr table, CellChecksPtr checks);
    const PreparedTablePtr& table() const;
    void setChecks(CellChecksPtr checks); // of the table that is shown
    TableGrid& grid() { return *m_grid; }
    ChartPanel& chart() { return m_drawing->panel(); }

    const ComputedColumns& computedColumns() const { return *m_computed; }
    void compute(data::Computation computation); // asks for the columns, then adds one
    void showSummary(bool pivot);
    TableCorrections& corrections() { return *m_corrections; }

    void openChecks(int row, int column, const QPoint& globalPosition); // of the table; header: row -1
    void stepCheck(int by); // to the next or previous cell whose figure fails
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
    // table_page_actions.cpp
    void makeActions();
    QBoxLayout* makeHeading();
    QWidget* makeToolbar();
    QToolButton* makeMenuButton(QWidget* bar, const char* name, const char* iconName);
    void fillComputeMenu(QMenu& menu);
    void addHeaderActions(QMenu& menu, int column);
    void showMenu(const QPoint& globalPosition);
    void retranslate();

    // table_page_checks.cpp
    void showCheckCounts();
    bool addCheckActions(QMenu& menu, int row, int column);

    void connectParts();
    void showOther();
    void showAgain(PreparedTablePtr table, CellChecksPtr checks);
    void selectRows(const std::vector<int>& rows);
    void showHeading();
    void showRowCount();
    void updateChart();
    void arrangeChart();
    void keepColumns();
    void openSource();
    void exportShown();

    Context& m_context;
    TableModel* m_model;
    TableCorrections* m_corrections;
    ComputedColumns* m_computed;
    TableGrid* m_grid;
    TableDrawing* m_drawing;
    ColumnMemory m_columns;
    QSplitter* m_splitter = nullptr;
    QLabel* m_caption = nullptr;
    QToolButton* m_captionSign = nullptr;
    ElidedLabel* m_origin = nullptr;
    QToolButton* m_failed = nullptr; // how many figures fail
    QLineEdit* m_rowFilter = nullptr;
    QLabel* m_rowCount = nullptr;
    QTimer* m_typing = nullptr;
    QTimer* m_redraw = nullptr;
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
    QAction* m_nextCheckAction = nullptr;
    QList<QAction*> m_computeActions;
    QToolButton* m_computeButton = nullptr;
    QToolButton* m_columnsButton = nullptr;
    QToolButton* m_exportButton = nullptr;
    bool m_chartShown = true;
    std::optional<bool> m_chartBelow; // none: as the width suggests
};

} // namespace parallax::ui
