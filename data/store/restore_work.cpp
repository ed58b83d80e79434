// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/restore_work.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "data/store/statement.h"

namespace parallax::data {
namespace {

struct MarkedArticle {
    std::string uid, key;
    bool starred = false, read = false;
    std::set<std::string> tags; // in small letters: a tag's name is the same in either
};

std::vector<MarkedArticle> markedArticles(Library& library, const std::set<std::int64_t>& leftOut = {}) {
    std::map<ArticleId, MarkedArticle> articles;
    for (Statement row(library, "SELECT id, uid, key, starred, unread FROM article"); row.step();)
        articles[row.integer(0)] = {row.text(1), row.text(2), row.number(3) != 0, row.number(4) == 0, {}};
    for (Statement row(library, "SELECT article_id, lower(tag.name), tag.id FROM article_tag "
                                "JOIN tag ON tag.id = article_tag.tag_id");
         row.step();)
        if (const auto article = articles.find(row.integer(0));
            article != articles.end() && !leftOut.contains(row.integer(2)))
            article->second.tags.insert(row.text(1));
    std::vector<MarkedArticle> all;
    all.reserve(articles.size());
    for (auto& [id, article] : articles)
        all.push_back(std::move(article));
    return all;
}

std::map<std::string, std::string> textsOf(Library& library, std::string_view sql) {
    std::map<std::string, std::string> texts;
    for (Statement row(library, sql); row.step();)
        texts.emplace(row.text(0), row.text(1));
    return texts;
}

std::int64_t missingIn(Library& other, Library& one, std::string_view sql) {
    const auto there = textsOf(other, sql);
    const auto here = textsOf(one, sql);
    return std::ranges::count_if(here, [&](const auto& text) { return !there.contains(text.first); });
}

constexpr std::string_view searchesSql = "SELECT name, query FROM saved_search";

} // namespace

AnalystWork workMissingIn(Library& other, Library& one, const std::set<std::int64_t>& leftOut) {
    const std::vector<MarkedArticle> there = markedArticles(other);
    std::unordered_map<std::string_view, const MarkedArticle*> byUid, byKey;
    for (const MarkedArticle& article : there) {
        byUid.emplace(article.uid, &article);
        byKey.emplace(article.key, &article);
    }
    AnalystWork work;
    for (const MarkedArticle& article : markedArticles(one, leftOut)) {
        static const MarkedArticle unknown;
        const auto uid = byUid.find(article.uid);
        const auto key = byKey.find(article.key);
        const MarkedArticle& same = uid != byUid.end()   ? *uid->second
                                    : key != byKey.end() ? *key->second
                                                         : unknown;
        work.stars += article.starred && !same.starred ? 1 : 0;
        work.read += article.read && !same.read ? 1 : 0;
        work.tagged +=
            std::ranges::count_if(article.tags, [&](const auto& tag) { return !same.tags.contains(tag); });
    }
    work.tags = missingIn(other, one, "SELECT lower(name), name FROM tag");
    work.searches = missingIn(other, one, searchesSql);
    work.notes = missingIn(other, one, "SELECT uid, '' FROM note");
    return work;
}

std::int64_t searchesThatDiffer(Library& one, Library& other) {
    const auto there = textsOf(other, searchesSql);
    return std::ranges::count_if(textsOf(one, searchesSql), [&](const auto& search) {
        const auto same = there.find(search.first);
        return same != there.end() && same->second != search.second;
    });
}

} // namespace parallax::data
