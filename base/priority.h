// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parallax {

// How gladly a thread lets others go first (Linux: its niceness). The window's threads stay at nought.
enum class Priority { Import = 5, Check = 10 };

// Of the calling thread, and of the processes that it starts from then on.
void setThreadPriority(Priority priority);

} // namespace parallax
