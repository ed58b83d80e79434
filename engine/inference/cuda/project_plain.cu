// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/project.cuh"
#include "engine/inference/cuda/project_formats.h"

// Weights that are floating-point numbers, and the choice among all formats.

namespace parallax::inference::cuda::PARALLAX_SPACE {
namespace {

// Weights in float, which no tensor core takes without rounding: y of one row of activations and eight of
// weights.
// A warp owns a row of weights, a lane every 32nd column.
__global__ void __launch_bounds__(blockThreads) projectFloats(Product p) {
    const unsigned lane = threadIdx.x % 32;
    const std::size_t m = std::size_t{blockIdx.y} * (blockThreads / 32) + threadIdx.x / 32;
    const std::size_t row = blockIdx.x;
    letNextBegin();
    waitForStage();
    if (m >= p.weightRows)
        return;
    const auto* weight = reinterpret_cast<const float*>(p.weight) + m * p.columns;
    const float* x = reinterpret_cast<const float*>(p.x.numbers) + row * p.x.stride;
    float sum = 0;
    for (std::size_t c = lane; c < p.columns; c += 32)
        sum = fmaf(weight[c], x[c], sum);
    sum = warpSum(sum);
    if (lane == 0)
        storeNumber(p, row, m, sum);
}

// y from the ranges' sums, in the order in which every other kernel adds them.
// A thread owns a number of y.
__global__ void __launch_bounds__(blockThreads) foldRow(Product p) {
    const std::size_t row = blockIdx.x;
    const std::size_t m = std::size_t{blockIdx.y} * blockThreads + threadIdx.x;
    letNextBegin();
    waitForStage();
    if (m >= p.weightRows)
        return;
    const std::size_t width = std::size_t{p.tiles} * tileRows;
    const auto total = [&](std::size_t at) {
        float sum = 0;
#pragma unroll
        for (std::size_t range = 0; range < rangeCount; ++range)
            sum += p.sums[(range * p.rows + row) * width + at];
        return sum;
    };
    if (p.gate == GateKind::None) {
        storeNumber(p, row, m, total(m));
    } else {
        const std::size_t gate = m / tileRows * 2 * tileRows + m % tileRows;
        storeGated(p, row, m, total(gate), total(gate + tileRows));
    }
}

// y = act(gate) * up
// A block owns a row.
__global__ void __launch_bounds__(blockThreads)
    gateRow(GateKind kind, const float* x, std::size_t hidden, float* y) {
    letNextBegin();
    waitForStage();
    const float* gate = x + blockIdx.x * 2 * hidden;
    for (std::size_t c = threadIdx.x; c < hidden; c += blockThreads)
        y[blockIdx.x * hidden + c] = gated(kind, gate[c], gate[hidden + c]);
}

} // namespace

void gateRows(Device& device, GateKind gate, const float* x, std::size_t rows, std::size_t hidden, float* y) {
    device.launch(gateRow, {static_cast<unsigned>(rows), 1, 1}, blockThreads, 0, gate, x, hidden, y);
}

void foldRanges(Device& device, const Product& product) {
    const std::size_t width = product.weightRows;
    device.launch(foldRow,
                  {product.rows, static_cast<unsigned>((width + blockThreads - 1) / blockThreads), 1},
                  blockThreads, 0, product);
}

void project(Device& device, Layout layout, const Product& product) {
    if (layout == layoutOf(Format::F16))
        projectPacked<Packed<CodeKind::Half, ScaleKind::None, 0>>(device, product);
    else if (layout == layoutOf(Format::BF16))
        projectPacked<Packed<CodeKind::Bfloat, ScaleKind::None, 0>>(device, product);
    else if (layout == layoutOf(Format::F32))
        device.launch(projectFloats, {product.rows, static_cast<unsigned>((product.weightRows + 7) / 8), 1},
                      blockThreads, 0, product);
    else if (ofK(layout.scales))
        projectOfK(device, layout, product);
    else
        projectOf32(device, layout, product);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
