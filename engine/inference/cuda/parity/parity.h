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
// bias, added, several tensors one above the other, gate and up in one format and in two. Around what is
// written nothing may change, and every row is to be the same as alone. Unless `thorough`, every third way
// has all of `rows` and the others the first and the middle one.
Report products(Backend& reference, Backend& device, Format format, const std::vector<std::size_t>& rows,
                bool thorough);

// Times so many rows: embeddings of every format, rows that are chosen, norms that are added.
Report lookups(Backend& reference, Backend& device, const std::vector<std::size_t>& rows);

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

// Two ways of one device, with recorded steps and without: the same bits, of a prompt and of `steps` tokens,
// of which the second is recorded and the third the first to be replayed as it is.
Report sameBits(Backend& recording, Backend& plain, const Gguf& file, int steps);

// Steps that are given up as they are queued and as they are recorded, at the beginning and at some other
// time: the same steps then have the bits that they have without. With `full` the device is asked for more
// memory than it has first, which must be said and change nothing; compute-sanitizer would take that for a
// fault.
Report troubles(Backend& device, const Gguf& file, bool full);

} // namespace parallax::inference::parity
