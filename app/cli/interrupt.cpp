// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <csignal>
#include <thread>

namespace parallax::app {

std::stop_token stopOnInterrupt() {
    // The signals are blocked in every thread and taken by one that waits for them: request_stop() may run
    // callbacks and take locks, which a signal handler must not.
    static std::stop_source source;
    static const bool started = [] {
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGINT);
        sigaddset(&signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        std::thread([signals] {
            int received = 0;
            if (sigwait(&signals, &received) != 0)
                return;
            source.request_stop();
            std::signal(SIGINT, SIG_DFL);
            std::signal(SIGTERM, SIG_DFL);
            pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
        }).detach();
        return true;
    }();
    static_cast<void>(started);
    return source.get_token();
}

} // namespace parallax::app
