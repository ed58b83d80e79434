// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <utility>

namespace parallax::ui {

enum class Effort { Small, Large }; // Large: may take longer than a frame

// Small work is done at once, so that nothing flickers; large work on another thread. `done` gets what it
// came to on the GUI thread, and only while `context` lives.
template <typename Work, typename Done>
void runBeside(Effort effort, QObject* context, Work work, Done done) {
    if (effort == Effort::Small)
        done(work());
    else
        QtConcurrent::run(std::move(work)).then(context, std::move(done));
}

// Takes something large apart on another thread: the last to let go of it may be the window.
template <typename Thing>
void deleteBeside(Thing* thing) {
    QThreadPool::globalInstance()->start([thing] { delete thing; });
}

} // namespace parallax::ui
