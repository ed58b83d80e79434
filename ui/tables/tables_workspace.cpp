// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/tables_workspace.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

#include <optional>

#include "ui/common/actions.h"
#include "ui/common/dialogs.h"
#include "ui/common/empty_page.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/sentences.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/tables/compare_page.h"
#include "ui/tables/table_export.h"
#include "ui/tables/table_list_panel.h"
#include "ui/tables/table_page.h"

namespace parallax::ui {

namespace {

CellChecksPtr checksOf(data::Library& library, const data::TableRow& table) {
    return std::make_shared<const CellChecks>(library.checks().failedOfEdition(table.edition), table.edition,
                                              table.index);
}

} // namespace

struct TablesWorkspace::Loaded {
    std::optional<data::StoredTable> table;
    std::vector<data::PlacedCorrection> placed;
    std::vector<data::Correction> corrections;
    CellChecksPtr checks;
    std::optional<Error> error;

    void addWhatIsSaidOfIt(data::Library& library) {
        data::CorrectionStore store(library);
        placed = store.placed(*table);
        corrections = store.ofTable(table->row.id);
        checks = checksOf(library, table->row);
    }
};

TablesWorkspace::TablesWorkspace(Context& given, QWidget* parent)
    : Workspace(given, parent)
    , m_states(new QStackedWidget(this))
    , m_splitter(new QSplitter(m_states))
    , m_list(new TableListPanel(given.library, m_splitter))
    , m_right(new QStackedWidget(m_splitter))
    , m_choose(new EmptyPage(m_right))
    , m_page(new TablePage(given, m_right))
    , m_compare(new ComparePage(given, m_right))
    , m_lost(new EmptyPage(m_right))
    , m_busy(new EmptyPage(m_states))
    , m_empty(new EmptyPage(m_states))
    , m_broken(new EmptyPage(m_states))
    , m_patience(new QTimer(this)) {
    for (QWidget* one : {static_cast<QWidget*>(m_choose), static_cast<QWidget*>(m_page),
                         static_cast<QWidget*>(m_compare), static_cast<QWidget*>(m_lost)})
        m_right->addWidget(one);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_right);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({spacing(72), spacing(240)});
    for (QWidget* one : {static_cast<QWidget*>(m_splitter), static_cast<QWidget*>(m_busy),
                         static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_broken)})
        m_states->addWidget(one);
    m_list->setMinimumWidth(spacing(60)); // its row of choices
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);

    m_empty->addButton([this] {
               Q_EMIT openPlace({QStringLiteral("library"), {}});
           })
        ->setObjectName(QStringLiteral("openLibrary"));
    m_broken->addButton([this] { m_list->model().reload(); })->setObjectName(QStringLiteral("tryAgain"));
    m_busy->setBusy(true);
    makeActions();

    // A read that ends at once needs no page that says so.
    m_patience->setSingleShot(true);
    m_patience->setInterval(250);
    connect(m_patience, &QTimer::timeout, this, [this] {
        if (m_list->model().state() == TableListModel::State::Loading)
            m_states->setCurrentWidget(m_busy);
    });
    m_patience->start();
    connect(&m_list->model(), &TableListModel::stateChanged, this, &TablesWorkspace::showState);
    connect(m_list, &TableListPanel::chosen, this, [this](data::TableId table) {
        if (table == m_table)
            return;
        open(table);
        Q_EMIT placeChanged(place());
    });
    connect(m_list, &TableListPanel::filtered, this, &TablesWorkspace::showFirstMatch);
    connect(m_page, &TablePage::openPlace, this, &Workspace::openPlace);
    connect(m_page, &TablePage::compareRequested, this, [this] { showComparison(true); });
    connect(m_compare, &ComparePage::openPlace, this, &Workspace::openPlace);
    connect(m_compare, &ComparePage::closed, this, [this] { showComparison(false); });
    connect(m_page, &TablePage::reloadRequested, this, [this] { open(m_table); });
    connect(&given.library, &LibraryClient::opened, &m_list->model(), &TableListModel::reload);
    connect(&given.library, &LibraryClient::changed, &m_list->model(), &TableListModel::reload);
    connect(&given.library, &LibraryClient::changed, this, &TablesWorkspace::refreshChecks);
    m_list->model().reload();
    retranslate();
}

TablesWorkspace::~TablesWorkspace() = default;

