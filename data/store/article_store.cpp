// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/article_store.h"

#include <algorithm>

#include "base/utf8.h"
#include "data/article/script.h"
#include "data/store/article_query.h"
#include "data/store/edition_rows.h"
#include "data/store/library_lists.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

[[noreturn]] void throwNotFound(ArticleId id) {
    throw Error(ErrorCode::ArticleNotFound, {std::to_string(id)});
}

std::vector<Facet> readFacets(Library& library, const char* sql) {
    Statement row(library, sql);
    std::vector<Facet> facets;
    while (row.step())
        facets.push_back({row.text(0), row.integer(1), row.integer(2)});
    return facets;
}

} // namespace

namespace {

std::string writtenTitleIn(const ArticleRow& row, Language reading) {
    if (reading == Language::English)
        return row.titleEnglish.empty() ? row.title : row.titleEnglish;
    if (!isChinese(reading))
        return row.title;
    const bool traditional = reading == Language::TraditionalChinese;
    const std::string& own = traditional ? row.titleTraditional : row.titleSimplified;
    const std::string& other = traditional ? row.titleSimplified : row.titleTraditional;
    if (!own.empty())
        return own;
    return other.empty() ? row.title : convertScript(other, reading);
}

} // namespace

std::string titleIn(const ArticleRow& row, Language reading) {
    return withoutTurns(writtenTitleIn(row, reading));
}

ArticleStore::ArticleStore(Library& library)
    : m_library(library) {}

std::vector<ArticleRow> ArticleStore::list(const ArticleFilter& filter, ArticleOrder order,
                                           std::int64_t offset, std::int64_t limit) {
    const ArticleSelection selection = selectArticles(filter, order);
    const std::string sql = selection.sql + " LIMIT ? OFFSET ?";
    std::vector<ArticleId> ids;
    {
        Statement row(m_library, sql);
        selection.bind(row);
        row.bind(limit).bind(offset);
        while (row.step())
            ids.push_back(row.integer(0));
    }
    return readArticleRows(m_library, ids);
}

std::int64_t ArticleStore::count(const ArticleFilter& filter) {
    const ArticleSelection selection = countArticles(filter);
    Statement row(m_library, selection.sql);
    selection.bind(row);
    return row.step() ? row.integer(0) : 0;
}

std::optional<ArticleRow> ArticleStore::row(ArticleId id) {
    std::vector<ArticleRow> rows = readArticleRows(m_library, {id});
    if (rows.empty())
        return std::nullopt;
    return std::move(rows.front());
}

StoredArticle ArticleStore::load(ArticleId id, Language language) {
    std::optional<ArticleRow> found = row(id);
    StoredArticle stored;
    stored.editions = editionVersions(m_library, id);
    if (!found || stored.editions.empty())
        throwNotFound(id);
    stored.row = std::move(*found);
    stored.edition = stored.editions.front();
    const auto take = [&](Language wanted) {
        const auto edition = std::ranges::find(stored.editions, wanted, &EditionRow::language);
        if (edition != stored.editions.end())
            stored.edition = *edition;
        return edition != stored.editions.end();
    };
    // Where one Chinese script is missing the other one serves: it can be converted.
    if (!take(language) && isChinese(language))
        take(language == Language::TraditionalChinese ? Language::SimplifiedChinese
                                                      : Language::TraditionalChinese);
    stored.article = loadEdition(m_library, stored.edition.id);
    Statement document(m_library, "SELECT document.format, document.encoding, document.origin FROM edition "
                                  "JOIN document ON document.id = edition.document_id WHERE edition.id = ?");
    if (document.bind(stored.edition.id).step()) {
        stored.format = document.text(0);
        stored.encoding = document.text(1);
        stored.origin = document.text(2);
    }
    return stored;
}

std::string ArticleStore::rawBytes(EditionId id) {
    Statement row(m_library,
                  "SELECT document.raw FROM edition JOIN document ON document.id = edition.document_id "
                  "WHERE edition.id = ?");
    if (!row.bind(id).step())
        throwNotFound(id);
    return row.text(0);
}

Facets ArticleStore::facets() {
    Facets facets;
    facets.sources = readFacets(m_library, "SELECT name, article_count, stated_count FROM source "
                                           "WHERE article_count > 0 ORDER BY article_count DESC, name");
    facets.topics = readFacets(m_library, "SELECT name, article_count, stated_count FROM topic "
                                          "WHERE article_count > 0 ORDER BY article_count DESC, name");
    facets.months = readFacets(m_library, "SELECT value, article_count, stated_count FROM month "
                                          "WHERE article_count > 0 ORDER BY value DESC");
    Statement tag(m_library, "SELECT id, name, colour, article_count FROM tag ORDER BY name");
    while (tag.step())
        facets.tags.push_back({tag.integer(0), tag.text(1), tag.text(2), tag.integer(3)});
    Statement tally(m_library, "SELECT articles, unread, starred, noted FROM tally");
    if (tally.step()) {
        facets.articles = tally.integer(0);
        facets.unread = tally.integer(1);
        facets.starred = tally.integer(2);
        facets.noted = tally.integer(3);
    }
    // Of an index alone.
    Statement failed(m_library,
                     "SELECT COUNT(DISTINCT article_id) FROM edition_check WHERE red > 0 OR amber > 0");
    if (failed.step())
        facets.failed = failed.integer(0);
    return facets;
}

void ArticleStore::setUnread(ArticleId id, bool unread) {
    // A row that is so already is not written: no lock, and no change for others to notice.
    Statement(m_library, "UPDATE article SET unread = ?1 WHERE id = ?2 AND unread <> ?1")
        .bind(unread ? 1 : 0)
        .bind(id)
        .run();
}

void ArticleStore::setStarred(ArticleId id, bool starred) {
    Statement(m_library, "UPDATE article SET starred = ?1 WHERE id = ?2 AND starred <> ?1")
        .bind(starred ? 1 : 0)
        .bind(id)
        .run();
}

} // namespace parallax::data
