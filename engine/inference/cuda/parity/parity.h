// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/inference/backend.h"

// Two devices held against each other under the contract of README.md, stage by stage: the same numbers go
// in, what comes out may differ by the order of additions. One text for the host in the place of a card and
// for a card.

namespace parallax::inference::parity {

struct Report {
    int comparisons = 0;
    double worst = 0; // mean squared error over mean square, of a row
    std::string worstAt;
    std::vector<std::string> failures; // at most a few
    void merge(const Report& other);
};

// What a row may differ by that comes of `numbers` products: by the order of additions alone, or, after a
// norm, by a few roundings to 16 bits that fall the other way as well, since norms are an ulp apart (one of
// them among n numbers is 2^-22 / n and, where numbers are of different sizes, some times that). A code that
// is off by one among 400 x 40 is 3e-6.
constexpr double orderBound = 1e-10;
constexpr double boundFor(std::size_t numbers) {
    return 1e-9 + 4e-5 / static_cast<double>(numbers);
}
constexpr double attentionBound = 5e-8; // a query may see but a few keys

// All formats that can be run.
const std::vector<Format>& allFormats();

// Random weights of the format, of sizes that divide by nothing, times so many rows: plain with norm and
// bias, added, several tensors one above the other, gate and up. Around what is written nothing may change,
// and every row is to be the same as alone.
// Unless `thorough`, every third way has all of `rows` and the others the first and the last but two.
Report products(Backend& reference, Backend& device, Format format, const std::vector<std::size_t>& rows,
                bool thorough);

// Embeddings of every format, rows that are chosen, norms that are added.
Report lookups(Backend& reference, Backend& device);

struct AttentionShape {
    int heads, kvHeads, headSize, rotary, window;
    bool ropeHalves, headNorms, normAfterRope;
};
const std::vector<AttentionShape>& attentionShapes();
// A prompt in parts of `part` tokens up to `length`, a second sequence beside it, and decode steps of both at
// once. `error`: more for caches that round more.
Report attentions(Backend& reference, Backend& device, const AttentionShape& shape, int length, int part,
                  double error = attentionBound);

// A whole model: the logits of a prompt near each other, and of `steps` greedy tokens that follow, up to the
// first near-tie; the same once more in a batch with another sequence and by way of `repeats` more runs,
// which are to be the same to the bit.
Report model(Backend& reference, Backend& device, const Gguf& file, int steps, int repeats);

} // namespace parallax::inference::parity
