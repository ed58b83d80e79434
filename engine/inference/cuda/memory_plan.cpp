// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/memory_plan.h"

#include <algorithm>
#include <cstdio>

#include "engine/inference/batch.h"
#include "engine/inference/cuda/layout.h"
#include "engine/inference/model.h"

namespace parallax::inference::cuda {
namespace {

// The driver's context and the kernels' code. Not measured by us on any card yet: 300 to 500 MiB is what is
// commonly told.
constexpr std::size_t contextBytes = std::size_t{512} << 20;
constexpr std::size_t leastHeadroom = std::size_t{256} << 20;
constexpr std::size_t logitRows = 64; // sequences that are likely to want logits in one step

// Of one recorded step, as commonly told; not measured by us either.
constexpr std::size_t graphBytes = std::size_t{2} << 20;

std::size_t of(int number) {
    return static_cast<std::size_t>(number);
}

// Gate and up that do not lie in turns (packWeight()) are computed side by side first.
bool gateApart(const Gguf& file, const Config& c) {
    for (int layer = 0; layer < c.layers; ++layer) {
        const std::string name = "blk." + std::to_string(layer) + ".ffn_";
        const Tensor* gate = file.tensor(name + "gate.weight");
        const Tensor* up = file.tensor(name + "up.weight");
        if (gate != nullptr && up != nullptr && (gate->format != up->format || gate->format == Format::F32))
            return true;
    }
    return false;
}

// As CardBackend::prepareSplits() takes them: for as many tasks as are still split, and up to twice the runs
// of the longest sequence that there is room for.
std::size_t mostPartialNumbers(const Config& c, std::size_t pages, int processors) {
    const auto groups = static_cast<unsigned>(c.kvHeads * tilesPerGroup(c.heads / c.kvHeads));
    std::size_t tasks = 0;
    for (unsigned tiles = 1; tiles <= Model::mostRows && splitsOf(processors, tiles * groups) > 1; ++tiles)
        tasks = std::size_t{tiles} * groups;
    const std::size_t ofCache = (pages * pageTokens + runKeys - 1) / runKeys;
    const std::size_t ofContext = 2 * ((of(c.context) + runKeys - 1) / runKeys);
    return partialNumbers(tasks, static_cast<int>(std::min(ofCache, ofContext)), c.headSize);
}

} // namespace

MemoryPlan planMemory(const Gguf& file, const Config& c, int cacheTokens, const CardOptions& options,
                      int processors) {
    MemoryPlan plan;
    bool floats = false;
    for (const Tensor& tensor : file.tensors()) {
        if (tensor.rows() == 1) {
            plan.weights += tensor.columns() * sizeof(float);
            continue;
        }
        floats = floats || tensor.format == Format::F32;
        const std::size_t tiles = (tensor.rows() + tileRows - 1) / tileRows;
        plan.weights += tiles * tileBytes(layoutOf(tensor.format), tensor.columns());
    }
    const std::size_t pages = (of(std::max(cacheTokens, 0)) + pageTokens - 1) / pageTokens + 1;
    plan.cache = 2 * of(c.layers) * of(c.keyWidth()) * pages * pageTokens * (options.keysInBytes ? 1U : 2U);
    const std::size_t rows = Model::mostRows;
    const std::size_t qkv = of(c.queryWidth() + 2 * c.keyWidth());
    const std::size_t widest = std::max(of(c.feedForward), std::max(of(c.width), of(c.queryWidth())));
    plan.workspace =
        rows * sizeof(float) * (2 * of(c.width) + qkv + 2 * of(c.queryWidth()) + of(c.feedForward)) +
        rows * (widest + 256) * (floats ? 5 : 3) +
        logitRows * sizeof(float) * (of(c.vocabulary) + of(c.width) + of(c.queryWidth())) + mostSumBytes +
        (gateApart(file, c) ? rows * sizeof(float) * 2 * of(c.feedForward) : 0) +
        sizeof(float) * mostPartialNumbers(c, pages, processors);
    plan.graphs = options.graphs ? mostGraphs * graphBytes : 0;
    plan.context = contextBytes;
    plan.headroom = std::max(leastHeadroom, (plan.weights + plan.cache + plan.workspace) / 50);
    return plan;
}

std::string MemoryPlan::problem(std::size_t free) const {
    if (total() <= free)
        return {};
    const auto gib = [](std::size_t bytes) { return static_cast<double>(bytes) / (1U << 30); };
    char text[280];
    std::snprintf(
        text, sizeof text,
        "the model needs %.1f GiB of the card's memory (weights %.1f, keys and values %.1f, workspace "
        "%.1f, recorded steps %.1f, the driver %.1f, headroom %.1f) and %.1f GiB are free",
        gib(total()), gib(weights), gib(cache), gib(workspace), gib(graphs), gib(context), gib(headroom),
        gib(free));
    return text;
}

} // namespace parallax::inference::cuda
