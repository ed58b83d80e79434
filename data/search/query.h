// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/article/language.h"

namespace parallax::data {

enum class SearchField { Any, Title, Summary, Body, Table, Note, Source, Topic, Tag, Language, Month };

// A fact of the whole article, not words in one of its blocks.
constexpr bool isOfArticle(SearchField field) {
    return field >= SearchField::Source;
}

// One word or quoted phrase of a query, with the other forms it is also looked for in.
struct QueryTerm {
    std::string text; // as typed, without quotes
    SearchField field = SearchField::Any;
    bool excluded = false;               // -word
    bool phrase = false;                 // "…"
    bool prefix = false;                 // begins the words that are meant: clou*, or the last while typing
    std::vector<std::string> expansions; // OpenCC forms and glossary (NVIDIA, 輝達, 英伟达), without
                                         // `text`; an excluded word is excluded under all of them
};

struct Query {
    std::string text;                           // as typed
    std::vector<std::vector<QueryTerm>> groups; // all groups must match; within a group any term (OR)
    std::string understood;                 // AND and NOT as they were read, cloud -"AI晶片"; else empty
    std::vector<std::string> unknownFields; // "price" of price:5, which was looked for as words
    bool empty() const { return groups.empty(); }
};

// Understands words, beginnings of words (clou*), "phrases", -word, NOT word, field:word (title, summary,
// body, table, note, source, topic, tag, lang, month and their Chinese names), OR, and AND, which is what
// stands between words anyhow. Words of grammar (of, the) beside others are left out. Anything else is taken
// as words: no input is an error.
Query parseQuery(std::string_view text, bool asYouType = false);

// The FTS5 expression of one term (expansions joined with OR); quoting is ours, so no FTS syntax of the
// person's can reach SQLite. Empty when the term has nothing to look for (punctuation only).
std::string ftsExpression(const QueryTerm& term);

} // namespace parallax::data
