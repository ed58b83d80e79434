// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/pivot_model.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/progress.h"
#include "ui/common/figure_unit.h"
#include "ui/common/format.h"

namespace parallax::ui {
namespace {

constexpr int rowsLookedAt = 60; // for the width of a column; the totals as well

QString keyName(const std::string& key, const QString& empty) {
    return key.empty() ? empty : fromUtf8(key).simplified();
}

} // namespace

const data::AggregateCell& ShownPivot::cell(int row, int column) const {
    const auto r = static_cast<std::size_t>(row);
    const auto c = static_cast<std::size_t>(column);
    const bool lastRow = r == pivot.rowKeys.size();
    if (c == pivot.columnKeys.size())
        return lastRow ? pivot.total : pivot.rowTotals[r];
    return lastRow ? pivot.columnTotals[c] : pivot.cells[r][c];
}

QString ShownPivot::text(int row, int column) const {
    const data::AggregateCell& shown = cell(row, column);
    if (!shown.value)
        return QStringLiteral("–");
    return pivot.aggregate == data::Aggregate::Count ? formatNumber(*shown.value, 0)
                                                     : figureText(*shown.value, pivot.unit);
}

QString ShownPivot::columnName(int column) const {
    const auto c = static_cast<std::size_t>(column);
    if (c == pivot.columnKeys.size())
        return all;
    return crossed ? keyName(pivot.columnKeys[c], empty) : valueName;
}

QString ShownPivot::rowName(int row) const {
    const auto r = static_cast<std::size_t>(row);
    return r == pivot.rowKeys.size() ? all : keyName(pivot.rowKeys[r], empty);
}

void findWidest(ShownPivot& shown) {
    const int rows = shown.rows();
    for (int column = 0; column < shown.columns(); ++column) {
        QString widest = shown.text(rows - 1, column);
        for (int row = 0; row < std::min(rows - 1, rowsLookedAt); ++row)
            if (QString text = shown.text(row, column); text.size() > widest.size())
                widest = std::move(text);
        shown.widest.append(widest);
    }
}

data::Table tableOf(const ShownPivot& shown, const std::stop_token& stop) {
    data::Table made;
    made.header.push_back({});
    for (int column = 0; column < shown.columns(); ++column)
        made.header.push_back({toStdString(shown.columnName(column)), {}, {}});
    for (int row = 0; row < shown.rows(); ++row) {
        throwIfStopped(stop);
        std::vector<data::Cell> cells{{toStdString(shown.rowName(row)), {}, {}}};
        for (int column = 0; column < shown.columns(); ++column)
            cells.push_back({toStdString(shown.text(row, column)), {}, {}});
        made.rows.push_back(std::move(cells));
    }
    made.alignments.assign(made.header.size(), data::Alignment::Right);
    made.alignments.front() = data::Alignment::Left;
    return made;
}

void PivotModel::setPivot(ShownPivotPtr shown) {
    beginResetModel();
    m_shown = std::move(shown);
    endResetModel();
}

int PivotModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_shown ? 0 : m_shown->rows();
}

int PivotModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_shown ? 0 : m_shown->columns();
}

QVariant PivotModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return m_shown->text(index.row(), index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return {};
}

QVariant PivotModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const int count = orientation == Qt::Horizontal ? columnCount() : rowCount();
    if (section < 0 || section >= count)
        return {};
    if (role == Qt::DisplayRole)
        return orientation == Qt::Horizontal ? m_shown->columnName(section) : m_shown->rowName(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            (orientation == Qt::Horizontal ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return {};
}

} // namespace parallax::ui
