// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "data/check/check_article.h"
#include "data/claim/claim_unread.h"
#include "data/claim/claim_words.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

inline constexpr std::size_t longestLabel = 256; // bytes of a header, label or caption that are read

// The words of a header, a label, a cell or a caption, read once for all the cells that they speak of.
struct Label {
    std::string text;
    ClaimWords words;
    std::vector<Quantity> figures;
};
Label labelOf(std::string_view text, const ReadArticle& article);

std::vector<std::string> unreadOf(const Label& label, UnreadBeside beside);

} // namespace parallax::data
