// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/article_query.h"

namespace parallax::data {
namespace {

using Parameters = std::vector<std::variant<std::int64_t, std::string>>;

void also(ArticleSelection& conditions, const std::string& condition) {
    conditions.sql += conditions.sql.empty() ? condition : " AND " + condition;
}

// What the filter asks of the row itself. Source, month, topic and tag are named by value.
ArticleSelection rowConditions(const ArticleFilter& filter) {
    ArticleSelection conditions;
    if (filter.source) {
        also(conditions, "article.source_id = (SELECT id FROM source WHERE name = ?)");
        conditions.parameters.emplace_back(*filter.source);
    }
    if (filter.archiveMonth) {
        also(conditions, "article.archive_month = ?");
        conditions.parameters.emplace_back(*filter.archiveMonth);
    }
    if (filter.unreadOnly)
        also(conditions, "article.unread = 1");
    if (filter.starredOnly)
        also(conditions, "article.starred = 1");
    if (filter.notedOnly)
        also(conditions, "article.note_count > 0");
    if (filter.failedOnly)
        also(conditions,
             "EXISTS (SELECT 1 FROM edition_check WHERE edition_check.article_id = article.id AND "
             "(edition_check.red > 0 OR edition_check.amber > 0))");
    return conditions;
}

std::string orderOf(ArticleOrder order) {
    switch (order) {
    case ArticleOrder::NewestFirst:
        return "article.day DESC, article.id DESC";
    case ArticleOrder::OldestFirst:
        return "article.day, article.id";
    case ArticleOrder::ImportedLast:
        return "article.id DESC";
    case ArticleOrder::Title:
        return "article.title COLLATE NOCASE, article.id";
    case ArticleOrder::Source:
        return "source.name COLLATE NOCASE, article.day DESC, article.id DESC";
    }
    return "article.id";
}

bool byDay(ArticleOrder order) {
    return order == ArticleOrder::NewestFirst || order == ArticleOrder::OldestFirst;
}

// Whether the topic's own index, which is in the order of days, gives the list without a look at the
// articles.
bool topicAlone(const ArticleFilter& filter) {
    ArticleFilter rest = filter;
    rest.topic.reset();
    return filter.topic && rest == ArticleFilter{};
}

ArticleRow readArticleRow(const Statement& row) {
    ArticleRow article;
    article.id = row.integer(0);
    article.title = row.text(1);
    article.titleEnglish = row.text(2);
    article.titleTraditional = row.text(3);
    article.titleSimplified = row.text(4);
    article.source = row.text(5);
    article.archiveMonth = row.text(6);
    article.published = row.text(7);
    article.summary = row.text(8);
    for (int language = 0; language <= static_cast<int>(Language::Other); ++language)
        if (((row.integer(9) >> language) & 1) != 0)
            article.languages.push_back(static_cast<Language>(language));
    article.tableCount = row.number(10);
    article.noteCount = row.number(11);
    article.unread = row.integer(12) != 0;
    article.starred = row.integer(13) != 0;
    article.importedAt = row.text(14);
    return article;
}

} // namespace

std::vector<ArticleRow> readArticleRows(Library& library, const std::vector<ArticleId>& ids) {
    Statement article(library,
                      "SELECT article.id, title, title_en, title_hant, title_hans, source.name, "
                      "archive_month, published, summary, languages, table_count, note_count, unread, "
                      "starred, imported_at FROM article LEFT JOIN source ON source.id = source_id "
                      "WHERE article.id = ?");
    Statement tag(library, "SELECT tag_id FROM article_tag WHERE article_id = ? ORDER BY tag_id");
    std::vector<ArticleRow> rows;
    rows.reserve(ids.size());
    for (const ArticleId id : ids) {
        if (article.bind(id).step()) {
            rows.push_back(readArticleRow(article));
            for (tag.bind(id); tag.step();)
                rows.back().tags.push_back(tag.integer(0));
            tag.rewind();
        }
        article.rewind();
    }
    return rows;
}

void ArticleSelection::bind(Statement& statement) const {
    for (const auto& parameter : parameters)
        std::visit([&](const auto& value) { statement.bind(value); }, parameter);
}

ArticleSelection filterCondition(const ArticleFilter& filter) {
    ArticleSelection conditions = rowConditions(filter);
    if (filter.topic) {
        also(conditions,
             "EXISTS (SELECT 1 FROM article_topic JOIN topic ON topic.id = article_topic.topic_id "
             "WHERE article_topic.article_id = article.id AND topic.name = ?)");
        conditions.parameters.emplace_back(*filter.topic);
    }
    if (filter.tag) {
        also(conditions, "EXISTS (SELECT 1 FROM article_tag WHERE article_id = article.id AND tag_id = ?)");
        conditions.parameters.emplace_back(*filter.tag);
    }
    return conditions;
}

ArticleSelection selectArticles(const ArticleFilter& filter, ArticleOrder order) {
    ArticleSelection selection;
    if (topicAlone(filter) && byDay(order)) {
        const std::string direction = order == ArticleOrder::NewestFirst ? " DESC" : "";
        selection.sql =
            "SELECT article_id FROM article_topic WHERE topic_id = (SELECT id FROM topic WHERE name = ?) "
            "ORDER BY day" +
            direction + ", article_id" + direction;
        selection.parameters.emplace_back(*filter.topic);
        return selection;
    }
    ArticleSelection conditions = rowConditions(filter);
    std::string from = "article";
    Parameters parameters;
    // Few articles have a tag, and a topic has fewer than the library: these drive the query.
    if (filter.tag) {
        from = "article_tag JOIN article ON article.id = article_tag.article_id";
        also(conditions, "article_tag.tag_id = ?");
        conditions.parameters.emplace_back(*filter.tag);
    }
    if (filter.topic) {
        from = "article_topic JOIN " + from +
               (filter.tag ? " AND article.id = article_topic.article_id"
                           : " ON article.id = article_topic.article_id");
        also(conditions, "article_topic.topic_id = (SELECT id FROM topic WHERE name = ?)");
        conditions.parameters.emplace_back(*filter.topic);
    }
    if (order == ArticleOrder::Source)
        from += " LEFT JOIN source ON source.id = article.source_id";
    selection.sql = "SELECT article.id FROM " + from +
                    (conditions.sql.empty() ? "" : " WHERE " + conditions.sql) + " ORDER BY " +
                    orderOf(order);
    selection.parameters = std::move(conditions.parameters);
    return selection;
}

ArticleSelection countArticles(const ArticleFilter& filter) {
    ArticleSelection selection;
    if (filter == ArticleFilter{}) {
        selection.sql = "SELECT articles FROM tally";
    } else if (topicAlone(filter)) {
        selection.sql = "SELECT article_count FROM topic WHERE name = ?";
        selection.parameters.emplace_back(*filter.topic);
    } else {
        selection = filterCondition(filter);
        selection.sql = "SELECT count(*) FROM article WHERE " + selection.sql;
    }
    return selection;
}

} // namespace parallax::data
