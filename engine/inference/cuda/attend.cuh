// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/cuda/card.h"
#include "engine/inference/cuda/kernels.h"
#include "engine/inference/cuda/numbers.h"

// Attention of up to 16 queries that share their keys to runs of 256 keys: a run's largest score, its weights
// and its sum are whole before the next run is taken in, so that it matters to no query which block computed
// which of its runs.

namespace parallax::inference::cuda::PARALLAX_SPACE {

// ---- numbers of the cache: halves, or e4m3 bytes ----

__device__ inline void keep(std::uint16_t& to, float value) {
    to = static_cast<std::uint16_t>(halfBits(value));
}
// To the nearest of e4m3, ties to even; what is too large becomes 448, the largest.
__device__ inline void keep(std::uint8_t& to, float value) {
    const std::uint32_t sign = (bitsOf(value) >> 24) & 0x80U;
    const float size = fabsf(value);
    std::uint32_t code = 0x7F; // not a number
    if (size < 0x1p-6F) {
        code = static_cast<std::uint32_t>(rintf(size * 512.0F));
    } else if (size >= 448.0F) {
        code = 0x7E;
    } else if (size < 448.0F) {
        const std::uint32_t bits = bitsOf(size);
        code = ((bits + 0x7FFFFU + ((bits >> 20) & 1U)) >> 20) - (120U << 3);
    }
    to = static_cast<std::uint8_t>(sign | code);
}
// Four numbers in a row as two pairs of halves.
__device__ inline uint2 fourHalves(const std::uint16_t* at) {
    return *reinterpret_cast<const uint2*>(at);
}
__device__ inline uint2 fourHalves(const std::uint8_t* at) {
    const unsigned four = *reinterpret_cast<const unsigned*>(at);
    const auto pair = [](unsigned two) { // exponent and fraction as they are, too small by 2^8
        return multiplyPair(((two & 0x80U) << 8) | ((two & 0x7FU) << 7) | ((two & 0x8000U) << 16) |
                                ((two & 0x7F00U) << 15),
                            0x5C005C00U);
    };
    return {pair(four & 0xFFFFU), pair(four >> 16)};
}

// ---- heads: norm, rotation and rounding; new keys and values to the cache ----

// head / rms(head) * weight, by one warp.
__device__ inline void normaliseHead(float* head, int size, const float* weight, float epsilon, int lane) {
    float squares = 0;
    for (int d = lane; d < size; d += 32)
        squares = fmaf(head[d], head[d], squares);
    const float scale = 1.0F / sqrtf(warpSum(squares) / static_cast<float>(size) + epsilon);
    for (int d = lane; d < size; d += 32)
        head[d] = head[d] * scale * weight[d];
    __syncwarp();
}

__device__ inline void rotateHead(const AttendStage& s, float* head, std::size_t row, int lane) {
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

// `numbers` [headSize] in shared memory become a head of one row, normed and turned; by one warp.
__device__ inline void prepareHead(const AttendStage& s, float* numbers, std::size_t row, int head,
                                   int lane) {
    const auto size = static_cast<std::size_t>(s.headSize);
    const auto all = static_cast<std::size_t>(s.heads + 2 * s.kvHeads);
    const float* from = s.qkv + (row * all + static_cast<std::size_t>(head)) * size;
    for (std::size_t d = static_cast<unsigned>(lane); d < size; d += 32)
        numbers[d] = from[d];
    __syncwarp();
    if (head >= s.heads + s.kvHeads)
        return;
    const float* norm = head < s.heads ? s.queryNorm : s.keyNorm;
    if (norm != nullptr && !s.normAfterRope)
        normaliseHead(numbers, s.headSize, norm, s.epsilon, lane);
    rotateHead(s, numbers, row, lane);
    if (norm != nullptr && s.normAfterRope)
        normaliseHead(numbers, s.headSize, norm, s.epsilon, lane);
}
__device__ inline void keepQuery(const AttendStage& s, const float* numbers, std::uint16_t* to, int lane) {
    for (int d = lane; d < s.headSize; d += 32)
        to[d] = static_cast<std::uint16_t>(halfBits(numbers[d] * s.scale));
}
template <class Stored>
__device__ void keepKeyOrValue(const AttendStage& s, const float* numbers, std::size_t row, int head,
                               int lane) {
    const auto size = static_cast<std::size_t>(s.headSize);
    const bool key = head < s.heads + s.kvHeads;
    const auto kvHead = static_cast<std::size_t>(head - s.heads - (key ? 0 : s.kvHeads));
    const auto slot = static_cast<std::size_t>(s.positions[row] % pageTokens);
    Stored* to = static_cast<Stored*>(key ? s.keys : s.values) +
                 static_cast<std::size_t>(s.rowPages[row]) * s.pageNumbers + kvHead * size * pageTokens;
    for (std::size_t d = static_cast<unsigned>(lane); d < size; d += 32)
        keep(to[key ? slot * size + d : d * pageTokens + slot], numbers[d]);
}

// ---- shared memory of a block ----

struct AttendBoard {
    float* scores;          // [16, scoreStride]; when runs are folded at the end, two factors of each
    float* sum;             // [16, headSize]
    float* most;            // [16] of all runs so far
    float* total;           // [16]
    float* before;          // [16] what the sums so far are multiplied by
    float* now;             // [16] and those of this run
    std::uint16_t* weights; // [16, weightStride] halves
    std::uint16_t* queries; // [16, headSize + 8] halves
};
constexpr int scoreStride = runKeys + 4;
constexpr int weightStride = runKeys + 8;
constexpr std::size_t attendShared(int headSize) {
    const auto size = static_cast<std::size_t>(headSize);
    return sizeof(float) * (tileQueries * (scoreStride + size) + 4 * tileQueries) +
           sizeof(std::uint16_t) * tileQueries * (weightStride + size + 8);
}
// The heads that prepareOwn() has at work lie where scores will be, and every card from 8.0 on lends a block
// 99 KiB.
static_assert(blockThreads / 32 * mostHeadSize <= tileQueries * scoreStride);
static_assert(attendShared(mostHeadSize) <= std::size_t{99} << 10);
__device__ inline AttendBoard attendBoard(int headSize) {
    AttendBoard b{};
    b.scores = sharedMemory<float>();
    b.sum = b.scores + tileQueries * scoreStride;
    b.most = b.sum + tileQueries * headSize;
    b.total = b.most + tileQueries;
    b.before = b.total + tileQueries;
    b.now = b.before + tileQueries;
    b.weights = reinterpret_cast<std::uint16_t*>(b.now + tileQueries);
    b.queries = b.weights + tileQueries * weightStride;
    return b;
}

// ---- which queries and keys ----

struct AttendTask {
    QueryTile tile;
    int group;     // heads that share keys
    int firstHead; // of the block's queries
    int kvHead;
    int count;    // queries
    int keys;     // that the last query sees, from position 0 on
    int firstRun; // and the last one
    int lastRun;
    int splits; // blocks that have runs to compute
};
__device__ inline AttendTask attendTask(const AttendStage& s) {
    AttendTask task{};
    task.tile = s.tiles[blockIdx.x];
    task.group = s.heads / s.kvHeads;
    const int parts = tilesPerGroup(task.group);
    const int part = static_cast<int>(blockIdx.y) % parts;
    task.kvHead = static_cast<int>(blockIdx.y) / parts;
    task.firstHead = task.kvHead * task.group + part * tileQueries;
    const int heads = task.group - part * tileQueries;
    task.count = parts > 1 ? (heads < tileQueries ? heads : tileQueries) : task.tile.tokens * task.group;
    task.keys = task.tile.position + task.tile.tokens;
    const int seen = s.window > 0 ? task.tile.position - s.window + 1 : 0;
    task.firstRun = (seen > 0 ? seen : 0) / runKeys;
    task.lastRun = (task.keys - 1) / runKeys;
    const int runs = task.lastRun - task.firstRun + 1;
    task.splits = static_cast<int>(s.splits) < runs ? static_cast<int>(s.splits) : runs;
    return task;
}
// Where query q's numbers are, in rows of `heads` heads.
__device__ inline std::size_t queryPlace(const AttendStage& s, const AttendTask& task, int q) {
    const int token = q / task.group; // 0 when one token's heads take several blocks
    const int head = task.firstHead + q % task.group;
    return (static_cast<std::size_t>(task.tile.row + token) * static_cast<std::size_t>(s.heads) +
            static_cast<std::size_t>(head)) *
           static_cast<std::size_t>(s.headSize);
}
template <class Stored>
__device__ const Stored* pageOf(const AttendStage& s, const AttendTask& task, const void* cache, int key) {
    const std::int32_t page = s.pages[task.tile.firstPage + key / pageTokens];
    return static_cast<const Stored*>(cache) + static_cast<std::size_t>(page) * s.pageNumbers +
           static_cast<std::size_t>(task.kvHead) * static_cast<std::size_t>(s.headSize) * pageTokens;
}

// The keys and values of the block's first run shall be near when they are wanted: those of earlier steps,
// and where a step's own will be. What a place holds is not looked at.
template <class Stored>
__device__ void fetchRun(const AttendStage& s, const AttendTask& task) {
    const int run = task.firstRun + static_cast<int>(blockIdx.z);
    if (run > task.lastRun)
        return;
    constexpr int line = 128 / static_cast<int>(sizeof(Stored)); // numbers of a line of memory
    const int lines = pageTokens * s.headSize / line;            // of a page
    for (int i = static_cast<int>(threadIdx.x); i < runKeys / pageTokens * lines; i += blockThreads) {
        const int key = run * runKeys + i / lines * pageTokens;
        if (key >= task.keys)
            return;
        fetchLine(pageOf<Stored>(s, task, s.keys, key) + i % lines * line);
        fetchLine(pageOf<Stored>(s, task, s.values, key) + i % lines * line);
    }
}

// ---- a run ----

// scores [16, 256] = queries keys; a warp owns 32 keys.
template <class Stored>
__device__ void scoreRun(const AttendStage& s, const AttendTask& task, const AttendBoard& b, int start) {
    const int lane = static_cast<int>(threadIdx.x % 32);
    const int g = lane / 4;
    const int t = lane % 4;
    const int first = static_cast<int>(threadIdx.x / 32) * 32; // of the run
    if (start + first >= task.keys)
        return;
    const Stored* page = pageOf<Stored>(s, task, s.keys, start + first);
    float acc[4][4] = {};
    [[maybe_unused]] constexpr int together =
        sizeof(Stored) == 1 ? 1 : 2; // of which the loads are under way at once
#pragma unroll together
    for (int d = 0; d < s.headSize; d += 16) {
        const int stride = s.headSize + 8;
        const auto low = *reinterpret_cast<const uint2*>(b.queries + g * stride + d + 4 * t);
        const auto high = *reinterpret_cast<const uint2*>(b.queries + (g + 8) * stride + d + 4 * t);
        const unsigned a[4] = {low.x, high.x, low.y, high.y};
#pragma unroll
        for (int n = 0; n < 4; ++n) {
            const int key = first + 8 * n + g;
            uint2 k{0, 0};
            if (start + key < task.keys)
                k = fourHalves(page + static_cast<std::size_t>(key % pageTokens * s.headSize + d + 4 * t));
            multiplyHalves(acc[n], a, k.x, k.y);
        }
    }
#pragma unroll
    for (int n = 0; n < 4; ++n)
#pragma unroll
        for (int i = 0; i < 4; ++i)
            b.scores[(g + i / 2 * 8) * scoreStride + first + 8 * n + 2 * t + i % 2] = acc[n][i];
}

// Scores become weights, exp(score - the largest) rounded to half, and 0 where nothing is to be seen; a warp
// owns two queries.
__device__ inline void weighRun(const AttendStage& s, const AttendTask& task, const AttendBoard& b,
                                int start) {
    const int lane = static_cast<int>(threadIdx.x % 32);
    for (int q = static_cast<int>(threadIdx.x / 32) * 2; q < static_cast<int>(threadIdx.x / 32) * 2 + 2;
         ++q) {
        const int position = task.tile.position + q / task.group;
        const int least = s.window > 0 ? position - s.window + 1 : 0;
        const auto seen = [&](int key) {
            return q < task.count && start + key >= least && start + key <= position;
        };
        float most = -INFINITY;
        for (int key = lane; key < runKeys; key += 32)
            if (seen(key))
                most = fmaxf(most, b.scores[q * scoreStride + key]);
        most = warpMost(most);
        float total = 0;
        for (int key = lane; key < runKeys; key += 32) {
            const unsigned weight =
                seen(key) ? halfBits(exponential(b.scores[q * scoreStride + key] - most)) : 0;
            b.weights[q * weightStride + key] = static_cast<std::uint16_t>(weight);
            total += halfValue(weight);
        }
        total = warpSum(total);
        if (lane != 0)
            continue;
        if (task.splits > 1) { // the run's own
            b.most[q] = most;
            b.total[q] = total;
        } else if (most == -INFINITY) {
            b.before[q] = 1;
            b.now[q] = 0;
        } else {
            const float top = fmaxf(b.most[q], most);
            b.before[q] = b.most[q] == -INFINITY ? 0 : exponential(b.most[q] - top);
            b.now[q] = exponential(most - top);
            b.total[q] = fmaf(b.total[q], b.before[q], total * b.now[q]);
            b.most[q] = top;
        }
    }
}

// sum [16, headSize] takes weights values in, or is them when runs are folded at the end; a warp owns every
// eighth eight dimensions.
template <class Stored>
__device__ void sumRun(const AttendStage& s, const AttendTask& task, const AttendBoard& b, int start) {
    const int lane = static_cast<int>(threadIdx.x % 32);
    const int g = lane / 4;
    const int t = lane % 4;
    for (int first = static_cast<int>(threadIdx.x / 32) * 8; first < s.headSize; first += 64) {
        float acc[4] = {0, 0, 0, 0};
        for (int from = 0; from < runKeys && start + from < task.keys; from += pageTokens) {
            const Stored* page = pageOf<Stored>(s, task, s.values, start + from);
            constexpr int together = pageTokens / 16; // loads that are under way together
            uint2 v[together];
#pragma unroll
            for (int i = 0; i < together; ++i)
                v[i] = fourHalves(page + (first + g) * pageTokens + 16 * i + 4 * t);
#pragma unroll
            for (int i = 0; i < together; ++i) {
                const int key = from + 16 * i;
                if (start + key >= task.keys)
                    break;
                const auto low = *reinterpret_cast<const uint2*>(b.weights + g * weightStride + key + 4 * t);
                const auto high =
                    *reinterpret_cast<const uint2*>(b.weights + (g + 8) * weightStride + key + 4 * t);
                const unsigned a[4] = {low.x, high.x, low.y, high.y};
                const int left = task.keys - start - key - 4 * t; // what nobody has written may be no number
                v[i].x = left >= 2 ? v[i].x : left == 1 ? v[i].x & 0xFFFFU : 0;
                v[i].y = left >= 4 ? v[i].y : left == 3 ? v[i].y & 0xFFFFU : 0;
                multiplyHalves(acc, a, v[i].x, v[i].y);
            }
        }
        for (int i = 0; i < 4; ++i) {
            const int q = g + i / 2 * 8;
            float& sum = b.sum[q * s.headSize + first + 2 * t + i % 2];
            sum = task.splits > 1 ? acc[i] : fmaf(sum, b.before[q], acc[i] * b.now[q]);
        }
    }
}

// ---- a block ----

// What the runs of split queries give, taken in in their order by the block that is last to be ready.
// `partial` is [runs, 16, 2 + headSize] of these queries.
__device__ inline void foldRuns(const AttendStage& s, const AttendTask& task, const AttendBoard& b,
                                const float* partial) {
    const int width = 2 + s.headSize;
    constexpr int batch = tileQueries * scoreStride / (2 * tileQueries); // runs whose factors have room
    for (int first = task.firstRun; first <= task.lastRun; first += batch) {
        const int end = first + batch <= task.lastRun + 1 ? first + batch : task.lastRun + 1;
        const int q = static_cast<int>(threadIdx.x);
        if (q < task.count) { // nobody has written what the others would read
            float top = first == task.firstRun ? -INFINITY : b.most[q];
            float total = first == task.firstRun ? 0 : b.total[q];
            for (int run = first; run < end; ++run) {
                const float* own = partial + ((run - task.firstRun) * tileQueries + q) * width;
                const float most = loadFresh(own);
                const float newTop = fmaxf(top, most);
                const bool nothing = most == -INFINITY;
                const float before = nothing ? 1 : top == -INFINITY ? 0 : exponential(top - newTop);
                const float now = nothing ? 0 : exponential(most - newTop);
                total = nothing ? total : fmaf(total, before, loadFresh(own + 1) * now);
                top = newTop;
                b.scores[2 * ((run - first) * tileQueries + q)] = before;
                b.scores[2 * ((run - first) * tileQueries + q) + 1] = now;
            }
            b.most[q] = top;
            b.total[q] = total;
        }
        __syncthreads();
        for (int e = static_cast<int>(threadIdx.x); e < task.count * s.headSize; e += blockThreads) {
            const int query = e / s.headSize;
            float sum = first == task.firstRun ? 0 : b.sum[e];
#pragma unroll 2 // loads that are under way together
            for (int run = first; run < end; ++run) {
                const float* factors = b.scores + 2 * ((run - first) * tileQueries + query);
                const float* own = partial + ((run - task.firstRun) * tileQueries + query) * width;
                sum = fmaf(sum, factors[0], loadFresh(own + 2 + e % s.headSize) * factors[1]);
            }
            b.sum[e] = sum;
        }
        __syncthreads();
    }
}

// The heads of a row that is alone: the block's queries and, where it owns the last run, the key and the
// value that nobody else looks at in this stage.
template <class Stored>
__device__ void prepareOwn(const AttendStage& s, const AttendTask& task, const AttendBoard& b) {
    const auto lane = static_cast<int>(threadIdx.x % 32);
    const auto warp = static_cast<int>(threadIdx.x / 32);
    float* numbers = b.scores + warp * s.headSize; // no scores yet
    const auto row = static_cast<std::size_t>(task.tile.row);
    const bool last = (task.lastRun - task.firstRun) % task.splits == static_cast<int>(blockIdx.z);
    for (int i = warp; i < task.count + (last ? 2 : 0); i += static_cast<int>(blockThreads / 32)) {
        const bool query = i < task.count;
        const int head = query ? task.firstHead + i : s.heads + task.kvHead + (i - task.count) * s.kvHeads;
        prepareHead(s, numbers, row, head, lane);
        if (query)
            keepQuery(s, numbers, b.queries + i * (s.headSize + 8), lane);
        else
            keepKeyOrValue<Stored>(s, numbers, row, head, lane);
        __syncwarp(); // before the next head
    }
}

// out = attention of a tile's queries.
// A block owns the queries of a tile that share a head's keys, and of their runs every splits-th.
template <class Stored>
__global__ void __launch_bounds__(blockThreads, 3) attendRuns(AttendStage s) {
    const AttendBoard b = attendBoard(s.headSize);
    letNextBegin();
    const AttendTask task = attendTask(s);
    fetchRun<Stored>(s, task);
    waitForStage();
    if (static_cast<int>(blockIdx.z) >= task.splits)
        return;
    const int size = s.headSize;
    const auto tid = static_cast<int>(threadIdx.x);
    for (int e = tid; e < tileQueries * size; e += blockThreads) {
        const int q = e / size;
        if (!s.alone || q >= task.count)
            b.queries[q * (size + 8) + e % size] =
                q < task.count ? s.queries[queryPlace(s, task, q) + static_cast<std::size_t>(e % size)] : 0;
        b.sum[e] = 0;
    }
    if (s.alone)
        prepareOwn<Stored>(s, task, b);
    if (tid < tileQueries) {
        b.most[tid] = -INFINITY;
        b.total[tid] = 0;
    }
    __syncthreads();
    const std::size_t index = std::size_t{blockIdx.x} * gridDim.y + blockIdx.y;
    float* partial = task.splits > 1
                         ? s.partial + index * static_cast<std::size_t>(s.runs * tileQueries * (2 + size))
                         : nullptr;
    for (int run = task.firstRun + static_cast<int>(blockIdx.z); run <= task.lastRun; run += task.splits) {
        scoreRun<Stored>(s, task, b, run * runKeys);
        __syncthreads();
        weighRun(s, task, b, run * runKeys);
        __syncthreads();
        sumRun<Stored>(s, task, b, run * runKeys);
        __syncthreads();
        if (task.splits > 1)
            for (int e = tid; e < task.count * (2 + size); e += blockThreads) {
                const int q = e / (2 + size);
                const int i = e % (2 + size);
                partial[((run - task.firstRun) * tileQueries + q) * (2 + size) + i] =
                    i == 0   ? b.most[q]
                    : i == 1 ? b.total[q]
                             : b.sum[q * size + i - 2];
            }
        __syncthreads();
    }
    if (task.splits > 1) {
        __threadfence();
        __syncthreads();
        if (tid == 0)
            b.before[0] = atomicAdd(s.finished + index, 1) == static_cast<unsigned>(task.splits) - 1 ? 1 : 0;
        __syncthreads();
        if (b.before[0] == 0)
            return;
        if (tid == 0)
            s.finished[index] = 0;
        foldRuns(s, task, b, partial);
    }
    for (int e = tid; e < task.count * size; e += blockThreads)
        s.out[queryPlace(s, task, e / size) + static_cast<std::size_t>(e % size)] =
            b.sum[e] / b.total[e / size];
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
