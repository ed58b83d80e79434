// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/latency_workspace.h"

#include <QAction>
#include <QEvent>
#include <QJsonArray>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

#include "data/store/measure_store.h"
#include "engine/latency/machine_name.h"
#include "engine/latency/run.h"
#include "ui/common/empty_page.h"
#include "ui/common/format.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/run_services.h"
#include "ui/common/sentences.h"
#include "ui/common/tasks.h"
#include "ui/latency/claim_strip.h"
#include "ui/latency/first_look.h"
#include "ui/latency/plan_place.h"
#include "ui/latency/run_builder.h"
#include "ui/latency/run_list.h"
#include "ui/latency/run_page.h"

namespace parallax::ui {
namespace {

constexpr int reloadMilliseconds = 700;
constexpr int reloadWhileMeasuring = 3000; // a run writes several times a second

// As the keychain knows it: a key is kept for a name, a provider and an address.
QString keychainEntry(const data::Endpoint& endpoint) {
    return fromUtf8(endpoint.name + '\n' + endpoint.provider + '\n' + endpoint.baseUrl);
}

} // namespace

struct LatencyWorkspace::Facts {
    std::vector<EndpointRow> endpoints;
    std::vector<data::MeasureRun> runs;
    std::optional<Error> error;
};

LatencyWorkspace::LatencyWorkspace(Context& given, QWidget* parent)
    : Workspace(given, parent)
    , m_session(new RunSession(given, this))
    , m_endpoints(new EndpointModel(this))
    , m_runs(new RunListModel(this))
    , m_states(new QStackedWidget(this))
    , m_empty(new EmptyPage(m_states))
    , m_busy(new EmptyPage(m_states))
    , m_broken(new EmptyPage(m_states)) {
    makeActions();
    layOut();
    m_reloadTimer.setSingleShot(true);
    connect(&m_reloadTimer, &QTimer::timeout, this, &LatencyWorkspace::reload);
    connect(&given.library, &LibraryClient::opened, this, &LatencyWorkspace::reload);
    connect(&given.library, &LibraryClient::changed, this, [this] {
        if (!m_reloadTimer.isActive())
            m_reloadTimer.start(m_session->isActive() ? reloadWhileMeasuring : reloadMilliseconds);
    });
    connect(m_endpoints, &EndpointModel::tickedChanged, this, &LatencyWorkspace::showEndpoints);
    connect(m_session, &RunSession::changed, this, &LatencyWorkspace::showRun);
    connect(m_session, &RunSession::begun, this, [this](qint64 run) {
        m_runs->setUnderWay(run);
        reload();
        if (m_run != 0 || !m_compared.empty())
            return; // another one is being looked at
        m_run = run;
        Q_EMIT placeChanged(place());
    });
    connect(m_session, &RunSession::failed, this, [this](const Error& error) {
        const qint64 run = m_session->content().run.id;
        if (run == 0)
            m_startProblem = error;
        else
            m_brokenRun = BrokenRun{run, error, static_cast<qint64>(m_session->lost())};
    });
    connect(m_session, &RunSession::ended, this, [this](qint64 run) {
        m_runs->setUnderWay(0);
        reload();
        if (run != 0 && run == m_run && m_requestPlace.isEmpty())
            openRun(run);
        if (!m_claimPlace.isEmpty()) // there is more to judge it by
            openClaim(m_claimPlace[QLatin1String("article")].toInteger(),
                      m_claimPlace[QLatin1String("claim")].toString());
    });
    if (given.library.isOpen())
        reload();
    retranslate();
}

void LatencyWorkspace::reload() {
    m_reloadTimer.stop();
    context().library.read<Facts>(
        QStringLiteral("latency"), this,
        [services = runServices()](data::Library& library) {
            Facts facts;
            try {
                facts.endpoints = loadEndpoints(library, services);
                facts.runs = data::MeasureStore(library).runs();
            } catch (const Error& error) {
                if (error.code() == ErrorCode::Cancelled)
                    throw;
                facts.error = error;
            }
            return facts;
        },
        [this](Facts facts) {
            m_factsKnown = true;
            m_problem = facts.error;
            if (!m_problem) {
                for (EndpointRow& row : facts.endpoints)
                    if (row.keyKept)
                        row.keyFound = m_keychainAnswers.value(keychainEntry(row.endpoint), true);
                m_endpoints->setEndpoints(std::move(facts.endpoints));
                askKeychain();
                m_runs->setRuns(std::move(facts.runs));
                select(m_run);
                showEndpoints();
            }
            showState();
        });
}

// Beside everything else: a keychain that hangs takes 5 s for each key.
void LatencyWorkspace::askKeychain() {
    struct Question {
        data::Endpoint endpoint;
        bool found = false;
    };
    auto questions = std::make_shared<std::vector<Question>>();
    for (int i = 0; i < m_endpoints->rowCount(); ++i) {
        const EndpointRow& row = m_endpoints->row(i);
        if (!row.keyKept || m_keychainAsked.contains(keychainEntry(row.endpoint)))
            continue;
        m_keychainAsked.insert(keychainEntry(row.endpoint));
        questions->push_back({row.endpoint, false});
    }
    if (questions->empty())
        return;
    context().tasks.start(
        {},
        [questions, services = runServices()](const std::stop_token& stop, const ProgressCallback&) {
            for (Question& question : *questions) {
                throwIfStopped(stop);
                question.found = services.key && !services.key(question.endpoint).empty();
            }
        },
        this,
        [this, questions] {
            for (const Question& question : *questions) {
                m_keychainAnswers[keychainEntry(question.endpoint)] = question.found;
                m_endpoints->setKeyFound(fromUtf8(question.endpoint.name), question.found);
            }
        });
}

void LatencyWorkspace::showState() {
    if (m_problem)
        m_broken->setContent(QStringLiteral("error"), tr("The measurements cannot be read"),
                             sentence(*m_problem));
    const bool nothing = m_endpoints->rowCount() == 0 && m_runs->rowCount() == 0 && !m_session->isActive() &&
                         !m_startProblem && m_claimPlace.isEmpty();
    QWidget* shown = m_problem                           ? static_cast<QWidget*>(m_broken)
                     : !m_factsKnown                     ? m_busy
                     : nothing && !m_session->isActive() ? m_empty
                                                         : m_content;
    if (m_states->currentWidget() != shown)
        m_states->setCurrentWidget(shown);
    showRun();
}

void LatencyWorkspace::showEndpoints() {
    std::vector<EndpointRow> ticked;
    const QStringList names = m_endpoints->tickedNames();
    for (int i = 0; i < m_endpoints->rowCount(); ++i)
        if (names.contains(fromUtf8(m_endpoints->row(i).endpoint.name)))
            ticked.push_back(m_endpoints->row(i));
    m_builder->setEndpoints(std::move(ticked));
    m_startAction->setEnabled(m_builder->canStart());
}

void LatencyWorkspace::showRun() {
    const bool active = m_session->isActive();
    m_claim->setRunning(active);
    m_builder->setRunning(active, m_session->isStopping(), m_session->progress());
    m_startAction->setEnabled(m_builder->canStart());
    m_stopAction->setEnabled(active && !m_session->isStopping());
    const bool live = active && m_compared.empty() && m_requestPlace.isEmpty() &&
                      (m_run == 0 || m_run == m_session->content().run.id);
    if (live) {
        m_page->setRun(m_session->sharedContent(),
                       {m_session->live(), m_session->spentDollars(), m_session->worstLagMs()});
        m_right->setCurrentWidget(m_page);
        if (m_states->currentWidget() != m_content && !m_problem)
            m_states->setCurrentWidget(m_content);
    } else if (m_startProblem && m_run == 0) {
        m_lost->setContent(QStringLiteral("error"), tr("The run could not be made"),
                           sentence(*m_startProblem), tr("Nothing that was measured before is lost."));
        m_right->setCurrentWidget(m_lost);
    } else if (m_run == 0 && m_compared.empty()) {
        m_right->setCurrentWidget(m_choose);
    }
    m_page->setTrouble(m_page->content() ? troubleOf(m_page->content()->run.id) : QString());
    m_exportAction->setEnabled(m_right->currentWidget() == m_page && !live);
    m_removeRunAction->setEnabled(m_run != 0 && !(active && m_run == m_session->content().run.id));
}

QString LatencyWorkspace::troubleOf(qint64 run) const {
    if (!m_brokenRun || m_brokenRun->run != run)
        return {};
    QStringList words{tr("The run ended early."), sentence(m_brokenRun->error)};
    if (m_brokenRun->lost > 0)
        words << tr("%1 attempts could not be kept and are in no report; what was kept is here.")
                     .arg(formatCount(m_brokenRun->lost));
    return words.join(QLatin1Char(' '));
}

void LatencyWorkspace::start() {
    if (!m_builder->canStart())
        return;
    const RunWishes& wishes = m_builder->wishes();
    if (wishes.preset == RunPreset::Claim)
        return runClaim();
    const QString name = presetTitle(wishes.preset);
    startPlan(planJson(wishes, m_endpoints->ticked(), name), name);
}

void LatencyWorkspace::startPlan(const std::string& json, const QString& name) {
    if (m_session->isActive())
        return;
    m_startProblem.reset();
    m_run = 0;
    m_compared.clear();
    m_requestPlace = {};
    ++m_loading;
    const auto named = [this](const std::string& one) -> std::optional<data::Endpoint> {
        const int row = m_endpoints->rowOf(fromUtf8(one));
        return row < 0 ? std::nullopt : std::optional(m_endpoints->row(row).endpoint);
    };
    try {
        m_session->start(latency::readPlan(json, toStdString(name), named), json);
    } catch (const Error& error) {
        m_startProblem = error;
        context().issues.add(issueFrom(tr("Measuring: %1").arg(name), error));
    }
    select(0);
    showState();
}

void LatencyWorkspace::again() {
    if (!m_kept || m_session->isActive())
        return;
    // A plan that names endpoints takes them as they are now, which only the library can say.
    context().library.read<std::string>(
        QStringLiteral("latency-again"), this,
        [run = m_kept->run](data::Library& library) {
            try {
                planOf(library, run);
            } catch (const Error&) {
                return std::string();
            }
            return run.plan;
        },
        [this, plan = *m_kept->plan, run = m_kept->run](std::string json) mutable {
            if (json.empty() || m_session->isActive())
                return;
            if (run.machine != latency::machineName()) { // it was made elsewhere, this one is not
                plan.place.clear();
                json = withoutPlace(json);
            }
            m_startProblem.reset();
            m_run = 0;
            m_compared.clear();
            m_requestPlace = {};
            ++m_loading;
            m_session->start(plan, json);
            select(0);
            showState();
        });
}

void LatencyWorkspace::tryWithSimulation() {
    if (m_session->isActive() || m_firstLookComes)
        return;
    m_firstLookComes = true;
    auto model = std::make_shared<std::filesystem::path>();
    context().tasks.start(
        {},
        [model, folder = context().library.path().parent_path()](
            const std::stop_token&, const ProgressCallback&) { *model = firstLookModel(folder); },
        this, [this, model] { firstLook(*model); }, [this](const Error&) { firstLook({}); });
}

void LatencyWorkspace::firstLook(const std::filesystem::path& model) {
    m_firstLookComes = false;
    if (m_session->isActive())
        return;
    const std::vector<data::Endpoint> endpoints = firstLookEndpoints(model, runServices().engines != nullptr);
    QStringList names;
    for (const data::Endpoint& endpoint : endpoints) {
        names << fromUtf8(endpoint.name);
        saveEndpoint(endpoint);
    }
    m_endpoints->setTicked(names);
    m_builder->setWishes(firstLookWishes());
    const QString name = tr("A first look");
    startPlan(planJson(firstLookWishes(), endpoints, name), name);
}

void LatencyWorkspace::saveEndpoint(const data::Endpoint& endpoint, const QString& formerName) {
    m_keychainAsked.remove(keychainEntry(endpoint)); // it may have another key now
    m_keychainAnswers.remove(keychainEntry(endpoint));
    context().library.write(
        this,
        [endpoint, former = toStdString(formerName)](data::Library& library) {
            data::MeasureStore store(library);
            store.saveEndpoint(endpoint);
            if (!former.empty() && former != endpoint.name)
                store.removeEndpoint(former);
        },
        [this] { reload(); });
}

Place LatencyWorkspace::place() const {
    Place here{id(), m_claimPlace};
    if (m_run != 0) {
        for (auto one = m_requestPlace.begin(); one != m_requestPlace.end(); ++one)
            here.detail.insert(one.key(), one.value());
        here.detail[QLatin1String("run")] = m_run;
    } else if (!m_compared.empty()) {
        QJsonArray runs;
        for (const qint64 run : m_compared)
            runs.append(run);
        here.detail[QLatin1String("runs")] = runs;
    }
    return here;
}

void LatencyWorkspace::goTo(const Place& place) {
    if (place.detail.contains(QLatin1String("claim")))
        openClaim(place.detail[QLatin1String("article")].toInteger(),
                  place.detail[QLatin1String("claim")].toString());
    const QJsonArray named = place.detail[QLatin1String("runs")].toArray();
    std::vector<qint64> several;
    several.reserve(static_cast<std::size_t>(named.size()));
    for (const auto& one : named)
        several.push_back(one.toInteger());
    if (several.size() > 1)
        return openRuns(several);
    const qint64 run = place.detail[QLatin1String("run")].toInteger();
    if (run == 0)
        return;
    if (place.detail.contains(QLatin1String("endpoint"))) {
        m_run = run;
        m_compared.clear();
        select(run);
        if (!m_kept || m_kept->run.id != run)
            m_kept.reset(); // "Back" loads it
        openRequest(place.detail[QLatin1String("endpoint")].toString(),
                    place.detail[QLatin1String("sequence")].toInteger(),
                    place.detail[QLatin1String("step")].toInteger());
        return;
    }
    openRun(run);
}

QJsonObject LatencyWorkspace::saveState() const {
    return {{QStringLiteral("splitter"), QString::fromLatin1(m_splitter->saveState().toBase64())},
            {QStringLiteral("left"), QString::fromLatin1(m_left->saveState().toBase64())},
            {QStringLiteral("ticked"), QJsonArray::fromStringList(m_endpoints->tickedNames())},
            {QStringLiteral("wishes"), toJson(m_builder->wishes())}};
}

void LatencyWorkspace::restoreState(const QJsonObject& state) {
    const auto bytes = [&state](const char* key) {
        return QByteArray::fromBase64(state[QLatin1String(key)].toString().toLatin1());
    };
    m_splitter->restoreState(bytes("splitter"));
    m_left->restoreState(bytes("left"));
    QStringList ticked;
    const QJsonArray names = state[QLatin1String("ticked")].toArray();
    for (const auto& name : names)
        ticked << name.toString();
    m_endpoints->setTicked(ticked);
    m_builder->setWishes(runWishesFrom(state[QLatin1String("wishes")].toObject()));
    if (m_builder->wishes().preset != RunPreset::Claim)
        m_wishesBefore = m_builder->wishes();
}

void LatencyWorkspace::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Workspace::changeEvent(event);
}

} // namespace parallax::ui
