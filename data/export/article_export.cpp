// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/export/article_export.h"

#include <algorithm>

#include "base/utf8.h"
#include "data/export/export.h"

namespace parallax::data {

bool isExported(BlockKind kind) {
    return isContent(kind) || kind == BlockKind::Byline;
}

std::string bylineOf(const Article& article) {
    std::string out;
    if (hasBlock(article, BlockKind::Byline))
        return out;
    const std::string& date = article.published.written.empty() ? article.archive : article.published.written;
    for (const std::string* part : {&article.source, &article.author, &date})
        if (!part->empty())
            out += (out.empty() ? "" : " · ") + *part;
    return out;
}

const Table* tableOf(const Article& article, const Block& block) {
    if (block.kind != BlockKind::Table || block.table < 0 ||
        static_cast<std::size_t>(block.table) >= article.tables.size())
        return nullptr;
    return &article.tables[static_cast<std::size_t>(block.table)];
}

bool isCaptionOfNext(const Article& article, std::size_t block) {
    if (article.blocks[block].kind != BlockKind::Caption || block + 1 >= article.blocks.size())
        return false;
    const Table* table = tableOf(article, article.blocks[block + 1]);
    return table != nullptr && trim(table->caption) == trim(article.blocks[block].text);
}

bool hasBlock(const Article& article, BlockKind kind) {
    return std::ranges::any_of(article.blocks, [&](const Block& block) { return block.kind == kind; });
}

std::string exportArticle(const Article& article, ArticleFormat format) {
    switch (format) {
    case ArticleFormat::Text:
        return articleText(article);
    case ArticleFormat::Markdown:
        return articleMarkdown(article);
    case ArticleFormat::Html:
        return articleHtml(article);
    case ArticleFormat::Json:
        return articleJson(article);
    }
    return {};
}

} // namespace parallax::data
