// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/cuda/fragment.h"
#include "engine/inference/cuda/kernels.h"
#include "engine/inference/cuda/numbers.h"

// The product of packed weights and rows of activations, on tensor cores: weights are the 16 rows of
// mma.m16n8k16, activations its 8 columns. A code is a small integer, exact as a half; the sums of 16 or 32
// columns get their scale in float. A row's columns are eight ranges, summed apart and added in order,
// whoever computes them: so one row, sixty-four and five hundred give the same bits.

namespace parallax::inference::cuda::PARALLAX_SPACE {

// ---- what one warp does: rTiles tiles of weights times nTiles times 8 rows of activations ----

// One block of 32 columns of one tile times 8 rows of activations.
template <class P>
__device__ void addBlock(float (&acc)[4], const unsigned (&a)[2][4], uint4 b, const BlockScale (&scale)[2],
                         const float (&sums)[2][2]) {
    if constexpr (P::codes == CodeKind::Half) {
        multiplyHalves(acc, a[0], b.x, b.y);
        multiplyHalves(acc, a[1], b.z, b.w);
    } else if constexpr (P::codes == CodeKind::Bfloat) {
        multiplyBfloats(acc, a[0], b.x, b.y);
        multiplyBfloats(acc, a[1], b.z, b.w);
    } else {
        float sum[4] = {0, 0, 0, 0};
        multiplyHalves(sum, a[0], b.x, b.y);
        if constexpr (per16(P::scales)) {
#pragma unroll
            for (int i = 0; i < 4; ++i) {
                acc[i] = fmaf(scale[i / 2].scale[0], sum[i], acc[i]);
                sum[i] = 0;
            }
        }
        multiplyHalves(sum, a[1], b.z, b.w);
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            acc[i] = fmaf(scale[i / 2].scale[per16(P::scales) ? 1 : 0], sum[i], acc[i]);
            if constexpr (hasMinimum(P::scales))
                acc[i] = fmaf(-scale[i / 2].minimum[0], sums[0][i % 2], acc[i]);
            if constexpr (P::scales == ScaleKind::K16Min)
                acc[i] = fmaf(-scale[i / 2].minimum[1], sums[1][i % 2], acc[i]);
        }
    }
}

// acc += one slab or piece of one. Lane 4 g + t holds rows g and g + 8 of each tile, activations 2 t and 2 t
// + 1 of each eight.
template <class P, int pieces, int nTiles, int rTiles>
__device__ void addSlab(float (&acc)[rTiles][nTiles][4], const LaneSlab<P, pieces> (&slab)[rTiles],
                        const Product& p, std::size_t column, unsigned firstRow, int lane) {
    const unsigned g = static_cast<unsigned>(lane) / 4;
    const unsigned t = static_cast<unsigned>(lane) % 4;
#pragma unroll
    for (int block = 0; block < P::blocks / pieces; ++block) {
        const std::size_t at = column + static_cast<std::size_t>(block * blockColumns);
        unsigned a[rTiles][2][4];
        BlockScale scale[rTiles][2];
#pragma unroll
        for (int r = 0; r < rTiles; ++r) {
#pragma unroll
            for (int reg = 0; reg < 8; ++reg)
                a[r][reg / 4][reg % 4] = fragment(slab[r], block, reg / 4, reg % 4);
            if constexpr (P::grouped) {
                scale[r][0] = blockScale(slab[r], block, 0);
                scale[r][1] = blockScale(slab[r], block, 1);
            }
        }
#pragma unroll
        for (int n = 0; n < nTiles; ++n) {
            const unsigned first = firstRow + 8 * static_cast<unsigned>(n);
            if (first >= p.rows)
                break;
            uint4 b{0, 0, 0, 0};
            if (first + g < p.rows)
                b = *reinterpret_cast<const uint4*>(p.x.numbers + (first + g) * p.x.stride + at + 8 * t);
            float sums[2][2] = {}; // of the activations: [half or whole][2 t + i]
            if constexpr (hasMinimum(P::scales)) {
                const float* from = per16(P::scales) ? p.x.sums16 : p.x.sums32;
                const std::size_t up = (p.rows + 7) / 8 * 8;
                for (unsigned i = 0; i < 2; ++i)
                    if (first + 2 * t + i < p.rows)
                        for (unsigned half = 0; half < (per16(P::scales) ? 2U : 1U); ++half)
                            sums[half][i] =
                                from[(at / (per16(P::scales) ? 16 : 32) + half) * up + first + 2 * t + i];
            }
#pragma unroll
            for (int r = 0; r < rTiles; ++r)
                addBlock<P>(acc[r][n], a[r], b, scale[r], sums);
        }
    }
}

