// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/projections/projections_workspace.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <optional>

#include "ui/common/actions.h"
#include "ui/common/cell_delegate.h"
#include "ui/common/chart_panel.h"
#include "ui/common/dialogs.h"
#include "ui/common/empty_page.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/library_client.h"
#include "ui/common/rescale.h"
#include "ui/common/sentences.h"
#include "ui/common/table_clipboard.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/projections/projection_model.h"
#include "ui/tables/table_export.h"

namespace parallax::ui {

struct ProjectionsWorkspace::Loaded {
    std::vector<data::MarketFigure> figures;
    std::optional<Error> error;
};

ProjectionsWorkspace::ProjectionsWorkspace(Context& given, QWidget* parent)
    : Workspace(given, parent)
    , m_model(new ProjectionModel(this))
    , m_states(new QStackedWidget(this))
    , m_content(new QWidget(m_states))
    , m_splitter(new QSplitter(m_content))
    , m_view(new QTableView(m_splitter))
    , m_chart(new ChartPanel(m_splitter))
    , m_busy(new EmptyPage(m_states))
    , m_empty(new EmptyPage(m_states))
    , m_broken(new EmptyPage(m_states))
    , m_typing(new QTimer(this))
    , m_patience(new QTimer(this))
    , m_reading(given.settings.readingLanguage()) {
    makeActions();
    makeView();
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_chart);
    m_splitter->setChildrenCollapsible(false);
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(makeToolbar());
    content->addWidget(m_splitter, 1);
    for (QWidget* one : {m_content, static_cast<QWidget*>(m_busy), static_cast<QWidget*>(m_empty),
                         static_cast<QWidget*>(m_broken)})
        m_states->addWidget(one);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    m_busy->setBusy(true);
    m_empty->addButton([this] {
               Q_EMIT openPlace({QStringLiteral("tables"), {}});
           })
        ->setObjectName(QStringLiteral("openTables"));
    m_broken->addButton([this] { reload(); })->setObjectName(QStringLiteral("tryAgain"));

    for (QTimer* timer : {m_typing, m_patience})
        timer->setSingleShot(true);
    m_typing->setInterval(150);
    m_patience->setInterval(250);
    connect(m_typing, &QTimer::timeout, this, &ProjectionsWorkspace::applyFilter);
    connect(m_patience, &QTimer::timeout, this, [this] {
        if (!m_loaded)
            m_states->setCurrentWidget(m_busy);
    });
    connect(m_chart, &ChartPanel::categoryActivated, this, [this](int category, int series) {
        const int row = m_model->rowOf(m_group, category);
        if (row < 0)
            return;
        m_view->setCurrentIndex(
            m_model->index(row, series == 0 ? ProjectionModel::Current : ProjectionModel::Projected));
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_chart, &ChartPanel::exportFailed, this,
            [this](const Error& error) { context().issues.add(issueFrom(tr("Export picture"), error)); });
    connect(&given.library, &LibraryClient::opened, this, &ProjectionsWorkspace::reload);
    connect(&given.library, &LibraryClient::changed, this, &ProjectionsWorkspace::reload);
    retranslate();
    arrangeChart();
    reload();
}

ProjectionsWorkspace::~ProjectionsWorkspace() = default;

void ProjectionsWorkspace::makeView() {
    m_view->setObjectName(QStringLiteral("figureTable"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate({ProjectionModel::ShareRole, 0, 0}, m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(true);
    m_view->setWordWrap(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight());
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setSortingEnabled(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
    connect(m_view, &QTableView::doubleClicked, this, &ProjectionsWorkspace::openSource);
    connect(m_view, &QTableView::customContextMenuRequested, this, [this](const QPoint& at) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (QAction* action : {m_sourceAction, m_tableAction, m_copyAction, m_exportAction})
            menu->addAction(action);
        menu->popup(m_view->viewport()->mapToGlobal(at));
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid() && m_model->group(index.row()) != m_group) {
                    showGroup(m_model->group(index.row()));
                    Q_EMIT placeChanged(place());
                }
            });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ProjectionsWorkspace::shape);
}

// Ctrl+C and Enter, which a table view would use for one cell and for editing.
bool ProjectionsWorkspace::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy)) {
            copy();
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            key->modifiers() == Qt::NoModifier) {
            openSource();
            return true;
        }
    }
    return Workspace::eventFilter(watched, event);
}

