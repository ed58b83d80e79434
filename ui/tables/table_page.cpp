// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/table_page.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QTimer>

#include <algorithm>

#include "ui/common/dialogs.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/issues.h"
#include "ui/common/sentences.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/tables/summary_dialog.h"
#include "ui/tables/table_corrections.h"
#include "ui/tables/table_export.h"
#include "ui/tables/table_grid.h"
#include "ui/tables/table_model.h"

namespace parallax::ui {

TablePage::TablePage(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new TableModel(this))
    , m_corrections(new TableCorrections(context, this))
    , m_computed(new ComputedColumns(this))
    , m_grid(new TableGrid(*m_model, this))
    , m_drawing(new TableDrawing(this))
    , m_typing(new QTimer(this))
    , m_redraw(new QTimer(this)) {
    m_grid->setObjectName(QStringLiteral("tableGrid"));
    makeActions();
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_grid);
    m_splitter->addWidget(&m_drawing->panel());
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHeading());
    layout->addWidget(makeToolbar());
    layout->addWidget(m_splitter, 1);

    for (QTimer* timer : {m_typing, m_redraw})
        timer->setSingleShot(true);
    m_typing->setInterval(150);
    m_redraw->setInterval(30); // a drag over cells changes the selection at every mouse move
    connectParts();
    retranslate();
    arrangeChart();
}

void TablePage::connectParts() {
    connect(m_rowFilter, &QLineEdit::textChanged, m_typing, QOverload<>::of(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, [this] { m_model->setFilter(m_rowFilter->text()); });
    connect(m_redraw, &QTimer::timeout, this, &TablePage::updateChart);
    connect(m_drawing, &TableDrawing::choiceChanged, this, &TablePage::updateChart);
    connect(m_model, &TableModel::arranged, this, [this] {
        showRowCount();
        m_redraw->start();
    });
    connect(m_model, &TableModel::busyChanged, this, &TablePage::showRowCount);
    connect(m_grid, &TableGrid::columnsChanged, m_redraw, QOverload<>::of(&QTimer::start));
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, m_redraw,
            QOverload<>::of(&QTimer::start));
    connect(m_grid, &TableGrid::openRequested, this, &TablePage::openSource);
    connect(m_grid, &TableGrid::menuRequested, this, &TablePage::showMenu);
    connect(m_grid, &TableGrid::headerMenuRequested, this,
            [this](QMenu* menu, int column) { addHeaderActions(*menu, column); });
    connect(m_grid, &TableGrid::signClicked, this, [this](const QModelIndex& index, const QPoint& at) {
        openChecks(m_model->sourceRow(index.row()), index.column(), at);
    });
    connect(m_corrections, &TableCorrections::corrected, this, &TablePage::reloadRequested);
    connect(m_computed, &ComputedColumns::changed, this, &TablePage::reloadRequested);
    connect(&chart(), &ChartPanel::categoryActivated, this, [this](int category, int series) {
        const auto [row, column] = m_drawing->drawn().cell(category, series);
        if (row < 0)
            return;
        m_grid->selectCell(m_model->rowOfSource(row), column);
        // The chart keeps what it shows: going to one cell is no wish to see another chart.
        m_redraw->stop();
        m_grid->setFocus(Qt::OtherFocusReason);
    });
    connect(&chart(), &ChartPanel::exportFailed, this,
            [this](const Error& error) { m_context.issues.add(issueFrom(tr("Export picture"), error)); });
}

void TablePage::compute(data::Computation computation) {
    if (table())
        m_computed->ask(table(), computation);
}

void TablePage::showSummary(bool pivot) {
    if (!table())
        return;
    auto* dialog =
        new SummaryDialog(table(), m_model->sourceRows(),
                          pivot ? SummaryDialog::Page::Pivot : SummaryDialog::Page::Describe, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SummaryDialog::rowsRequested, this, [this, dialog](const std::vector<int>& rows) {
        selectRows(rows);
        dialog->close();
    });
    dialog->open();
}