// acc += range `range` of the columns; `tile` is the first of rTiles. Of a single tile the next slab is on
// its way while this one is computed, and the first one is even before the kernel before this one ended.
template <class P, int nTiles, int rTiles, bool wait>
__device__ void addRange(float (&acc)[rTiles][nTiles][4], const Product& p, unsigned tile, unsigned range,
                         unsigned firstRow, int lane) {
    const unsigned begin = p.slabs * range / rangeCount;
    const unsigned end = p.slabs * (range + 1) / rangeCount;
    const auto at = [&](int r, unsigned slab) {
        const unsigned wanted = tile + static_cast<unsigned>(r);
        return p.weight + (wanted < p.tiles ? wanted : p.tiles - 1) * p.tileBytes +
               std::size_t{slab} * P::bytes;
    };
    if constexpr (rTiles == 1) {
        LaneSlab<P> now[1];
        LaneSlab<P> next;
        if (begin < end)
            loadSlab(at(0, begin), 0, lane, next);
        if constexpr (wait) {
            waitForStage();
            letNextBegin();
        }
        for (unsigned slab = begin; slab < end; ++slab) {
            now[0] = next;
            if (slab + 1 < end)
                loadSlab(at(0, slab + 1), 0, lane, next);
            addSlab(acc, now, p, std::size_t{slab} * slabColumns(P::scales), firstRow, lane);
        }
    } else {
        if constexpr (wait) {
            waitForStage();
            letNextBegin();
        }
        constexpr int pieces = P::blocks / 4;
        for (unsigned piece = pieces * begin; piece < pieces * end; ++piece) {
            LaneSlab<P, pieces> now[rTiles];
            for (int r = 0; r < rTiles; ++r)
                loadSlab(at(r, piece / pieces), static_cast<int>(piece % pieces), lane, now[r]);
            addSlab(acc, now, p, std::size_t{piece} * 4 * blockColumns, firstRow, lane);
        }
    }
}

// ---- what becomes of the sums ----

__device__ inline void storeNumber(const Product& p, std::size_t row, std::size_t m, float sum) {
    if (row >= p.rows || m >= p.weightRows)
        return;
    float value = sum * p.x.factor[row];
    if (p.bias != nullptr)
        value += p.bias[m];
    float& y = p.y[row * p.stride + m];
    y = p.add ? y + value : value;
}
__device__ inline void storeGated(const Product& p, std::size_t row, std::size_t m, float gate, float up) {
    if (row < p.rows && m < p.weightRows)
        p.y[row * p.stride + m] = gated(p.gate, gate * p.x.factor[row], up * p.x.factor[row]);
}

// ---- few rows: the eight ranges of a tile are eight warps, whose sums meet in shared memory ----

constexpr int sumsStride(int tiles) {
    return tileRows * tiles + 4; // lanes of a warp write to different banks
}

// y of up to 8 nTiles rows of activations from 8 nTiles blockIdx.x on.
// A warp owns a range of the columns of rTiles tiles; a block eight of them, or sixteen for gate and up.
template <class P, int nTiles, int rTiles>
__global__ void __launch_bounds__(nTiles == 1 ? 2 * blockThreads : blockThreads, 1) projectRanges(Product p) {
    constexpr unsigned rows = 8 * nTiles;
    constexpr int stride = sumsStride(rTiles);
    float* sums = sharedMemory<float>(); // [tiles of the block / rTiles, ranges, rows, stride]
    const int lane = static_cast<int>(threadIdx.x % 32);
    const unsigned warp = threadIdx.x / 32;
    const unsigned first = blockIdx.x * rows;
    const unsigned own = blockDim.x / blockThreads; // 2: gate and up are warps apart
    const unsigned tile = (blockIdx.y * own + warp / rangeCount) * rTiles;
    float acc[rTiles][nTiles][4] = {};
    addRange<P, nTiles, rTiles, true>(acc, p, tile, warp % rangeCount, first, lane);
    float* mine = sums + warp * rows * stride;
#pragma unroll
    for (int r = 0; r < rTiles; ++r)
#pragma unroll
        for (int n = 0; n < nTiles; ++n)
#pragma unroll
            for (int i = 0; i < 4; ++i)
                mine[(8 * n + lane % 4 * 2 + i % 2) * stride + tileRows * r + lane / 4 + i / 2 * 8] =
                    acc[r][n][i];
    __syncthreads();
    const auto total = [&](unsigned group, unsigned row, unsigned m) {
        float sum = 0;
        for (unsigned range = 0; range < rangeCount; ++range)
            sum += sums[((group * rangeCount + range) * rows + row) * stride + m];
        return sum;
    };
    const unsigned wide = own * rTiles * tileRows; // rows of weights of the block
    if (p.gate != GateKind::None) {
        for (unsigned e = threadIdx.x; e < rows * tileRows; e += blockDim.x) {
            const unsigned row = e / tileRows;
            const unsigned m = e % tileRows;
            const float up = own == 2 ? total(1, row, m) : total(0, row, tileRows + m);
            storeGated(p, first + row, std::size_t{blockIdx.y} * tileRows + m, total(0, row, m), up);
        }
    } else {
        for (unsigned e = threadIdx.x; e < rows * wide; e += blockDim.x)
            storeNumber(p, first + e / wide, std::size_t{blockIdx.y} * wide + e % wide,
                        total(0, e / wide, e % wide));
    }
}

