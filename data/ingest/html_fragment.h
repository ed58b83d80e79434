// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "data/article/article.h"
#include "data/ingest/document.h"

namespace parallax::data {

// Blocks and tables of a piece of HTML within another document, such as a block of HTML in Markdown. Their
// spans are bytes of the piece; Block::table counts from 0.
struct HtmlFragment {
    std::vector<Block> blocks;
    std::vector<Table> tables;
    std::vector<ParseIssue> issues;
};

// Throws as parseHtml does, but for a piece without words, which is no error. `line` is that of the piece in
// its document, for messages.
HtmlFragment readHtmlFragment(std::string_view html, std::size_t line, const ParseHints& hints,
                              const ParseLimits& limits);

} // namespace parallax::data
