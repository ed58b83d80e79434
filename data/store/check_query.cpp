// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/check_query.h"

#include "data/store/check_rows.h"

namespace parallax::data {
namespace {

// Few are fetched by their numbers. Of many the list's index is gone along, which has the numbers in it, and
// a page is soon full.
constexpr std::size_t fewChecks = 20'000;

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
    if (words.checks.size() > fewChecks) {
        m_conditions.emplace_back("is_among(id, ?)");
        m_values.emplace_back(&words.checks);
        return;
    }
    std::string ids = "[";
    for (const std::int64_t id : words.checks)
        ids += (ids.size() > 1 ? "," : "") + std::to_string(id);
    add("id IN (SELECT value FROM json_each(?))", ids + ']');
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
        if (const auto* const ids = std::get_if<const IdList*>(&value))
            statement.bind(**ids);
        else if (const auto* const number = std::get_if<std::int64_t>(&value))
            statement.bind(*number);
        else
            statement.bind(std::get<std::string>(value));
}

} // namespace parallax::data