void TablePage::selectRows(const std::vector<int>& rows) {
    std::vector<int> shown;
    for (const int row : rows)
        if (const int at = m_model->rowOfSource(row); at >= 0)
            shown.push_back(at);
    if (shown.empty())
        return;
    const QModelIndex first = m_model->index(shown.front(), 0);
    // Neighbours are one range: thousands of ranges make a selection slow.
    std::ranges::sort(shown);
    QItemSelection selection;
    for (std::size_t from = 0, to = 0; from < shown.size(); from = to) {
        for (to = from + 1; to < shown.size() && shown[to] == shown[to - 1] + 1;)
            ++to;
        selection.select(m_model->index(shown[from], 0),
                         m_model->index(shown[to - 1], m_model->columnCount() - 1));
    }
    m_grid->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_grid->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_grid->setFocus(Qt::OtherFocusReason);
}

const PreparedTablePtr& TablePage::table() const {
    return m_model->table();
}

void TablePage::showTable(PreparedTablePtr table, CellChecksPtr checks) {
    keepColumns();
    // The same table again, corrected or with a column more: the analyst's filter, order and place stay.
    const bool again = this->table() && table && this->table()->stored.row.id == table->stored.row.id;
    // The signs come first: widths are fitted to them, too.
    if (again) {
        showAgain(std::move(table), std::move(checks));
    } else {
        m_model->setTable(std::move(table));
        m_model->setChecks(std::move(checks));
        showOther();
    }
    showCheckCounts();
    m_corrections->setTable(this->table());
    showHeading();
    showRowCount();
    updateChart();
}

void TablePage::showOther() {
    m_drawing->forget();
    m_rowFilter->clear(); // its signal, too: the button that clears it goes with it
    m_typing->stop();
    m_grid->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    for (int c = 0; c < m_model->columnCount(); ++c)
        m_grid->setColumnHidden(c, false);
    if (!table() || !m_columns.restore(table()->stored.row.id, *m_grid->horizontalHeader()))
        m_grid->fitColumns();
    m_grid->scrollToTop();
    if (m_model->rowCount() > 0)
        m_grid->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
}

void TablePage::showAgain(PreparedTablePtr table, CellChecksPtr checks) {
    const RowOrder order = m_model->order();
    const QModelIndex current = m_grid->currentIndex();
    const int row = current.isValid() ? m_model->sourceRow(current.row()) : -1;
    const int column = current.column();
    const int scrolled = m_grid->verticalScrollBar()->value();
    QList<int> widths;
    for (int c = 0; c < m_model->columnCount(); ++c)
        widths.append(m_grid->isColumnHidden(c) ? 0 : m_grid->columnWidth(c));
    const bool sameColumns = table->columnCount == m_model->columnCount();
    m_model->setTable(std::move(table));
    m_model->setChecks(std::move(checks));
    if (!sameColumns)
        m_grid->fitColumns();
    for (int c = 0; c < std::min<int>(static_cast<int>(widths.size()), m_model->columnCount()); ++c)
        widths[c] == 0 ? m_grid->setColumnHidden(c, true) : m_grid->setColumnWidth(c, widths[c]);
    m_model->setFilter(order.filter);
    if (order.column < m_model->columnCount())
        m_model->sort(order.column, order.direction);
    if (row >= 0 && row < this->table()->rowCount && column < m_model->columnCount())
        if (const int shown = m_model->rowOfSource(row); shown >= 0)
            m_grid->selectionModel()->setCurrentIndex(m_model->index(shown, column),
                                                      QItemSelectionModel::ClearAndSelect);
    m_grid->verticalScrollBar()->setValue(scrolled);
}

// Widths, order and hidden columns, for when the analyst comes back to this table.
void TablePage::keepColumns() {
    if (table())
        m_columns.keep(table()->stored.row.id, *m_grid->horizontalHeader());
}

