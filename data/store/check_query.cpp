// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/check_query.h"

#include "data/store/check_rows.h"

namespace parallax::data {
namespace {

// With few of them each is fetched by its number; with many the list's index is gone along, which has both
// numbers in it, and a page is full after a while.
constexpr std::size_t fewChecks = 20'000;
constexpr std::size_t fewArticles = 200;

std::string jsonOf(const std::vector<std::int64_t>& ids) {
    std::string json = "[";
    for (const std::int64_t id : ids)
        json += (json.size() > 1 ? "," : "") + std::to_string(id);
    return json += ']';
}

} // namespace

void CheckConditions::add(const std::string& condition, std::int64_t value) {
    m_conditions.push_back(condition);
    m_values.emplace_back(value);
}

void CheckConditions::add(const std::string& condition, const std::string& value) {
    m_conditions.push_back(condition);
    m_values.emplace_back(value);
}

void CheckConditions::add(const CheckWordMatches& words) {
    if (words.all)
        return;
    const bool few = words.checks.size() <= fewChecks && words.articles.size() <= fewArticles;
    const std::string mark = few ? "" : "+"; // + keeps SQLite from looking each of them up
    const std::string checks = mark + "id IN (SELECT value FROM json_each(?))";
    if (words.articles.empty()) {
        add(checks, jsonOf(words.checks));
        return;
    }
    m_values.emplace_back(jsonOf(words.checks));
    add("(" + checks + " OR " + mark + "article_id IN (SELECT value FROM json_each(?)))",
        jsonOf(words.articles));
}

CheckConditions::CheckConditions(const CheckFilter& filter, const CheckWordMatches& words) {
    m_conditions.emplace_back("same_as IS NULL"); // in these words: what the indexes of lists hold
    if (filter.colour)
        add("severity = ?", severityOf(*filter.colour));
    if (filter.verdict)
        add("verdict = ?", static_cast<int>(*filter.verdict));
    if (filter.rule)
        add("rule = ?", std::string(ruleName(*filter.rule)));
    if (filter.mark)
        add("mark = ?", static_cast<int>(*filter.mark));
    if (filter.article) {
        m_values.emplace_back(*filter.article);
        m_values.emplace_back(*filter.article);
        add("(article_id = ? OR other_article = ? OR id IN "
            "(SELECT check_id FROM check_witness WHERE article_id = ?))",
            *filter.article);
    }
    if (filter.source)
        add("article_id IN (SELECT article.id FROM article JOIN source ON source.id = article.source_id "
            "WHERE "
            "source.name = ?)",
            *filter.source);
    if (filter.acrossArticles)
        add("other_article IS NOT NULL AND other_article <> article_id");
    add(words);
}

std::string CheckConditions::where() const {
    std::string text;
    for (const std::string& condition : m_conditions)
        text += (text.empty() ? " WHERE " : " AND ") + condition;
    return text;
}

void CheckConditions::bind(Statement& statement) const {
    for (const auto& value : m_values)
        std::visit([&statement](const auto& bound) { statement.bind(bound); }, value);
}

} // namespace parallax::data
