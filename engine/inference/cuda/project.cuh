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

// The slab of a tile; a tile that is not there is the last.
template <class P>
__device__ const std::uint8_t* slabOf(const Product& p, unsigned tile, unsigned slab) {
    return p.weight + (tile < p.tiles ? tile : p.tiles - 1) * p.tileBytes + std::size_t{slab} * P::bytes;
}
__device__ inline unsigned rangeBegin(const Product& p, unsigned range) { // in slabs
    return p.slabs * range / rangeCount;
}
template <class P>
constexpr unsigned sumsPerBlock = !hasMinimum(P::scales) ? 0
                                  : per16(P::scales)     ? 2
                                                         : 1;
// Sum `number` of a row's sums.
template <class P>
__device__ const float* sumOf(const Product& p, unsigned number, unsigned row) {
    const float* from = per16(P::scales) ? p.x.sums16 : p.x.sums32;
    return from + std::size_t{number} * ((p.rows + 7) / 8 * 8) + row;
}

// A place among the stages of shared memory, which come round again.
struct Ring {
    unsigned at; // bytes
    unsigned each;
    unsigned end;

    __device__ void next() {
        at += each;
        at = at == end ? 0 : at;
    }
};

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

// What a warp will want after its first pieces comes as far as the second cache, as long as the kernel before
// this one still works; not more than all warps of the card have room for there.
__device__ inline void fetchAhead(const std::uint8_t* from, const std::uint8_t* end, int lane) {
#pragma unroll
    for (int i = 0; i < 4; ++i)
        if (from + 128 * (32 * i + lane) < end)
            fetchLine(from + 128 * (32 * i + lane));
}

// A stage of a warp: what goes twice into the 99 KiB that every card lends to a block, for sixteen warps; and
// for codes of two and three bits, whose scales are many, what goes into the registers.
template <class P>
using FewPiece = Piece<P, (P::grouped && lowBits(P::codes) > 2) ? 4 : 2>;
constexpr std::size_t fewBytes(std::size_t warps) { // of the sums
    return warps * 8 * sumsStride * sizeof(float);
}
// As many as leave room for two blocks of gate and up on a processor of a large card.
template <class P>
constexpr auto fewStages = static_cast<unsigned>(
    std::clamp<std::size_t>(((std::size_t{99} << 10) - fewBytes(16)) / (16 * FewPiece<P>::bytes), 2, 6));
static_assert(fewBytes(16) + 2 * 16 * FewPiece<Packed<CodeKind::Half, ScaleKind::None, 0>>::bytes <=
              99 << 10);

// The activations of a piece's blocks that lane 4 g + t multiplies, row `first` + g; and sums of rows 2 t and
// 2 t + 1.
template <class P>
struct FewNumbers {
    static constexpr int blocks = FewPiece<P>::blocks;
    uint4 b[blocks][1];
    float sums[blocks][1][2][2];

    __device__ void load(const Product& p, unsigned at, unsigned first, int lane) {
        const unsigned g = static_cast<unsigned>(lane) / 4;
        const unsigned t = static_cast<unsigned>(lane) % 4;
        const std::uint16_t* x =
            p.x.numbers + (first + g) * p.x.stride + std::size_t{at} * FewPiece<P>::columns + 8 * t;
#pragma unroll
        for (int block = 0; block < blocks; ++block) {
            b[block][0] = {0, 0, 0, 0};
            if (first + g < p.rows)
                b[block][0] = *reinterpret_cast<const uint4*>(x + block * blockColumns);
            if constexpr (sumsPerBlock<P> > 0) {
#pragma unroll
                for (unsigned part = 0; part < sumsPerBlock<P>; ++part)
                    for (unsigned i = 0; i < 2; ++i) {
                        const unsigned row = first + 2 * t + i;
                        const unsigned number =
                            (at * blocks + static_cast<unsigned>(block)) * sumsPerBlock<P> + part;
                        sums[block][0][part][i] = row < p.rows ? *sumOf<P>(p, number, row) : 0;
                    }
            }
        }
    }
};

