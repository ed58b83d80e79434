// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "engine/inference/cuda/lane.h"

// Reading alone, as fast as a card can: what every figure of the bench is held against.

namespace parallax::inference::cuda::PARALLAX_SPACE {

constexpr unsigned readsAtOnce = 4; // loads of 16 bytes that a thread has under way

// Reads all words, so that the compiler cannot leave it: `found` becomes 1 where a thread's come to 1 and 0s.
// A thread owns every so many-th of them.
static __global__ void readWords(const uint4* from, std::size_t count, unsigned* found) {
    const std::size_t step = std::size_t{gridDim.x} * blockDim.x;
    unsigned sum = 0;
    letNextBegin();
    waitForStage();
    for (std::size_t i = std::size_t{blockIdx.x} * blockDim.x + threadIdx.x; i < count;
         i += readsAtOnce * step) {
        uint4 words[readsAtOnce];
#pragma unroll
        for (unsigned j = 0; j < readsAtOnce; ++j)
            words[j] = i + j * step < count ? loadOnce(from + i + j * step) : uint4{0, 0, 0, 0};
#pragma unroll
        for (unsigned j = 0; j < readsAtOnce; ++j)
            sum += words[j].x + words[j].y + words[j].z + words[j].w;
    }
    if (sum == 1)
        *found = 1;
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
