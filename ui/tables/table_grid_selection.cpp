// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected in a grid: which rows and columns, as a table, on the clipboard, through another order.
#include "ui/tables/table_grid.h"

#include <algorithm>
#include <utility>

#include "data/export/export.h"
#include "ui/common/format.h"
#include "ui/tables/table_model.h"

namespace parallax::ui {
namespace {

// Rows and columns of a selection without asking for each cell: a selected column of 100,000 rows is one
// range.
void markSelected(const QItemSelection& selection, std::vector<bool>& rows, std::vector<bool>& columns) {
    for (const QItemSelectionRange& range : selection) {
        for (int r = range.top(); r <= range.bottom(); ++r)
            rows[static_cast<std::size_t>(r)] = true;
        for (int c = range.left(); c <= range.right(); ++c)
            columns[static_cast<std::size_t>(c)] = true;
    }
}

} // namespace

void TableGrid::selectedRowsAndColumns(std::vector<int>& rows, std::vector<int>& columns) const {
    rows.clear();
    columns.clear();
    const QItemSelection selection = selectionModel()->selection();
    if (selection.isEmpty() ||
        (selection.size() == 1 && selection.first().width() == 1 && selection.first().height() == 1))
        return;
    std::vector<bool> rowMarks(static_cast<std::size_t>(m_model.rowCount()));
    std::vector<bool> columnMarks(static_cast<std::size_t>(m_model.columnCount()));
    markSelected(selection, rowMarks, columnMarks);
    for (std::size_t r = 0; r < rowMarks.size(); ++r)
        if (rowMarks[r])
            rows.push_back(m_model.sourceRow(static_cast<int>(r)));
    for (const int c : shownColumns())
        if (columnMarks[static_cast<std::size_t>(c)])
            columns.push_back(c);
}

TablePart TableGrid::shownPart() const {
    return {m_model.table(), m_model.sourceRows(), shownColumns()};
}

TablePart TableGrid::selectedPart(std::vector<int>& shown) const {
    const QItemSelection selection = selectionModel()->selection();
    if (selection.isEmpty())
        return shownPart();
    std::vector<bool> rowMarks(static_cast<std::size_t>(m_model.rowCount()));
    std::vector<bool> columnMarks(static_cast<std::size_t>(m_model.columnCount()));
    markSelected(selection, rowMarks, columnMarks);
    TablePart part{m_model.table(), {}, {}};
    for (std::size_t r = 0; r < rowMarks.size(); ++r)
        if (rowMarks[r]) {
            shown.push_back(static_cast<int>(r));
            part.rows.push_back(m_model.sourceRow(static_cast<int>(r)));
        }
    for (const int c : shownColumns())
        if (columnMarks[static_cast<std::size_t>(c)])
            part.columns.push_back(c);
    return part;
}

data::Table TableGrid::selectedTable() const {
    std::vector<int> shown;
    const TablePart part = selectedPart(shown);
    const QItemSelection selection = selectionModel()->selection();
    if (selection.size() <= 1)
        return part.make();
    return part.make([&](int row, int column) {
        return std::any_of(selection.begin(), selection.end(), [&](const QItemSelectionRange& range) {
            return range.contains(shown[static_cast<std::size_t>(row)],
                                  part.columns[static_cast<std::size_t>(column)], {});
        });
    });
}

// A selection of one piece is a part that another thread can copy; one of several pieces is made by hand and
// small.
void TableGrid::copyAs(const std::function<CopiedTable(const data::Table&)>& form) {
    if (selectionModel()->selection().size() > 1) {
        putOnClipboard(form(selectedTable()));
        return;
    }
    std::vector<int> shown;
    const TablePart part = selectedPart(shown);
    runBeside(
        effortOf(static_cast<qint64>(part.rows.size()) * static_cast<qint64>(part.columns.size())), this,
        [part, form] { return form(part.make()); },
        [](const CopiedTable& copied) { putOnClipboard(copied); });
}

void TableGrid::copy(CopiedHeader header) {
    copyAs([header](const data::Table& table) { return copiedTable(table, header == CopiedHeader::With); });
}

void TableGrid::copyMarkdown() {
    copyAs([](const data::Table& table) {
        return CopiedTable{fromUtf8(data::exportTable(table, data::TableFormat::Markdown)), {}};
    });
}

// The selection model would keep an index for each selected cell, and then a range for each: sorting a
// selected column of 100,000 rows, and every paint after it, would take seconds. Whole columns are the same
// ones afterwards; of other large selections the rows are strewn about.
void TableGrid::putSelectionAside() {
    constexpr qint64 most = 2'000; // cells
    m_wholeColumns.clear();
    const QItemSelection selection = selectionModel()->selection();
    qint64 cells = 0;
    for (const QItemSelectionRange& range : selection)
        cells += qint64(range.width()) * range.height();
    if (cells <= most)
        return;
    for (const QItemSelectionRange& range : selection)
        if (range.height() == m_model.rowCount())
            for (int c = range.left(); c <= range.right(); ++c)
                m_wholeColumns.push_back(c);
    selectionModel()->clearSelection();
}

void TableGrid::takeSelectionBack() {
    QItemSelection selection;
    const int last = m_model.rowCount() - 1;
    for (const int c : std::exchange(m_wholeColumns, {}))
        if (last >= 0 && c < m_model.columnCount())
            selection.select(m_model.index(0, c), m_model.index(last, c));
    if (!selection.isEmpty())
        selectionModel()->select(selection, QItemSelectionModel::Select);
}

} // namespace parallax::ui
