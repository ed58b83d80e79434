// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/article/article.h"
#include "data/search/query.h"

namespace parallax::data {

struct Snippet {
    std::string text;             // a part of the block with … where it is cut
    std::vector<Span> highlights; // in `text`
};

// Where the query's terms (and expansions) stand in `text`, found by folding both; byte ranges, merged,
// sorted.
std::vector<Span> findMatches(std::string_view text, const Query& query);

// About `width` code points around the densest matches, cut at word or Han borders.
Snippet makeSnippet(std::string_view text, const Query& query, int width = 80);

} // namespace parallax::data
