// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/run_session.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <utility>

#include "data/store/clock.h"
#include "data/store/measure_store.h"
#include "data/store/measure_writer.h"
#include "data/store/run_plan.h"
#include "engine/latency/live.h"
#include "engine/latency/machine_name.h"
#include "engine/latency/own_count.h"
#include "engine/latency/report_options.h"
#include "ui/common/background.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/run_services.h"
#include "ui/common/tasks.h"
#include "ui/common/workspace.h"
#include "ui/latency/attempt_feed.h"

namespace parallax::ui {
namespace {

constexpr int frameMilliseconds = 34;      // fewer than 30 a second
constexpr qint64 reportMilliseconds = 500; // at most as often, and
constexpr qint64 reportShare = 20;         // no more than a twentieth of a core

double milliseconds(data::RunTime from, data::RunTime to) {
    return static_cast<double>(to - from) / 1e6;
}

} // namespace

struct RunSession::Shared {
    explicit Shared(latency::RunPlan given)
        : plan(std::make_shared<const latency::RunPlan>(std::move(given)))
        , board(plan->endpoints.size()) {}

    std::shared_ptr<const latency::RunPlan> plan;
    data::MeasureRun row; // of the worker; ours again once it has ended
    latency::LiveBoard board;
    AttemptFeed feed;
    std::atomic<data::RunId> id{0};
    std::size_t lost = 0; // of the worker, as `row` is
};

RunSession::RunSession(Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context) {
    m_frame.setInterval(frameMilliseconds);
    connect(&m_frame, &QTimer::timeout, this, &RunSession::look);
}

double RunSession::spentDollars() const {
    return m_shared ? static_cast<double>(m_shared->board.spent.load(std::memory_order_relaxed)) / 1e12 : 0;
}

double RunSession::worstLagMs() const {
    return m_shared ? static_cast<double>(m_shared->board.worstLag.load(std::memory_order_relaxed)) / 1e6 : 0;
}

double RunSession::progress() const {
    if (!m_shared)
        return 0;
    const auto all = static_cast<double>(m_shared->board.wanted.load(std::memory_order_relaxed));
    return std::clamp(static_cast<double>(m_content->attempts.size()) / std::max(1.0, all), 0.0, 1.0);
}

void RunSession::start(latency::RunPlan plan, const std::string& planJson) {
    if (isActive())
        return;
    auto shared = std::make_shared<Shared>(std::move(plan));
    shared->row.name = shared->plan->name;
    shared->row.plan = planJson;
    shared->row.machine = latency::machineName();
    shared->row.version = toStdString(QCoreApplication::applicationVersion());
    shared->row.begunAt = data::toIso(data::now());
    m_content = std::make_shared<RunContent>(RunContent::of(shared->plan, shared->row));
    m_live.assign(shared->plan->endpoints.size(), {});
    m_shared = shared;
    m_stopping = m_begun = m_reporting = false;
    m_reported = 0;
    m_reportTook = 0;
    m_sinceReport.start();
    m_frame.start();
    const auto work = [shared, path = m_context.library.path(), services = runServices()](
                          const std::stop_token& stop, const ProgressCallback& progress) {
        data::Library library(path);
        data::MeasureStore store(library);
        data::MeasureRun& row = shared->row;
        const std::string day = row.begunAt.substr(0, 10);
        latency::RunPlan own = *shared->plan; // gets the addresses of servers of our own
        latency::checkPlan(own, day);         // before there is a row of it
        const latency::EngineSource engines =
            services.engines ? services.engines(own, stop) : latency::EngineSource();
        const latency::OwnCounts counts(own.endpoints);
        row.plan = data::resolvedPlan(store, row.plan); // a name may mean another place tomorrow
        row.id = store.beginRun(row);
        shared->id.store(row.id, std::memory_order_release);
        const auto end = [&](data::MeasureState state) {
            row.endedAt = data::toIso(data::now());
            row.state = state;
            store.endRun(row);
        };
        // Stopped by a person, or where the library takes no more: what is measured then would be lost.
        std::stop_source ending;
        const std::stop_callback linked(stop, [&ending] { ending.request_stop(); });
        try {
            data::MeasureWriter writer(
                path, row.id, [&ending] { ending.request_stop(); },
                [&counts](data::Attempt& attempt) { counts.count(attempt); });
            const latency::RunResult result = latency::runPlan(
                own, services.key, day, ending.get_token(),
                [&](data::Attempt&& attempt) {
                    shared->feed.put(attempt);
                    writer.add(std::move(attempt));
                },
                progress, engines, &shared->board);
            row.windowBegin = result.window.begin;
            row.windowEnd = result.window.end;
            row.worstLag = result.worstLag;
            row.spent = result.spent;
            try {
                writer.finish();
            } catch (...) {
                shared->lost = writer.lost();
                throw;
            }
            end(result.stopped         ? data::MeasureState::Stopped
                : result.budgetReached ? data::MeasureState::BudgetReached
                                       : data::MeasureState::Finished);
        } catch (...) {
            try {
                end(data::MeasureState::Stopped);
            } catch (const Error&) { // it stays "under way, or cut off"; what broke it off is what is told
            }
            throw;
        }
    };
    m_task = m_context.tasks.start(
        [name = fromUtf8(shared->row.name)] { return tr("Measuring: %1").arg(name); }, work, this,
        [this] { finish(std::nullopt); }, [this](const Error& error) { finish(error); });
    Q_EMIT changed();
}

void RunSession::stop() {
    if (!isActive() || m_stopping)
        return;
    m_stopping = true;
    m_context.tasks.cancel(m_task);
    Q_EMIT changed();
}

void RunSession::look() {
    if (!m_shared)
        return;
    for (data::Attempt& attempt : m_shared->feed.take())
        m_content->add(std::move(attempt));
    const data::RunId id = m_shared->id.load(std::memory_order_acquire);
    if (id != 0 && !m_begun) {
        m_begun = true;
        m_content->run.id = id;
        Q_EMIT begun(id);
    }
    constexpr auto relaxed = std::memory_order_relaxed;
    const std::int64_t started = m_shared->board.startedAt.load(relaxed);
    const data::RunTime now =
        std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1) - started;
    for (std::size_t i = 0; i < m_live.size(); ++i) {
        const latency::LiveEndpoint& shown = m_shared->board.endpoint(i);
        LiveRequest& live = m_live[i];
        live.any = shown.request.load(relaxed) > 0 && started != 0;
        if (!live.any)
            continue;
        const data::RunTime submitted = shown.submitted.load(relaxed), ended = shown.ended.load(relaxed),
                            first = shown.firstToken.load(relaxed), last = shown.lastToken.load(relaxed);
        live.chunks = shown.chunks.load(relaxed);
        live.underWay = ended == data::never;
        live.firstToken = first == data::never ? -1 : milliseconds(submitted, first);
        live.elapsed = std::max(0.0, milliseconds(submitted, live.underWay         ? now
                                                             : last == data::never ? ended
                                                                                   : last));
    }
    report();
    Q_EMIT changed();
}

