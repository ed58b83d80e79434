// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/pending_removal.h"

#include <utility>

#include "ui/library/list_pane.h"

namespace parallax::ui {
namespace {

// How long "Undo" stands before something is removed for good.
constexpr int removeAfterMilliseconds = 8000;

} // namespace

PendingRemoval::PendingRemoval(ListPane& list, QObject* parent)
    : QObject(parent)
    , m_list(list) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(removeAfterMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &PendingRemoval::commit);
}

void PendingRemoval::offer(const QString& sentence, std::function<void()> commit,
                           std::function<void()> undo) {
    this->commit();
    m_commit = std::move(commit);
    m_timer.start();
    m_list.offerUndo(sentence, [this, undo = std::move(undo)] {
        m_timer.stop();
        m_commit = nullptr;
        undo();
    });
}

void PendingRemoval::commit() {
    m_timer.stop();
    const auto gone = std::exchange(m_commit, nullptr);
    if (!gone)
        return;
    m_list.withdrawUndo();
    gone();
}

} // namespace parallax::ui
