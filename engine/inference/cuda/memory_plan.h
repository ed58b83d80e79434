// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "engine/inference/config.h"
#include "engine/inference/cuda/card.h"
#include "engine/inference/gguf.h"

namespace parallax::inference::cuda {

// What a model needs of a card's memory, worked out before any of it is loaded. All in bytes.
struct MemoryPlan {
    std::size_t weights = 0;   // packed
    std::size_t cache = 0;     // keys and values
    std::size_t workspace = 0; // of the largest step
    std::size_t context = 0;   // the driver's own, and the kernels
    std::size_t headroom = 0;  // for what other programs take meanwhile

    std::size_t total() const { return weights + cache + workspace + context + headroom; }
    // Why it does not go into so many free bytes, with all parts named; empty when it does.
    std::string problem(std::size_t free) const;
};

MemoryPlan planMemory(const Gguf& file, const Config& config, int cacheTokens, const CardOptions& options);

} // namespace parallax::inference::cuda