void RunSession::report() {
    if (m_reporting || m_reported == m_content->attempts.size() ||
        m_sinceReport.elapsed() < std::max(reportMilliseconds, reportShare * m_reportTook))
        return;
    m_reporting = true;
    struct Made {
        latency::Report report;
        qint64 took = 0;
    };
    runBeside(
        Effort::Large, this,
        [attempts = m_content->attempts,
         options = latency::reportOptions(*m_shared->plan, m_content->run.begunAt)] {
            QElapsedTimer clock;
            clock.start();
            Made made{latency::reportOf(attempts, options), 0};
            made.took = clock.elapsed();
            return made;
        },
        [this, count = m_content->attempts.size(), shared = m_shared](Made made) {
            if (shared != m_shared)
                return; // of a run that has ended since
            m_reporting = false;
            m_reported = count;
            m_reportTook = made.took;
            m_sinceReport.start();
            m_content->report = std::move(made.report);
            Q_EMIT changed();
        });
}

void RunSession::finish(const std::optional<Error>& error) {
    look();
    m_frame.stop();
    const qint64 run = m_shared->id.load(std::memory_order_acquire);
    m_content->run = m_shared->row;
    m_lost = m_shared->lost;
    m_shared.reset();
    m_live.clear();
    m_stopping = false;
    if (error && error->code() != ErrorCode::Cancelled)
        Q_EMIT failed(*error);
    Q_EMIT ended(run);
    Q_EMIT changed();
}

} // namespace parallax::ui
