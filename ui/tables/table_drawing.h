// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>
#include <vector>

#include "ui/tables/table_chart.h"

class QComboBox;

namespace parallax::ui {

// The chart of a table and what an analyst chose of it: the kind of chart, the unit to draw.
class TableDrawing final : public QObject {
    Q_OBJECT
  public:
    explicit TableDrawing(QWidget* parent);

    ChartPanel& panel() { return *m_panel; }
    // Nothing is done where the same is shown already.
    void draw(const PreparedTablePtr& table, const std::vector<int>& rows, const std::vector<int>& columns);
    const TableChart& drawn() const { return m_drawn; }
    void forget(); // another table has other units

    int kind() const; // a ChartKind; -1: what fits
    void setKind(int kind);
    void retranslate();

  Q_SIGNALS:
    void choiceChanged(); // to be drawn again

  private:
    void fillUnits(const PreparedTable& table);

    ChartPanel* m_panel;
    QComboBox* m_unit;
    QComboBox* m_kind;
    TableChart m_drawn;
    PreparedTablePtr m_table; // what m_drawn was made of
    std::vector<int> m_rows, m_columns;
    TableChartOptions m_options;
    std::optional<int> m_chosenUnit; // of the table's units
};

} // namespace parallax::ui