// ---- many rows: a warp owns its tiles and rows and goes through the ranges by itself ----

// Eights of rows that a warp has in its registers at once. The code for cards from 10.0 on needs some more
// registers than that for older ones, and there are none for eight of them.
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 1000
constexpr int manyTiles = 4;
#else
constexpr int manyTiles = 8;
#endif

// y of two tiles and 8 nTiles rows of activations from `first` on, by one warp.
template <class P, int nTiles>
__device__ void projectTwoTiles(const Product& p, unsigned tile, unsigned first, int lane) {
    float total[2][nTiles][4] = {};
    for (unsigned range = 0; range < rangeCount; ++range) {
        float acc[2][nTiles][4] = {};
        addRange<P, nTiles, 2, false>(acc, p, tile, range, first, lane);
#pragma unroll
        for (int i = 0; i < 2 * nTiles * 4; ++i)
            total[i / (4 * nTiles)][i / 4 % nTiles][i % 4] += acc[i / (4 * nTiles)][i / 4 % nTiles][i % 4];
    }
#pragma unroll
    for (int n = 0; n < nTiles; ++n)
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            const std::size_t row = first + static_cast<unsigned>(8 * n + lane % 4 * 2 + i % 2);
            const std::size_t m = static_cast<unsigned>(lane / 4 + i / 2 * 8);
            if (p.gate != GateKind::None) {
                storeGated(p, row, std::size_t{tile} / 2 * tileRows + m, total[0][n][i], total[1][n][i]);
            } else {
                storeNumber(p, row, std::size_t{tile} * tileRows + m, total[0][n][i]);
                storeNumber(p, row, std::size_t{tile + 1} * tileRows + m, total[1][n][i]);
            }
        }
}

// y of 128 rows of activations from 128 blockIdx.x on, and of 128 rows of weights.
// A warp owns two tiles (gate and up of the same rows, when gated) and 64 rows of activations.
template <class P>
__global__ void __launch_bounds__(blockThreads) projectMany(Product p) {
    const int lane = static_cast<int>(threadIdx.x % 32);
    const unsigned warp = threadIdx.x / 32;
    const unsigned first = blockIdx.x * 128 + warp / 4 * 64;
    const unsigned tile = (blockIdx.y * 4 + warp % 4) * 2;
    waitForStage();
    letNextBegin();
    if (first >= p.rows || tile >= p.tiles)
        return;
    projectTwoTiles<P, manyTiles>(p, tile, first, lane);
    if constexpr (manyTiles < 8) // without a loop, which would take a register
        if (first + 32 < p.rows)
            projectTwoTiles<P, manyTiles>(p, tile, first + 32, lane);
}

// ---- which of them ----

// The formats that models mostly come in have a kernel for long prompts of their own; the others go by 64
// rows.
template <class P>
constexpr bool usual = P::codes == CodeKind::Half || P::codes == CodeKind::Bfloat ||
                       P::codes == CodeKind::Bits8 || P::codes == CodeKind::Bits6 ||
                       P::layout == layoutOf(Format::Q4_K) || P::layout == layoutOf(Format::Q5_K) ||
                       P::layout == layoutOf(Format::Q4_0) || P::layout == layoutOf(Format::Q5_0);

template <class P>
void projectPacked(Device& device, const Product& p, Division division) {
    if (division == Division::ByRows)
        division = p.rows <= 8 ? Division::Few : p.rows <= 64 ? Division::Some : Division::Many;
    if (division == Division::Many && !usual<P>)
        division = Division::Some;
    if (division == Division::Few) {
        const unsigned own = p.gate != GateKind::None ? 2 : 1;
        device.launch(projectRanges<P, 1, 1>, {(p.rows + 7) / 8, p.tiles / own, 1}, own * blockThreads,
                      own * rangeCount * 8 * sumsStride(1) * sizeof(float), p);
    } else if (division == Division::Some) {
        device.launch(projectRanges<P, 8, 2>, {(p.rows + 63) / 64, (p.tiles + 1) / 2, 1}, blockThreads,
                      rangeCount * 64 * sumsStride(2) * sizeof(float), p);
    } else if constexpr (usual<P>) {
        device.launch(projectMany<P>, {(p.rows + 127) / 128, (p.tiles + 7) / 8, 1}, blockThreads, 0, p);
    }
}

// False when the weights lie otherwise than P says.
template <class P>
bool tryPacked(Device& device, Layout layout, const Product& product, Division division) {
    if (!(layout == P::layout))
        return false;
    projectPacked<P>(device, product, division);
    return true;
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