// y of up to 8 rows of activations from 8 blockIdx.x on.
// A warp owns a range of the columns of a tile; a block eight of them, or sixteen for gate and up. Each lane
// has `fewStages` - 1 pieces under way, the first ones before the kernel before this one has ended.
template <class P>
__global__ void __launch_bounds__(2 * blockThreads, 2) projectRanges(Product p) {
    using Of = FewPiece<P>;
    constexpr unsigned stages = fewStages<P>;
    constexpr unsigned rows = 8;
    constexpr auto count = static_cast<unsigned>(Of::count);
    const int lane = static_cast<int>(threadIdx.x % 32);
    const unsigned warp = threadIdx.x / 32;
    const unsigned warps = blockDim.x / 32;
    float* sums = sharedMemory<float>(); // [tiles of the block, ranges, rows, stride]
    std::uint8_t* pieces = reinterpret_cast<std::uint8_t*>(sums + warps * rows * sumsStride) +
                           warp * stages * Of::bytes; // [stages] of the warp
    const unsigned first = blockIdx.x * rows;
    const unsigned own = blockDim.x / blockThreads; // 2: gate and up are warps apart
    const unsigned begin = rangeBegin(p, warp % rangeCount);
    const unsigned end = rangeBegin(p, warp % rangeCount + 1);
    const std::uint8_t* tile = slabOf<P>(p, blockIdx.y * own + warp / rangeCount, 0);
    Ring to{0, Of::bytes, stages * Of::bytes};
    Ring from = to;
    const auto copy = [&](unsigned at) {
        if (at < end * count)
            copyPiece<P, Of::blocks>(pieces + to.at, tile + std::size_t{at / count} * P::bytes,
                                     static_cast<int>(at % count), lane);
        commitCopies();
        to.next();
    };
    letNextBegin();
    for (unsigned i = 0; i + 1 < stages; ++i)
        copy(begin * count + i);
    fetchAhead(tile + std::size_t{begin + (stages - 1) / count} * P::bytes,
               tile + std::size_t{end} * P::bytes, lane);
    waitForStage();
    float acc[1][1][4] = {};
    for (unsigned at = begin * count; at < end * count; ++at) {
        copy(at + stages - 1);
        FewNumbers<P> numbers;
        numbers.load(p, at, first, lane); // while weights are waited for
        waitForCopies<stages - 1>();
#pragma unroll
        for (int block = 0; block < Of::blocks; block += handBlocks) {
            LaneSlab<P> piece[1];
            takePart<P, Of::blocks>(piece[0], pieces + from.at, block / handBlocks, lane);
#pragma unroll
            for (int i = 0; i < handBlocks; ++i) {
                unsigned a[1][2][4];
                BlockScale scale[1][2];
                unpackBlock<P, 1>(piece, i, a, scale);
                addBlocks<P, 1, 1>(acc, a, numbers.b[block + i], scale, numbers.sums[block + i]);
            }
        }
        from.next();
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
template <class P>
using ManyPiece = Piece<P, handBlocks>;
template <class P>
constexpr unsigned manySums = handBlocks * sumsPerBlock<P>; // of a row, in a piece

// Bytes of a stage: pieces of the block's tiles, 64 columns of its rows, and their sums. `sides`: groups of
// 64 rows.
template <class P>
constexpr unsigned stageBytes(unsigned sides) {
    return 16 / sides * ManyPiece<P>::bytes +
           sides * warpRows * (2U * ManyPiece<P>::columns + 4 * manySums<P>);
}
constexpr unsigned manyStages = 4; // two where there is no room for them
constexpr std::size_t keptBytes = sizeof(float) * blockThreads * 4 * warpEights;
static_assert(keptBytes + 2 * stageBytes<Packed<CodeKind::Half, ScaleKind::None, 0>>(2) <= 99 * 1024);

// Whether whole eights of rows are computed without a branch between them, so that the compiler begins one
// while another is under way. The code for cards from 10.0 on has no registers for it.
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 1000
constexpr bool interleaved = false;
#else
constexpr bool interleaved = true;
#endif

// acc += a piece: two tiles of weights from `pieces` on, 64 rows of `numbers` [rows, 64] and their `sums`
// [manySums, sumRows]. `whole`: all of the rows are there; else those below `eights` times 8.
template <class P, bool whole>
__device__ void addMany(float (&acc)[2][warpEights][4], const std::uint8_t* pieces,
                        const std::uint8_t* numbers, const float* sums, unsigned sumRows, unsigned eights,
                        int lane) {
    const unsigned g = static_cast<unsigned>(lane) / 4;
    const unsigned t = static_cast<unsigned>(lane) % 4;
    LaneSlab<P> piece[2];
    takePart<P, handBlocks>(piece[0], pieces, 0, lane);
    takePart<P, handBlocks>(piece[1], pieces + ManyPiece<P>::bytes, 0, lane);
#pragma unroll
    for (unsigned block = 0; block < handBlocks; ++block) {
        unsigned a[2][2][4];
        BlockScale scale[2][2];
        unpackBlock<P, 2>(piece, static_cast<int>(block), a, scale);
        constexpr unsigned together = 2; // eights of rows
#pragma unroll
        for (unsigned n = 0; n < warpEights; n += together) {
            if constexpr (!whole)
                if (n >= eights)
                    break;
            if (n % (2 * together) == 0)
                keepOrder();
            uint4 b[together];
            float own[together][2][2] = {};
            float part[2][together][4];
#pragma unroll
            for (unsigned j = 0; j < together; ++j) {
                const unsigned row = 8 * (n + j) + g;
                b[j] = *reinterpret_cast<const uint4*>(numbers + 128 * row +
                                                       16 * ((4 * block + t) ^ row % 2 * 4));
                if constexpr (sumsPerBlock<P> > 0) {
#pragma unroll
                    for (unsigned k = 0; k < sumsPerBlock<P>; ++k) {
                        const auto two = *reinterpret_cast<const float2*>(
                            sums + (block * sumsPerBlock<P> + k) * sumRows + 8 * (n + j) + 2 * t);
                        own[j][k][0] = two.x;
                        own[j][k][1] = two.y;
                    }
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

// take(row, row of the tile, eight, i) for each of a lane's sums.
template <class Take>
__device__ void eachPlace(unsigned first, int lane, Take take) {
#pragma unroll
    for (unsigned n = 0; n < warpEights; ++n)
#pragma unroll
        for (unsigned i = 0; i < 4; ++i)
            take(std::size_t{first} + 8 * n + static_cast<unsigned>(lane) % 4 * 2 + i % 2,
                 static_cast<unsigned>(lane) / 4 + i / 2 * 8, n, i);
}

// y of 64 `sides` rows of activations from blockIdx.x as many on, and of 256 / `sides` rows of weights; or,
// when `ranges` are fewer than eight, the sums of so many ranges from blockIdx.z as many on, for
// foldRanges(). A warp owns two tiles (gate and up of the same rows, when gated) and 64 rows of activations.
template <class P, unsigned sides>
__global__ void __launch_bounds__(blockThreads, 1) projectTiles(Product p, unsigned ranges, unsigned stages) {
    using Of = ManyPiece<P>;
    constexpr unsigned tiles = 16 / sides;
    constexpr unsigned rows = sides * warpRows;
    constexpr auto count = static_cast<unsigned>(Of::count);
    const int lane = static_cast<int>(threadIdx.x % 32);
    const unsigned warp = threadIdx.x / 32;
    const unsigned side = warp % sides;
    const unsigned ownTile = warp / sides * 2; // of the block's
    const unsigned tile = blockIdx.y * tiles + ownTile;
    const unsigned blockFirst = blockIdx.x * rows;
    const unsigned first = blockFirst + side * warpRows;
    const unsigned firstRange = blockIdx.z * ranges;
    const unsigned begin = rangeBegin(p, firstRange) * count; // in pieces
    const unsigned end = rangeBegin(p, firstRange + ranges) * count;
    auto* shared =
        sharedMemory<std::uint8_t>(); // [stages]: [tiles] pieces, [rows, 64] numbers, [manySums, rows]
    Ring to{0, stageBytes<P>(sides), stages * stageBytes<P>(sides)};
    Ring from = to;
    const std::uint8_t* weights[2] = {slabOf<P>(p, tile + side, 0), slabOf<P>(p, tile + 1, 0)};
    const auto copyWeights = [&](unsigned at) {
        if (at >= end)
            return;
#pragma unroll
        for (unsigned i = 0; i < 2 / sides; ++i)
            copyPiece<P, Of::blocks>(shared + to.at + (ownTile + side + i) * Of::bytes,
                                     weights[i] + std::size_t{at / count} * P::bytes,
                                     static_cast<int>(at % count), lane);
    };
    // A row's 64 columns are 8 times 16 bytes; odd rows have their blocks the other way round, so that the
    // rows that are read together lie in different banks.
    const unsigned copyRow = threadIdx.x / 8;
    const unsigned copyPart = threadIdx.x % 8;
    const std::uint16_t* numbers = p.x.numbers + (blockFirst + copyRow) * p.x.stride + 8 * copyPart;
    const unsigned copyTo = tiles * Of::bytes + 128 * copyRow + 16 * (copyPart ^ copyRow % 2 * 4);
    const auto copyRows = [&](unsigned at) {
        if (at < end) {
            constexpr unsigned step = blockThreads / 8; // rows
#pragma unroll
            for (unsigned i = 0; i < rows / step; ++i)
                copyBeside<16>(shared + to.at + copyTo + 128 * step * i,
                               numbers + step * i * p.x.stride + std::size_t{at} * Of::columns,
                               blockFirst + copyRow + step * i < p.rows);
            if constexpr (manySums<P> > 0) {
                auto* sums = reinterpret_cast<float*>(shared + to.at + tiles * Of::bytes + 128 * rows);
#pragma unroll
                for (unsigned i = threadIdx.x; i < manySums<P> * rows; i += blockThreads) {
                    const bool there = blockFirst + i % rows < p.rows;
                    copyBeside<4>(sums + i,
                                  sumOf<P>(p, at * manySums<P> + i / rows, there ? blockFirst + i % rows : 0),
                                  there);
                }
            }
        }
        commitCopies();
        to.next();
    };
    letNextBegin();
    for (unsigned i = 0; i + 1 < stages; ++i) {
        copyWeights(begin + i);
        to.next();
    }
    to.at = 0;
    waitForStage();
    for (unsigned i = 0; i + 1 < stages; ++i)
        copyRows(begin + i);
    const bool whole = first + warpRows <= p.rows;
    const unsigned eights = first < p.rows ? (p.rows - first + 7) / 8 : 0;
    // What the ranges so far come to: of the first tile in registers, of the second in shared memory, since
    // both do not go beside the sums at hand.
    float total[warpEights][4] = {};
    float* kept =
        reinterpret_cast<float*>(shared + stages * stageBytes<P>(sides)) + threadIdx.x; // [32, threads]
    unsigned at = begin;
    for (unsigned range = firstRange; range < firstRange + ranges; ++range) {
        const unsigned rangeEnd = rangeBegin(p, range + 1) * count;
        float acc[2][warpEights][4] = {};
        for (; at < rangeEnd; ++at) {
            if (stages == manyStages)
                waitForCopies<manyStages - 2>();
            else
                waitForCopies<0>();
            __syncthreads(); // the piece is whole, and nobody reads the one whose place the next one takes
            copyWeights(at + stages - 1);
            copyRows(at + stages - 1);
            const std::uint8_t* stage = shared + from.at;
            const std::uint8_t* ownRows = stage + tiles * Of::bytes + 128 * side * warpRows;
            const auto* sums =
                reinterpret_cast<const float*>(stage + tiles * Of::bytes + 128 * rows) + side * warpRows;
            if (interleaved && whole)
                addMany<P, true>(acc, stage + ownTile * Of::bytes, ownRows, sums, rows, warpEights, lane);
            else
                addMany<P, false>(acc, stage + ownTile * Of::bytes, ownRows, sums, rows, eights, lane);
            from.next();
        }
        eachPlace(first, lane, [&](std::size_t row, std::size_t m, unsigned n, unsigned i) {
            if (ranges == rangeCount) {
                float& second = kept[(4 * n + i) * blockThreads];
                total[n][i] += acc[0][n][i];
                second = (range == 0 ? 0 : second) + acc[1][n][i];
            } else if (row < p.rows) {
                float* part = p.sums + (std::size_t{range} * p.rows + row) * p.tiles * tileRows;
                if (tile < p.tiles)
                    part[std::size_t{tile} * tileRows + m] = acc[0][n][i];
                if (tile + 1 < p.tiles)
                    part[std::size_t{tile + 1} * tileRows + m] = acc[1][n][i];
            }
        });
    }
    if (ranges != rangeCount)
        return;
    eachPlace(first, lane, [&](std::size_t row, std::size_t m, unsigned n, unsigned i) {
        const float second = kept[(4 * n + i) * blockThreads];
        if (p.gate == GateKind::None) {
            storeNumber(p, row, std::size_t{tile} * tileRows + m, total[n][i]);
            storeNumber(p, row, std::size_t{tile + 1} * tileRows + m, second);
        } else {
            storeGated(p, row, std::size_t{tile} / 2 * tileRows + m, total[n][i], second);
        }
    });
}

// ---- which of them ----

template <class P>
void projectPacked(Device& device, const Product& p) {
    if (p.rows <= fewRows) {
        const unsigned own = p.gate != GateKind::None ? 2 : 1;
        const unsigned warps = own * rangeCount;
        device.launch(projectRanges<P>, {1, p.tiles / own, 1}, own * blockThreads,
                      fewBytes(warps) + std::size_t{warps} * fewStages<P> * FewPiece<P>::bytes, p);
        return;
    }
    const std::size_t most = device.card().sharedBytes;
    const bool room = keptBytes + 2 * stageBytes<P>(1) <= most;
    const unsigned sides = room ? sidesOf(p.rows) : 2;
    const unsigned bytes = sides == 1 ? stageBytes<P>(1) : stageBytes<P>(2);
    const unsigned stages = keptBytes + manyStages * bytes <= most ? manyStages : 2;
    const Grid grid{(p.rows + warpRows * sides - 1) / (warpRows * sides), (p.tiles * sides + 15) / 16,
                    p.splits};
    device.launch(sides == 1 ? projectTiles<P, 1> : projectTiles<P, 2>, grid, blockThreads,
                  keptBytes + std::size_t{stages} * bytes, p, rangeCount / p.splits, stages);
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
