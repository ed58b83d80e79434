// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where on the Latency page, its commands and its words.
#include <QAction>
#include <QBoxLayout>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

#include <filesystem>
#include <functional>
#include <memory>
#include <utility>

#include "data/store/measure_store.h"
#include "ui/common/actions.h"
#include "ui/common/dialogs.h"
#include "ui/common/empty_page.h"
#include "ui/common/format.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/run_output.h"
#include "ui/common/run_services.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/common/yielding_pane.h"
#include "ui/latency/claim_strip.h"
#include "ui/latency/compare_runs.h"
#include "ui/latency/endpoint_delegate.h"
#include "ui/latency/endpoint_dialog.h"
#include "ui/latency/latency_workspace.h"
#include "ui/latency/report_pdf.h"
#include "ui/latency/request_page.h"
#include "ui/latency/run_builder.h"
#include "ui/latency/run_list.h"
#include "ui/latency/run_page.h"

namespace parallax::ui {

void LatencyWorkspace::makeActions() {
    const auto add = [this](const char* id, std::function<QString()> text, const QKeySequence& keys,
                            std::function<void()> trigger, const char* iconName) {
        return context().actions.add(this, QLatin1String("latency.") + QLatin1String(id),
                                     QStringLiteral("latency"), std::move(text), keys, std::move(trigger),
                                     QString::fromLatin1(iconName), Qt::WidgetWithChildrenShortcut);
    };
    m_addAction = add(
        "addEndpoint", [] { return tr("Add endpoint…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
        [this] { editEndpoint(true); }, "add");
    m_editAction = add(
        "editEndpoint", [] { return tr("Change endpoint…"); }, {}, [this] { editEndpoint(false); }, "edit");
    m_removeAction = add(
        "removeEndpoint", [] { return tr("Remove endpoint"); }, {}, [this] { removeEndpoint(); }, "delete");
    m_startAction = add(
        "start", [] { return tr("Start the run"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return),
        [this] { start(); }, "");
    m_stopAction = add(
        "stop", [] { return tr("Stop the run"); }, QKeySequence(Qt::CTRL | Qt::Key_Period),
        [this] { m_session->stop(); }, "");
    m_exportAction = add(
        "export", [] { return tr("Export the report…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
        [this] { exportRun(); }, "export");
    m_removeRunAction = add(
        "removeRun", [] { return tr("Remove the run…"); }, {}, [this] { removeRun(); }, "delete");
    add(
        "simulate", [] { return tr("Try it with the simulation"); }, {}, [this] { tryWithSimulation(); }, "");
}

QWidget* LatencyWorkspace::makeLeft() {
    m_left = new QSplitter(Qt::Vertical, m_splitter);
    m_left->setChildrenCollapsible(false);
    const auto part = [this](QLabel*& title, QListView*& list, const char* name, QAbstractItemModel* model,
                             QStyledItemDelegate* delegate, const QList<QAction*>& buttons) {
        auto* holder = new QWidget(m_left);
        title = label({}, "section", holder);
        auto* head = new QHBoxLayout;
        head->setContentsMargins(spacing(3), spacing(1), spacing(2), spacing(1));
        head->setSpacing(0);
        head->addWidget(title, 1);
        for (QAction* action : buttons)
            head->addWidget(new IconButton(action, holder));
        list = new QListView(holder);
        list->setObjectName(QLatin1String(name));
        list->setModel(model);
        list->setItemDelegate(delegate);
        delegate->setParent(list);
        list->setUniformItemSizes(true);
        list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        list->setMouseTracking(true);
        list->setFrameShape(QFrame::NoFrame);
        list->setContextMenuPolicy(Qt::ActionsContextMenu);
        list->addActions(buttons);
        auto* column = new QVBoxLayout(holder);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addLayout(head);
        column->addWidget(list, 1);
        m_left->addWidget(holder);
    };
    part(m_endpointsTitle, m_endpointList, "endpointList", m_endpoints, new EndpointDelegate,
         {m_addAction, m_editAction, m_removeAction});
    part(m_runsTitle, m_runList, "runList", m_runs, new RunDelegate, {m_exportAction, m_removeRunAction});
    m_left->setMinimumWidth(spacing(60));
    connect(m_endpointList, &QListView::activated, this, [this] { editEndpoint(false); });
    const auto chosen = [this](const QModelIndex& index) {
        m_editAction->setEnabled(index.isValid());
        m_removeAction->setEnabled(index.isValid());
    };
    connect(m_endpointList->selectionModel(), &QItemSelectionModel::currentChanged, this, chosen);
    connect(m_endpoints, &QAbstractItemModel::modelReset, this,
            [this, chosen] { chosen(m_endpointList->currentIndex()); });
    chosen({});
    m_runList->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(m_runList->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_quiet)
            openSelected();
    });
    // A click on what is selected leads back from one of its requests.
    connect(m_runList, &QListView::clicked, this, &LatencyWorkspace::openSelected);
    return m_left;
}

void LatencyWorkspace::layOut() {
    m_tryButton = m_empty->addButton([this] { tryWithSimulation(); });
    m_tryButton->setObjectName(QStringLiteral("trySimulation"));
    m_tryButton->setDefault(true);
    m_addButton = m_empty->addButton([this] { editEndpoint(true); });
    m_addButton->setObjectName(QStringLiteral("addEndpoint"));
    m_againButton = m_broken->addButton([this] { reload(); });
    m_againButton->setObjectName(QStringLiteral("tryAgain"));
    m_busy->setBusy(true);
    m_content = new QWidget(m_states);
    m_splitter = new QSplitter(m_content);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeLeft());
    auto* right = new QWidget(m_splitter);
    m_builder = new RunBuilder(right);
    m_right = new QStackedWidget(right);
    m_choose = new EmptyPage(m_right);
    m_page = new RunPage(m_right);
    m_request = new RequestPage(m_right);
    m_compare = new CompareRunsPage(m_right);
    m_lost = new EmptyPage(m_right);
    for (QWidget* page :
         {static_cast<QWidget*>(m_choose), static_cast<QWidget*>(m_page), static_cast<QWidget*>(m_request),
          static_cast<QWidget*>(m_compare), static_cast<QWidget*>(m_lost)})
        m_right->addWidget(page);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_claim = new ClaimStrip(right);
    column->addWidget(m_claim);
    column->addWidget(m_builder);
    column->addWidget(m_right, 1);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({spacing(70), spacing(220)});
    new YieldingPane(m_splitter, m_left);
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->addWidget(m_splitter);
    for (QWidget* page : {m_content, static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_busy),
                          static_cast<QWidget*>(m_broken)})
        m_states->addWidget(page);
    m_states->setCurrentWidget(m_busy);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    connect(m_claim, &ClaimStrip::runWanted, this, &LatencyWorkspace::runClaim);
    connect(m_claim, &ClaimStrip::sourceWanted, this, &LatencyWorkspace::openClaimSource);
    connect(m_claim, &ClaimStrip::closed, this, &LatencyWorkspace::closeClaim);
    connect(m_builder, &RunBuilder::startWanted, this, &LatencyWorkspace::start);
    connect(m_builder, &RunBuilder::stopWanted, m_session, &RunSession::stop);
    connect(m_builder, &RunBuilder::claimWanted, this, &LatencyWorkspace::chooseClaim);
    connect(m_builder, &RunBuilder::wishesChanged, this, [this] {
        if (m_builder->wishes().preset != RunPreset::Claim)
            m_wishesBefore = m_builder->wishes();
        m_startAction->setEnabled(m_builder->canStart());
    });
    connect(m_page, &RunPage::againWanted, this, &LatencyWorkspace::again);
    connect(m_page, &RunPage::exportWanted, this, &LatencyWorkspace::exportRun);
    connect(m_page, &RunPage::requestWanted, this, &LatencyWorkspace::openRequest);
    connect(m_compare, &CompareRunsPage::runWanted, this, [this](qint64 run) {
        openRun(run);
        Q_EMIT placeChanged(place());
    });
    connect(m_request, &RequestPage::backWanted, this, [this] {
        openRun(m_run);
        Q_EMIT placeChanged(place());
    });
}

void LatencyWorkspace::editEndpoint(bool fresh) {
    std::optional<data::Endpoint> given;
    const int row = m_endpointList->currentIndex().row();
    if (!fresh) {
        if (row < 0)
            return;
        given = m_endpoints->row(row).endpoint;
    }
    QStringList taken;
    for (int i = 0; i < m_endpoints->rowCount(); ++i)
        if (fresh || i != row)
            taken << fromUtf8(m_endpoints->row(i).endpoint.name);
    auto* dialog = new EndpointDialog(context(), given, taken, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, given] {
        const data::Endpoint endpoint = dialog->endpoint();
        QStringList ticked = m_endpoints->tickedNames();
        const QString name = fromUtf8(endpoint.name);
        if (!given || (ticked.contains(fromUtf8(given->name)) && !ticked.contains(name)))
            m_endpoints->setTicked(ticked << name);
        saveEndpoint(endpoint, given ? fromUtf8(given->name) : QString());
    });
    dialog->open();
}

void LatencyWorkspace::removeEndpoint() {
    const int row = m_endpointList->currentIndex().row();
    if (row < 0)
        return;
    const data::Endpoint endpoint = m_endpoints->row(row).endpoint;
    const std::string name = endpoint.name;
    const bool kept = data::keyIsInKeychain(endpoint) && runServices().forgetKey;
    const QString question =
        kept ? tr("Remove “%1”, and its key from the keychain? What was measured of it stays.")
             : tr("Remove “%1”? What was measured of it stays.");
    if (!dialogs::confirm(this, tr("Remove endpoint"), question.arg(fromUtf8(name)), tr("Remove")))
        return;
    if (kept)
        forgetKeyOf(endpoint);
    context().library.write(
        this, [name](data::Library& library) { data::MeasureStore(library).removeEndpoint(name); },
        [this] { reload(); });
}

void LatencyWorkspace::forgetKeyOf(const data::Endpoint& endpoint) {
    auto gone = std::make_shared<bool>(false);
    context().tasks.start(
        {},
        [gone, endpoint, services = runServices()](const std::stop_token&, const ProgressCallback&) {
            data::Endpoint own = endpoint;
            *gone = services.forgetKey(own);
        },
        this,
        [this, gone, name = fromUtf8(endpoint.name)] {
            if (!*gone)
                context().issues.add(
                    {Severity::Warning,
                     tr("The key of %1 may still be in the keychain: it did not answer.").arg(name),
                     {},
                     {},
                     {}});
        });
}

void LatencyWorkspace::removeRun() {
    const qint64 run = m_run;
    if (run == 0 || (m_session->isActive() && m_session->content().run.id == run))
        return;
    if (!dialogs::confirm(
            this, tr("Remove run"),
            tr("Remove this run with everything that was measured in it? This cannot be undone."),
            tr("Remove")))
        return;
    m_run = 0;
    m_requestPlace = {};
    ++m_loading;
    m_kept.reset();
    context().library.write(
        this, [run](data::Library& library) { data::MeasureStore(library).removeRun(run); },
        [this] { reload(); });
    showRun();
    Q_EMIT placeChanged(place());
}

void LatencyWorkspace::exportRun() {
    if (!m_kept || m_kept->run.id != m_run)
        return;
    const QString path =
        dialogs::saveFile(this, tr("Export the report"), QStringLiteral("latency-%1.pdf").arg(m_run),
                          tr("PDF report (*.pdf);;CSV (*.csv);;Excel workbook (*.xlsx);;JSON with raw "
                             "timelines (*.json)"));
    if (path.isEmpty())
        return;
    context().tasks.start([] { return tr("Export the report"); },
                          [content = m_kept, path, library = context().library.path()](
                              const std::stop_token& stop, const ProgressCallback& progress) {
                              const QString ending = QFileInfo(path).suffix().toLower();
                              const std::filesystem::path file(toStdString(path));
                              const auto write = [&](RunFormat format) {
                                  data::Library own(library, data::Library::Mode::ReadOnly);
                                  ui::exportRun(own, content->run.id, file, format);
                              };
                              if (ending == QLatin1String("csv"))
                                  write(RunFormat::Csv);
                              else if (ending == QLatin1String("xlsx"))
                                  write(RunFormat::Xlsx);
                              else if (ending == QLatin1String("json"))
                                  write(RunFormat::Json);
                              else
                                  exportReportPdf(*content, path, stop, progress);
                          },
                          this, {});
}

void LatencyWorkspace::retranslate() {
    m_empty->setContent(
        QStringLiteral("latency"), title(),
        tr("Here measured response times of cloud endpoints and of models on this machine stand beside each "
           "other, on one clock."),
        tr("Two providers are simulated as an article states them, beside a small made-up model that this "
           "machine runs: no key is needed and nothing leaves it."));
    m_tryButton->setText(tr("Try it with the simulation"));
    m_addButton->setText(tr("Add endpoint…"));
    m_busy->setContent(QStringLiteral("latency"), tr("Reading the measurements…"), {});
    m_againButton->setText(tr("Try again"));
    m_choose->setContent(QStringLiteral("latency"), tr("Nothing is shown"),
                         tr("Tick endpoints and press Start, or choose an earlier run at the left."),
                         tr("Runs that are chosen together, with Ctrl or Shift, stand side by side."));
    m_endpointsTitle->setText(tr("Endpoints"));
    m_endpointList->setAccessibleName(tr("Endpoints"));
    m_runsTitle->setText(tr("Runs"));
    m_runsTitle->setToolTip(tr("Runs that are chosen together, with Ctrl or Shift, stand side by side."));
    m_runList->setAccessibleName(tr("Runs"));
    m_endpoints->retranslate();
    m_runs->retranslate();
    showState();
}

} // namespace parallax::ui
