// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/summary_dialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>

#include <algorithm>
#include <utility>

#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/tables/role_names.h"
#include "ui/tables/table_clipboard.h"

namespace parallax::ui {
namespace {

QTableWidget* grid(QWidget* parent) {
    auto* made = new QTableWidget(parent);
    made->setEditTriggers(QAbstractItemView::NoEditTriggers);
    made->setWordWrap(false);
    made->verticalHeader()->setDefaultSectionSize(spacing(7));
    made->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    made->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    return made;
}

QTableWidgetItem* figure(const QString& text) {
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

// Dates are ordered by their days since 1970; adding those up says nothing.
bool holdsDates(const PreparedTable& table, int column) {
    const ColumnFacts& facts = table.columns[static_cast<std::size_t>(column)];
    for (int row = 0; row < table.rowCount; ++row)
        if (facts.hasFigure(row))
            return table.unitOf(row, column)->code == "day";
    return false;
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
    , m_tabs(new QTabWidget(this)) {
    setObjectName(QStringLiteral("summaryDialog"));
    setWindowTitle(m_table->stored.row.caption.empty()
                       ? tr("Summary")
                       : tr("Summary: %1").arg(fromUtf8(m_table->stored.row.caption).simplified()));
    m_tabs->addTab(makeDescription(), tr("Describe"));
    m_tabs->addTab(makePivot(), tr("Group and pivot"));
    m_tabs->setCurrentIndex(page == Page::Pivot ? 1 : 0);
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
            at, new QTableWidgetItem(m_table->headers[columns[static_cast<std::size_t>(at)]]));
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
    m_description->resizeColumnsToContents();
}

QWidget* SummaryDialog::makePivot() {
    auto* page = new QWidget(m_tabs);
    m_by = new QComboBox(page);
    m_across = new QComboBox(page);
    m_value = new QComboBox(page);
    m_aggregate = new QComboBox(page);
    m_by->setObjectName(QStringLiteral("by"));
    m_across->setObjectName(QStringLiteral("across"));
    m_value->setObjectName(QStringLiteral("value"));
    m_aggregate->setObjectName(QStringLiteral("aggregate"));
    m_across->addItem(tr("nothing"), -1);
    int firstWords = -1;
    for (int c = 0; c < m_table->pageColumns; ++c) {
        const QString name = m_table->headers[c].isEmpty() ? tr("Column %1").arg(c + 1) : m_table->headers[c];
        m_by->addItem(name, c);
        m_across->addItem(name, c);
        if (!m_table->columns[static_cast<std::size_t>(c)].low.empty() && !holdsDates(*m_table, c))
            m_value->addItem(name, c);
        // Groups need words that come again; the names of the rows rarely do.
        if (firstWords < 0 && c != m_table->typed.labelColumn &&
            !m_table->columns[static_cast<std::size_t>(c)].numeric)
            firstWords = c;
    }
    m_by->setCurrentIndex(std::max(0, firstWords));
    for (const auto one : {data::Aggregate::Sum, data::Aggregate::Mean, data::Aggregate::Median,
                           data::Aggregate::Minimum, data::Aggregate::Maximum, data::Aggregate::Count})
        m_aggregate->addItem(aggregateName(one), static_cast<int>(one));
    auto* choices = new QHBoxLayout;
    choices->setSpacing(spacing(2));
    const auto choice = [&](const QString& text, QComboBox* box) {
        auto* name = label(text, "quiet", page);
        name->setBuddy(box);
        box->setAccessibleName(text);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
        choices->addWidget(name);
        choices->addWidget(box, 1);
        connect(box, &QComboBox::currentIndexChanged, this, &SummaryDialog::pivot);
    };
    choice(tr("Of"), m_value);
    choice(tr("show"), m_aggregate);
    choice(tr("by"), m_by);
    choice(tr("and"), m_across);
    m_pivot = grid(page);
    m_pivot->setObjectName(QStringLiteral("pivot"));
    m_pivot->setAccessibleName(tr("Group and pivot"));
    m_note = label(QString(), "quiet", page);
    m_note->setWordWrap(true);
    connect(m_pivot, &QTableWidget::cellActivated, this, [this](int row, int column) {
        if (static_cast<std::size_t>(row) < m_result.cells.size() &&
            static_cast<std::size_t>(column) < m_result.cells[static_cast<std::size_t>(row)].size()) {
            const auto& cell =
                m_result.cells[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
            Q_EMIT rowsRequested(std::vector<int>(cell.rows.begin(), cell.rows.end()));
        }
    });
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, spacing(2), 0, 0);
    layout->setSpacing(spacing(2));
    layout->addLayout(choices);
    layout->addWidget(m_pivot, 1);
    layout->addWidget(m_note);
    pivot();
    return page;
}

void SummaryDialog::pivot() {
    const int asked = ++m_asked;
    if (m_value->count() == 0) {
        m_note->setText(tr("No column of this table has figures."));
        return;
    }
    const auto column = [](const QComboBox* box) { return box->currentData().toInt(); };
    const auto aggregate = static_cast<data::Aggregate>(column(m_aggregate));
    runBeside(
        effortOf(*m_table), this,
        [table = m_table, by = column(m_by), across = column(m_across), of = column(m_value), aggregate] {
            const data::Table& source = table->stored.table;
            return across >= 0 ? data::pivotTable(source, table->typed, static_cast<std::size_t>(by),
                                                  static_cast<std::size_t>(across),
                                                  static_cast<std::size_t>(of), aggregate)
                               : data::groupColumn(source, table->typed, static_cast<std::size_t>(by),
                                                   static_cast<std::size_t>(of), aggregate);
        },
        [this, asked](data::Pivot result) {
            if (asked == m_asked)
                showPivot(std::move(result));
        });
}

void SummaryDialog::showPivot(data::Pivot result) {
    m_pivot->clear();
    m_pivot->setRowCount(0);
    m_pivot->setColumnCount(0);
    m_result = std::move(result);
    const bool crossed = m_across->currentData().toInt() >= 0;
    const data::Aggregate aggregate = m_result.aggregate;
    const auto text = [&](const data::AggregateCell& cell) {
        if (!cell.value)
            return QStringLiteral("–");
        return aggregate == data::Aggregate::Count ? formatNumber(*cell.value, 0)
                                                   : figureText(*cell.value, m_result.unit);
    };
    std::size_t leftOut = m_result.total.leftOut;
    QStringList headers;
    for (const std::string& key : m_result.columnKeys)
        headers.append(crossed ? (key.empty() ? tr("(empty)") : fromUtf8(key).simplified())
                               : m_value->currentText());
    if (crossed)
        headers.append(tr("All"));
    QStringList names;
    for (const std::string& key : m_result.rowKeys)
        names.append(key.empty() ? tr("(empty)") : fromUtf8(key).simplified());
    names.append(tr("All"));
    m_pivot->setColumnCount(static_cast<int>(headers.size()));
    m_pivot->setRowCount(static_cast<int>(names.size()));
    m_pivot->setHorizontalHeaderLabels(headers);
    m_pivot->setVerticalHeaderLabels(names);
    const auto columns = static_cast<int>(m_result.columnKeys.size());
    for (int r = 0; r < static_cast<int>(m_result.rowKeys.size()); ++r) {
        for (int c = 0; c < columns; ++c)
            m_pivot->setItem(
                r, c, figure(text(m_result.cells[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)])));
        if (crossed)
            m_pivot->setItem(r, columns, figure(text(m_result.rowTotals[static_cast<std::size_t>(r)])));
    }
    const int last = m_pivot->rowCount() - 1;
    for (int c = 0; c < columns; ++c)
        m_pivot->setItem(last, c, figure(text(m_result.columnTotals[static_cast<std::size_t>(c)])));
    if (crossed)
        m_pivot->setItem(last, columns, figure(text(m_result.total)));
    m_pivot->resizeColumnsToContents();
    QStringList notes;
    if (leftOut > 0)
        notes.append(leftOut == 1 ? tr("One cell has no figure in this unit and is left out.")
                                  : tr("%1 cells have no figure in this unit and are left out.")
                                        .arg(formatCount(static_cast<qint64>(leftOut))));
    if (m_result.cut)
        notes.append(tr("There are more groups than can be shown; the rest stand together as “…”."));
    notes.append(tr("Double-click a cell to see its rows."));
    m_note->setText(notes.join(QLatin1Char(' ')));
}

void SummaryDialog::copyShown() {
    copyTable(tableOf(m_tabs->currentIndex() == 1 ? *m_pivot : *m_description), true);
}

} // namespace parallax::ui
