// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <memory>
#include <vector>

#include "data/store/table_store.h"
#include "data/table/compare_tables.h"
#include "ui/common/chart_panel.h"

namespace parallax::ui {

// Tables of several articles with what they state alike. Never changes, so threads may share it.
struct Comparison {
    std::vector<data::StoredTable> stored; // the table that was asked about first
    std::vector<data::TypedTable> typed;
    data::TableComparison result;
    bool cut = false; // the library has more tables than were looked at
};
using ComparisonPtr = std::shared_ptr<const Comparison>;

// One measure of a comparison: subjects as rows, periods as columns. A cell shows the newest statement with
// its change from the period before; where statements of one period differ, all of them with the gap.
class CompareModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Role { DiffersRole = Qt::UserRole + 1, ShareRole /* for CellDelegate: never a bar */ };

    explicit CompareModel(QObject* parent = nullptr);

    void setMeasure(ComparisonPtr comparison, std::size_t measure);
    void setOnlyDifferences(bool only);
    const data::ComparedMeasure* measure() const;
    // nullptr in the first column and for an empty cell.
    const data::ComparedCell* cell(const QModelIndex& index) const;
    const data::StoredTable& source(const data::ComparedFigure& figure) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    data::Table table() const; // as shown, for copying and export
    ChartData chart() const;   // a line for each of the first subjects
    void retranslate();

  private:
    void arrange();
    QString text(const data::ComparedCell& cell) const;
    QString explanation(const data::ComparedSubject& subject, std::size_t period,
                        const data::ComparedCell& cell) const;

    ComparisonPtr m_comparison;
    std::size_t m_measure = 0;
    bool m_onlyDifferences = false;
    std::vector<std::size_t> m_rows; // shown row → subject
};

// "Q3 2026", "March 2026", "after March 2026" of what only lies ahead.
QString periodText(const data::ComparedPeriod& period);

} // namespace parallax::ui
