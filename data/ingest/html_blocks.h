// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "data/ingest/html_tree.h"
#include "data/ingest/main_content.h"

namespace parallax::data {

// The content below `root` as blocks and tables of `article`, in reading order, clutter left out.
// `article.text` is the source. Gives where tables of data stood whose cells hold more than cells may, so
// that they were read as text. Throws DocumentTableTooLarge.
std::vector<Span> readHtmlBlocks(const GumboNode* root, const HtmlTree& tree, const PageText& page,
                                 std::string_view baseUrl, const ParseHints& hints, const ParseLimits& limits,
                                 Article& article);

// What blocks mean beyond their tags: the title among the headings, captions above tables, takeaways below
// them, questions with answers, lists of related articles. The last cell of a table that was read as text is
// no caption of the one that follows.
void interpretBlocks(Article& article, const std::vector<Span>& tablesAsText = {});

} // namespace parallax::data
