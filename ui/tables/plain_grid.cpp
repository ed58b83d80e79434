// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/plain_grid.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

#include "ui/common/cell_delegate.h"
#include "ui/common/theme.h"

namespace parallax::ui {

void makePlain(QTableView& grid) {
    grid.setItemDelegate(new CellDelegate({}, &grid));
    grid.setEditTriggers(QAbstractItemView::NoEditTriggers);
    grid.setWordWrap(false);
    grid.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    grid.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    grid.verticalHeader()->setDefaultSectionSize(spacing(7));
    for (QHeaderView* header : {grid.horizontalHeader(), grid.verticalHeader()})
        header->setHighlightSections(false);
}

void fitPlainColumns(QTableView& grid, int widest) {
    grid.resizeColumnsToContents();
    for (int column = 0; column < grid.model()->columnCount(); ++column)
        grid.setColumnWidth(column, std::min(grid.columnWidth(column), widest));
}

} // namespace parallax::ui
