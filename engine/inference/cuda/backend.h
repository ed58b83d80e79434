// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>

#include "engine/inference/backend.h"
#include "engine/inference/cuda/device.h"

namespace parallax::inference::cuda::PARALLAX_SPACE {

struct BackendOptions {
    bool keysInBytes = false; // keys and values as e4m3: half the memory, not the contract
    bool graphs = true;       // a decode step of a known shape is replayed rather than queued anew
    bool overlap = true;      // kernels may begin before the last one ends
};

// A card as a device. Computes the contract of README.md; Arithmetic::Fast is the CPU's alone. Throws
// Error{ModelFailed} where there is no card that can be used.
std::unique_ptr<Backend> makeBackend(const BackendOptions& options = {});

} // namespace parallax::inference::cuda::PARALLAX_SPACE