void TablesWorkspace::makeActions() {
    ActionRegistry& actions = context().actions;
    const QString group = QStringLiteral("tables");
    actions.add(
        this, QStringLiteral("tables.find"), group, [] { return tr("Find a table"); },
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F), [this] { m_list->focusFilter(); },
        QStringLiteral("search"), Qt::WidgetWithChildrenShortcut);
    actions.add(
        this, QStringLiteral("tables.next"), group, [] { return tr("Next table"); },
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Down), [this] { m_list->step(1); }, {},
        Qt::WidgetWithChildrenShortcut);
    actions.add(
        this, QStringLiteral("tables.previous"), group, [] { return tr("Previous table"); },
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Up), [this] { m_list->step(-1); }, {},
        Qt::WidgetWithChildrenShortcut);
    actions.add(
        this, QStringLiteral("tables.exportListed"), group, [] { return tr("Export all listed tables…"); },
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_E), [this] { exportListed(); }, {},
        Qt::WidgetWithChildrenShortcut);
}

void TablesWorkspace::showState() {
    const TableListModel& model = m_list->model();
    switch (model.state()) {
    case TableListModel::State::Loading:
        m_patience->start();
        return;
    case TableListModel::State::Failed:
        m_broken->setContent(QStringLiteral("error"), tr("The tables cannot be read"),
                             sentence(model.error()));
        m_states->setCurrentWidget(m_broken);
        return;
    case TableListModel::State::Ready:
        break;
    }
    const bool none = model.total() == 0 && model.filter().isEmpty();
    m_states->setCurrentWidget(none ? static_cast<QWidget*>(m_empty) : m_splitter);
    // The newest table is a better greeting than an empty page.
    if (m_table == 0 && model.rowCount() > 0 && model.filter().isEmpty()) {
        open(model.row(0).id);
        m_list->select(m_table);
    }
}

// What a filter leaves out is not shown beside its matches. A comparison is: it is looked at on its own.
void TablesWorkspace::showFirstMatch() {
    const TableListModel& model = m_list->model();
    if (m_right->currentWidget() == m_compare || model.rowOf(m_table) >= 0)
        return;
    if (model.rowCount() > 0) {
        open(model.row(0).id);
        m_list->select(m_table);
    } else {
        m_table = 0; // the next that matches is shown
        m_right->setCurrentWidget(m_choose);
    }
}

// The table that is shown stays shown, in the edition that is read now.
void TablesWorkspace::setReadingLanguage(data::Language language) {
    if (m_reading == language)
        return;
    m_reading = language;
    m_list->setReadingLanguage(language);
    if (const PreparedTablePtr& shown = m_page->table();
        shown && m_table == shown->stored.row.id && shown->stored.row.language != language)
        openOfArticle(shown->stored.row.article, shown->stored.row.index);
}

Place TablesWorkspace::place() const {
    Place here{id(), {}};
    if (m_table != 0)
        here.detail[QLatin1String("table")] = static_cast<qint64>(m_table);
    if (m_right->currentWidget() == m_compare)
        here.detail[QLatin1String("compare")] = true;
    return here;
}

void TablesWorkspace::showComparison(bool shown) {
    if (shown == (m_right->currentWidget() == m_compare) || (shown && m_table == 0))
        return;
    if (shown) {
        m_compare->compare(m_table, m_list->model().language());
        m_right->setCurrentWidget(m_compare);
    } else {
        m_right->setCurrentWidget(m_page->table() ? static_cast<QWidget*>(m_page) : m_choose);
    }
    Q_EMIT placeChanged(place());
}

void TablesWorkspace::goTo(const Place& place) {
    const data::TableId table = place.detail[QLatin1String("table")].toInteger();
    const data::ArticleId article = place.detail[QLatin1String("article")].toInteger();
    if (table != 0 && table != m_table)
        open(table);
    else if (table == 0 && article != 0)
        openOfArticle(article, place.detail[QLatin1String("index")].toInt());
    m_list->select(m_table);
    showComparison(place.detail[QLatin1String("compare")].toBool());
}

void TablesWorkspace::open(data::TableId table) {
    m_table = table;
    context().library.read<Loaded>(
        QStringLiteral("tables.open"), this,
        [table](data::Library& library) {
            Loaded loaded;
            try {
                loaded.table = library.tables().load(table);
                loaded.addWhatIsSaidOfIt(library);
            } catch (const Error& error) {
                if (error.code() == ErrorCode::Cancelled)
                    throw;
                loaded.error = error;
            }
            return loaded;
        },
        [this, table](Loaded loaded) {
            if (table == m_table)
                take(std::move(loaded));
        });
}

void TablesWorkspace::openOfArticle(data::ArticleId article, int index) {
    context().library.read<Loaded>(
        QStringLiteral("tables.open"), this,
        [article, index, reading = m_reading](data::Library& library) {
            Loaded loaded;
            try {
                // Editions need not have the same tables: the first that has this one serves, where the
                // edition that is read lacks it.
                auto tables = library.tables().ofArticle(article);
                for (data::StoredTable& one : tables)
                    if (one.row.index == index && (!loaded.table || one.row.language == reading))
                        loaded.table = std::move(one);
                if (!loaded.table)
                    loaded.error = Error(ErrorCode::TableNotFound, {std::to_string(index)});
                else
                    loaded.addWhatIsSaidOfIt(library);
            } catch (const Error& error) {
                if (error.code() == ErrorCode::Cancelled)
                    throw;
                loaded.error = error;
            }
            return loaded;
        },
        [this](Loaded loaded) {
            if (loaded.table)
                m_table = loaded.table->row.id;
            take(std::move(loaded));
            m_list->select(m_table);
        });
}

