// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QJsonArray>
#include <QLabel>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "data/store/article_store.h"
#include "ui/common/actions.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/rescale.h"
#include "ui/common/sentences.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/shell/broken_page.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/drawer.h"
#include "ui/shell/first_start.h"
#include "ui/shell/importer.h"
#include "ui/shell/library_checker.h"
#include "ui/shell/rail.h"
#include "ui/shell/session.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/status_line.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/workspaces.h"

namespace parallax::ui {

namespace {
constexpr int travelMs = 1500;
constexpr QSize usualSize(1280, 800);
constexpr QSize frameRoom(16, 40); // what a frame takes around the window
constexpr int saveAfterMs = 3000;  // a crash costs at most this much of the session
} // namespace

MainWindow::MainWindow(Context& context, QWidget* parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_importer(new Importer(context, this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setMinimumSize(640, 400);
    resize(usualSize * scalePercent() / 100);
    m_travelling.setSingleShot(true);
    m_travelling.setInterval(travelMs);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveAfterMs);
    connect(&m_saveSoon, &QTimer::timeout, this, &MainWindow::saveSession);

    makeActions();
    makeWorkspaceActions();
    buildLayout();
    followLibrary();
    new LibraryChecker(context, *m_importer, this);
    connect(m_importer, &Importer::openPlace, this, &MainWindow::goTo);
    connect(m_importer, &Importer::busyChanged, this, &MainWindow::updateCover);
    connect(&context.settings, &Settings::readingLanguageChanged, this, [this] {
        for (Workspace* page : std::as_const(m_workspaces))
            page->setReadingLanguage(m_context.settings.readingLanguage());
    });
    connect(&context.settings, &Settings::themeChanged, this, &MainWindow::showTheme, Qt::QueuedConnection);
    showTheme();
    retranslate();
    updateHistoryActions();
}

MainWindow::~MainWindow() = default;

QSize MainWindow::sizeWithin(const QSize& screen) const {
    return (usualSize * scalePercent() / 100).boundedTo(screen - frameRoom).expandedTo(minimumSize());
}

void MainWindow::buildLayout() {
    auto* central = new QWidget(this);
    m_rail = new Rail(central);
    m_top = new TopBar(m_context, central);
    m_split = new QSplitter(Qt::Vertical, central);
    m_split->setObjectName(QStringLiteral("drawerSplitter"));
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    m_stack = new QStackedWidget(m_split);
    m_drawer = new Drawer(m_context, m_split);
    m_split->addWidget(m_stack);
    m_split->addWidget(m_drawer);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_split->setSizes({600, 180});
    m_status = new StatusLine(m_context, central);

    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_split, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    auto* all = new QVBoxLayout(central);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(row, 1);
    all->addWidget(m_status);
    setCentralWidget(central);

    for (const WorkspaceKind& kind : workspaceKinds())
        m_rail->addWorkspace(m_context.actions.find(QStringLiteral("workspace.") + kind.id), kind.id);

    m_palette = new CommandPalette(m_context, this);
    m_dropHint = new QLabel(this);
    m_dropHint->setProperty("role", QStringLiteral("drop"));
    m_dropHint->setAlignment(Qt::AlignCenter);
    m_dropHint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_dropHint->hide();

    m_firstStart = new FirstStart(m_context, m_stack);
    m_stack->addWidget(m_firstStart);
    connect(m_firstStart, &FirstStart::demoWanted, m_importer, &Importer::importDemo);
    connect(m_firstStart, &FirstStart::importWanted, this, &MainWindow::importFromDialog);
    connect(m_firstStart, &FirstStart::otherLibraryWanted, this,
            [this] { showSettings(SettingsDialog::LibraryPage); });

    connect(m_top, &TopBar::paletteWanted, this, &MainWindow::openPalette);
    connect(m_palette, &CommandPalette::placeChosen, this, &MainWindow::goTo);
    connect(m_palette, &CommandPalette::workspaceWanted, this, [this](const QString& id) {
        if (id != m_current && m_workspaces.contains(id))
            showWorkspace(id);
    });
    connect(m_palette, &CommandPalette::searchChosen, this, [this](const QString& text) {
        goTo({QStringLiteral("library"), {{QStringLiteral("query"), text}}});
    });
    connect(m_status, &StatusLine::tasksWanted, this, [this] { m_drawer->toggle(Drawer::Page::Tasks); });
    connect(m_status, &StatusLine::issuesWanted, this, [this] { m_drawer->toggle(Drawer::Page::Issues); });
    connect(m_drawer, &Drawer::openPlace, this, &MainWindow::goTo);
}

void MainWindow::followLibrary() {
    connect(&m_context.library, &LibraryClient::failed, this, &MainWindow::libraryFailed);
    connect(&m_context.library, &LibraryClient::changed, this, &MainWindow::countArticles);
    const auto opened = [this] {
        if (m_context.library.isReadOnly()) {
            Issue issue;
            issue.severity = Severity::Warning;
            issue.text =
                m_context.library.readOnlyReason() == "LibraryNewer"
                    ? tr("This library was made by a newer version of Parallax and is open for reading only.")
                    : tr("This library cannot be changed here and is open for reading only.");
            m_context.issues.add(issue);
        }
        countArticles();
        restoreContent();
    };
    connect(&m_context.library, &LibraryClient::opened, this, opened);
    if (m_context.library.isOpen())
        opened();
}

void MainWindow::countArticles() {
    m_context.library.read<qint64>(
        QStringLiteral("shell.count"), this,
        [](data::Library& library) { return library.articles().count({}); },
        [this](qint64 count) {
            m_articles = count;
            updateCover();
        });
}

void MainWindow::libraryFailed(const Error& error) {
    if (m_context.library.isOpen()) {
        m_context.issues.add(issueFrom(tr("Using the library"), error));
        return;
    }
    auto* page = new BrokenPage(m_context, error, m_stack);
    connect(page, &BrokenPage::libraryWanted, this, &MainWindow::libraryWanted);
    m_broken = page;
    m_stack->addWidget(page);
    m_top->setEnabled(false);
    m_rail->setEnabled(false);
    updateCover();
}

// What lies over the workspace: the broken state, or the first start while the library is empty.
void MainWindow::updateCover() {
    QWidget* shown = m_workspaces.value(m_current);
    if (m_broken)
        shown = m_broken;
    else if (m_articles == 0 && m_current == QLatin1String("library"))
        shown = m_firstStart;
    m_firstStart->setBusy(m_importer->isBusy());
    if (shown && m_stack->currentWidget() != shown)
        m_stack->setCurrentWidget(shown);
}

Workspace* MainWindow::workspace(const QString& id) {
    if (Workspace* known = m_workspaces.value(id))
        return known;
    for (const WorkspaceKind& kind : workspaceKinds()) {
        if (kind.id != id)
            continue;
        Workspace* page = kind.make(m_context, m_stack);
        m_workspaces.insert(id, page);
        m_stack->addWidget(page);
        page->setReadingLanguage(m_context.settings.readingLanguage());
        if (m_states.contains(id) || m_contents.contains(id)) {
            const QJsonObject look = m_states.take(id);
            page->restoreState(joined(look, m_contents.take(id)));
            const auto splitters = page->findChildren<QSplitter*>();
            for (QSplitter* splitter : splitters)
                rescalePanes(*splitter, keptScale(look), scalePercent());
        }
        connect(page, &Workspace::openPlace, this, &MainWindow::goTo);
        connect(page, &Workspace::placeChanged, this,
                [this, page](const Place& place) { visit(page, place); });
        return page;
    }
    return nullptr;
}

Workspace* MainWindow::currentWorkspace() const {
    return m_workspaces.value(m_current);
}

// A page registers its commands when it is made, which most are not until they are wanted: what can be done
// must be found without having been there.
void MainWindow::openPalette() {
    createAllWorkspaces();
    m_palette->open();
}

void MainWindow::createAllWorkspaces() {
    for (const WorkspaceKind& kind : workspaceKinds())
        workspace(kind.id);
}

Place MainWindow::currentPlace() const {
    const Workspace* page = currentWorkspace();
    return page ? page->place() : Place{};
}

void MainWindow::present(Workspace* page) {
    m_current = page->id();
    m_rail->setCurrent(m_current);
    // Elsewhere a stray Ctrl+V would fill the library with whatever was copied last.
    m_context.actions.find(QStringLiteral("general.paste"))
        ->setEnabled(m_current == QLatin1String("library"));
    updateCover();
    retranslate();
    Q_EMIT workspaceShown(m_current);
}

void MainWindow::showWorkspace(const QString& id) {
    Workspace* page = workspace(id);
    if (!page)
        return;
    present(page);
    page->setFocus(Qt::OtherFocusReason);
    visit(page, page->place());
}

void MainWindow::open(const Place& place) {
    if (place.workspace == QLatin1String("import")) {
        // From an issue: the feeds that a list named, or the same document again with the repair offered.
        const QJsonArray addresses = place.detail.value(QLatin1String("addresses")).toArray();
        if (!addresses.isEmpty()) {
            std::vector<data::ImportItem> items;
            for (const auto& address : addresses)
                items.push_back({address.toString().toStdString(), {}, {}});
            m_importer->import(std::move(items));
            return;
        }
        if (const QJsonValue pasted = place.detail.value(QLatin1String("pasted")); pasted.isDouble()) {
            m_importer->repairPasted(pasted.toInt());
            return;
        }
        const std::string location = place.detail.value(QLatin1String("location")).toString().toStdString();
        m_importer->import({{location, {}, {}}}, place.detail.value(QLatin1String("repair")).toBool());
        return;
    }
    Workspace* page = workspace(place.workspace);
    if (!page)
        return;
    present(page);
    page->goTo(place);
}

void MainWindow::goTo(const Place& place) {
    m_travelling.stop();
    open(place);
    if (m_current == place.workspace)
        visit(currentWorkspace(), place);
    // The workspace may name the same place more fully once it has loaded it.
    m_travelling.start();
}

void MainWindow::travel(const Place& place) {
    m_travelling.start();
    open(place);
    updateHistoryActions();
    m_saveSoon.start();
}

void MainWindow::visit(const Workspace* from, const Place& place) {
    if (!from || from->id() != m_current)
        return; // a page in the background loads something: the analyst has not moved
    if (m_travelling.isActive() && m_history.current() && m_history.current()->workspace == place.workspace) {
        m_travelling.stop();
        m_history.replace(place);
    } else {
        m_history.visit(place);
    }
    updateHistoryActions();
    m_saveSoon.start();
}

void MainWindow::updateHistoryActions() {
    m_context.actions.find(QStringLiteral("general.back"))->setEnabled(m_history.canGoBack());
    m_context.actions.find(QStringLiteral("general.forward"))->setEnabled(m_history.canGoForward());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_saveSoon.stop();
    saveSession();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::retranslate() {
    m_context.actions.retranslate();
    const Workspace* page = currentWorkspace();
    setWindowTitle(page ? tr("%1 – Parallax").arg(page->title()) : QStringLiteral("Parallax"));
    if (m_dropHint)
        m_dropHint->setText(tr("Drop to import"));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    m_saveSoon.start();
}

} // namespace parallax::ui
