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

// Rounds one row and sums it per 16 and per 32 columns.
// A block owns a row, a thread four columns in turn; eight threads hold 32 columns.
__global__ void __launch_bounds__(blockThreads) roundRow(RoundStage s) {
    float* board = sharedMemory<float>(); // [2, warps]
    const std::size_t row = blockIdx.x;
    const float* x = s.x + row * s.columns;
    waitForStage();
    letNextBegin();
    const float inverse = s.norm != nullptr ? inverseRms(x, s.columns, s.epsilon, board) : 1;
    const auto number = [&](std::size_t c) {
        if (c >= s.columns)
            return 0.0F;
        return s.norm != nullptr ? x[c] * inverse * s.norm[c] : x[c];
    };
    int exponent = 0;
    if (s.rounding == Rounding::Half) {
        float most = 0;
        for (std::size_t c = threadIdx.x; c < s.columns; c += blockThreads)
            most = fmaxf(most, fabsf(number(c)));
        exponent = exponentOf(blockMost(most, board + blockThreads / 32));
    }
    if (threadIdx.x == 0)
        s.to.factor[row] = powerOfTwo(exponent);
    const float down = powerOfTwo(-exponent);
    for (std::size_t first = 4 * threadIdx.x; first < s.to.stride; first += 4 * blockThreads) {
        const std::size_t block = first / 32 * 32;
        const std::size_t inBlock = first % 32;
        float sum = 0;
        unsigned bits[4];
        for (unsigned i = 0; i < 4; ++i) {
            const float value = number(first + i);
            if (s.rounding == Rounding::Float) {
                reinterpret_cast<float*>(s.to.numbers)[row * s.to.stride + first + i] = value;
                bits[i] = 0;
            } else {
                bits[i] = s.rounding == Rounding::Half ? halfBits(value * down) : toBfloat(value);
                sum += s.rounding == Rounding::Half ? halfValue(bits[i]) : 0.0F;
            }
        }
        if (s.rounding == Rounding::Float)
            continue;
        const std::size_t place = row * s.to.stride + block + 2 * (inBlock % 16) + inBlock / 16 * 4;
        *reinterpret_cast<uint2*>(s.to.numbers + place) = {bits[0] | (bits[1] << 16),
                                                           bits[2] | (bits[3] << 16)};
        sum += shuffleXor(sum, 1);
        sum += shuffleXor(sum, 2);
        if (inBlock % 16 == 0)
            s.to.sums16[first / 16 * s.rowsUp + row] = sum;
        sum += shuffleXor(sum, 4);
        if (inBlock == 0)
            s.to.sums32[first / 32 * s.rowsUp + row] = sum;
    }
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
    device.launch(roundRow, {static_cast<unsigned>(rows), 1, 1}, blockThreads,
                  2 * blockThreads / 32 * sizeof(float), stage);
}

void addNormedRows(Device& device, float* x, const float* y, std::size_t rows, std::size_t columns,
                   const float* weight, float epsilon) {
    device.launch(addNormedRow, {static_cast<unsigned>(rows), 1, 1}, blockThreads,
                  blockThreads / 32 * sizeof(float), x, y, columns, weight, epsilon);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