void TablesWorkspace::take(Loaded loaded) {
    if (loaded.error) {
        m_lost->setContent(QStringLiteral("warning"), tr("This table cannot be shown"),
                           sentence(*loaded.error));
        m_right->setCurrentWidget(m_lost);
        return;
    }
    const qint64 cells = qint64(loaded.table->row.rows) * loaded.table->row.columns;
    const auto show = [this, checks = loaded.checks](PreparedTablePtr table) {
        if (table->stored.row.id != m_table)
            return; // another was asked for meanwhile
        m_page->showTable(std::move(table), checks);
        if (m_right->currentWidget() != m_compare || m_compare->tableId() != m_table)
            m_right->setCurrentWidget(m_page);
    };
    const std::vector<data::ComputedColumn> computed = m_page->computedColumns().of(loaded.table->row.id);
    auto prepare = [loaded = std::move(loaded), computed]() mutable {
        TableParts parts;
        parts.typed =
            data::typeTable(loaded.table->table, data::tableContextOf(loaded.table->row), loaded.placed);
        parts.stored = std::move(*loaded.table);
        parts.corrections = std::move(loaded.corrections);
        parts.computed = computed;
        return prepareTable(std::move(parts));
    };
    // The library's reading thread serves searches as well: large tables are read on a thread of their own.
    runBeside(effortOf(cells), this, std::move(prepare), show);
}

// A run over the library finds what fails, a mark settles it: the table itself is the same.
void TablesWorkspace::refreshChecks() {
    const PreparedTablePtr& shown = m_page->table();
    if (!shown)
        return;
    context().library.read<CellChecksPtr>(
        QStringLiteral("tables.checks"), this,
        [row = shown->stored.row](data::Library& library) { return checksOf(library, row); },
        [this, table = shown](CellChecksPtr checks) {
            if (m_page->table() == table)
                m_page->setChecks(std::move(checks));
        });
}

void TablesWorkspace::exportListed() {
    const TableListModel& model = m_list->model();
    if (model.total() == 0)
        return;
    const auto title = [total = model.total()] {
        return total == 1 ? tr("Export 1 table") : tr("Export %1 tables").arg(formatCount(total));
    };
    const QString path = dialogs::saveFile(this, title(), tr("Tables") + QLatin1String(".xlsx"),
                                           tr("Excel workbook (*.xlsx);;Markdown (*.md);;JSON (*.json)"));
    if (path.isEmpty())
        return;
    context().tasks.start(title,
                          [library = context().library.path(), filter = toStdString(model.filter()),
                           language = model.language(),
                           path](std::stop_token stop, const ProgressCallback& progress) {
                              writeListedTables(library, filter, language, path, stop, progress);
                          },
                          this, {});
}

QJsonObject TablesWorkspace::saveState() const {
    return {{QStringLiteral("splitter"), QString::fromLatin1(m_splitter->saveState().toBase64())},
            {QStringLiteral("list"), m_list->saveState()},
            {QStringLiteral("page"), m_page->saveState()},
            {QStringLiteral("table"), static_cast<qint64>(m_table)}};
}

void TablesWorkspace::restoreState(const QJsonObject& state) {
    if (state.isEmpty())
        return;
    m_splitter->restoreState(QByteArray::fromBase64(state[QLatin1String("splitter")].toString().toLatin1()));
    m_list->restoreState(state[QLatin1String("list")].toObject());
    m_page->restoreState(state[QLatin1String("page")].toObject());
    const data::TableId table = state[QLatin1String("table")].toInteger();
    if (table != 0 && table != m_table) {
        open(table);
        m_list->select(table);
    }
}

void TablesWorkspace::retranslate() {
    m_choose->setContent(QStringLiteral("tables"), tr("Choose a table"),
                         tr("Its grid and its chart are shown here."));
    m_busy->setContent(QStringLiteral("tables"), tr("Reading the tables…"), QString());
    m_empty->setContent(
        QStringLiteral("tables"), tr("No tables yet"),
        tr("Every comparison table of an article that you import is kept here, ready to be sorted, "
           "drawn and exported."));
    m_empty->findChild<QPushButton*>(QStringLiteral("openLibrary"))->setText(tr("Open the library"));
    m_broken->findChild<QPushButton*>(QStringLiteral("tryAgain"))->setText(tr("Try again"));
}

void TablesWorkspace::changeEvent(QEvent* event) {
    Workspace::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
