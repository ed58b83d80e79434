// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/article/article.h"

namespace parallax::data {

// The formats behind exportArticle. Text, Markdown and HTML hold what a person came to read: title, byline
// and content; site navigation, notices and lists of other articles stay behind.
std::string articleText(const Article& article, Language convertedFrom);
std::string articleMarkdown(const Article& article, Language convertedFrom);
std::string articleHtml(const Article& article, Language convertedFrom);
std::string articleJson(const Article& article, Language convertedFrom);

// "Converted from Traditional Chinese by …", to stand under the byline; empty where nothing was.
std::string conversionLabel(Language convertedFrom);

// Whether these formats show the block by itself: content, but no caption that the table after it shows
// anyway, and no heading over nothing but what stays behind. The page's own byline, where a site may have
// glued labels and names together, is shown only when bylineOf knows nothing.
bool isExported(const Article& article, std::size_t block);

// Source, author and date in one line ("TechCrunch AI · April 2026"), to stand under the title. Empty when
// nothing is known.
std::string bylineOf(const Article& article);

// "Data Takeaway: " before such a block, in its language; HTML has a class for it.
std::string_view takeawayLabel(Language language);

// The table of a block; nullptr for another kind of block or an index out of range.
const Table* tableOf(const Article& article, const Block& block);

// True when the article has a block of this kind.
bool hasBlock(const Article& article, BlockKind kind);

} // namespace parallax::data
