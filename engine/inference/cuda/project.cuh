// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "engine/inference/cuda/fragment.h"
#include "engine/inference/cuda/kernels.h"
#include "engine/inference/cuda/memory_plan.h"
#include "engine/inference/cuda/numbers.h"
#include "engine/inference/cuda/project_formats.h"

// The product of packed weights and rows of activations, on tensor cores: weights are the 16 rows of
// mma.m16n8k16, activations its 8 columns. A code is a small integer, exact as a half; the sums of 16 or 32
// columns get their scale in float. A row's columns are eight ranges, summed apart and added in order,
// whoever computes them: so one row, sixty-four and five hundred give the same bits.

namespace parallax::inference::cuda::PARALLAX_SPACE {

// ---- what one warp does: rTiles tiles of weights times nTiles times 8 rows of activations ----

// acc += a block of 32 columns: weights as fragments [half][register], activations b [nTiles], whose sums are
// [whole or half][2 t + i]. Products of one half are not waited for before the next ones are begun.
template <class P, int nTiles, int rTiles>
__device__ void addBlocks(float (&acc)[rTiles][nTiles][4], const unsigned (&a)[rTiles][2][4],
                          const uint4 (&b)[nTiles], const BlockScale (&scale)[rTiles][2],
                          const float (&sums)[nTiles][2][2]) {
    const auto multiply = [&](float(&d)[4], int r, int n, int half) {
        const unsigned b0 = half == 0 ? b[n].x : b[n].z;
        const unsigned b1 = half == 0 ? b[n].y : b[n].w;
        if constexpr (P::codes == CodeKind::Bfloat)
            multiplyBfloats(d, a[r][half], b0, b1);
        else
            multiplyHalves(d, a[r][half], b0, b1);
    };
    if constexpr (!P::grouped) {
#pragma unroll
        for (int half = 0; half < 2; ++half)
#pragma unroll
            for (int r = 0; r < rTiles; ++r)
#pragma unroll
                for (int n = 0; n < nTiles; ++n)
                    multiply(acc[r][n], r, n, half);
    } else {
        float sum[rTiles][nTiles][4] = {};
#pragma unroll
        for (int half = 0; half < 2; ++half) {
#pragma unroll
            for (int r = 0; r < rTiles; ++r)
#pragma unroll
                for (int n = 0; n < nTiles; ++n)
                    multiply(sum[r][n], r, n, half);
            if (half == 0 && !per16(P::scales))
                continue;
#pragma unroll
            for (int r = 0; r < rTiles; ++r)
#pragma unroll
                for (int n = 0; n < nTiles; ++n)
#pragma unroll
                    for (int i = 0; i < 4; ++i) {
                        const BlockScale& own = scale[r][i / 2];
                        acc[r][n][i] =
                            fmaf(own.scale[per16(P::scales) ? half : 0], sum[r][n][i], acc[r][n][i]);
                        sum[r][n][i] = 0;
                        if (hasMinimum(P::scales) && half == 1)
                            acc[r][n][i] = fmaf(-own.minimum[0], sums[n][0][i % 2], acc[r][n][i]);
                        if (P::scales == ScaleKind::K16Min && half == 1)
                            acc[r][n][i] = fmaf(-own.minimum[1], sums[n][1][i % 2], acc[r][n][i]);
                    }
        }
    }
}

// A piece's weights of one block as fragments, and their scales.
template <class P, int rTiles>
__device__ void unpackBlock(const LaneSlab<P> (&piece)[rTiles], int block, unsigned (&a)[rTiles][2][4],
                            BlockScale (&scale)[rTiles][2]) {
#pragma unroll
    for (int r = 0; r < rTiles; ++r) {
#pragma unroll
        for (int reg = 0; reg < 8; ++reg)
            a[r][reg / 4][reg % 4] = fragment(piece[r], block, reg / 4, reg % 4);
        if constexpr (P::grouped) {
            scale[r][0] = blockScale(piece[r], block, 0);
            scale[r][1] = blockScale(piece[r], block, 1);
        }
    }
}

// Where the piece of a tile lies, `at` pieces from the tile's beginning; a tile that is not there is the
// last.
template <class P>
__device__ const std::uint8_t* slabOf(const Product& p, unsigned tile, unsigned at) {
    return p.weight + (tile < p.tiles ? tile : p.tiles - 1) * p.tileBytes +
           std::size_t{at / Piece<P>::count} * P::bytes;
}
// The first piece of a range of the columns.
template <class P>
__device__ unsigned rangeBegin(const Product& p, unsigned range) {
    return p.slabs * range / rangeCount * Piece<P>::count;
}
constexpr int sumsPerBlock(ScaleKind kind) {
    return !hasMinimum(kind) ? 0 : per16(kind) ? 2 : 1;
}
// Sum `number` of a piece's blocks, of one row.
template <class P>
__device__ const float* sumOf(const Product& p, unsigned at, unsigned number, unsigned row) {
    const float* from = per16(P::scales) ? p.x.sums16 : p.x.sums32;
    return from + std::size_t{at * pieceBlocks * sumsPerBlock(P::scales) + number} * ((p.rows + 7) / 8 * 8) +
           row;
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

// ---- up to eight rows: the eight ranges of a tile are eight warps, whose sums meet in shared memory ----

constexpr int sumsStride = tileRows + 4; // lanes of a warp write to different banks

// acc += a piece of the columns that lies in `shared`. Lane 4 g + t holds weights g and g + 8 and activations
// 2 t and 2 t + 1, and reads row g of them.
template <class P>
__device__ void addFew(float (&acc)[1][1][4], const Product& p, unsigned at, unsigned first,
                       const std::uint8_t* shared, unsigned left, int lane) {
    const unsigned g = static_cast<unsigned>(lane) / 4;
    const unsigned t = static_cast<unsigned>(lane) % 4;
    uint4 b[pieceBlocks][1];
    float sums[pieceBlocks][1][2][2] = {};
#pragma unroll
    for (unsigned block = 0; block < pieceBlocks;
         ++block) { // the activations' own, while weights are waited for
        b[block][0] = {0, 0, 0, 0};
        if (first + g < p.rows)
            b[block][0] = *reinterpret_cast<const uint4*>(p.x.numbers + (first + g) * p.x.stride +
                                                          std::size_t{at} * pieceColumns +
                                                          block * blockColumns + 8 * t);
        for (unsigned part = 0; part < static_cast<unsigned>(sumsPerBlock(P::scales)); ++part)
            for (unsigned i = 0; i < 2; ++i)
                if (first + 2 * t + i < p.rows)
                    sums[block][0][part][i] =
                        *sumOf<P>(p, at, block * sumsPerBlock(P::scales) + part, first + 2 * t + i);
    }
    waitForCopies(left);
    LaneSlab<P> piece[1];
    takePiece(piece[0], shared, lane);
#pragma unroll
    for (int block = 0; block < pieceBlocks; ++block) {
        unsigned a[1][2][4];
        BlockScale scale[1][2];
        unpackBlock<P, 1>(piece, block, a, scale);
        addBlocks<P, 1, 1>(acc, a, b[block], scale, sums[block]);
    }
}

// y of up to 8 rows of activations from 8 blockIdx.x on.
// A warp owns a range of the columns of a tile; a block eight of them, or sixteen for gate and up. Each lane
// has `stages` - 1 pieces under way, the first ones before the kernel before this one has ended.
template <class P>
__global__ void __launch_bounds__(2 * blockThreads, 2) projectRanges(Product p, unsigned stages) {
    constexpr unsigned rows = 8;
    const int lane = static_cast<int>(threadIdx.x % 32);
    const unsigned warp = threadIdx.x / 32;
    const unsigned warps = blockDim.x / 32;
    float* sums = sharedMemory<float>(); // [tiles of the block, ranges, rows, stride]
    std::uint8_t* pieces = reinterpret_cast<std::uint8_t*>(sums + warps * rows * sumsStride) +
                           warp * stages * Piece<P>::bytes; // [stages] of the warp
    const unsigned first = blockIdx.x * rows;
    const unsigned own = blockDim.x / blockThreads; // 2: gate and up are warps apart
    const unsigned tile = blockIdx.y * own + warp / rangeCount;
    const unsigned begin = rangeBegin<P>(p, warp % rangeCount);
    const unsigned end = rangeBegin<P>(p, warp % rangeCount + 1);
    const auto copy = [&](unsigned at) {
        if (at < end)
            copyPiece<P>(pieces + (at - begin) % stages * Piece<P>::bytes, slabOf<P>(p, tile, at),
                         static_cast<int>(at % Piece<P>::count), lane);
        commitCopies();
    };
    letNextBegin();
    for (unsigned i = 0; i + 1 < stages; ++i)
        copy(begin + i);
    waitForStage();
    float acc[1][1][4] = {};
    for (unsigned at = begin; at < end; ++at) {
        copy(at + stages - 1);
        addFew<P>(acc, p, at, first, pieces + (at - begin) % stages * Piece<P>::bytes, stages - 1, lane);
    }
    float* mine = sums + warp * rows * sumsStride;
#pragma unroll
    for (int i = 0; i < 4; ++i)
        mine[(lane % 4 * 2 + i % 2) * sumsStride + lane / 4 + i / 2 * 8] = acc[0][0][i];
    __syncthreads();
    const auto total = [&](unsigned group, unsigned row, unsigned m) {
        float sum = 0;
        for (unsigned range = 0; range < rangeCount; ++range)
            sum += sums[((group * rangeCount + range) * rows + row) * sumsStride + m];
        return sum;
    };
    const unsigned wide = own * tileRows; // rows of weights of the block
    if (p.gate != GateKind::None) {
        for (unsigned e = threadIdx.x; e < rows * tileRows; e += blockDim.x) {
            const unsigned row = e / tileRows;
            const unsigned m = e % tileRows;
            storeGated(p, first + row, std::size_t{blockIdx.y} * tileRows + m, total(0, row, m),
                       total(1, row, m));
        }
    } else {
        for (unsigned e = threadIdx.x; e < rows * wide; e += blockDim.x)
            storeNumber(p, first + e / wide, std::size_t{blockIdx.y} * wide + e % wide,
                        total(0, e / wide, e % wide));
    }
}

// ---- more rows: pieces of weights and activations meet in shared memory, for all warps of a block ----

constexpr unsigned warpRows = 64; // of activations, that a warp has in its registers: eight eights
constexpr unsigned warpEights = warpRows / 8;

// Bytes of a stage: pieces of the block's tiles, 64 columns of its rows, and their sums. `sides`: groups of
// 64 rows.
template <class P>
constexpr unsigned stageBytes(unsigned sides) {
    return 16 / sides * Piece<P>::bytes +
           sides * warpRows *
               (2U * pieceColumns + 4U * pieceBlocks * static_cast<unsigned>(sumsPerBlock(P::scales)));
}

// y of 64 `sides` rows of activations from blockIdx.x as many on, and of 256 / `sides` rows of weights; or,
// when `ranges` are fewer than eight, the sums of so many ranges from blockIdx.z as many on, for
// foldRanges(). A warp owns two tiles (gate and up of the same rows, when gated) and 64 rows of activations.
template <class P, unsigned sides>
__global__ void __launch_bounds__(blockThreads, 1) projectTiles(Product p, unsigned ranges, unsigned stages) {
    constexpr unsigned tiles = 16 / sides;
    constexpr unsigned rows = sides * warpRows;
    constexpr unsigned sumCount = pieceBlocks * static_cast<unsigned>(sumsPerBlock(P::scales));
    const int lane = static_cast<int>(threadIdx.x % 32);
    const unsigned warp = threadIdx.x / 32;
    const unsigned g = static_cast<unsigned>(lane) / 4;
    const unsigned t = static_cast<unsigned>(lane) % 4;
    const unsigned side = warp % sides;
    const unsigned ownTile = warp / sides * 2; // of the block's
    const unsigned tile = blockIdx.y * tiles + ownTile;
    const unsigned blockFirst = blockIdx.x * rows;
    const unsigned first = blockFirst + side * warpRows;
    const unsigned firstRange = blockIdx.z * ranges;
    const unsigned begin = rangeBegin<P>(p, firstRange);
    const unsigned end = rangeBegin<P>(p, firstRange + ranges);
    auto* shared =
        sharedMemory<std::uint8_t>(); // [stages]: [tiles] pieces, [rows] numbers, [sumCount, rows] sums
    const auto stageOf = [&](unsigned at) { return shared + (at - begin) % stages * stageBytes<P>(sides); };
    const auto copyWeights = [&](unsigned at) {
        if (at < end)
#pragma unroll
            for (unsigned i = side; i < 2; i += sides)
                copyPiece<P>(stageOf(at) + (ownTile + i) * Piece<P>::bytes, slabOf<P>(p, tile + i, at),
                             static_cast<int>(at % Piece<P>::count), lane);
    };
    // A row's 64 columns are 8 times 16 bytes; odd rows have their blocks the other way round, so that the
    // rows that are read together lie in different banks.
    const auto copyRows = [&](unsigned at) {
        if (at < end) {
            std::uint8_t* to = stageOf(at) + tiles * Piece<P>::bytes;
#pragma unroll
            for (unsigned i = threadIdx.x; i < 8 * rows; i += blockThreads) {
                const unsigned row = i / 8;
                const bool there = blockFirst + row < p.rows;
                copyBeside<16>(to + 128 * row + 16 * (i % 8 ^ row % 2 * 4),
                               p.x.numbers + (there ? blockFirst + row : 0) * p.x.stride +
                                   std::size_t{at} * pieceColumns + 8 * (i % 8),
                               there);
            }
            if constexpr (sumCount > 0) {
                auto* sums = reinterpret_cast<float*>(to + 128 * rows);
#pragma unroll
                for (unsigned i = threadIdx.x; i < sumCount * rows; i += blockThreads) {
                    const bool there = blockFirst + i % rows < p.rows;
                    copyBeside<4>(sums + i, sumOf<P>(p, at, i / rows, there ? blockFirst + i % rows : 0),
                                  there);
                }
            }
        }
        commitCopies();
    };
    letNextBegin();
    for (unsigned i = 0; i + 1 < stages; ++i)
        copyWeights(begin + i);
    waitForStage();
    for (unsigned i = 0; i + 1 < stages; ++i)
        copyRows(begin + i);
    const auto eights = [&](float(&all)[2][warpEights][4], auto&& take) {
#pragma unroll
        for (unsigned r = 0; r < 2; ++r)
#pragma unroll
            for (unsigned n = 0; n < warpEights; ++n)
#pragma unroll
                for (unsigned i = 0; i < 4; ++i)
                    take(all[r][n][i], r, std::size_t{first} + 8 * n + 2 * t + i % 2, g + i / 2 * 8, n, i);
    };
    float total[2][warpEights][4] = {};
    unsigned at = begin;
    for (unsigned range = firstRange; range < firstRange + ranges; ++range) {
        const unsigned rangeEnd = rangeBegin<P>(p, range + 1);
        float acc[2][warpEights][4] = {};
        for (; at < rangeEnd; ++at) {
            waitForCopies(stages - 2);
            __syncthreads(); // the piece is whole, and nobody reads the one whose place the next one takes
            copyWeights(at + stages - 1);
            copyRows(at + stages - 1);
            const std::uint8_t* stage = stageOf(at);
            LaneSlab<P> piece[2];
            takePiece(piece[0], stage + ownTile * Piece<P>::bytes, lane);
            takePiece(piece[1], stage + (ownTile + 1) * Piece<P>::bytes, lane);
            const std::uint8_t* numbers = stage + tiles * Piece<P>::bytes + 128 * side * warpRows;
            const auto* sums = reinterpret_cast<const float*>(stage + tiles * Piece<P>::bytes + 128 * rows) +
                               side * warpRows;
#pragma unroll
            for (unsigned block = 0; block < pieceBlocks; ++block) {
                unsigned a[2][2][4];
                BlockScale scale[2][2];
                unpackBlock<P, 2>(piece, static_cast<int>(block), a, scale);
                constexpr unsigned together = 2; // eights of rows
#pragma unroll
                for (unsigned n = 0; n < warpEights; n += together) {
                    if (first + 8 * n >= p.rows)
                        break;
                    uint4 b[together];
                    float own[together][2][2] = {};
                    float part[2][together][4];
#pragma unroll
                    for (unsigned j = 0; j < together; ++j) {
                        const unsigned row = 8 * (n + j) + g;
                        b[j] = *reinterpret_cast<const uint4*>(numbers + 128 * row +
                                                               16 * ((4 * block + t) ^ row % 2 * 4));
#pragma unroll
                        for (unsigned k = 0; k < static_cast<unsigned>(sumsPerBlock(P::scales)); ++k) {
                            const auto two = *reinterpret_cast<const float2*>(
                                sums + (block * sumsPerBlock(P::scales) + k) * rows + 8 * (n + j) + 2 * t);
                            own[j][k][0] = two.x;
                            own[j][k][1] = two.y;
                        }
#pragma unroll
                        for (unsigned r = 0; r < 2; ++r)
#pragma unroll
                            for (unsigned i = 0; i < 4; ++i)
                                part[r][j][i] = acc[r][n + j][i];
                    }
                    addBlocks<P, together, 2>(part, a, b, scale, own);
#pragma unroll
                    for (unsigned j = 0; j < together; ++j)
#pragma unroll
                        for (unsigned r = 0; r < 2; ++r)
#pragma unroll
                            for (unsigned i = 0; i < 4; ++i)
                                acc[r][n + j][i] = part[r][j][i];
                }
            }
        }
        if (ranges == rangeCount)
            eights(acc, [&](float sum, unsigned r, std::size_t, std::size_t, unsigned n, unsigned i) {
                total[r][n][i] += sum;
            });
        else
            eights(acc, [&](float sum, unsigned r, std::size_t row, std::size_t m, unsigned, unsigned) {
                if (row < p.rows && tile + r < p.tiles)
                    p.sums[(std::size_t{range} * p.rows + row) * p.tiles * tileRows +
                           std::size_t{tile + r} * tileRows + m] = sum;
            });
    }
    if (ranges != rangeCount)
        return;
    eights(total, [&](float sum, unsigned r, std::size_t row, std::size_t m, unsigned n, unsigned i) {
        if (p.gate == GateKind::None)
            storeNumber(p, row, std::size_t{tile + r} * tileRows + m, sum);
        else if (r == 0)
            storeGated(p, row, std::size_t{tile} / 2 * tileRows + m, sum, total[1][n][i]);
    });
}

// ---- which of them ----

// Stages of so many bytes each that go into `most`, beside `fixed` others.
constexpr unsigned stagesOf(std::size_t most, std::size_t fixed, std::size_t each) {
    return static_cast<unsigned>(std::clamp<std::size_t>((most - fixed) / each, 2, mostGroups + 1));
}

template <class P>
void projectPacked(Device& device, const Product& p) {
    const std::size_t most = device.card().sharedBytes;
    if (p.rows <= fewRows) {
        const unsigned own = p.gate != GateKind::None ? 2 : 1;
        const unsigned warps = own * rangeCount;
        const std::size_t sums = warps * 8 * sumsStride * sizeof(float);
        // So much that a processor of a large card has room for three blocks, or two of gate and up.
        const unsigned stages =
            stagesOf(std::min(most, (own == 1 ? std::size_t{72} : std::size_t{110}) << 10), sums,
                     std::size_t{warps} * Piece<P>::bytes);
        device.launch(projectRanges<P>, {1, p.tiles / own, 1}, own * blockThreads,
                      sums + std::size_t{warps} * stages * Piece<P>::bytes, p, stages);
        return;
    }
    const unsigned sides = sidesOf(p.rows);
    const unsigned ranges = rangeCount / p.splits;
    const unsigned bytes = sides == 1 ? stageBytes<P>(1) : stageBytes<P>(2);
    const unsigned stages = stagesOf(most, 0, bytes);
    const Grid grid{(p.rows + warpRows * sides - 1) / (warpRows * sides), (p.tiles * sides + 15) / 16,
                    p.splits};
    device.launch(sides == 1 ? projectTiles<P, 1> : projectTiles<P, 2>, grid, blockThreads,
                  std::size_t{stages} * bytes, p, ranges, stages);
    if (p.splits > 1)
        foldRanges(device, p);
}

// False when the weights lie otherwise than P says.
template <class P>
bool tryPacked(Device& device, Layout layout, const Product& product) {
    if (!(layout == P::layout))
        return false;
    projectPacked<P>(device, product);
    return true;
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
