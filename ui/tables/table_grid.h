// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <functional>
#include <vector>

#include "ui/common/table_clipboard.h"
#include "ui/tables/table_part.h"

class QMenu;

namespace parallax::ui {

class TableModel;

enum class CopiedHeader { With, Without };

// The grid of one table: its first column stays in sight while the others scroll, columns can be hidden,
// moved and sized, and what is selected can be copied.
class TableGrid final : public QTableView {
    Q_OBJECT
  public:
    explicit TableGrid(TableModel& model, QWidget* parent = nullptr);

    // The selected cells as a table of their own, in the order shown; without a selection, all that is shown.
    // Cells within its bounds that are not selected are empty.
    data::Table selectedTable() const;
    TablePart shownPart() const; // all rows and columns that are shown
    void copy(CopiedHeader header);
    void copyMarkdown();

    std::vector<int> shownColumns() const; // by table, left to right
    void setBarsInCells(bool on);
    bool barsInCells() const { return m_bars; }
    void fillColumnMenu(QMenu& menu);
    void fitColumns();                    // widths from what the first rows hold
    void selectCell(int row, int column); // of the model; scrolls to it
    // The selected rows (of the stored table, in the order shown) and columns; empty when one cell or none
    // is.
    void selectedRowsAndColumns(std::vector<int>& rows, std::vector<int>& columns) const;

  Q_SIGNALS:
    void openRequested(const QModelIndex& index); // Enter or double click
    void columnsChanged();                        // shown, hidden or moved
    void signClicked(const QModelIndex& index, const QPoint& globalPosition);
    void menuRequested(const QPoint& globalPosition);
    void headerMenuRequested(QMenu* menu,
                             int column); // of the table: whoever knows more of it adds to the menu

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

  private:
    void setUpFrozen();
    void placeFrozen();
    void applyDensity();
    void headerMenu(const QPoint& globalPosition, int column);
    // Rows and columns of the selection's bounds; without a selection, all that is shown. `shown` gets the
    // rows as the view has them.
    TablePart selectedPart(std::vector<int>& shown) const;
    void copyAs(const std::function<CopiedTable(const data::Table&)>& form);
    void putSelectionAside();
    void takeSelectionBack();

    TableModel& m_model;
    QTableView* m_frozen;
    bool m_bars = true;
    std::vector<int> m_wholeColumns; // that were selected, while rows get another order
};

} // namespace parallax::ui
