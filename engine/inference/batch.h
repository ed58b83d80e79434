// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/inference/tokenizer.h"

namespace parallax::inference {

constexpr int pageTokens = 64; // keys and values are kept in pages of so many tokens

// What one step of the model works on: the next tokens of any number of sequences, one after another. A
// decode step of a sequence is a part of length 1, a prompt is parts of any length: there is no other
// difference.
struct Batch {
    struct Part {
        int first = 0;     // its first row
        int count = 0;     // of rows
        int position = 0;  // of its first token in its sequence: so many keys are in the cache already
        int firstPage = 0; // in `pages`: the sequence's pages, enough for position + count tokens
    };

    std::vector<Token> tokens; // [rows]
    std::vector<Part> parts;
    std::vector<std::int32_t> pages; // numbers of pages in the cache
    std::vector<int> wanted;         // rows whose logits are wanted

    std::size_t rows() const { return tokens.size(); }
};

} // namespace parallax::inference
