// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/attend.cuh"
#include "engine/inference/cuda/kernels.h"
#include "engine/inference/cuda/numbers.h"

// The first half of attention where rows need each other's keys, and the choice among all.

namespace parallax::inference::cuda::PARALLAX_SPACE {
namespace {

// Heads of one row: queries to scratch, keys and values to their page.
// A warp owns a head.
template <class Stored>
__global__ void __launch_bounds__(blockThreads) prepareHeads(AttendStage s) {
    const int lane = static_cast<int>(threadIdx.x % 32);
    const int head = static_cast<int>(blockIdx.y * (blockThreads / 32) + threadIdx.x / 32);
    const std::size_t row = blockIdx.x;
    letNextBegin();
    waitForStage();
    if (head >= s.heads + 2 * s.kvHeads)
        return;
    const auto size = static_cast<std::size_t>(s.headSize);
    float* numbers = sharedMemory<float>() + threadIdx.x / 32 * size;
    prepareHead(s, numbers, row, head, lane);
    if (head < s.heads)
        keepQuery(s, numbers,
                  s.queries + (row * static_cast<unsigned>(s.heads) + static_cast<unsigned>(head)) * size,
                  lane);
    else
        keepKeyOrValue<Stored>(s, numbers, row, head, lane);
}

template <class Stored>
void attendStored(Device& device, const AttendStage& s) {
    const auto heads = static_cast<unsigned>(s.heads + 2 * s.kvHeads);
    const auto size = static_cast<std::size_t>(s.headSize);
    if (!s.alone)
        device.launch(prepareHeads<Stored>, {s.rows, (heads + 7) / 8, 1}, blockThreads,
                      blockThreads / 32 * size * sizeof(float), s);
    const auto groups = static_cast<unsigned>(s.kvHeads * tilesPerGroup(s.heads / s.kvHeads));
    device.launch(attendRuns<Stored>, {s.tileCount, groups, s.splits}, blockThreads, attendShared(s.headSize),
                  s);
}

} // namespace

void attend(Device& device, const AttendStage& stage) {
    if (stage.bytes)
        attendStored<std::uint8_t>(device, stage);
    else
        attendStored<std::uint16_t>(device, stage);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
