// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "data/table/describe.h"
#include "ui/tables/prepared_table.h"

class QTableWidget;
class QTabWidget;

namespace parallax::ui {

class PivotPage;

// A table in few figures: each column described, or one column grouped or pivoted by others. Of the rows that
// the grid shows; a cell of a pivot leads back to its rows.
class SummaryDialog final : public QDialog {
    Q_OBJECT
  public:
    enum class Page { Describe, Pivot };

    // `rows`: those that are shown (of the table), for the description; a pivot is of the whole table.
    SummaryDialog(PreparedTablePtr table, std::vector<int> rows, Page page, QWidget* parent);

  Q_SIGNALS:
    void rowsRequested(const std::vector<int>& rows); // of the table: the evidence of a pivot's cell

  private:
    QWidget* makeDescription();
    void fillDescription(const std::vector<data::Description>& descriptions);
    void copyShown();

    PreparedTablePtr m_table;
    std::vector<int> m_rows;
    QTabWidget* m_tabs;
    PivotPage* m_pivot;
    QTableWidget* m_description = nullptr;
};

} // namespace parallax::ui
