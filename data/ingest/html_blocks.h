// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "data/ingest/html_tree.h"
#include "data/ingest/main_content.h"

namespace parallax::data {

// The content below `root` as blocks and tables of `article`, in reading order, clutter left out.
// `article.text` is the source. Throws DocumentTableTooLarge.
void readHtmlBlocks(const GumboNode* root, const HtmlTree& tree, const PageText& page,
                    std::string_view baseUrl, const ParseHints& hints, const ParseLimits& limits,
                    Article& article);

// What blocks mean beyond their tags: the title among the headings, captions above tables, takeaways below
// them, questions with answers, lists of related articles.
void interpretBlocks(Article& article);

} // namespace parallax::data
