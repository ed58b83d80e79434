// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/same_article.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/store/edition_metadata.h"
#include "data/store/edition_rows.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

// Whether the article has a name of its own in some language: two of one source and month whose English
// titles are alike are two all the same when their Chinese ones are not.
bool isNamedOtherwise(const Statement& stored, const Article& article) {
    const auto differ = [](std::string_view a, std::string_view b) {
        return !a.empty() && !b.empty() && foldText(a) != foldText(b);
    };
    Article known;
    metadataFromJson(stored.view(1), known);
    return differ(stored.view(2), article.title) || differ(known.titleEnglish, article.titleEnglish) ||
           differ(known.titleTraditional, article.titleTraditional) ||
           differ(known.titleSimplified, article.titleSimplified);
}

} // namespace

bool isAnotherFile(Library& library, EditionId known, const Article& article, std::string_view key,
                   std::string_view origin) {
    Statement row(library, "SELECT document.origin, edition.metadata, edition.title, "
                           "json_extract(edition.metadata, '$.source') FROM edition "
                           "JOIN document ON document.id = edition.document_id WHERE edition.id = ?");
    if (!row.bind(known).step())
        return false;
    const bool elsewhere = key.starts_with("slug:") && row.text(3) != article.source;
    const bool otherwise = key.starts_with("title:") && isNamedOtherwise(row, article);
    if (!elsewhere && !otherwise && !key.starts_with("title:||"))
        return false;
    const std::string before = row.text(0);
    std::error_code failure;
    return std::filesystem::is_regular_file(before, failure) &&
           std::filesystem::is_regular_file(origin, failure) &&
           !std::filesystem::equivalent(before, origin, failure);
}

bool isAnotherText(Library& library, EditionId other, const Article& article, std::string_view key) {
    if (!key.starts_with("title:||"))
        return false;
    const auto known = static_cast<double>(codePointCount(loadEdition(library, other).text));
    const auto length = static_cast<double>(codePointCount(article.text));
    return std::abs(known - length) > 0.15 * std::max(known, length);
}

} // namespace parallax::data
