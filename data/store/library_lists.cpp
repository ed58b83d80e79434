// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/library_lists.h"

#include "data/store/article_query.h"
#include "data/store/statement.h"

namespace parallax::data {

std::vector<ArticleId> listedIds(Library& library, const ArticleFilter& filter, ArticleOrder order,
                                 std::int64_t offset, std::int64_t limit) {
    const ArticleSelection selection = selectArticles(filter, order);
    const std::string sql = selection.sql + " LIMIT ? OFFSET ?";
    Statement row(library, sql);
    selection.bind(row);
    row.bind(limit).bind(offset);
    std::vector<ArticleId> ids;
    while (row.step())
        ids.push_back(row.integer(0));
    return ids;
}

std::vector<ArticleTitles> newestTitles(Library& library, int limit) {
    Statement row(library, "SELECT id, title, title_en, title_hant, title_hans FROM article "
                           "ORDER BY day DESC, id DESC LIMIT ?");
    row.bind(limit);
    std::vector<ArticleTitles> titles;
    while (row.step())
        titles.push_back({row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4)});
    return titles;
}

std::vector<EditionRow> editionVersions(Library& library, ArticleId id) {
    Statement row(library,
                  "SELECT id, language, title, version FROM edition WHERE article_id = ? ORDER BY id");
    row.bind(id);
    std::vector<EditionRow> editions;
    while (row.step())
        editions.push_back(
            {row.integer(0), static_cast<Language>(row.number(1)), row.text(2), row.number(3)});
    return editions;
}

std::string libraryUid(Library& library) {
    Statement row(library, "SELECT value FROM setting WHERE name = 'uid'");
    return row.step() ? row.text(0) : std::string();
}

} // namespace parallax::data
