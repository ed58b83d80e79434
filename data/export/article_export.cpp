// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/export/article_export.h"

#include <algorithm>

#include "base/utf8.h"
#include "data/export/export.h"

namespace parallax::data {

namespace {

bool isCaptionOfNext(const Article& article, std::size_t block) {
    if (article.blocks[block].kind != BlockKind::Caption || block + 1 >= article.blocks.size())
        return false;
    const Table* table = tableOf(article, article.blocks[block + 1]);
    return table != nullptr && trim(table->caption) == trim(article.blocks[block].text);
}

// "Related topics" over entries that stay behind. A heading over nothing at all is the author's.
bool headsOnlyNavigation(const Article& article, std::size_t heading) {
    bool any = false;
    for (std::size_t i = heading + 1; i < article.blocks.size(); ++i) {
        const Block& block = article.blocks[i];
        if (block.kind == BlockKind::Heading && block.level <= article.blocks[heading].level)
            break;
        if (block.kind != BlockKind::Heading && isContent(block.kind))
            return false;
        any = any || block.kind != BlockKind::Heading;
    }
    return any;
}

} // namespace

std::string_view takeawayLabel(Language language) {
    return language == Language::SimplifiedChinese    ? "数据要点："
           : language == Language::TraditionalChinese ? "數據要點："
                                                      : "Data Takeaway: ";
}

bool isExported(const Article& article, std::size_t block) {
    switch (article.blocks[block].kind) {
    case BlockKind::Byline:
        return bylineOf(article).empty();
    case BlockKind::Caption:
        return !isCaptionOfNext(article, block);
    case BlockKind::Heading:
        return !headsOnlyNavigation(article, block);
    default:
        return isContent(article.blocks[block].kind);
    }
}

std::string bylineOf(const Article& article) {
    std::string out;
    const std::string& date = article.published.written.empty() ? article.archive : article.published.written;
    for (const std::string* part : {&article.source, &article.author, &date})
        if (!part->empty())
            out += (out.empty() ? "" : " · ") + *part;
    return out;
}

std::string conversionLabel(Language convertedFrom) {
    if (!isChinese(convertedFrom))
        return {};
    return std::string("Converted from ") +
           (convertedFrom == Language::TraditionalChinese ? "Traditional" : "Simplified") +
           " Chinese by character and word tables (OpenCC)";
}

const Table* tableOf(const Article& article, const Block& block) {
    if (block.kind != BlockKind::Table || block.table < 0 ||
        static_cast<std::size_t>(block.table) >= article.tables.size())
        return nullptr;
    return &article.tables[static_cast<std::size_t>(block.table)];
}

bool hasBlock(const Article& article, BlockKind kind) {
    return std::ranges::any_of(article.blocks, [&](const Block& block) { return block.kind == kind; });
}

std::string exportArticle(const Article& article, ArticleFormat format, Language convertedFrom) {
    switch (format) {
    case ArticleFormat::Text:
        return articleText(article, convertedFrom);
    case ArticleFormat::Markdown:
        return articleMarkdown(article, convertedFrom);
    case ArticleFormat::Html:
        return articleHtml(article, convertedFrom);
    case ArticleFormat::Json:
        return articleJson(article, convertedFrom);
    }
    return {};
}

} // namespace parallax::data
