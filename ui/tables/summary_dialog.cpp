// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/summary_dialog.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>

#include <utility>

#include "ui/common/format.h"
#include "ui/common/table_clipboard.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/tables/pivot_page.h"
#include "ui/tables/plain_grid.h"

namespace parallax::ui {
namespace {

QTableWidget* grid(QWidget* parent) {
    auto* made = new QTableWidget(parent);
    makePlain(*made);
    return made;
}

QTableWidgetItem* figure(const QString& text) {
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

data::Table tableOf(const QTableWidget& grid) {
    data::Table made;
    made.header.push_back({});
    for (int c = 0; c < grid.columnCount(); ++c)
        made.header.push_back({toStdString(grid.horizontalHeaderItem(c)->text()), {}, {}});
    for (int r = 0; r < grid.rowCount(); ++r) {
        std::vector<data::Cell> cells{{toStdString(grid.verticalHeaderItem(r)->text()), {}, {}}};
        for (int c = 0; c < grid.columnCount(); ++c)
            cells.push_back({grid.item(r, c) ? toStdString(grid.item(r, c)->text()) : std::string(), {}, {}});
        made.rows.push_back(std::move(cells));
    }
    made.alignments.assign(made.header.size(), data::Alignment::Right);
    made.alignments.front() = data::Alignment::Left;
    return made;
}

} // namespace

SummaryDialog::SummaryDialog(PreparedTablePtr table, std::vector<int> rows, Page page, QWidget* parent)
    : QDialog(parent)
    , m_table(std::move(table))
    , m_rows(std::move(rows))
    , m_tabs(new QTabWidget(this))
    , m_pivot(new PivotPage(m_table, m_tabs)) {
    setObjectName(QStringLiteral("summaryDialog"));
    setWindowTitle(m_table->stored.row.caption.empty()
                       ? tr("Summary")
                       : tr("Summary: %1").arg(fromUtf8(m_table->stored.row.caption).simplified()));
    m_tabs->addTab(makeDescription(), tr("Describe"));
    m_tabs->addTab(m_pivot, tr("Group and pivot"));
    m_tabs->setCurrentIndex(page == Page::Pivot ? 1 : 0);
    connect(m_pivot, &PivotPage::rowsRequested, this, &SummaryDialog::rowsRequested);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copy"));
    connect(copy, &QPushButton::clicked, this, &SummaryDialog::copyShown);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    layout->setSpacing(spacing(3));
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    resize(spacing(200), spacing(120));
}

QWidget* SummaryDialog::makeDescription() {
    auto* page = new QWidget(m_tabs);
    m_description = grid(page);
    m_description->setObjectName(QStringLiteral("description"));
    m_description->setAccessibleName(tr("Describe"));
    std::vector<std::size_t> rows;
    for (const int row : m_rows)
        if (m_table->typed.rowRoles[static_cast<std::size_t>(row)] == data::RowRole::Item ||
            m_table->typed.rowRoles[static_cast<std::size_t>(row)] == data::RowRole::Others)
            rows.push_back(static_cast<std::size_t>(row));
    std::vector<int> columns;
    for (int c = 0; c < m_table->pageColumns; ++c)
        if (m_table->columns[static_cast<std::size_t>(c)].numeric)
            columns.push_back(c);
    const QStringList names{tr("Figures"),
                            tr("Missing"),
                            tr("Words"),
                            tr("Other units"),
                            tr("Inexact"),
                            tr("Minimum"),
                            tr("Lower quartile"),
                            tr("Median"),
                            tr("Upper quartile"),
                            tr("Maximum"),
                            tr("Mean"),
                            tr("Standard deviation"),
                            tr("Sum")};
    m_description->setRowCount(static_cast<int>(names.size()));
    m_description->setColumnCount(static_cast<int>(columns.size()));
    m_description->setVerticalHeaderLabels(names);
    for (int at = 0; at < m_description->columnCount(); ++at)
        m_description->setHorizontalHeaderItem(
            at, figure(m_table->headers[columns[static_cast<std::size_t>(at)]]));
    runBeside(
        effortOf(*m_table), this,
        [table = m_table, columns, rows] {
            std::vector<data::Description> made;
            for (const int column : columns)
                made.push_back(data::describeRows(table->typed, static_cast<std::size_t>(column), rows));
            return made;
        },
        [this](const std::vector<data::Description>& descriptions) { fillDescription(descriptions); });
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, spacing(2), 0, 0);
    layout->setSpacing(spacing(2));
    const auto total = static_cast<qint64>(m_rows.size());
    layout->addWidget(
        label(static_cast<int>(m_rows.size()) == m_table->rowCount
                  ? tr("Over %1 rows; totals and headings are left out.").arg(formatCount(total))
                  : tr("Over the %1 rows that the filter shows; totals and headings are left out.")
                        .arg(formatCount(total)),
              "quiet", page));
    layout->addWidget(m_description, 1);
    if (columns.empty())
        layout->addWidget(label(tr("No column of this table has figures."), "quiet", page));
    return page;
}

void SummaryDialog::fillDescription(const std::vector<data::Description>& descriptions) {
    for (int at = 0; at < m_description->columnCount(); ++at) {
        const data::Description& d = descriptions[static_cast<std::size_t>(at)];
        int row = 0;
        for (const std::size_t count : {d.count, d.missing, d.words, d.otherUnits, d.inexact})
            m_description->setItem(row++, at, figure(formatCount(static_cast<qint64>(count))));
        const auto show = [&](double value, bool meant) {
            m_description->setItem(
                row++, at, figure(d.empty() || !meant ? QStringLiteral("–") : figureText(value, d.unit)));
        };
        for (const double value : {d.minimum, d.lowerQuartile, d.median, d.upperQuartile, d.maximum, d.mean})
            show(value, true);
        const bool dates = d.unit == "day"; // counted in days: they have neither a sum nor such a spread
        show(d.deviation, !dates);
        show(d.exactSum ? d.exactSum->toDouble() : d.sum, !dates);
    }
    fitPlainColumns(*m_description, spacing(60));
}

void SummaryDialog::copyShown() {
    if (m_tabs->currentWidget() == m_pivot)
        m_pivot->copy();
    else
        copyTable(tableOf(*m_description), true);
}

} // namespace parallax::ui
