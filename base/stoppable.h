// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include "base/progress.h"

namespace parallax {

// For work that takes no stop token: whenever it tells how far it has come, it may be ended.
inline ProgressCallback stoppable(std::stop_token stop, ProgressCallback progress) {
    return [stop = std::move(stop), progress = std::move(progress)](const Progress& at) {
        throwIfStopped(stop);
        if (progress)
            progress(at);
    };
}

} // namespace parallax
