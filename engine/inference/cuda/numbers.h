// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/cuda/kernels.h"
#include "engine/inference/cuda/lane.h"

// Functions of numbers that kernels share, and sums over a block.

namespace parallax::inference::cuda::PARALLAX_SPACE {

// e^x to about an ulp, 0 below -87; step by step what the CPU computes, so that the bits are the same.
__device__ inline float exponential(float x) {
    const float below = x > -87.3F ? x : -87.3F;
    const float clamped = below < 88.0F ? below : 88.0F;
    const float n = rintf(clamped * 1.44269504F);
    float r = fmaf(n, -0.693359375F, clamped);
    r = fmaf(n, 2.12194440e-4F, r);
    float p = 1.0F / 720;
    p = fmaf(p, r, 1.0F / 120);
    p = fmaf(p, r, 1.0F / 24);
    p = fmaf(p, r, 1.0F / 6);
    p = fmaf(p, r, 0.5F);
    p = fmaf(p, r, 1.0F);
    p = fmaf(p, r, 1.0F);
    return p * floatOf(static_cast<std::uint32_t>(static_cast<int>(n) + 127) << 23);
}

// act(gate) * up; the second is x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))), (1 + tanh u) / 2 = 1 / (1 +
// e^-2u)
__device__ inline float gated(GateKind kind, float x, float up) {
    float y = 0;
    if (kind == GateKind::Silu) {
        y = x / (1.0F + exponential(0.0F - x));
    } else {
        const float cubic = (x * x) * (x * 0.044715F);
        y = x / (1.0F + exponential((x + cubic) * (-2 * 0.79788456F)));
    }
    return y * up;
}

// Sum or largest of a number of each lane, in every lane; pairs first, whatever the warp.
__device__ inline float warpSum(float value) {
    for (int mask = 16; mask > 0; mask /= 2)
        value += shuffleXor(value, mask);
    return value;
}
__device__ inline float warpMost(float value) {
    for (int mask = 16; mask > 0; mask /= 2)
        value = fmaxf(value, shuffleXor(value, mask));
    return value;
}

// The same over a block of so many threads. `board` [threads / 32] in shared memory, free again only after
// the next __syncthreads().
template <unsigned threads, class Take>
__device__ float overBlock(float value, float* board, Take take) {
    constexpr int warps = threads / 32;
    if (threadIdx.x % 32 == 0)
        board[threadIdx.x / 32] = value;
    __syncthreads();
    float result = board[0];
    for (int i = 1; i < warps; ++i)
        result = take(result, board[i]);
    return result;
}
template <unsigned threads = blockThreads>
__device__ float blockSum(float value, float* board) {
    return overBlock<threads>(warpSum(value), board, [](float a, float b) { return a + b; });
}
template <unsigned threads = blockThreads>
__device__ float blockMost(float value, float* board) {
    return overBlock<threads>(warpMost(value), board, [](float a, float b) { return fmaxf(a, b); });
}

// 1 / rms of a row, from the sum of its squares or by a block.
__device__ inline float inverseRmsOf(float squares, std::size_t columns, float epsilon) {
    return 1.0F / sqrtf(squares / static_cast<float>(columns) + epsilon);
}
__device__ inline float inverseRms(const float* row, std::size_t columns, float epsilon, float* board) {
    float squares = 0;
    for (std::size_t c = threadIdx.x; c < columns; c += blockThreads)
        squares = fmaf(row[c], row[c], squares);
    return inverseRmsOf(blockSum(squares, board), columns, epsilon);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