void TablePage::showHeading() {
    if (!table())
        return;
    const data::TableRow& row = table()->stored.row;
    m_caption->setText(row.caption.empty() ? tr("Table without a caption")
                                           : nameFromUtf8(row.caption).simplified());
    m_caption->setFont(fontFor(m_caption->text(), m_caption->font(), row.language));
    QStringList parts{nameFromUtf8(row.articleTitle).simplified()};
    if (!row.source.empty())
        parts.append(nameFromUtf8(row.source));
    if (!row.archiveMonth.empty())
        parts.append(formatMonth(row.archiveMonth));
    if (table()->stored.table.reconstructed)
        parts.append(tr("rebuilt from the places of words on a page: check it against the source"));
    const auto standing = std::ranges::count_if(table()->corrections, [](const data::Correction& one) {
        return one.undoes == 0 && (one.state == data::CorrectionState::Applies ||
                                   one.state == data::CorrectionState::PageChanged);
    });
    if (standing > 0)
        parts.append(standing == 1 ? tr("1 correction") : tr("%1 corrections").arg(formatCount(standing)));
    m_origin->setText(parts.join(QStringLiteral(" · ")));
}

void TablePage::showRowCount() {
    if (!table())
        return;
    if (m_model->isBusy())
        m_rowCount->setText(tr("Arranging…"));
    else if (m_model->order().filter.trimmed().isEmpty())
        m_rowCount->setText(table()->rowCount == 1 ? tr("1 row")
                                                   : tr("%1 rows").arg(formatCount(table()->rowCount)));
    else if (m_model->rowCount() == 0)
        m_rowCount->setText(tr("No row matches"));
    else
        m_rowCount->setText(
            tr("%1 of %2 rows").arg(formatCount(m_model->rowCount()), formatCount(table()->rowCount)));
}

void TablePage::updateChart() {
    m_redraw->stop();
    if (!table() || !m_chartShown)
        return;
    std::vector<int> rows;
    std::vector<int> columns;
    m_grid->selectedRowsAndColumns(rows, columns);
    const bool labelsOnly = columns.size() == 1 && columns.front() == 0;
    if (columns.empty() || labelsOnly)
        columns = m_grid->shownColumns();
    // One column of one row is a figure, not a chart; then the whole column is drawn.
    if (rows.empty() || (rows.size() == 1 && columns.size() == 1))
        rows = m_model->sourceRows();
    m_drawing->draw(table(), rows, columns);
    arrangeChart();
}

// Beside the table where the window is wide and the columns have room there, else below, unless the analyst
// said otherwise. A table without figures has no chart to make room for.
void TablePage::arrangeChart() {
    constexpr int besideTable = 1200;
    constexpr int besideChart = 800;
    const int room = width() * besideTable / (besideTable + besideChart);
    const bool narrow = width() < spacing(230) || (table() && m_grid->horizontalHeader()->length() > room);
    const bool below = m_chartBelow.value_or(narrow);
    const Qt::Orientation orientation = below ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() != orientation) {
        m_splitter->setOrientation(orientation);
        // Side by side the table has more columns than a chart needs width.
        m_splitter->setSizes(below ? QList<int>{1000, 1000} : QList<int>{besideTable, besideChart});
    }
    const bool figures = table() && std::any_of(table()->columns.begin(), table()->columns.end(),
                                                [](const ColumnFacts& facts) { return !facts.low.empty(); });
    chart().setVisible(m_chartShown && figures);
    m_chartAction->setEnabled(figures);
    m_chartAction->setChecked(m_chartShown && figures);
    m_belowAction->setChecked(below);
}

void TablePage::setChartShown(bool shown) {
    m_chartShown = shown;
    arrangeChart();
    updateChart();
}

void TablePage::setChartBelow(bool below) {
    m_chartBelow = below;
    arrangeChart();
}

