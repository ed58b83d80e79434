// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/table_page.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

#include "ui/common/actions.h"
#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/issues.h"
#include "ui/common/sentences.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/tables/compute_dialog.h"
#include "ui/tables/role_names.h"
#include "ui/tables/summary_dialog.h"
#include "ui/tables/table_corrections.h"
#include "ui/tables/table_export.h"
#include "ui/tables/table_grid.h"
#include "ui/tables/table_model.h"

namespace parallax::ui {

// Remembering the columns of more tables than this would make the session file slow to write.
static constexpr qsizetype mostRemembered = 100;

TablePage::TablePage(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new TableModel(this))
    , m_corrections(new TableCorrections(context, this))
    , m_grid(new TableGrid(*m_model, this))
    , m_chart(new ChartPanel(this))
    , m_caption(label(QString(), "title", this))
    , m_origin(new ElidedLabel(this))
    , m_typing(new QTimer(this))
    , m_drawing(new QTimer(this)) {
    m_grid->setObjectName(QStringLiteral("tableGrid"));
    m_caption->setWordWrap(true);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_origin->setQuiet(true);
    makeActions();

    auto* heading = new QVBoxLayout;
    heading->setContentsMargins(spacing(4), spacing(3), spacing(4), spacing(2));
    heading->setSpacing(spacing(1));
    heading->addWidget(m_caption);
    heading->addWidget(m_origin);

    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_grid);
    m_splitter->addWidget(m_chart);
    makeChartChoices();
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(heading);
    layout->addWidget(makeToolbar());
    layout->addWidget(m_splitter, 1);

    for (QTimer* timer : {m_typing, m_drawing})
        timer->setSingleShot(true);
    m_typing->setInterval(150);
    m_drawing->setInterval(30); // a drag over cells changes the selection at every mouse move
    connect(m_rowFilter, &QLineEdit::textChanged, m_typing, QOverload<>::of(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, [this] { m_model->setFilter(m_rowFilter->text()); });
    connect(m_drawing, &QTimer::timeout, this, &TablePage::updateChart);
    connect(m_model, &TableModel::arranged, this, [this] {
        showRowCount();
        m_drawing->start();
    });
    connect(m_model, &TableModel::busyChanged, this, &TablePage::showRowCount);
    connect(m_grid, &TableGrid::columnsChanged, m_drawing, QOverload<>::of(&QTimer::start));
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, m_drawing,
            QOverload<>::of(&QTimer::start));
    connect(m_grid, &TableGrid::openRequested, this, &TablePage::openSource);
    connect(m_grid, &TableGrid::menuRequested, this, &TablePage::showMenu);
    connect(m_grid, &TableGrid::headerMenuRequested, this, [this](QMenu* menu, int column) {
        if (!table())
            return;
        if (column >= table()->pageColumns)
            menu->addAction(tr("Remove this column"), this, [this, column] { removeComputed(column); });
        else
            m_corrections->addColumnActions(*menu, column);
    });
    connect(m_corrections, &TableCorrections::corrected, this, &TablePage::reloadRequested);
    connect(m_chart, &ChartPanel::categoryActivated, this, [this](int category, int series) {
        const auto [row, column] = m_drawn.cell(category, series);
        if (row < 0)
            return;
        m_grid->selectCell(m_model->rowOfSource(row), column);
        // The chart keeps what it shows: going to one cell is no wish to see another chart.
        m_drawing->stop();
        m_grid->setFocus(Qt::OtherFocusReason);
    });
    connect(m_chart, &ChartPanel::showTableRequested, this,
            [this] { m_grid->setFocus(Qt::OtherFocusReason); });
    connect(m_chart, &ChartPanel::exportFailed, this,
            [this](const Error& error) { m_context.issues.add(issueFrom(tr("Export picture"), error)); });
    retranslate();
    arrangeChart();
}

