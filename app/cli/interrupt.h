// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace parallax::app {

// A token that Ctrl+C (SIGINT) or SIGTERM stops, so that a long command ends between two articles. A second
// Ctrl+C ends the process at once.
std::stop_token stopOnInterrupt();

} // namespace parallax::app
