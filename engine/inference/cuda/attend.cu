// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/attend.cuh"
#include "engine/inference/cuda/kernels.h"
#include "engine/inference/cuda/numbers.h"

// The first half of attention: norm, rotation and rounding of heads, new keys and values to the cache.

namespace parallax::inference::cuda::PARALLAX_SPACE {
namespace {

// head / rms(head) * weight, by one warp.
__device__ void normaliseHead(float* head, int size, const float* weight, float epsilon, int lane) {
    float squares = 0;
    for (int d = lane; d < size; d += 32)
        squares = fmaf(head[d], head[d], squares);
    const float scale = 1.0F / sqrtf(warpSum(squares) / static_cast<float>(size) + epsilon);
    for (int d = lane; d < size; d += 32)
        head[d] = head[d] * scale * weight[d];
    __syncwarp();
}

__device__ void rotateHead(const AttendStage& s, float* head, std::size_t row, int lane) {
    const int pairs = s.rotary / 2;
    const float* turns = s.turns + row * static_cast<std::size_t>(s.rotary);
    for (int i = lane; i < pairs; i += 32) {
        float& first = head[s.ropeHalves ? i : 2 * i];
        float& second = head[s.ropeHalves ? i + pairs : 2 * i + 1];
        const float cosine = turns[2 * i];
        const float sine = turns[2 * i + 1];
        const float turned = first * cosine - second * sine;
        second = first * sine + second * cosine;
        first = turned;
    }
    __syncwarp();
}

// Heads of one row: queries to scratch, keys and values to their page.
// A warp owns a head.
template <class Stored>
__global__ void __launch_bounds__(blockThreads) prepareHeads(AttendStage s) {
    const int lane = static_cast<int>(threadIdx.x % 32);
    const int head = static_cast<int>(blockIdx.y * (blockThreads / 32) + threadIdx.x / 32);
    const std::size_t row = blockIdx.x;
    const int all = s.heads + 2 * s.kvHeads;
    const auto size = static_cast<std::size_t>(s.headSize);
    waitForStage();
    letNextBegin();
    if (head >= all)
        return;
    float* numbers = sharedMemory<float>() + threadIdx.x / 32 * size;
    const float* from = s.qkv + (row * static_cast<std::size_t>(all) + static_cast<std::size_t>(head)) * size;
    for (std::size_t d = static_cast<unsigned>(lane); d < size; d += 32)
        numbers[d] = from[d];
    __syncwarp();
    const float* norm = head < s.heads ? s.queryNorm : s.keyNorm;
    if (head < s.heads + s.kvHeads) {
        if (norm != nullptr && !s.normAfterRope)
            normaliseHead(numbers, s.headSize, norm, s.epsilon, lane);
        rotateHead(s, numbers, row, lane);
        if (norm != nullptr && s.normAfterRope)
            normaliseHead(numbers, s.headSize, norm, s.epsilon, lane);
    }
    if (head < s.heads) {
        std::uint16_t* to =
            s.queries + (row * static_cast<unsigned>(s.heads) + static_cast<unsigned>(head)) * size;
        for (std::size_t d = static_cast<unsigned>(lane); d < size; d += 32)
            to[d] = static_cast<std::uint16_t>(halfBits(numbers[d] * s.scale));
        return;
    }
    const bool key = head < s.heads + s.kvHeads;
    const auto kvHead = static_cast<std::size_t>(head - s.heads - (key ? 0 : s.kvHeads));
    const auto slot = static_cast<std::size_t>(s.positions[row] % pageTokens);
    Stored* to = static_cast<Stored*>(key ? s.keys : s.values) +
                 static_cast<std::size_t>(s.rowPages[row]) * s.pageNumbers + kvHead * size * pageTokens;
    for (std::size_t d = static_cast<unsigned>(lane); d < size; d += 32)
        keep(to[key ? slot * size + d : d * pageTokens + slot], numbers[d]);
}

template <class Stored>
void attendStored(Device& device, const AttendStage& s) {
    const auto heads = static_cast<unsigned>(s.heads + 2 * s.kvHeads);
    const auto size = static_cast<std::size_t>(s.headSize);
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
