// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "data/store/article_store.h"
#include "data/store/statement.h"

namespace parallax::data {

// A SELECT and its parameters.
struct ArticleSelection {
    std::string sql;
    std::vector<std::variant<std::int64_t, std::string>> parameters;
    void bind(Statement& statement) const; // the selection must outlive the statement's run
};

// SELECT the ids of the articles that pass the filter, in order: an index alone answers the usual ones, so a
// far page (LIMIT ? OFFSET ? appended) costs no reading of the articles before it.
ArticleSelection selectArticles(const ArticleFilter& filter, ArticleOrder order);

// SELECT the number of articles that pass the filter.
ArticleSelection countArticles(const ArticleFilter& filter);

// A condition on article.id for other queries ("article.id IN (…)" and the like); empty when all pass.
ArticleSelection filterCondition(const ArticleFilter& filter);

// The rows of these articles in this order; those that are gone are left out.
std::vector<ArticleRow> readArticleRows(Library& library, const std::vector<ArticleId>& ids);

} // namespace parallax::data
