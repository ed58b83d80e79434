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

    void focusRowFilter();
    void setChartShown(bool shown);
    void setChartBelow(bool below);
    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

  Q_SIGNALS:
    void openPlace(const parallax::ui::Place& place);

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void makeActions();
    QWidget* makeToolbar();
    void makeChartChoices();
    void retranslate();
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
    QList<QToolButton*> m_verbs;
    QToolButton* m_columnsButton = nullptr;
    QToolButton* m_exportButton = nullptr;
    TableChart m_drawn;
    std::optional<QString> m_chosenUnit;
    bool m_chartShown = true;
    std::optional<bool> m_chartBelow;           // none: as the width suggests
    QHash<data::TableId, QByteArray> m_columns; // widths, order and hidden columns of tables seen
    QList<data::TableId> m_columnsAge;          // oldest first
};

} // namespace parallax::ui
