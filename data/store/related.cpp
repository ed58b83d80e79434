// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "data/article/fold.h"
#include "data/article/glossary.h"
#include "data/search/query.h"
#include "data/search/tokens.h"
#include "data/store/article_query.h"
#include "data/store/search_index.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

// Each sign of kinship is looked up among the newest articles that bear it, so that a library of any size
// answers at once. What more articles than that have in common says little anyway.
constexpr int newestLooked = 400;
constexpr std::size_t wordsLooked = 24;
constexpr std::size_t namesLooked = 12;

constexpr double topicWeight = 1.0;
constexpr double nameWeight = 1.5;
constexpr double wordWeight = 0.5;
constexpr double namedByPageWeight = 20; // the page itself lists the article as related
constexpr double leastScore = 1.5;

using Scores = std::unordered_map<ArticleId, double>;

// How much it says that two of `all` articles share what `with` of them have.
double rarity(std::int64_t with, std::int64_t all) {
    return std::log(1.0 + static_cast<double>(all) / static_cast<double>(std::max<std::int64_t>(with, 1)));
}

void addAll(Scores& scores, const std::set<ArticleId>& articles, double weight) {
    for (const ArticleId id : articles)
        scores[id] += weight;
}

void scoreTopics(Library& library, ArticleId id, std::int64_t all, Scores& scores) {
    Statement topics(library, "SELECT topic.id, topic.article_count FROM article_topic JOIN topic "
                              "ON topic.id = article_topic.topic_id WHERE article_topic.article_id = ?");
    Statement others(library, "SELECT article_id FROM article_topic WHERE topic_id = ? "
                              "ORDER BY day DESC, article_id DESC LIMIT ?");
    for (topics.bind(id); topics.step(); others.rewind()) {
        std::set<ArticleId> found;
        for (others.bind(topics.integer(0)).bind(newestLooked); others.step();)
            found.insert(others.integer(0));
        addAll(scores, found, topicWeight * rarity(topics.integer(1), all));
    }
}

// The articles that have `expression` in their title or summary.
void scoreExpression(Library& library, const std::string& expression, std::int64_t all, double weight,
                     Scores& scores) {
    if (expression.empty())
        return;
    const std::string match = "{title summary} : (" + expression + ")";
    Statement hits(library,
                   "SELECT rowid FROM block_index WHERE block_index MATCH ? ORDER BY rowid DESC LIMIT ?");
    hits.bind(match).bind(newestLooked);
    std::set<ArticleId> found;
    while (hits.step())
        found.insert(indexPlace(hits.integer(0)).article);
    if (found.size() < newestLooked) // else it is everywhere, as "model" is
        addAll(scores, found, weight * rarity(static_cast<std::int64_t>(found.size()), all));
}

// The expression for any of these forms, each as it is.
std::string anyOf(std::vector<std::string> forms) {
    QueryTerm term;
    term.phrase = true;
    term.text = std::move(forms.front());
    term.expansions.assign(std::next(forms.begin()), forms.end());
    return ftsExpression(term);
}

std::vector<std::string> titleWords(const std::string& titles) {
    std::vector<std::string> words;
    std::set<std::string> seen;
    const auto take = [&](const IndexToken& token) {
        if (token.text.size() > 1 && seen.insert(std::string(token.text)).second)
            words.emplace_back(token.text);
        return words.size() < wordsLooked ? 0 : 1;
    };
    forEachToken(titles, TokenMode::Query, take);
    return words;
}

bool isLetter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

// How often a folded name stands in a folded text; a Latin one only as a whole word.
int occurrences(const std::u32string& text, const std::u32string& name) {
    int count = 0;
    for (std::size_t at = text.find(name); !name.empty() && at != std::u32string::npos;
         at = text.find(name, at + name.size())) {
        const std::size_t end = at + name.size();
        const bool cutBefore = at > 0 && isLetter(text[at - 1]) && isLetter(name.front());
        const bool cutBehind = end < text.size() && isLetter(text[end]) && isLetter(name.back());
        count += !cutBefore && !cutBehind;
    }
    return count;
}

std::vector<std::string> formsOf(const GlossaryEntry& entry) {
    std::vector<std::string> forms;
    for (const std::string* const form : {&entry.english, &entry.traditional, &entry.simplified})
        if (!form->empty() && std::find(forms.begin(), forms.end(), *form) == forms.end())
            forms.push_back(*form);
    forms.insert(forms.end(), entry.aliases.begin(), entry.aliases.end());
    return forms;
}

// The companies, products and terms of the glossary that the text names most, each with all its names: so an
// English article finds the Chinese ones.
std::vector<std::vector<std::string>> namesIn(std::string_view text) {
    const std::u32string folded = foldText(text);
    std::vector<std::pair<int, std::vector<std::string>>> counted;
    for (const GlossaryEntry& entry : glossary()) {
        std::vector<std::string> forms = formsOf(entry);
        int count = 0;
        for (const std::string& form : forms)
            count += occurrences(folded, foldText(form));
        if (count > 1)
            counted.emplace_back(count, std::move(forms));
    }
    std::stable_sort(counted.begin(), counted.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::vector<std::string>> names;
    for (auto& [count, forms] : counted)
        if (names.size() < namesLooked)
            names.push_back(std::move(forms));
    return names;
}

void scoreNamedByPage(Library& library, const Article& article, Scores& scores) {
    Statement named(library, "SELECT id FROM article WHERE title = ? COLLATE NOCASE");
    for (const RelatedArticle& related : article.related) {
        for (named.bind(related.title); named.step();)
            scores[named.integer(0)] += namedByPageWeight;
        named.rewind();
    }
}

} // namespace

std::vector<ArticleRow> ArticleStore::related(ArticleId id, int limit) {
    const StoredArticle stored = load(id);
    const std::int64_t all = queryInteger(m_library, "SELECT articles FROM tally");
    const std::string titles = stored.row.title + '\n' + stored.row.titleEnglish + '\n' +
                               stored.row.titleTraditional + '\n' + stored.row.titleSimplified;
    Scores scores;
    scoreTopics(m_library, id, all, scores);
    for (const std::string& word : titleWords(titles))
        scoreExpression(m_library, anyOf({word}), all, wordWeight, scores);
    for (std::vector<std::string>& name : namesIn(stored.article.text))
        scoreExpression(m_library, anyOf(std::move(name)), all, nameWeight, scores);
    scoreNamedByPage(m_library, stored.article, scores);
    scores.erase(id);

    std::vector<std::pair<double, ArticleId>> ranked;
    for (const auto& [article, score] : scores)
        if (score >= leastScore)
            ranked.emplace_back(score, article);
    const auto shown = std::min(ranked.size(), static_cast<std::size_t>(std::max(limit, 0)));
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(shown), ranked.end(),
                      std::greater<>());
    std::vector<ArticleId> best;
    for (std::size_t i = 0; i < shown; ++i)
        best.push_back(ranked[i].second);
    return readArticleRows(m_library, best);
}

} // namespace parallax::data
