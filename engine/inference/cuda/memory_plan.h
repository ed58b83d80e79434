// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "engine/inference/config.h"
#include "engine/inference/cuda/card.h"
#include "engine/inference/cuda/layout.h"
#include "engine/inference/gguf.h"

namespace parallax::inference::cuda {

// What a model needs of a card's memory, worked out before any of it is loaded. All in bytes.
struct MemoryPlan {
    std::size_t weights = 0;   // packed
    std::size_t cache = 0;     // keys and values
    std::size_t workspace = 0; // of the largest step
    std::size_t graphs = 0;    // recorded decode steps
    std::size_t context = 0;   // the driver's own, and the kernels
    std::size_t headroom = 0;  // for what other programs take meanwhile

    std::size_t total() const { return weights + cache + workspace + graphs + context + headroom; }
    // Why it does not go into so many free bytes, with all parts named; empty when it does.
    std::string problem(std::size_t free) const;
};

// For a card of so many processors.
MemoryPlan planMemory(const Gguf& file, const Config& config, int cacheTokens, const CardOptions& options,
                      int processors);

// ---- what the plan and the backend must know alike ----

constexpr std::size_t mostGraphs = 64;

// Few blocks would leave most of the card idle: then the runs of keys of `tasks` (tiles of queries times
// groups of heads) are computed side by side by so many blocks each.
constexpr unsigned splitsOf(int processors, unsigned tasks) {
    constexpr unsigned most = 16;
    const unsigned wanted = 2 * static_cast<unsigned>(processors) / (tasks > 0 ? tasks : 1);
    return wanted < 1 ? 1 : wanted > most ? most : wanted;
}
// The same of the products of many rows: their tiles' columns are shared by so many blocks, where that ends
// sooner although the sums of all eight ranges are written and read again.
constexpr std::size_t mostSumBytes = std::size_t{64} << 20;
constexpr unsigned fewRows = 8;                // up to which blocks are divided otherwise
constexpr unsigned sidesOf(std::size_t rows) { // groups of 64 rows of a block, which has 16 / sides tiles
    return rows <= 64 ? 1 : 2;
}
constexpr std::size_t sumBytes(std::size_t rows, std::size_t tiles) {
    return rangeCount * rows * tiles * tileRows * sizeof(float);
}
constexpr unsigned productSplits(int processors, std::size_t rows, std::size_t tiles, std::size_t columns) {
    const std::size_t bytes = sumBytes(rows, tiles);
    if (rows <= fewRows || bytes > mostSumBytes)
        return 1;
    const std::size_t sides = sidesOf(rows);
    const std::size_t blocks = ((rows + 64 * sides - 1) / (64 * sides)) * ((tiles * sides + 15) / 16);
    // Nanoseconds of a block by itself, and of sums that are kept: roughly what an H200 takes.
    const std::size_t alone = 18 * columns;
    const std::size_t fold = 2000 + bytes / 2000;
    const auto timeOf = [&](std::size_t splits) {
        const auto at = static_cast<std::size_t>(processors > 0 ? processors : 1); // once
        return (blocks * splits + at - 1) / at * alone / splits + (splits > 1 ? fold : 0);
    };
    unsigned best = 1;
    for (unsigned splits = 2; splits <= rangeCount; splits *= 2)
        if (timeOf(splits) < timeOf(best))
            best = splits;
    return best;
}
// Numbers that the runs' results take meanwhile.
constexpr std::size_t partialNumbers(std::size_t tasks, int runs, int headSize) {
    return tasks * static_cast<std::size_t>(runs) * tileQueries * static_cast<std::size_t>(2 + headSize);
}

} // namespace parallax::inference::cuda
