// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "data/export/article_export.h"
#include "data/ingest/inspect.h"

namespace parallax::data {

std::string articleJson(const Article& article, Language convertedFrom) {
    Document document;
    document.format = Format::SavedPage;
    document.articles.push_back(article);
    nlohmann::ordered_json out = inspectJson(document);
    if (isChinese(convertedFrom))
        out["convertedFrom"] = languageTag(convertedFrom);
    auto blocks = nlohmann::ordered_json::array();
    for (const Block& block : article.blocks) {
        nlohmann::ordered_json entry;
        entry["kind"] = blockKindName(block.kind);
        entry["language"] = languageTag(block.language);
        entry["begin"] = block.span.begin;
        entry["end"] = block.span.end;
        entry["text"] = block.text;
        if (block.level != 0)
            entry["level"] = block.level;
        if (block.number != 0)
            entry["number"] = block.number;
        if (block.table >= 0)
            entry["table"] = block.table;
        blocks.push_back(std::move(entry));
    }
    out["blocks"] = std::move(blocks);
    return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

} // namespace parallax::data
