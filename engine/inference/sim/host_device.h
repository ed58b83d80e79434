// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "engine/inference/cuda/space.h"

namespace parallax::inference::cuda::on_host {

// What a test makes of the host: a card that is full, or lost. Of the thread that tests alone.
struct HostLimits {
    std::size_t memory = std::size_t{64} << 30;
    std::size_t used = 0;
    bool lost = false;
    int replays = 0; // of graphs, so far
};
HostLimits& hostLimits();

} // namespace parallax::inference::cuda::on_host
