// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace parallax {

// How gladly a thread lets others go first (Linux: its niceness). The window's threads stay at nought.
enum class Priority { Import = 5, Check = 10 };

// Of the calling thread, and of the processes that it starts from then on.
void setThreadPriority(Priority priority);

// Runs the work in a thread of its own with that priority, waits for it and throws what it threw: a thread of
// a pool could not take its priority back.
void runAs(Priority priority, const std::function<void()>& work);

} // namespace parallax
