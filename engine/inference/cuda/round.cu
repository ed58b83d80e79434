// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/kernels.h"
#include "engine/inference/cuda/numbers.h"

// Norm and rounding of the rows that a product reads, once for all of its weights.

namespace parallax::inference::cuda::PARALLAX_SPACE {
namespace {

struct RoundStage {
    const float* x;
    const float* norm;
    std::size_t columns;
    std::size_t rowsUp;
    float epsilon;
    Rounding rounding;
    Rounded to;
};

// The power of two that brings `most` between 1/2 and 1, as its exponent; 0 for nothing and for what is not
// finite.
__device__ inline int exponentOf(float most) {
    const std::uint32_t bits = bitsOf(most);
    if (bits == 0 || bits >= 0x7F800000U)
        return 0;
    const int exponent = static_cast<int>(bits >> 23) - 126;
    return exponent < -100 ? -100 : exponent > 100 ? 100 : exponent;
}
__device__ inline float powerOfTwo(int exponent) {
    return floatOf(static_cast<std::uint32_t>(exponent + 127) << 23);
}

struct Four {
    float at[4];
};
// Four numbers of a row from column `first` on; `other` beyond its end. `whole`: rows are a multiple of four.
template <bool whole>
__device__ Four fourOf(const float* row, std::size_t first, std::size_t columns, float other) {
    Four four{{other, other, other, other}};
    if constexpr (whole) {
        if (first < columns) {
            const auto all = *reinterpret_cast<const float4*>(row + first);
            four = {{all.x, all.y, all.z, all.w}};
        }
    } else {
        for (unsigned i = 0; i < 4; ++i)
            if (first + i < columns)
                four.at[i] = row[first + i];
    }
    return four;
}

// take(first, numbers) for every fourth column below `end` that is the thread's; normed: times `inverse` and
// the norm, or 1 where there is none. A row is short, and what counts is how often a thread waits for memory:
// so four loads are under way together.
template <bool whole, bool normed, class Take>
__device__ void eachFour(const RoundStage& s, const float* x, float inverse, std::size_t end, Take take) {
    constexpr unsigned atOnce = 4;
    constexpr std::size_t step = 4 * blockThreads;
    for (std::size_t base = 4 * threadIdx.x; base < end; base += atOnce * step) {
        Four four[atOnce];
        Four norm[atOnce];
#pragma unroll
        for (unsigned i = 0; i < atOnce; ++i) {
            four[i] = fourOf<whole>(x, base + i * step, s.columns, 0);
            if constexpr (normed)
                norm[i] = fourOf<whole>(s.norm, base + i * step, s.norm != nullptr ? s.columns : 0, 1);
        }
#pragma unroll
        for (unsigned i = 0; i < atOnce; ++i) {
            if constexpr (normed)
                for (unsigned j = 0; j < 4; ++j)
                    four[i].at[j] = four[i].at[j] * inverse * norm[i].at[j];
            if (base + i * step < end)
                take(base + i * step, four[i]);
        }
    }
}

// Rounds four numbers and sums them up with those of the threads beside.
__device__ inline void keepFour(const RoundStage& s, std::size_t row, std::size_t first, const Four& four,
                                float down) {
    const std::size_t block = first / 32 * 32;
    const std::size_t inBlock = first % 32;
    if (s.rounding == Rounding::Float) {
        for (unsigned i = 0; i < 4; ++i)
            reinterpret_cast<float*>(s.to.numbers)[row * s.to.stride + first + i] = four.at[i];
        return;
    }
    float sum = 0;
    unsigned bits[4];
    for (unsigned i = 0; i < 4; ++i) {
        bits[i] = s.rounding == Rounding::Half ? halfBits(four.at[i] * down) : toBfloat(four.at[i]);
        sum += s.rounding == Rounding::Half ? halfValue(bits[i]) : 0.0F;
    }
    const std::size_t place = row * s.to.stride + block + 2 * (inBlock % 16) + inBlock / 16 * 4;
    *reinterpret_cast<uint2*>(s.to.numbers + place) = {bits[0] | (bits[1] << 16), bits[2] | (bits[3] << 16)};
    sum += shuffleXor(sum, 1);
    sum += shuffleXor(sum, 2);
    if (inBlock % 16 == 0)
        s.to.sums16[first / 16 * s.rowsUp + row] = sum;
    sum += shuffleXor(sum, 4);
    if (inBlock == 0)
        s.to.sums32[first / 32 * s.rowsUp + row] = sum;
}

// Rounds one row and sums it per 16 and per 32 columns.
// A block owns a row, a thread four columns in turn; eight threads hold 32 columns.
template <bool whole>
__global__ void __launch_bounds__(blockThreads) roundRow(RoundStage s) {
    float* board = sharedMemory<float>(); // [2, warps]
    const std::size_t row = blockIdx.x;
    const float* x = s.x + row * s.columns;
    waitForStage();
    letNextBegin();
    float inverse = 1;
    if (s.norm != nullptr) {
        float squares = 0;
        eachFour<whole, false>(s, x, 1, s.columns, [&](std::size_t, const Four& four) {
            for (const float one : four.at)
                squares = fmaf(one, one, squares);
        });
        inverse = inverseRmsOf(blockSum(squares, board), s.columns, s.epsilon);
    }
    int exponent = 0;
    if (s.rounding == Rounding::Half) {
        float most = 0;
        eachFour<whole, true>(s, x, inverse, s.columns, [&](std::size_t, const Four& four) {
            for (const float one : four.at)
                most = fmaxf(most, fabsf(one));
        });
        exponent = exponentOf(blockMost(most, board + blockThreads / 32));
    }
    if (threadIdx.x == 0)
        s.to.factor[row] = powerOfTwo(exponent);
    const float down = powerOfTwo(-exponent);
    eachFour<whole, true>(s, x, inverse, s.to.stride,
                          [&](std::size_t first, const Four& four) { keepFour(s, row, first, four, down); });
}

// x += y / rms(y) * weight
// A block owns a row.
__global__ void __launch_bounds__(blockThreads)
    addNormedRow(float* x, const float* y, std::size_t columns, const float* weight, float epsilon) {
    float* board = sharedMemory<float>();
    const std::size_t row = blockIdx.x;
    waitForStage();
    letNextBegin();
    const float inverse = inverseRms(y + row * columns, columns, epsilon, board);
    for (std::size_t c = threadIdx.x; c < columns; c += blockThreads)
        x[row * columns + c] += y[row * columns + c] * inverse * weight[c];
}

} // namespace

void roundRows(Device& device, Rounding rounding, const float* x, std::size_t rows, std::size_t columns,
               const float* norm, float epsilon, const Rounded& to) {
    const RoundStage stage{x, norm, columns, (rows + 7) / 8 * 8, epsilon, rounding, to};
    device.launch(columns % 4 == 0 ? roundRow<true> : roundRow<false>, {static_cast<unsigned>(rows), 1, 1},
                  blockThreads, 2 * blockThreads / 32 * sizeof(float), stage);
}

void addNormedRows(Device& device, float* x, const float* y, std::size_t rows, std::size_t columns,
                   const float* weight, float epsilon) {
    device.launch(addNormedRow, {static_cast<unsigned>(rows), 1, 1}, blockThreads,
                  blockThreads / 32 * sizeof(float), x, y, columns, weight, epsilon);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
