// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/kernels.h"
#include "engine/inference/cuda/memory_plan.h"
#include "engine/inference/cuda/numbers.h"

// Rows that are looked up: embeddings, and those whose logits are wanted.

namespace parallax::inference::cuda::PARALLAX_SPACE {
namespace {

// x[row] = row tokens[row] of the weight * scale
// A block owns every so many-th 256 columns of a row.
__global__ void __launch_bounds__(blockThreads)
    embedRow(Layout layout, const std::uint8_t* weight, std::size_t bytes, std::size_t columns,
             const std::int32_t* tokens, float scale, float* x) {
    letNextBegin();
    waitForStage();
    const auto token = static_cast<std::size_t>(tokens[blockIdx.x]);
    const std::uint8_t* tile = weight + token / tileRows * bytes;
    for (std::size_t c = blockIdx.y * blockThreads + threadIdx.x; c < columns; c += gridDim.y * blockThreads)
        x[blockIdx.x * columns + c] =
            weightAt(layout, tile, columns, static_cast<int>(token % tileRows), c) * scale;
}

// y[i] = x[wanted[i]]
// A block owns a row.
__global__ void __launch_bounds__(blockThreads)
    chooseRow(const float* x, const std::int32_t* wanted, std::size_t columns, float* y) {
    letNextBegin();
    waitForStage();
    const float* from = x + static_cast<std::size_t>(wanted[blockIdx.x]) * columns;
    for (std::size_t c = threadIdx.x; c < columns; c += blockThreads)
        y[blockIdx.x * columns + c] = from[c];
}

} // namespace

void embedRows(Device& device, Layout layout, const std::uint8_t* weight, std::size_t columns,
               const std::int32_t* tokens, std::size_t rows, float scale, float* x) {
    const unsigned parts =
        rows > fewRows ? 1 : static_cast<unsigned>((columns + blockThreads - 1) / blockThreads);
    device.launch(embedRow, {static_cast<unsigned>(rows), parts, 1}, blockThreads, 0, layout, weight,
                  tileBytes(layout, columns), columns, tokens, scale, x);
}

void chooseRows(Device& device, const float* x, const std::int32_t* wanted, std::size_t rows,
                std::size_t columns, float* y) {
    device.launch(chooseRow, {static_cast<unsigned>(rows), 1, 1}, blockThreads, 0, x, wanted, columns, y);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
