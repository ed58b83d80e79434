// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tasks.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QThread>

#include <algorithm>
#include <mutex>

#include "ui/common/issues.h"
#include "ui/common/sentences.h"

namespace parallax::ui {

namespace {
constexpr int progressIntervalMs = 100;
constexpr std::size_t finishedKept = 20;
// An estimate from less than this is a guess.
constexpr qint64 estimateAfterMs = 1500;
} // namespace

struct TaskManager::Task {
    enum class State { Running, Done, Failed, Cancelled };

    int id = 0;
    SpokenText title;
    State state = State::Running;
    std::stop_source stop;
    QPointer<QObject> context;
    bool hadContext = false;
    std::function<void()> done;
    std::function<void(const Error&)> failed;
    QElapsedTimer clock;
    QString problem;
    SpokenText outcome;

    std::mutex mutex; // of what the worker writes
    Progress latest;
    bool moved = false;

    Progress shown; // of the GUI thread

    bool wanted() const { return !hadContext || context; }
};

TaskManager::TaskManager(IssueModel& issues, QObject* parent)
    : QAbstractListModel(parent)
    , m_issues(issues) {
    // Tasks wait for disks and networks as well as computing; two at the least, so that a long import does
    // not hold up a short export.
    m_pool.setMaxThreadCount(std::max(4, QThread::idealThreadCount()));
    m_progressTimer.setInterval(progressIntervalMs);
    connect(&m_progressTimer, &QTimer::timeout, this, &TaskManager::showProgress);
}

TaskManager::~TaskManager() {
    for (const auto* list : {&m_tasks, &m_hidden})
        for (const auto& task : *list)
            task->stop.request_stop();
    m_pool.waitForDone();
}

int TaskManager::start(const SpokenText& title, Work work, QObject* context, std::function<void()> done,
                       std::function<void(const Error&)> failed) {
    auto task = std::make_shared<Task>();
    task->id = m_nextId++;
    task->title = title;
    task->context = context;
    task->hadContext = context != nullptr;
    task->done = std::move(done);
    task->failed = std::move(failed);
    task->clock.start();
    if (title.isEmpty()) {
        m_hidden.push_back(task);
    } else {
        const int row = rowCount();
        beginInsertRows({}, row, row);
        m_tasks.push_back(task);
        endInsertRows();
        m_progressTimer.start();
        Q_EMIT runningChanged(running());
    }
    m_pool.start([this, task, work = std::move(work)] {
        std::exception_ptr failure;
        try {
            throwIfStopped(task->stop.get_token());
            work(task->stop.get_token(), [&task](const Progress& progress) {
                const std::scoped_lock lock(task->mutex);
                task->latest = progress;
                task->moved = true;
            });
        } catch (...) {
            failure = std::current_exception();
        }
        QMetaObject::invokeMethod(
            this, [this, id = task->id, failure] { finish(id, failure); }, Qt::QueuedConnection);
    });
    return task->id;
}

void TaskManager::finish(int id, const std::exception_ptr& failure) {
    std::shared_ptr<Task> task;
    const int row = rowOf(id);
    if (row >= 0) {
        task = m_tasks[static_cast<std::size_t>(row)];
    } else {
        const auto found =
            std::find_if(m_hidden.begin(), m_hidden.end(), [id](const auto& t) { return t->id == id; });
        if (found == m_hidden.end())
            return;
        task = *found;
        m_hidden.erase(found);
    }

    std::optional<Error> error;
    if (failure) {
        try {
            std::rethrow_exception(failure);
        } catch (const Error& known) {
            error = known;
        } catch (const std::exception& unknown) {
            task->problem = QString::fromLocal8Bit(unknown.what());
        } catch (...) {
            task->problem = tr("It ended without saying why.");
        }
    }
    // Work without a title that somebody waits for says by itself what it was about.
    const QString doing = !task->title.isEmpty()    ? task->title()
                          : task->failed == nullptr ? tr("Housekeeping")
                                                    : QString();
    if (error && error->code() == ErrorCode::Cancelled) {
        task->state = Task::State::Cancelled;
    } else if (error) {
        task->state = Task::State::Failed;
        task->problem = sentence(*error);
        m_issues.add(issueFrom(doing, *error));
    } else if (failure) {
        task->state = Task::State::Failed;
        m_issues.add({Severity::Error,
                      doing.isEmpty() ? task->problem : doing,
                      doing.isEmpty() ? QString() : task->problem,
                      std::nullopt,
                      {}});
    } else {
        task->state = Task::State::Done;
    }
    if (row >= 0) {
        forgetOldest();
        const int now = rowOf(id);
        if (now >= 0)
            Q_EMIT dataChanged(index(now), index(now));
        Q_EMIT runningChanged(running());
        Q_EMIT progressed();
        if (running() == 0)
            m_progressTimer.stop();
    }
    if (!task->wanted())
        return;
    if (task->state == Task::State::Done) {
        if (task->done)
            task->done();
    } else if (task->failed) {
        task->failed(error.value_or(Error(ErrorCode::Unexpected, {task->problem.toStdString()})));
    }
}

void TaskManager::cancel(int id) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_tasks[static_cast<std::size_t>(row)]->stop.request_stop();
    Q_EMIT dataChanged(index(row), index(row));
}

