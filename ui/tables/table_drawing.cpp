// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/table_drawing.h"

#include <QBoxLayout>
#include <QComboBox>

#include <algorithm>

#include "ui/common/format.h"
#include "ui/common/theme.h"

namespace parallax::ui {

TableDrawing::TableDrawing(QWidget* parent)
    : QObject(parent)
    , m_panel(new ChartPanel(parent)) {
    auto* choices = new QWidget(parent);
    m_unit = new QComboBox(choices);
    m_kind = new QComboBox(choices);
    for (QComboBox* box : {m_unit, m_kind})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_kind->addItem(QString(), -1);
    for (const ChartKind kind :
         {ChartKind::GroupedBars, ChartKind::StackedBars, ChartKind::HorizontalBars, ChartKind::Lines})
        m_kind->addItem(QString(), static_cast<int>(kind));
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing(2));
    row->addWidget(m_kind);
    row->addWidget(m_unit);
    row->addStretch(1);
    m_panel->setHeading(choices); // the page has the caption already
    connect(m_kind, &QComboBox::activated, this, &TableDrawing::choiceChanged);
    connect(m_unit, &QComboBox::activated, this, [this] {
        m_chosenUnit = m_unit->currentData().toInt();
        Q_EMIT choiceChanged();
    });
}

void TableDrawing::draw(const PreparedTablePtr& table, const std::vector<int>& rows,
                        const std::vector<int>& columns) {
    TableChartOptions options;
    options.unit = m_chosenUnit;
    if (kind() >= 0)
        options.kind = static_cast<ChartKind>(kind());
    if (m_table == table && m_rows == rows && m_columns == columns && m_options == options)
        return;
    m_table = table;
    m_rows = rows;
    m_columns = columns;
    m_options = options;
    m_drawn = chartOf(*table, rows, columns, options);
    m_panel->setData(m_drawn.chart);
    fillUnits(*table);
}

void TableDrawing::forget() {
    m_chosenUnit.reset();
    m_table.reset();
}

void TableDrawing::fillUnits(const PreparedTable& table) {
    const QSignalBlocker blocker(m_unit);
    m_unit->clear();
    for (const auto& [unit, count] : m_drawn.units) {
        const TableUnit& one = table.units[static_cast<std::size_t>(unit)];
        const QString name = one.change                 ? QStringLiteral("± %")
                             : one.shown.text.isEmpty() ? tr("plain numbers")
                                                        : one.shown.text;
        m_unit->addItem(tr("%1 (%2)").arg(name, formatCount(count)), unit);
    }
    m_unit->setCurrentIndex(std::max(0, m_unit->findData(m_drawn.unit)));
    m_unit->setVisible(m_drawn.units.size() > 1);
    m_kind->setVisible(!m_drawn.units.empty());
}

int TableDrawing::kind() const {
    return m_kind->currentData().toInt();
}

void TableDrawing::setKind(int kind) {
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(kind)));
}

void TableDrawing::retranslate() {
    m_table.reset(); // its words are drawn anew
    m_unit->setAccessibleName(tr("Unit to draw"));
    m_unit->setToolTip(tr("Figures of one unit share a chart; choose which"));
    m_kind->setAccessibleName(tr("Kind of chart"));
    m_kind->setToolTip(m_kind->accessibleName());
    const QStringList kinds{tr("What fits"), tr("Bars"), tr("Stacked bars"), tr("Horizontal bars"),
                            tr("Lines")};
    for (int i = 0; i < kinds.size(); ++i)
        m_kind->setItemText(i, kinds[i]);
    m_panel->setEmptyText(tr("There are no figures to draw among these cells."));
}

} // namespace parallax::ui
