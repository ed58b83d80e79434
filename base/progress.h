// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

#include "base/error.h"

namespace parallax {

// How far a long operation has come. `total` 0 means unknown; `item` names what is at hand (a file, an
// article).
struct Progress {
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string item;
};

// Called from the working thread, at most some ten times a second per operation. May be empty.
using ProgressCallback = std::function<void(const Progress&)>;

// Throws Error{Cancelled} once a stop was asked for; long operations call it between items.
inline void throwIfStopped(const std::stop_token& stop) {
    if (stop.stop_requested())
        throw Error(ErrorCode::Cancelled);
}

} // namespace parallax
