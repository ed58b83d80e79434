// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/read.cuh"

#include <algorithm>

#include "engine/inference/cuda/kernels.h"

namespace parallax::inference::cuda::PARALLAX_SPACE {

void readMemory(Device& device, const void* from, std::size_t bytes, unsigned blocks, unsigned threads,
                unsigned* found) {
    const std::size_t words = bytes / sizeof(uint4);
    const std::size_t useful = (words + threads * readsAtOnce - 1) / (threads * readsAtOnce);
    device.launch(readWords, {static_cast<unsigned>(std::clamp<std::size_t>(useful, 1, blocks)), 1, 1},
                  threads, 0, static_cast<const uint4*>(from), words, found);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
