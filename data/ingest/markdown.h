// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "data/ingest/document.h"
#include "data/ingest/page.h"

namespace parallax::data {

// Whether a text without a telling name is Markdown: front matter, #-headings, fences, links, or paragraphs
// wrapped at a fixed width (whose lines belong together).
bool looksLikeMarkdown(std::string_view text);

// Reads article.text, which is there already, as Markdown (cmark-gfm with tables and strikethrough) and gives
// the blocks their meaning. Throws DocumentTooDeep and DocumentTableTooLarge before cmark sees the text.
void parseMarkdown(Article& article, const SiteProfile& profile, const ParseHints& hints,
                   const ParseLimits& limits);

} // namespace parallax::data
