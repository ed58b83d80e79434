// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "data/store/article_store.h"

namespace parallax::data {

struct Anchor {
    int block = -1;
    Span span; // in Block::text
    bool operator==(const Anchor&) const = default;
};

// Where `quote` stands now: exactly as written, else apart from case, width and script, else in the block
// that has most of its words. Among equals the one nearest to block `before`. No value when nothing is near.
std::optional<Anchor> findQuote(const std::vector<Block>& blocks, std::string_view quote, int before);

// Gives the notes of an edition their places among its new blocks. A note whose words are gone keeps its
// quotation and stands at the article as a whole; none is ever dropped.
void anchorNotes(Library& library, EditionId id, const std::vector<Block>& blocks);

} // namespace parallax::data
