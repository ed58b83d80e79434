// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/priority.h"

#include <sys/resource.h>
#include <unistd.h>

#include <exception>
#include <thread>

namespace parallax {

void setThreadPriority(Priority priority) {
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), static_cast<int>(priority));
}

void runAs(Priority priority, const std::function<void()>& work) {
    std::exception_ptr failure;
    std::thread([&] {
        setThreadPriority(priority);
        try {
            work();
        } catch (...) {
            failure = std::current_exception();
        }
    }).join();
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace parallax
