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
    waitForStage();
    letNextBegin();
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

// y = act(gate) * up
// A block owns a row.
__global__ void __launch_bounds__(blockThreads)
    gateRow(GateKind kind, const float* x, std::size_t hidden, float* y) {
    waitForStage();
    letNextBegin();
    const float* gate = x + blockIdx.x * 2 * hidden;
    for (std::size_t c = threadIdx.x; c < hidden; c += blockThreads)
        y[blockIdx.x * hidden + c] = gated(kind, gate[c], gate[hidden + c]);
}

} // namespace

void gateRows(Device& device, GateKind gate, const float* x, std::size_t rows, std::size_t hidden, float* y) {
    device.launch(gateRow, {static_cast<unsigned>(rows), 1, 1}, blockThreads, 0, gate, x, hidden, y);
}

void project(Device& device, Layout layout, const Product& product, Division division) {
    if (layout == layoutOf(Format::F16))
        projectPacked<Packed<CodeKind::Half, ScaleKind::None, 0>>(device, product, division);
    else if (layout == layoutOf(Format::BF16))
        projectPacked<Packed<CodeKind::Bfloat, ScaleKind::None, 0>>(device, product, division);
    else if (layout == layoutOf(Format::F32))
        device.launch(projectFloats, {product.rows, static_cast<unsigned>((product.weightRows + 7) / 8), 1},
                      blockThreads, 0, product);
    else if (ofK(layout.scales))
        projectOfK(device, layout, product, division);
    else
        projectOf32(device, layout, product, division);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
