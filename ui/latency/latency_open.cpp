// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a run, several of them or one request come from the library to the Latency page.
#include <QItemSelectionModel>
#include <QListView>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

#include "data/store/measure_store.h"
#include "ui/common/empty_page.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/sentences.h"
#include "ui/common/tasks.h"
#include "ui/latency/compare_runs.h"
#include "ui/latency/latency_workspace.h"
#include "ui/latency/request_page.h"
#include "ui/latency/run_list.h"
#include "ui/latency/run_page.h"

namespace parallax::ui {

void LatencyWorkspace::openRun(qint64 run) {
    m_run = run;
    m_compared.clear();
    m_requestPlace = {};
    select(run);
    const int loading = ++m_loading;
    if (m_session->isActive() && m_session->content().run.id == run) {
        showRun();
        return;
    }
    m_startProblem.reset();
    // On a connection of its own: a run of many attempts takes a while, and the list must not wait for it.
    auto content = std::make_shared<RunContent>();
    context().tasks.start(
        {},
        [content, run, path = context().library.path()](const std::stop_token&, const ProgressCallback&) {
            try {
                data::Library library(path, data::Library::Mode::ReadOnly);
                *content = loadRun(library, run);
            } catch (const Error& error) {
                content->problem = error;
            }
        },
        this,
        [this, content, loading] {
            if (loading != m_loading)
                return;
            if (content->problem) {
                m_lost->setContent(QStringLiteral("warning"), tr("This run cannot be shown"),
                                   sentence(*content->problem));
                m_right->setCurrentWidget(m_lost);
            } else {
                m_kept = content;
                m_page->setRun(m_kept, {});
                m_right->setCurrentWidget(m_page);
            }
            showRun();
        });
}

void LatencyWorkspace::openRuns(const std::vector<qint64>& runs) {
    m_run = 0;
    m_compared = runs;
    m_requestPlace = {};
    m_startProblem.reset();
    const int loading = ++m_loading;
    auto contents = std::make_shared<std::vector<RunContent>>();
    context().tasks.start(
        {},
        [contents, runs, path = context().library.path()](const std::stop_token& stop,
                                                          const ProgressCallback&) {
            data::Library library(path, data::Library::Mode::ReadOnly);
            for (const qint64 run : runs) {
                throwIfStopped(stop);
                contents->push_back(loadRunAlone(library, run));
            }
        },
        this,
        [this, contents, loading] {
            if (loading != m_loading)
                return;
            RunContents whole; // those that can be read
            for (RunContent& content : *contents)
                if (!content.problem)
                    whole.push_back(std::make_shared<const RunContent>(std::move(content)));
            m_compare->setRuns(std::move(whole));
            m_right->setCurrentWidget(m_compare);
            showRun();
        });
}

void LatencyWorkspace::openSelected() {
    const QModelIndexList chosen = m_runList->selectionModel()->selectedIndexes();
    std::vector<qint64> runs;
    runs.reserve(static_cast<std::size_t>(chosen.size()));
    for (const QModelIndex& index : chosen)
        runs.push_back(index.data(RunListModel::RunRole).toLongLong());
    std::sort(runs.begin(), runs.end()); // the oldest first, as columns are read
    if (runs.size() > 1) {
        if (runs == m_compared)
            return;
        openRuns(runs);
    } else if (runs.size() == 1) {
        if (runs.front() == m_run && m_requestPlace.isEmpty())
            return;
        openRun(runs.front());
    } else {
        return;
    }
    Q_EMIT placeChanged(place());
}

void LatencyWorkspace::openRequest(const QString& endpoint, qint64 sequence, qint64 step) {
    const qint64 run = m_run;
    const int loading = ++m_loading;
    m_requestPlace = {{QStringLiteral("endpoint"), endpoint},
                      {QStringLiteral("sequence"), sequence},
                      {QStringLiteral("step"), step}};
    using Found = std::optional<data::Attempt>;
    context().library.read<Found>(
        QStringLiteral("latency-request"), this,
        [run, name = toStdString(endpoint), sequence, step](data::Library& library) -> Found {
            try {
                return data::MeasureStore(library).attempt(run, name, sequence, step);
            } catch (const Error& error) {
                if (error.code() == ErrorCode::Cancelled)
                    throw;
                return std::nullopt;
            }
        },
        [this, loading](const Found& found) {
            if (loading != m_loading)
                return;
            if (found) {
                m_request->setAttempt(*found);
                m_right->setCurrentWidget(m_request);
            } else {
                m_lost->setContent(QStringLiteral("warning"), tr("This request is no longer there"), {});
                m_right->setCurrentWidget(m_lost);
            }
            showRun();
        });
    Q_EMIT placeChanged(place());
}

void LatencyWorkspace::select(qint64 run) {
    m_quiet = true;
    QItemSelection chosen;
    for (const qint64 one : m_compared.empty() ? std::vector<qint64>{run} : m_compared)
        if (const int row = m_runs->rowOf(one); row >= 0)
            chosen.select(m_runs->index(row), m_runs->index(row));
    m_runList->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    if (!chosen.isEmpty())
        m_runList->selectionModel()->setCurrentIndex(chosen.indexes().constFirst(),
                                                     QItemSelectionModel::NoUpdate);
    m_quiet = false;
}

} // namespace parallax::ui
