// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>

#include <vector>

#include "data/store/table_store.h"
#include "ui/common/chart_panel.h"
#include "ui/projections/stated_change.h"

namespace parallax::ui {

// What of the library's market figures is shown.
struct ProjectionFilter {
    QString text;    // in measure, subject, source or article; any case, width and Chinese script
    QString measure; // empty: all
    QString source;  // empty: all
    data::Language reading = data::Language::English; // of an article in several languages, this one
    bool operator==(const ProjectionFilter&) const = default;
};

// Market figures in groups: a heading per table, its subjects, and their total where that means something.
class ProjectionModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { Subject, Current, Projected, Change, Stated, Source, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole + 1, // RowKind
        ShareRole                    // of the greatest figure of its table and column, for bars in cells
    };
    enum class RowKind { Heading, Figure, Total };

    explicit ProjectionModel(QObject* parent = nullptr);

    void setFigures(std::vector<data::MarketFigure> figures);
    void setFilter(const ProjectionFilter& filter);
    const ProjectionFilter& filter() const { return m_filter; }
    void retranslate();

    // All of the library, for the choices of the filter; sorted.
    QStringList measures() const;
    QStringList sources() const;
    bool isEmpty() const { return m_figures.empty(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // within each group

    RowKind kind(int row) const { return m_rows[static_cast<std::size_t>(row)].kind; }
    int group(int row) const { return m_rows[static_cast<std::size_t>(row)].group; }
    int groupCount() const { return static_cast<int>(m_groups.size()); }
    const data::MarketFigure* figure(int row) const; // null for headings and totals
    const data::MarketFigure& firstOf(int group) const;
    int rowOf(int group, int category) const;    // of the chart's category; -1 when there is none
    int groupOfTable(data::TableId table) const; // -1 when none is shown

    // Current beside projected, the change written at the projected bar.
    ChartData chart(int group) const;
    // What is shown, as a table of its own; `rows` empty: all. Totals and headings are left out.
    data::Table asTable(const std::vector<int>& rows = {}) const;

  private:
    struct Row {
        RowKind kind;
        int group;
        int figure; // index into m_figures
    };
    struct Group {
        std::vector<int> figures; // in the order shown
        bool hasTotal = false;
        double current = 0;
        double projected = 0;
        double largest = 0;
    };
    void arrange();
    void sortGroup(Group& group) const;
    bool accepts(const data::MarketFigure& figure, const std::u32string& words) const;
    QVariant headingData(const Group& group, int column, int role) const;
    QVariant totalData(const Group& group, int column, int role) const;
    QVariant figureData(const Group& group, const data::MarketFigure& figure, int column, int role) const;

    std::vector<data::MarketFigure> m_figures;
    ProjectionFilter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<Group> m_groups;
    std::vector<Row> m_rows;
};

// "+12.5%", "−3%", of shares in points "+5.0 pp"; "–" where there is none.
QString changeText(double change, bool points = false);

} // namespace parallax::ui
