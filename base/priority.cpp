// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/priority.h"

#include <sys/resource.h>
#include <unistd.h>

namespace parallax {

void setThreadPriority(Priority priority) {
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), static_cast<int>(priority));
}

} // namespace parallax