void TablePage::focusRowFilter() {
    m_rowFilter->setFocus(Qt::ShortcutFocusReason);
    m_rowFilter->selectAll();
}

void TablePage::openSource() {
    if (!table())
        return;
    const data::TableRow& row = table()->stored.row;
    Place place{QStringLiteral("library"), {{QStringLiteral("article"), static_cast<qint64>(row.article)}}};
    if (row.block >= 0)
        place.detail[QLatin1String("block")] = row.block;
    place.detail[QLatin1String("edition")] = static_cast<qint64>(row.edition);
    // Words may stand in a table more than once, and corrected ones do not stand there at all.
    if (const QModelIndex current = m_grid->currentIndex();
        current.isValid() && current.column() < table()->pageColumns) {
        const int sourceRow = m_model->sourceRow(current.row());
        place.detail[QLatin1String("row")] = sourceRow;
        place.detail[QLatin1String("column")] = current.column();
        const auto& cells = table()->stored.table.rows[static_cast<std::size_t>(sourceRow)];
        if (const auto at = static_cast<std::size_t>(current.column()); at < cells.size())
            if (const QString quote = fromUtf8(cells[at].text).trimmed(); !quote.isEmpty())
                place.detail[QLatin1String("quote")] = quote;
    }
    Q_EMIT openPlace(place);
}

void TablePage::exportShown() {
    if (!table())
        return;
    const bool whole = m_model->rowCount() == table()->rowCount;
    const auto title = [whole] { return whole ? tr("Export table") : tr("Export the shown rows"); };
    const QString name = fileNameFrom(fromUtf8(table()->stored.row.caption), tr("Table"));
    const QString path =
        dialogs::saveFile(this, title(), name + QLatin1String(".csv"),
                          tr("CSV (*.csv);;Excel workbook (*.xlsx);;Markdown (*.md);;JSON (*.json)"));
    if (path.isEmpty())
        return;
    m_context.tasks.start(title,
                          [part = m_grid->shownPart(), path, mark = m_context.settings.exportByteOrderMark()](
                              std::stop_token, const ProgressCallback&) {
                              data::writeTable(part.make(), toStdString(path), {.byteOrderMark = mark});
                          },
                          this, {});
}

QJsonObject TablePage::saveState() const {
    const_cast<TablePage*>(this)->keepColumns();
    QJsonObject state{{QStringLiteral("chart"), m_chartShown},
                      {QStringLiteral("computed"), m_computed->save()},
                      {QStringLiteral("bars"), m_grid->barsInCells()},
                      {QStringLiteral("kind"), m_drawing->kind()},
                      {QStringLiteral("splitter"), QString::fromLatin1(m_splitter->saveState().toBase64())},
                      {QStringLiteral("columns"), m_columns.save()}};
    if (m_chartBelow)
        state[QLatin1String("below")] = *m_chartBelow;
    return state;
}

void TablePage::restoreState(const QJsonObject& state) {
    if (state.isEmpty())
        return;
    m_chartShown = state[QLatin1String("chart")].toBool(true);
    if (state.contains(QLatin1String("below")))
        m_chartBelow = state[QLatin1String("below")].toBool();
    const bool bars = state[QLatin1String("bars")].toBool(true);
    m_grid->setBarsInCells(bars);
    m_barsAction->setChecked(bars);
    m_drawing->setKind(state[QLatin1String("kind")].toInt(-1));
    m_splitter->restoreState(QByteArray::fromBase64(state[QLatin1String("splitter")].toString().toLatin1()));
    m_computed->restore(state[QLatin1String("computed")].toArray());
    m_columns.restore(state[QLatin1String("columns")].toArray());
    arrangeChart();
    updateChart();
}

void TablePage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showCheckCounts();
        updateChart();
    }
}

void TablePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrangeChart();
}

} // namespace parallax::ui
