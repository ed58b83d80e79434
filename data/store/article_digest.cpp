// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/article_digest.h"

#include <algorithm>

#include "data/store/recipe.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

constexpr std::string_view articleDigestSetting = "article_digest";
constexpr std::string_view articleDigestVersion = "1"; // raised with any change of the recipe below

const std::string& digestOfArticle() {
    static const std::string sql =
        "row_digest(article.day, (SELECT source.name FROM source WHERE source.id = article.source_id), "
        "article.archive_month, article.table_count, article.languages, article.title, article.title_en, "
        "article.title_hant, article.title_hans, article.published, article.summary, article.url, "
        "article.slug, article.author, (SELECT rows_digest(topic.name, article_topic.day) FROM article_topic "
        "JOIN topic ON topic.id = article_topic.topic_id WHERE article_topic.article_id = article.id))";
    return sql;
}

} // namespace

void saveArticleDigest(Library& library, ArticleId id) {
    static const std::string sql = "UPDATE article SET digest = " + digestOfArticle() + " WHERE id = ?";
    Statement(library, sql).bind(id).run();
}

std::vector<ArticleId> changedArticles(Library& library) {
    static const std::string sql =
        "SELECT id FROM article WHERE digest <> " + digestOfArticle() + " ORDER BY id";
    std::vector<ArticleId> changed;
    for (Statement row(library, sql); row.step();)
        changed.push_back(row.integer(0));
    return changed;
}

std::string changedArticleLines(Library& library, int most) {
    std::string lines;
    std::vector<ArticleId> changed = changedArticles(library);
    changed.resize(std::min(changed.size(), static_cast<std::size_t>(most)));
    for (const ArticleId id : changed)
        lines +=
            (lines.empty() ? "" : "\n") + ("what lists show of article " + std::to_string(id)) +
            " (titles, month, source, topics) is not what was stored; `parallax library reread` mends it";
    return lines;
}

bool articleDigestsAreOutdated(Library& library) {
    return recipeIsOutdated(library, articleDigestSetting, articleDigestVersion);
}

void fillArticleDigests(Library& library) {
    static const std::string sql = "UPDATE article SET digest = " + digestOfArticle();
    Statement(library, sql).run();
    keepRecipe(library, articleDigestSetting, articleDigestVersion);
}

} // namespace parallax::data
