// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart_table.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>

#include <cmath>

#include "data/article/article.h"
#include "ui/common/format.h"
#include "ui/common/table_clipboard.h"

namespace parallax::ui {

void ChartTableModel::setChart(const ChartData& chart, const QSet<int>& hidden, const Magnitude& magnitude) {
    beginResetModel();
    m_chart = chart;
    m_magnitude = magnitude;
    m_series.clear();
    for (int s = 0; s < chart.series.size(); ++s)
        if (!hidden.contains(s))
            m_series.push_back(s);
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_chart.categories.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_series.size());
}

QString ChartTableModel::cell(int category, int series) const {
    const ChartSeries& of = m_chart.series[series];
    const double value = of.values.value(category, std::nan(""));
    if (!std::isfinite(value))
        return {};
    const double low = of.low.value(category, std::nan("")), high = of.high.value(category, std::nan(""));
    QString text =
        std::isfinite(low) && std::isfinite(high) && low < high
            ? rangeText(fullText(low, m_chart.unit, m_magnitude), fullText(high, m_chart.unit, m_magnitude))
            : fullText(value, m_chart.unit, m_magnitude);
    if (const QString note = of.notes.value(category); !note.isEmpty())
        text = tr("%1 (%2)").arg(text, note);
    return text;
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return cell(index.row(), m_series[index.column()]);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return m_chart.categories.value(section);
    return section < m_series.size() ? m_chart.series[m_series[section]].name : QVariant();
}

void ChartTableModel::copy() const {
    data::Table table;
    table.caption = toStdString(m_chart.title);
    const auto plain = [](const QString& text) {
        data::Cell cell;
        cell.text = toStdString(text);
        return cell;
    };
    table.header.push_back(plain({}));
    for (const int s : m_series)
        table.header.push_back(plain(m_chart.series[s].name));
    for (int row = 0; row < rowCount(); ++row) {
        std::vector<data::Cell> cells{plain(m_chart.categories[row])};
        for (const int s : m_series)
            cells.push_back(plain(cell(row, s)));
        table.rows.push_back(std::move(cells));
    }
    copyTable(table, true);
}

ChartTable::ChartTable(QWidget* parent)
    : QTableView(parent)
    , m_model(new ChartTableModel(this)) {
    setModel(m_model);
    setObjectName(QStringLiteral("chartTable"));
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    nameCorner();
}

void ChartTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameCorner();
}

void ChartTable::nameCorner() {
    if (auto* corner = findChild<QAbstractButton*>()) // Qt's own, nameless
        corner->setAccessibleName(tr("Select the whole table"));
}

void ChartTable::setChart(const ChartData& chart, const QSet<int>& hidden, const Magnitude& magnitude) {
    m_model->setChart(chart, hidden, magnitude);
}

void ChartTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        m_model->copy();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace parallax::ui
