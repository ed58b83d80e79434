// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "data/check/clause.h"
#include "data/check/text_checks.h"

namespace parallax::data {

// A figure that a sentence replaces by another one: "revised from $70 billion to $80 billion", "raised its
// forecast to $80 billion from $70 billion", "由 700 億上修至 800 億". The earlier one is superseded; a price
// that falls or a revenue that grows is not.
struct StatedRevision {
    int before = -1, after = -1; // figures: indices into the block's quantities
    std::size_t first = 0;       // the token of the one that stands first
    std::size_t last = 0;        // … and last
};
std::vector<StatedRevision> statedRevisions(const TextView& view, const Sentence& sentence);

} // namespace parallax::data
