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

constexpr unsigned roundThreads = 512;

// A thread's columns of a row, four by four: as many as `fours` stay in registers, since a row is short and
// what counts is how often a thread waits for memory. What a longer row has beyond is read anew every time.
template <bool whole, unsigned fours>
class Numbers {
  public:
    static constexpr std::size_t step = std::size_t{4} * roundThreads;
    static constexpr bool keepNorms = fours <= 2; // else there are no registers for them

    // Norms, which nobody writes, before the stage before this one has ended.
    __device__ explicit Numbers(const RoundStage& s)
        : m_s(s) {
        if constexpr (keepNorms)
#pragma unroll
            for (unsigned i = 0; i < fours; ++i)
                m_norm[i] = normOf(4 * threadIdx.x + i * step);
    }
    __device__ void read(const float* x) {
        m_x = x;
#pragma unroll
        for (unsigned i = 0; i < fours; ++i)
            m_own[i] = fourOf<whole>(x, 4 * threadIdx.x + i * step, m_s.columns, 0);
    }
    // Times `inverse` and the norm, from here on.
    __device__ void normalise(float inverse) {
        m_inverse = inverse;
#pragma unroll
        for (unsigned i = 0; i < fours; ++i)
            m_own[i] = normed(m_own[i], keepNorms ? m_norm[i] : normOf(4 * threadIdx.x + i * step));
        m_normed = true;
    }
    // take(first column, four) for all that are the thread's below `end`, a multiple of 128 or the row's.
    template <class Take>
    __device__ void each(std::size_t end, Take take) const {
#pragma unroll
        for (unsigned i = 0; i < fours; ++i)
            if (4 * threadIdx.x + i * step < end)
                take(4 * threadIdx.x + i * step, m_own[i]);
        for (std::size_t first = 4 * threadIdx.x + fours * step; first < end; first += step) {
            const Four four = fourOf<whole>(m_x, first, m_s.columns, 0);
            take(first, m_normed ? normed(four, normOf(first)) : four);
        }
    }

  private:
    __device__ Four normOf(std::size_t first) const {
        return fourOf<whole>(m_s.norm, first, m_s.norm != nullptr ? m_s.columns : 0, 1);
    }
    __device__ Four normed(Four four, const Four& norm) const {
        for (unsigned i = 0; i < 4; ++i)
            four.at[i] = four.at[i] * m_inverse * norm.at[i];
        return four;
    }

    const RoundStage& m_s;
    const float* m_x = nullptr;
    float m_inverse = 1;
    bool m_normed = false;
    Four m_own[fours];
    Four m_norm[keepNorms ? fours : 1];
};

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
template <bool whole, unsigned fours>
__global__ void __launch_bounds__(roundThreads, 1) roundRow(RoundStage s) {
    float* board = sharedMemory<float>(); // [2, warps]
    const std::size_t row = blockIdx.x;
    letNextBegin();
    Numbers<whole, fours> numbers(s);
    waitForStage();
    numbers.read(s.x + row * s.columns);
    float inverse = 1;
    if (s.norm != nullptr) {
        float squares = 0;
        numbers.each(s.columns, [&](std::size_t, const Four& four) {
            for (const float one : four.at)
                squares = fmaf(one, one, squares);
        });
        inverse = inverseRmsOf(blockSum<roundThreads>(squares, board), s.columns, s.epsilon);
    }
    numbers.normalise(inverse);
    int exponent = 0;
    if (s.rounding == Rounding::Half) {
        float most = 0;
        numbers.each(s.columns, [&](std::size_t, const Four& four) {
            for (const float one : four.at)
                most = fmaxf(most, fabsf(one));
        });
        exponent = exponentOf(blockMost<roundThreads>(most, board + roundThreads / 32));
    }
    if (threadIdx.x == 0)
        s.to.factor[row] = powerOfTwo(exponent);
    const float down = powerOfTwo(-exponent);
    numbers.each(s.to.stride,
                 [&](std::size_t first, const Four& four) { keepFour(s, row, first, four, down); });
}

// x += y / rms(y) * weight
// A block owns a row.
__global__ void __launch_bounds__(blockThreads)
    addNormedRow(float* x, const float* y, std::size_t columns, const float* weight, float epsilon) {
    float* board = sharedMemory<float>();
    const std::size_t row = blockIdx.x;
    letNextBegin();
    waitForStage();
    const float inverse = inverseRms(y + row * columns, columns, epsilon, board);
    for (std::size_t c = threadIdx.x; c < columns; c += blockThreads)
        x[row * columns + c] += y[row * columns + c] * inverse * weight[c];
}

} // namespace

void roundRows(Device& device, Rounding rounding, const float* x, std::size_t rows, std::size_t columns,
               const float* norm, float epsilon, const Rounded& to) {
    const RoundStage stage{x, norm, columns, (rows + 7) / 8 * 8, epsilon, rounding, to};
    const auto kernel = columns % 4 != 0                        ? roundRow<false, 2>
                        : columns <= Numbers<true, 2>::step * 2 ? roundRow<true, 2>
                                                                : roundRow<true, 8>;
    device.launch(kernel, {static_cast<unsigned>(rows), 1, 1}, roundThreads,
                  2 * roundThreads / 32 * sizeof(float), stage);
}

void addNormedRows(Device& device, float* x, const float* y, std::size_t rows, std::size_t columns,
                   const float* weight, float epsilon) {
    device.launch(addNormedRow, {static_cast<unsigned>(rows), 1, 1}, blockThreads,
                  blockThreads / 32 * sizeof(float), x, y, columns, weight, epsilon);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