void ProjectionsWorkspace::reload() {
    if (!m_loaded)
        m_patience->start();
    context().library.read<Loaded>(
        QStringLiteral("projections"), this,
        [](data::Library& library) {
            Loaded loaded;
            try {
                loaded.figures = library.tables().marketFigures();
            } catch (const Error& error) {
                if (error.code() == ErrorCode::Cancelled)
                    throw;
                loaded.error = error;
            }
            return loaded;
        },
        [this](Loaded loaded) { take(std::move(loaded)); });
}

void ProjectionsWorkspace::take(Loaded loaded) {
    m_loaded = true;
    if (loaded.error) {
        m_broken->setContent(QStringLiteral("error"), tr("The market figures cannot be read"),
                             sentence(*loaded.error));
        m_states->setCurrentWidget(m_broken);
        return;
    }
    const qint64 table = m_wantedTable != 0 ? m_wantedTable
                         : m_group >= 0     ? static_cast<qint64>(m_model->firstOf(m_group).table)
                                            : 0;
    m_wantedTable = 0;
    m_group = -1;
    m_model->setFigures(std::move(loaded.figures));
    fillChoices();
    m_states->setCurrentWidget(m_model->isEmpty() ? static_cast<QWidget*>(m_empty) : m_content);
    applyFilter();
    if (!m_fitted && !m_model->isEmpty()) { // later widths are the analyst's own
        fitColumns();
        m_fitted = true;
    }
    showGroup(std::max(0, m_model->groupOfTable(table)));
    const int row = m_group >= 0 ? m_model->rowOf(m_group, 0) : -1;
    if (row >= 0) // a heading is no place for the keyboard to begin
        m_view->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
}

void ProjectionsWorkspace::fillChoices() {
    const auto fill = [](QComboBox* box, const QString& all, const QStringList& names) {
        const QString chosen = box->currentData().toString();
        const QSignalBlocker blocker(box);
        box->clear();
        box->addItem(all, QString());
        for (const QString& name : names)
            box->addItem(QString(name).simplified(), name);
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    };
    fill(m_measure, tr("All measures"), m_model->measures());
    fill(m_source, tr("All sources"), m_model->sources());
}

void ProjectionsWorkspace::applyFilter() {
    m_typing->stop();
    m_model->setFilter({m_filter->text(), m_measure->currentData().toString(),
                        m_source->currentData().toString(), m_reading});
    int figures = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        figures += m_model->kind(row) == ProjectionModel::RowKind::Figure ? 1 : 0;
    m_count->setText(figures == 0   ? tr("No figure matches")
                     : figures == 1 ? tr("1 figure")
                                    : tr("%1 figures").arg(formatCount(figures)));
}

// After a reset: headings over the whole width, and the chart of what is still there.
void ProjectionsWorkspace::shape() {
    m_view->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->kind(row) == ProjectionModel::RowKind::Heading)
            m_view->setSpan(row, 0, 1, ProjectionModel::ColumnCount);
    showGroup(m_model->groupCount() > 0 ? 0 : -1);
}

// Widths from the headers and the first rows; headings span all columns and do not count.
void ProjectionsWorkspace::fitColumns() {
    const QFontMetrics metrics(font());
    for (int c = 0; c + 1 < ProjectionModel::ColumnCount; ++c) {
        int width =
            metrics.horizontalAdvance(m_model->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString()) +
            spacing(9);
        for (int row = 0; row < std::min(200, m_model->rowCount()); ++row)
            if (m_model->kind(row) != ProjectionModel::RowKind::Heading)
                width = std::max(width, metrics.horizontalAdvance(m_model->index(row, c).data().toString()) +
                                            spacing(6));
        m_view->setColumnWidth(c, std::min(width, metrics.averageCharWidth() * 34));
    }
    if (m_splitter->orientation() != Qt::Horizontal)
        return;
    // Every column beside the chart, as long as that one keeps a third.
    int last = 0;
    for (int row = 0; row < std::min(200, m_model->rowCount()); ++row)
        last = std::max(last, m_view->sizeHintForIndex(m_model->index(row, ProjectionModel::Source)).width());
    const int total = m_splitter->width();
    const int needed = m_view->horizontalHeader()->length() - m_view->columnWidth(ProjectionModel::Source) +
                       last + m_view->verticalScrollBar()->sizeHint().width();
    const int table = std::clamp(needed, total / 2, total * 2 / 3);
    m_splitter->setSizes({table, total - table});
}