void TaskManager::setOutcome(int id, const SpokenText& text) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_tasks[static_cast<std::size_t>(row)]->outcome = text;
    Q_EMIT dataChanged(index(row), index(row));
}

int TaskManager::running() const {
    return static_cast<int>(std::count_if(m_tasks.begin(), m_tasks.end(), [](const auto& task) {
        return task->state == Task::State::Running;
    }));
}

int TaskManager::rowOf(int id) const {
    const auto found =
        std::find_if(m_tasks.begin(), m_tasks.end(), [id](const auto& task) { return task->id == id; });
    return found == m_tasks.end() ? -1 : static_cast<int>(found - m_tasks.begin());
}

void TaskManager::showProgress() {
    bool any = false;
    for (std::size_t row = 0; row < m_tasks.size(); ++row) {
        Task& task = *m_tasks[row];
        {
            const std::scoped_lock lock(task.mutex);
            if (!std::exchange(task.moved, false))
                continue;
            task.shown = task.latest;
        }
        any = true;
        const QModelIndex changed = index(static_cast<int>(row));
        Q_EMIT dataChanged(changed, changed);
    }
    if (any)
        Q_EMIT progressed();
}

void TaskManager::forgetOldest() {
    std::size_t finished = m_tasks.size() - static_cast<std::size_t>(running());
    for (std::size_t row = 0; finished > finishedKept && row < m_tasks.size();) {
        if (m_tasks[row]->state == Task::State::Running) {
            ++row;
            continue;
        }
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_tasks.erase(m_tasks.begin() + static_cast<std::ptrdiff_t>(row));
        endRemoveRows();
        --finished;
    }
}

void TaskManager::clearFinished() {
    beginResetModel();
    std::erase_if(m_tasks, [](const auto& task) { return task->state != Task::State::Running; });
    endResetModel();
}

int TaskManager::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

int TaskManager::idAt(int row) const {
    return row < 0 || row >= rowCount() ? 0 : m_tasks[static_cast<std::size_t>(row)]->id;
}

QVariant TaskManager::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Task& task = *m_tasks[static_cast<std::size_t>(index.row())];
    const Progress& progress = task.shown;
    const bool isRunning = task.state == Task::State::Running;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return task.title();
    case ProgressRole:
        if (!isRunning)
            return task.state == Task::State::Done ? 1.0 : 0.0;
        return progress.total > 0
                   ? std::clamp(static_cast<double>(progress.done) / static_cast<double>(progress.total), 0.0,
                                1.0)
                   : -1.0;
    case DetailRole:
        switch (task.state) {
        case Task::State::Done:
            return task.outcome.isEmpty() ? tr("Done") : task.outcome();
        case Task::State::Cancelled:
            return tr("Cancelled");
        case Task::State::Failed:
            return task.problem;
        case Task::State::Running:
            return task.stop.stop_requested() ? tr("Stopping…") : QString::fromStdString(progress.item);
        }
        return {};
    case RemainingRole: {
        const qint64 elapsed = task.clock.elapsed();
        if (!isRunning || progress.total <= 0 || progress.done <= 0 || elapsed < estimateAfterMs)
            return qint64(-1);
        const double perItem = static_cast<double>(elapsed) / static_cast<double>(progress.done);
        return static_cast<qint64>(
            perItem * static_cast<double>(std::max<std::int64_t>(0, progress.total - progress.done)));
    }
    case RunningRole:
        return isRunning;
    case IdRole:
        return task.id;
    default:
        return {};
    }
}

} // namespace parallax::ui
