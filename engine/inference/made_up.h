// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/inference/gguf.h"

namespace parallax::inference {

// Models of real shapes with random weights: as fast or slow as the real ones, so that speed can be measured
// on a machine without weights. What they write means nothing, and their name says so.

// Names that madeUp() knows: "llama-3.2-1b", "q4_k_m".
std::vector<std::string> shapeNames();
std::vector<std::string> mixNames();

// A model file in memory.
struct MadeUp {
    std::vector<char> bytes;
    std::unique_ptr<Gguf> gguf() const; // reads `bytes`, which must stay where they are
};

// The same shape, mix and seed give the same bytes everywhere. `layers` above 0 leaves out the rest, for
// tests. Throws Error{Usage} for a name that is not known.
MadeUp madeUp(std::string_view shape, std::string_view mix, std::uint64_t seed, int layers = 0);

} // namespace parallax::inference