void TablePage::makeActions() {
    ActionRegistry& actions = m_context.actions;
    const QString group = QStringLiteral("tables");
    const auto add = [&](const char* id, std::function<QString()> text, const QKeySequence& keys,
                         std::function<void()> trigger, const char* iconName) {
        return actions.add(this, QLatin1String("tables.") + QLatin1String(id), group, std::move(text), keys,
                           std::move(trigger), QString::fromLatin1(iconName), Qt::WidgetWithChildrenShortcut);
    };
    add(
        "filterRows", [] { return tr("Filter rows"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
        [this] { focusRowFilter(); }, "filter");
    m_chartAction = add(
        "chart", [] { return tr("Chart"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
        [this] { setChartShown(!m_chartShown); }, "chart");
    m_chartAction->setCheckable(true);
    m_belowAction = add(
        "chartBelow", [] { return tr("Chart below the table"); }, {},
        [this] { setChartBelow(m_splitter->orientation() == Qt::Horizontal); }, "");
    m_belowAction->setCheckable(true);
    m_barsAction = add(
        "bars", [] { return tr("Bars in cells"); }, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_B),
        [this] { m_grid->setBarsInCells(!m_grid->barsInCells()); }, "");
    m_barsAction->setCheckable(true);
    m_barsAction->setChecked(true);
    // Ctrl+C belongs to whatever has the focus; the grid knows it by itself.
    m_copyAction = add(
        "copy", [] { return tr("Copy"); }, {}, [this] { m_grid->copy(CopiedHeader::With); }, "copy");
    m_copyPlainAction = add(
        "copyWithoutHeaders", [] { return tr("Copy without headers"); },
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C), [this] { m_grid->copy(CopiedHeader::Without); }, "");
    m_copyMarkdownAction = add(
        "copyMarkdown", [] { return tr("Copy as Markdown"); }, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M),
        [this] { m_grid->copyMarkdown(); }, "");
    m_exportAction = add(
        "export", [] { return tr("Export table…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
        [this] { exportShown(); }, "export");
    m_sourceAction = add(
        "openSource", [] { return tr("Open source"); }, QKeySequence(Qt::CTRL | Qt::Key_Return),
        [this] { openSource(); }, "evidence");
    m_compareAction = add(
        "compare", [] { return tr("Compare"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
        [this] { Q_EMIT compareRequested(); }, "compare");
    m_correctAction = add(
        "correctCell", [] { return tr("Correct this cell…"); }, QKeySequence(Qt::Key_F2),
        [this] {
            if (const QModelIndex current = m_grid->currentIndex(); current.isValid() && table())
                m_corrections->correctCell(m_model->sourceRow(current.row()), current.column());
        },
        "edit");
    m_undoAction = add(
        "undoCorrection", [] { return tr("Take back the last correction"); },
        QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { m_corrections->undoLast(); }, "");
    m_logAction = add(
        "corrections", [] { return tr("Corrections of this table…"); }, {},
        [this] { m_corrections->showLog(); }, "history");
    m_describeAction = add(
        "describe", [] { return tr("Describe the columns…"); },
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] { showSummary(false); }, "");
    m_pivotAction = add(
        "pivot", [] { return tr("Group and pivot…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G),
        [this] { showSummary(true); }, "");
    const auto compute = [&](const char* id, data::Computation computation, std::function<QString()> text) {
        m_computeActions.append({computation, add(
                                                  id, std::move(text), {},
                                                  [this, computation] { this->compute(computation); }, "")});
    };
    compute("computeChange", data::Computation::Change, [] { return tr("Change in %…"); });
    compute("computeDifference", data::Computation::Difference, [] { return tr("Difference…"); });
    compute("computeCagr", data::Computation::Cagr, [] { return tr("Growth a year (CAGR)…"); });
    compute("computeShare", data::Computation::Share, [] { return tr("Share of the total…"); });
    compute("computeRank", data::Computation::Rank, [] { return tr("Rank…"); });
}

QWidget* TablePage::makeToolbar() {
    auto* bar = frame("bar", this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(spacing(3), spacing(1), spacing(3), spacing(1));
    row->setSpacing(spacing(1));
    m_rowFilter = new QLineEdit(bar);
    m_rowFilter->setObjectName(QStringLiteral("rowFilter"));
    m_rowFilter->setClearButtonEnabled(true);
    m_rowFilter->addAction(icon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    m_rowFilter->setMaximumWidth(spacing(80));
    m_rowFilter->setMinimumWidth(spacing(36));
    m_rowCount = label(QString(), "quiet", bar);
    row->addWidget(m_rowFilter, 2);
    row->addSpacing(spacing(1));
    row->addWidget(m_rowCount);
    row->addStretch(1);

    const auto button = [&](QAction* action) {
        auto* made = new QToolButton(bar);
        if (action != nullptr)
            made->setDefaultAction(action);
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::TabFocus);
        row->addWidget(made);
        m_verbs.append(made);
        return made;
    };
    button(m_compareAction);
    m_computeButton = makeComputeButton(bar);
    row->addWidget(m_computeButton);
    m_verbs.append(m_computeButton);
    QToolButton* chart = button(m_chartAction);
    chart->setPopupMode(QToolButton::MenuButtonPopup);
    auto* chartMenu = new QMenu(chart);
    chartMenu->addAction(m_belowAction);
    chartMenu->addAction(m_barsAction);
    chart->setMenu(chartMenu);
    m_columnsButton = button(nullptr);
    m_columnsButton->setIcon(icon(QStringLiteral("columns")));
    m_columnsButton->setPopupMode(QToolButton::InstantPopup);
    auto* columns = new QMenu(m_columnsButton);
    connect(columns, &QMenu::aboutToShow, columns, [this, columns] {
        columns->clear();
        m_grid->fillColumnMenu(*columns);
    });
    m_columnsButton->setMenu(columns);
    QToolButton* copy = button(m_copyAction);
    copy->setPopupMode(QToolButton::MenuButtonPopup);
    auto* copyMenu = new QMenu(copy);
    copyMenu->addAction(m_copyPlainAction);
    copyMenu->addAction(m_copyMarkdownAction);
    copy->setMenu(copyMenu);
    m_exportButton = button(nullptr);
    m_exportButton->setObjectName(QStringLiteral("exportButton"));
    m_exportButton->setIcon(icon(QStringLiteral("export")));
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
    auto* exportMenu = new QMenu(m_exportButton);
    exportMenu->addAction(m_exportAction);
    connect(exportMenu, &QMenu::aboutToShow, exportMenu, [this, exportMenu] {
        if (QAction* all = m_context.actions.find(QStringLiteral("tables.exportListed")))
            exportMenu->addAction(all);
    });
    m_exportButton->setMenu(exportMenu);
    button(m_sourceAction);
    return bar;
}

QToolButton* TablePage::makeComputeButton(QWidget* bar) {
    auto* made = new QToolButton(bar);
    made->setObjectName(QStringLiteral("computeButton"));
    made->setIcon(icon(QStringLiteral("add")));
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    made->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(made);
    for (const auto& [computation, action] : std::as_const(m_computeActions))
        menu->addAction(action);
    menu->addSeparator();
    menu->addAction(m_describeAction);
    menu->addAction(m_pivotAction);
    menu->addSeparator();
    menu->addAction(m_logAction);
    made->setMenu(menu);
    return made;
}

const std::vector<data::ComputedColumn>& TablePage::computedColumns(data::TableId table) const {
    static const std::vector<data::ComputedColumn> none;
    const auto found = m_computed.constFind(table);
    return found == m_computed.constEnd() ? none : *found;
}

void TablePage::compute(data::Computation computation) {
    if (!table())
        return;
    auto* dialog = new ComputeDialog(table(), computation, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = table()->stored.row.id] {
        m_computed[id].push_back(dialog->definition());
        Q_EMIT reloadRequested();
    });
    dialog->open();
}

void TablePage::removeComputed(int column) {
    auto& columns = m_computed[table()->stored.row.id];
    const data::ComputedColumn& gone =
        table()->added[static_cast<std::size_t>(column - table()->pageColumns)].definition;
    const auto found = std::ranges::find_if(columns, [&](const data::ComputedColumn& one) {
        return one.computation == gone.computation && one.base == gone.base && one.next == gone.next &&
               one.years == gone.years;
    });
    if (found != columns.end())
        columns.erase(found);
    Q_EMIT reloadRequested();
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
    QItemSelection selection;
    QModelIndex first;
    for (const int row : rows) {
        const int shown = m_model->rowOfSource(row);
        if (shown < 0)
            continue;
        const QModelIndex left = m_model->index(shown, 0);
        selection.select(left, m_model->index(shown, m_model->columnCount() - 1));
        if (!first.isValid())
            first = left;
    }
    if (!first.isValid())
        return;
    m_grid->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_grid->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_grid->setFocus(Qt::OtherFocusReason);
}

void TablePage::makeChartChoices() {
    auto* choices = new QWidget(this);
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
    m_chart->setHeading(choices); // the page has the caption already
    connect(m_kind, &QComboBox::activated, this, &TablePage::updateChart);
    connect(m_unit, &QComboBox::activated, this, [this] {
        m_chosenUnit = m_unit->currentData().toInt();
        updateChart();
    });
}

const PreparedTablePtr& TablePage::table() const {
    return m_model->table();
}

void TablePage::showTable(PreparedTablePtr table) {
    keepColumns();
    // The same table again, corrected or with a column more: the analyst's filter, order and place stay.
    const bool again = this->table() && table && this->table()->stored.row.id == table->stored.row.id;
    if (again) {
        showAgain(std::move(table));
        return;
    }
    m_chosenUnit.reset();
    m_typing->stop();
    {
        const QSignalBlocker blocker(m_rowFilter);
        m_rowFilter->clear();
    }
    m_grid->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_model->setTable(std::move(table));
    for (int c = 0; c < m_model->columnCount(); ++c)
        m_grid->setColumnHidden(c, false);
    const QByteArray kept = this->table() ? m_columns.value(this->table()->stored.row.id) : QByteArray();
    if (kept.isEmpty() || !m_grid->horizontalHeader()->restoreState(kept))
        m_grid->fitColumns();
    m_grid->scrollToTop();
    if (m_model->rowCount() > 0)
        m_grid->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    m_corrections->setTable(this->table());
    showHeading();
    showRowCount();
    updateChart();
}

void TablePage::showAgain(PreparedTablePtr table) {
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
    m_corrections->setTable(this->table());
    showHeading();
    showRowCount();
    updateChart();
}

// Widths, order and hidden columns, for when the analyst comes back to this table.
void TablePage::keepColumns() {
    if (!table())
        return;
    const data::TableId id = table()->stored.row.id;
    m_columns.insert(id, m_grid->horizontalHeader()->saveState());
    m_columnsAge.removeAll(id);
    m_columnsAge.append(id);
    while (m_columnsAge.size() > mostRemembered)
        m_columns.remove(m_columnsAge.takeFirst());
}

void TablePage::showHeading() {
    if (!table())
        return;
    const data::TableRow& row = table()->stored.row;
    m_caption->setText(row.caption.empty() ? tr("Table without a caption")
                                           : fromUtf8(row.caption).simplified());
    QStringList parts{fromUtf8(row.articleTitle).simplified()};
    if (!row.source.empty())
        parts.append(fromUtf8(row.source));
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
    m_drawing->stop();
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
    TableChartOptions options;
    options.unit = m_chosenUnit;
    if (m_kind->currentData().toInt() >= 0)
        options.kind = static_cast<ChartKind>(m_kind->currentData().toInt());
    m_drawn = chartOf(*table(), rows, columns, options);
    m_chart->setData(m_drawn.chart);
    fillChartChoices();
    arrangeChart();
}

void TablePage::fillChartChoices() {
    const QSignalBlocker blocker(m_unit);
    m_unit->clear();
    for (const auto& [unit, count] : m_drawn.units) {
        const TableUnit& one = table()->units[static_cast<std::size_t>(unit)];
        const QString name = one.change                 ? QStringLiteral("± %")
                             : one.shown.text.isEmpty() ? tr("plain numbers")
                                                        : one.shown.text;
        m_unit->addItem(tr("%1 (%2)").arg(name, formatCount(count)), unit);
    }
    m_unit->setCurrentIndex(std::max(0, m_unit->findData(m_drawn.unit)));
    m_unit->setVisible(m_drawn.units.size() > 1);
    m_kind->setVisible(!m_drawn.units.empty());
}

// Beside the table where the window is wide, below where it is not, unless the analyst said otherwise. A
// table without figures has no chart to make room for.
void TablePage::arrangeChart() {
    const bool below = m_chartBelow.value_or(width() < spacing(230));
    const Qt::Orientation orientation = below ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() != orientation) {
        m_splitter->setOrientation(orientation);
        m_splitter->setSizes({1000, 1000});
    }
    const bool figures = table() && std::any_of(table()->columns.begin(), table()->columns.end(),
                                                [](const ColumnFacts& facts) { return !facts.low.empty(); });
    m_chart->setVisible(m_chartShown && figures);
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
    const QModelIndex current = m_grid->currentIndex();
    if (current.isValid()) {
        const QString quote = table()->text(m_model->sourceRow(current.row()), current.column()).trimmed();
        if (!quote.isEmpty())
            place.detail[QLatin1String("quote")] = quote;
    }
    Q_EMIT openPlace(place);
}

void TablePage::exportShown() {
    if (!table())
        return;
    const bool whole = m_model->rowCount() == table()->rowCount;
    const QString title = whole ? tr("Export table") : tr("Export the shown rows");
    const QString name = fileNameFrom(fromUtf8(table()->stored.row.caption), tr("Table"));
    const QString path =
        dialogs::saveFile(this, title, name + QLatin1String(".csv"),
                          tr("CSV (*.csv);;Excel workbook (*.xlsx);;Markdown (*.md);;JSON (*.json)"));
    if (path.isEmpty())
        return;
    auto shown = std::make_shared<data::Table>(m_grid->shownTable());
    m_context.tasks.start(title,
                          [shown, path, mark = m_context.settings.exportByteOrderMark()](
                              std::stop_token, const ProgressCallback&) { writeTable(*shown, path, mark); },
                          this, {});
}

void TablePage::showMenu(const QPoint& globalPosition) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_sourceAction);
    if (const QModelIndex current = m_grid->currentIndex(); current.isValid() && table()) {
        menu->addSeparator();
        m_corrections->addCellActions(*menu, m_model->sourceRow(current.row()), current.column());
        menu->addAction(m_logAction);
    }
    menu->addSeparator();
    menu->addAction(m_copyAction);
    menu->addAction(m_copyPlainAction);
    menu->addAction(m_copyMarkdownAction);
    menu->addSeparator();
    menu->addAction(m_exportAction);
    menu->popup(globalPosition);
}

QJsonObject TablePage::saveState() const {
    const_cast<TablePage*>(this)->keepColumns();
    QJsonArray columns;
    for (const data::TableId id : m_columnsAge)
        columns.append(
            QJsonObject{{QStringLiteral("table"), static_cast<qint64>(id)},
                        {QStringLiteral("header"), QString::fromLatin1(m_columns[id].toBase64())}});
    QJsonArray computed;
    for (auto table = m_computed.constBegin(); table != m_computed.constEnd(); ++table)
        for (const data::ComputedColumn& one : *table)
            computed.append(QJsonObject{{QStringLiteral("table"), static_cast<qint64>(table.key())},
                                        {QStringLiteral("computation"), static_cast<int>(one.computation)},
                                        {QStringLiteral("base"), static_cast<int>(one.base)},
                                        {QStringLiteral("next"), static_cast<int>(one.next)},
                                        {QStringLiteral("years"), one.years}});
    QJsonObject state{{QStringLiteral("chart"), m_chartShown},
                      {QStringLiteral("computed"), computed},
                      {QStringLiteral("bars"), m_grid->barsInCells()},
                      {QStringLiteral("kind"), m_kind->currentData().toInt()},
                      {QStringLiteral("splitter"), QString::fromLatin1(m_splitter->saveState().toBase64())},
                      {QStringLiteral("columns"), columns}};
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
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(state[QLatin1String("kind")].toInt(-1))));
    m_splitter->restoreState(QByteArray::fromBase64(state[QLatin1String("splitter")].toString().toLatin1()));
    m_computed.clear();
    const QJsonArray computed = state[QLatin1String("computed")].toArray();
    for (const auto& one : computed) {
        const QJsonObject stored = one.toObject();
        const int computation = stored[QLatin1String("computation")].toInt(-1);
        const int base = stored[QLatin1String("base")].toInt(-1),
                  next = stored[QLatin1String("next")].toInt(-1);
        if (computation < 0 || computation > static_cast<int>(data::Computation::Cagr) || base < 0 ||
            next < 0)
            continue; // written by another version
        m_computed[stored[QLatin1String("table")].toInteger()].push_back(
            {static_cast<data::Computation>(computation), static_cast<std::size_t>(base),
             static_cast<std::size_t>(next), stored[QLatin1String("years")].toDouble()});
    }
    m_columns.clear();
    m_columnsAge.clear();
    const QJsonArray columns = state[QLatin1String("columns")].toArray();
    for (const auto& one : columns) {
        const data::TableId id = one.toObject()[QLatin1String("table")].toInteger();
        m_columns.insert(
            id, QByteArray::fromBase64(one.toObject()[QLatin1String("header")].toString().toLatin1()));
        m_columnsAge.append(id);
    }
    arrangeChart();
    updateChart();
}

void TablePage::retranslate() {
    m_rowFilter->setPlaceholderText(tr("Filter rows"));
    m_rowFilter->setAccessibleName(tr("Filter rows"));
    m_rowFilter->setToolTip(tr("Words to be found, -word to leave out, column:word, column>10, <=1.5s"));
    m_columnsButton->setText(tr("Columns"));
    m_columnsButton->setToolTip(tr("Show, hide and fit columns"));
    m_computeButton->setText(tr("Compute"));
    m_computeButton->setToolTip(tr("Add a column, describe, group and pivot"));
    m_exportButton->setText(tr("Export"));
    m_exportButton->setToolTip(tr("Export as CSV, Excel workbook, Markdown or JSON"));
    for (QToolButton* button : {m_computeButton, m_columnsButton, m_exportButton})
        button->setAccessibleName(button->text());
    m_grid->setAccessibleName(tr("Table"));
    m_unit->setAccessibleName(tr("Unit to draw"));
    m_unit->setToolTip(tr("Figures of one unit share a chart; choose which"));
    m_kind->setAccessibleName(tr("Kind of chart"));
    m_kind->setToolTip(m_kind->accessibleName());
    const QStringList kinds{tr("What fits"), tr("Bars"), tr("Stacked bars"), tr("Horizontal bars"),
                            tr("Lines")};
    for (int i = 0; i < kinds.size(); ++i)
        m_kind->setItemText(i, kinds[i]);
    m_chart->setEmptyText(tr("There are no figures to draw among these cells."));
    showHeading();
    showRowCount();
}

void TablePage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateChart();
    }
}

void TablePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Words beside the icons as long as there is room for them; their tooltips stay.
    const bool roomy = width() >= spacing(190);
    for (QToolButton* verb : std::as_const(m_verbs))
        verb->setToolButtonStyle(roomy ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    arrangeChart();
}

} // namespace parallax::ui
