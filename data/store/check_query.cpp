// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/check_query.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/store/check_rows.h"

namespace parallax::data {
namespace {

std::vector<std::u32string> wordsOf(const std::string& text) {
    std::vector<std::u32string> words(1);
    for (const char32_t c : foldText(text)) {
        if (c > U' ')
            words.back().push_back(c);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

// For each word the articles whose title has it in any language, as JSON for json_each: the titles are too
// few to be worth an index and too many to be folded once for each check.
std::vector<std::string> articlesByWord(Library& library, const std::vector<std::u32string>& words) {
    std::vector<std::string> articles(words.size(), "[");
    Statement row(library, "SELECT id, title, title_en, title_hant, title_hans FROM article");
    while (row.step()) {
        std::u32string title;
        for (int column = 1; column <= 4; ++column)
            title += foldText(row.view(column)) + U'\n';
        for (std::size_t i = 0; i < words.size(); ++i)
            if (title.find(words[i]) != std::u32string::npos)
                articles[i] += (articles[i].size() > 1 ? "," : "") + std::to_string(row.integer(0));
    }
    for (std::string& json : articles)
        json += ']';
    return articles;
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

void CheckConditions::addWords(const std::string& text) {
    const std::vector<std::u32string> words = wordsOf(text);
    if (words.empty())
        return;
    const std::vector<std::string> articles = articlesByWord(m_library, words);
    for (std::size_t i = 0; i < words.size(); ++i) {
        m_values.emplace_back(toUtf8(words[i]));
        m_values.emplace_back(toUtf8(words[i]));
        add("(instr(words, ?) > 0 OR EXISTS (SELECT 1 FROM check_result AS told WHERE told.same_as = "
            "check_result.id AND instr(told.words, ?) > 0) OR "
            "article_id IN (SELECT value FROM json_each(?)))",
            articles[i]);
    }
}

void CheckConditions::add(const CheckFilter& filter) {
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
        add("(article_id = ? OR other_article = ?)", *filter.article);
    }
    if (filter.source)
        add("article_id IN (SELECT article.id FROM article JOIN source ON source.id = article.source_id "
            "WHERE "
            "source.name = ?)",
            *filter.source);
    if (filter.acrossArticles)
        add("other_article IS NOT NULL AND other_article <> article_id");
    addWords(filter.text);
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
