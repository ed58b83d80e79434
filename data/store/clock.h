// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace parallax::data {

using Instant = std::chrono::sys_seconds;

Instant now();

// "2026-04-09T08:15:30Z".
std::string toIso(Instant instant);

// Its inverse; the epoch for anything else.
Instant fromIso(const std::string& text);

} // namespace parallax::data