void ProjectionsWorkspace::showGroup(int group) {
    m_group = group < m_model->groupCount() ? group : -1;
    m_chart->setData(m_model->chart(m_group));
}

void ProjectionsWorkspace::arrangeChart() {
    const Qt::Orientation orientation = width() < spacing(260) ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() != orientation) {
        m_splitter->setOrientation(orientation);
        m_splitter->setSizes({1000, 1000});
    }
    m_chart->setVisible(m_chartShown);
    m_chartAction->setChecked(m_chartShown);
}

void ProjectionsWorkspace::openSource() {
    const QModelIndex current = m_view->currentIndex();
    const data::MarketFigure* figure = current.isValid() ? m_model->figure(current.row()) : nullptr;
    if (figure == nullptr && m_group >= 0)
        figure = &m_model->firstOf(m_group);
    if (figure == nullptr)
        return;
    Place place{QStringLiteral("library"),
                {{QStringLiteral("article"), static_cast<qint64>(figure->article)}}};
    if (figure->block >= 0)
        place.detail[QLatin1String("block")] = figure->block;
    const std::string& quote = current.column() == ProjectionModel::Current     ? figure->currentText
                               : current.column() == ProjectionModel::Projected ? figure->projectedText
                               : current.column() == ProjectionModel::Stated    ? figure->statedChange
                                                                                : figure->subject;
    place.detail[QLatin1String("quote")] = fromUtf8(quote.empty() ? figure->subject : quote);
    Q_EMIT openPlace(place);
}

void ProjectionsWorkspace::openTable() {
    if (m_group >= 0)
        Q_EMIT openPlace({QStringLiteral("tables"),
                          {{QStringLiteral("table"), static_cast<qint64>(m_model->firstOf(m_group).table)}}});
}

Place ProjectionsWorkspace::place() const {
    Place here{id(), {}};
    if (m_group >= 0)
        here.detail[QLatin1String("table")] = static_cast<qint64>(m_model->firstOf(m_group).table);
    return here;
}

void ProjectionsWorkspace::goTo(const Place& place) {
    const qint64 table = place.detail[QLatin1String("table")].toInteger();
    if (table == 0)
        return;
    if (!m_loaded) {
        m_wantedTable = table;
        return;
    }
    const int group = m_model->groupOfTable(table);
    if (group < 0)
        return;
    showGroup(group);
    const int row = m_model->rowOf(group, 0);
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
}

QJsonObject ProjectionsWorkspace::saveState() const {
    return {
        {QStringLiteral("filter"), m_filter->text()},
        {QStringLiteral("chart"), m_chartShown},
        {QStringLiteral("scale"), scalePercent()}, // that the header's widths are pixels of
        {QStringLiteral("header"), QString::fromLatin1(m_view->horizontalHeader()->saveState().toBase64())},
        {QStringLiteral("splitter"), QString::fromLatin1(m_splitter->saveState().toBase64())}};
}

void ProjectionsWorkspace::restoreState(const QJsonObject& state) {
    if (state.isEmpty())
        return;
    const auto bytes = [&](const char* name) {
        return QByteArray::fromBase64(state[QLatin1String(name)].toString().toLatin1());
    };
    m_filter->setText(state[QLatin1String("filter")].toString());
    m_chartShown = state[QLatin1String("chart")].toBool(true);
    m_fitted = m_view->horizontalHeader()->restoreState(bytes("header"));
    if (m_fitted)
        rescaleColumns(*m_view->horizontalHeader(),
                       std::clamp(state[QLatin1String("scale")].toInt(scalePercent()), 100, 200),
                       scalePercent());
    m_splitter->restoreState(bytes("splitter"));
    arrangeChart();
}

void ProjectionsWorkspace::setReadingLanguage(data::Language language) {
    m_reading = language;
    applyFilter();
}

void ProjectionsWorkspace::fitHeaders() {
    QHeaderView* header = m_view->horizontalHeader();
    for (int column = 0; column < header->count(); ++column)
        header->resizeSection(column, std::max(header->sectionSize(column), header->sectionSizeHint(column)));
}

void ProjectionsWorkspace::changeEvent(QEvent* event) {
    Workspace::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        m_view->verticalHeader()->setDefaultSectionSize(rowHeight());
        m_view->horizontalHeader()->setMinimumHeight(rowHeight());
        fitHeaders();
    }
}

void ProjectionsWorkspace::resizeEvent(QResizeEvent* event) {
    Workspace::resizeEvent(event);
    arrangeChart();
}

} // namespace parallax::ui
