// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <concepts>
#include <exception>
#include <functional>
#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

#include "base/progress.h"

namespace parallax::ui {

class IssueModel;

// Words in the language that the window speaks when they are shown: a text, or what makes one.
class SpokenText {
  public:
    SpokenText() = default;
    SpokenText(const QString& text) { // NOLINT(google-explicit-constructor)
        if (!text.isEmpty())
            m_words = [text] { return text; };
    }
    template <std::invocable Words>
    SpokenText(Words words) // NOLINT(google-explicit-constructor)
        : m_words(std::move(words)) {}

    QString operator()() const { return m_words ? m_words() : QString(); }
    bool isEmpty() const { return !m_words; }

  private:
    std::function<QString()> m_words;
};

// Long work off the GUI thread, each a row with progress, remaining time and Cancel.
class TaskManager final : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role {
        ProgressRole = Qt::UserRole + 1, // 0…1, or -1 while the total is unknown
        DetailRole,                      // what is at hand, or how it ended
        RemainingRole,                   // estimate in milliseconds, or -1
        RunningRole,
        IdRole
    };

    explicit TaskManager(IssueModel& issues, QObject* parent = nullptr);
    ~TaskManager() override; // asks all work to stop and waits

    // Runs `work` on a worker thread; `done` (may be empty) runs on the GUI thread after it ended well and
    // while `context` lives. An Error becomes an issue under `title`; Cancelled ends quietly. `failed` is
    // called for both, so that a page can leave its busy state. An empty `title` is work that nobody asked
    // for (a daily snapshot): it is not listed.
    using Work = std::function<void(std::stop_token, const ProgressCallback&)>;
    int start(const SpokenText& title, Work work, QObject* context, std::function<void()> done,
              std::function<void(const Error&)> failed = {});
    void cancel(int id);
    void setOutcome(int id, const SpokenText& text); // in place of "Done"
    int running() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    int idAt(int row) const;
    void clearFinished();

  Q_SIGNALS:
    void runningChanged(int running);
    void progressed(); // some task moved: the status line repaints, at most 10 times a second

  private:
    struct Task;
    int rowOf(int id) const;
    void showProgress();
    void finish(int id, const std::exception_ptr& failure);
    void forgetOldest();

    IssueModel& m_issues;
    QThreadPool m_pool;
    QTimer m_progressTimer;
    std::vector<std::shared_ptr<Task>> m_tasks;  // listed
    std::vector<std::shared_ptr<Task>> m_hidden; // at work, not listed
    int m_nextId = 1;
};

} // namespace parallax::ui
