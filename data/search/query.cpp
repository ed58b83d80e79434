// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/search/query.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/article/fold_table.h"
#include "data/article/glossary_index.h"
#include "data/search/expansion.h"
#include "data/search/frequent.h"

namespace parallax::data {
namespace {

// More than anyone types; what lies beyond is not looked for.
constexpr std::size_t characterLimit = 1000;
constexpr std::size_t termLimit = 32;
constexpr std::size_t wordsOfAName = 4;

// Folded, so that 標題 and 标题 are one. "text" and 正文 name the body.
constexpr std::array<std::pair<std::u32string_view, SearchField>, 32> fieldNames = {{
    {U"title", SearchField::Title},       {U"标题", SearchField::Title},    {U"题目", SearchField::Title},
    {U"summary", SearchField::Summary},   {U"摘要", SearchField::Summary},  {U"body", SearchField::Body},
    {U"text", SearchField::Body},         {U"正文", SearchField::Body},     {U"内文", SearchField::Body},
    {U"table", SearchField::Table},       {U"表格", SearchField::Table},    {U"表", SearchField::Table},
    {U"note", SearchField::Note},         {U"notes", SearchField::Note},    {U"笔记", SearchField::Note},
    {U"注记", SearchField::Note},         {U"批注", SearchField::Note},     {U"source", SearchField::Source},
    {U"来源", SearchField::Source},       {U"出处", SearchField::Source},   {U"topic", SearchField::Topic},
    {U"主题", SearchField::Topic},        {U"话题", SearchField::Topic},    {U"tag", SearchField::Tag},
    {U"标签", SearchField::Tag},          {U"标记", SearchField::Tag},      {U"lang", SearchField::Language},
    {U"language", SearchField::Language}, {U"语言", SearchField::Language}, {U"month", SearchField::Month},
    {U"月份", SearchField::Month},        {U"月", SearchField::Month},
}};

bool isBlank(char32_t c) {
    return c <= 0x20 || c == 0x7F || c == 0x3000 || fold(c) == U' ';
}

// The closing partner of an opening quotation mark, 0 for any other character.
char32_t closingQuote(char32_t c) {
    switch (c) {
    case U'"':
    case U'\uFF02':
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
        return U'"';
    case U'\u300C':
        return U'\u300D';
    case U'\u300E':
        return U'\u300F';
    case U'\u00AB':
        return U'\u00BB';
    default:
        return 0;
    }
}

bool closes(char32_t c, char32_t closing) {
    return c == closing || (closing == U'"' && closingQuote(c) == U'"');
}

class Parser {
  public:
    Parser(std::u32string text, bool asYouType)
        : m_text(std::move(text))
        , m_asYouType(asYouType) {}

    void parse(Query& query) {
        while (m_at < m_text.size() && m_terms < termLimit)
            item();
        if (m_operators)
            query.understood = written();
        joinNames();
        dropFunctionWords();
        for (auto& group : m_groups)
            for (QueryTerm& term : group)
                if (!isOfArticle(term.field))
                    term.expansions = expansionsOf(term.text);
        query.groups = std::move(m_groups);
        query.unknownFields = std::move(m_unknownFields);
    }

  private:
    char32_t peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : U'\0';
    }

    void item() {
        const char32_t c = peek();
        if (isBlank(c)) {
            ++m_at;
        } else if (fold(c) == U'|') {
            ++m_at;
            m_or = !m_groups.empty();
        } else if (isOperatorAt(m_at, U"OR")) {
            m_at += 2;
            m_or = !m_groups.empty();
        } else if (isOperatorAt(m_at, U"AND") && !m_groups.empty()) {
            m_at += 3;
            m_operators = true;
        } else if (isOperatorAt(m_at, U"NOT") && wordFollows(m_at + 3)) {
            m_at += 3;
            m_not = m_operators = true;
        } else {
            term();
        }
    }

    // OR, AND, NOT in capitals, standing alone.
    bool isOperatorAt(std::size_t at, std::u32string_view word) const {
        return std::u32string_view(m_text).substr(at).starts_with(word) &&
               (at + word.size() >= m_text.size() || isBlank(m_text[at + word.size()]));
    }
    std::size_t skipBlanks(std::size_t at) const {
        while (at < m_text.size() && isBlank(m_text[at]))
            ++at;
        return at;
    }
    bool wordFollows(std::size_t at) const { return skipBlanks(at) < m_text.size(); }
    bool orFollows(std::size_t at) const {
        at = skipBlanks(at);
        return at < m_text.size() && (fold(m_text[at]) == U'|' || isOperatorAt(at, U"OR"));
    }

    // The query as it was understood, with - for NOT and nothing for AND.
    std::string written() const {
        std::string all;
        for (const auto& group : m_groups)
            for (const QueryTerm& term : group) {
                if (!all.empty())
                    all += &term == &group.front() ? " " : " OR ";
                all += term.excluded ? "-" : "";
                for (const auto& [name, field] : fieldNames)
                    if (field == term.field) {
                        all += toUtf8(name) + ':';
                        break;
                    }
                const bool quotes = term.phrase || (term.excluded && isMixed(toUtf32(term.text)));
                all += quotes ? '"' + term.text + '"' : term.text;
                all += term.prefix && !m_asYouType ? "*" : "";
            }
        return all;
    }

    void term() {
        QueryTerm term;
        term.excluded = std::exchange(m_not, false);
        takeMinus(term);
        term.field = field();
        if (term.field != SearchField::Any && takeMinus(term)) // title:-word, too
            m_operators = true;
        const char32_t closing = closingQuote(peek());
        if (closing != 0)
            quoted(std::move(term), closing);
        else
            word(std::move(term));
    }

    bool takeMinus(QueryTerm& term) {
        const bool is = fold(peek()) == U'-' && m_at + 1 < m_text.size() && !isBlank(peek(1));
        if (is) {
            term.excluded = true;
            ++m_at;
        }
        return is;
    }

    // The field named before a colon; the place moves behind the colon only when there is one.
    SearchField field() {
        for (const auto& [name, field] : fieldNames) {
            if (m_at + name.size() >= m_text.size() || fold(m_text[m_at + name.size()]) != U':')
                continue;
            bool same = true;
            for (std::size_t i = 0; i < name.size() && same; ++i)
                same = fold(m_text[m_at + i]) == name[i];
            if (!same)
                continue;
            m_at += name.size() + 1;
            m_at = skipBlanks(m_at);
            return field;
        }
        return SearchField::Any;
    }

    void quoted(QueryTerm term, char32_t closing) {
        const std::size_t begin = ++m_at;
        while (m_at < m_text.size() && !closes(m_text[m_at], closing))
            ++m_at;
        term.phrase = true;
        const bool open = m_at >= m_text.size(); // its last word is still being typed
        add(std::move(term), std::u32string_view(m_text).substr(begin, m_at - begin), m_asYouType && open);
        ++m_at;
    }

    void word(QueryTerm term) {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !isBlank(peek()) && closingQuote(peek()) == 0 && fold(peek()) != U'|')
            ++m_at;
        const auto text = std::u32string_view(m_text).substr(begin, m_at - begin);
        const bool last = m_at >= m_text.size();
        if (term.field == SearchField::Any)
            noteUnknownField(text);
        // Names of sources, topics and tags are compared whole. What is excluded or an alternative is one
        // thing: -AI伺服器 are servers for AI and no others.
        const bool whole = isOfArticle(term.field) || term.excluded || m_or || orFollows(m_at);
        std::size_t from = 0;
        for (std::size_t at = 1; !whole && at < text.size(); ++at)
            if (splitsAt(text, from, at)) {
                add(term, text.substr(from, at - from), false);
                from = at;
            }
        // "clou*" is the beginning of a word, as the last one is while it is typed.
        auto rest = text.substr(from);
        const bool begins = !isOfArticle(term.field) && rest.size() > 1 && fold(rest.back()) == U'*';
        while (begins && !rest.empty() && fold(rest.back()) == U'*')
            rest.remove_suffix(1);
        add(std::move(term), rest, begins || (m_asYouType && last));
    }

    // "price:" of price:5, for a hint where nothing is found. Of an address the name is no field.
    void noteUnknownField(std::u32string_view text) {
        constexpr std::size_t longest = 20;
        std::size_t at = 0;
        while (at < text.size() && at <= longest &&
               FoldTable::get().at(text[at]).wordClass != WordClass::None &&
               FoldTable::get().at(text[at]).wordClass != WordClass::Digit)
            ++at;
        if (at < 2 || at > longest || at >= text.size() || fold(text[at]) != U':' ||
            text.substr(at + 1).starts_with(U"//"))
            return;
        const std::string name = toUtf8(text.substr(0, at));
        if (std::ranges::find(m_unknownFields, name) == m_unknownFields.end())
            m_unknownFields.push_back(name);
    }

    static bool isMixed(std::u32string_view text) {
        for (std::size_t at = 1; at < text.size(); ++at)
            if (splitsAt(text, 0, at))
                return true;
        return false;
    }

    // A Latin word of two characters or more and a Chinese run typed without a blank are two words (AI晶片,
    // 雲端AWS); figures with their units (130億, 4月) and single letters (A股) stay with what follows.
    static bool splitsAt(std::u32string_view text, std::size_t from, std::size_t at) {
        const auto classOf = [](char32_t c) { return FoldTable::get().at(c).wordClass; };
        const bool before = classOf(text[at - 1]) == WordClass::Unspaced;
        const bool after = classOf(text[at]) == WordClass::Unspaced;
        if (before == after)
            return false;
        std::size_t length = 0, letters = 0;
        const auto count = [&](char32_t c) {
            if (classOf(c) == WordClass::Unspaced)
                return false;
            ++length;
            letters += classOf(c) == WordClass::Letter ? 1U : 0U;
            return true;
        };
        if (after) {
            for (std::size_t i = at; i > from && count(text[i - 1]);)
                --i;
        } else {
            for (std::size_t i = at; i < text.size() && count(text[i]);)
                ++i;
        }
        return length >= 2 && letters >= 1;
    }

    void add(QueryTerm term, std::u32string_view text, bool prefix) {
        if (text.empty() || m_terms >= termLimit)
            return;
        term.text = toUtf8(text);
        term.prefix = prefix;
        if (searchForms(term).empty())
            return; // punctuation only: nothing to look for
        ++m_terms;
        const bool joins = m_or && !term.excluded && !m_groups.back().front().excluded;
        m_or = false;
        if (joins)
            m_groups.back().push_back(std::move(term));
        else
            m_groups.push_back({std::move(term)});
    }

    static bool isPlainWord(const std::vector<QueryTerm>& group) {
        return group.size() == 1 && group[0].field == SearchField::Any && !group[0].excluded &&
               !group[0].phrase;
    }

    // Words that together are one name of the glossary (data center) become one term, so that it is looked
    // for under its other names too.
    void joinNames() {
        for (std::size_t begin = 0; begin + 1 < m_groups.size(); ++begin)
            for (std::size_t count = std::min(wordsOfAName, m_groups.size() - begin); count >= 2; --count)
                if (joinAt(begin, count))
                    break;
    }

    bool joinAt(std::size_t begin, std::size_t count) {
        std::string name;
        for (std::size_t i = begin; i < begin + count; ++i) {
            if (!isPlainWord(m_groups[i]) || (m_groups[i][0].prefix && i + 1 < begin + count))
                return false;
            name += (name.empty() ? "" : " ") + m_groups[i][0].text;
        }
        if (!isGlossaryName(glossaryKey(name)))
            return false;
        QueryTerm joined = m_groups[begin + count - 1][0];
        joined.text = name;
        const auto first = m_groups.begin() + static_cast<std::ptrdiff_t>(begin);
        *first = {std::move(joined)};
        m_groups.erase(first + 1, first + static_cast<std::ptrdiff_t>(count));
        return true;
    }

    // "price of inference" means price and inference. Capitals are left (IT), as is a word still being typed.
    void dropFunctionWords() {
        const auto isFunction = [](const std::vector<QueryTerm>& group) {
            return isPlainWord(group) && !group[0].prefix && isFunctionWord(group[0].text);
        };
        const bool others = std::ranges::any_of(
            m_groups, [&](const auto& group) { return !isFunction(group) && !group[0].excluded; });
        if (others)
            std::erase_if(m_groups, isFunction);
    }

    std::u32string m_text;
    bool m_asYouType;
    std::size_t m_at = 0;
    std::size_t m_terms = 0;
    bool m_or = false;        // the next term is an alternative of the last group
    bool m_not = false;       // the next term is excluded
    bool m_operators = false; // AND or NOT stood somewhere
    std::vector<std::string> m_unknownFields;
    std::vector<std::vector<QueryTerm>> m_groups;
};

std::string_view columnOf(SearchField field) {
    switch (field) {
    case SearchField::Title:
        return "title";
    case SearchField::Summary:
        return "summary";
    case SearchField::Body:
        return "body";
    case SearchField::Table:
        return "cells";
    case SearchField::Note:
        return "note";
    default:
        return {};
    }
}

// One of the characters that the index has by themselves: no gathering of the pairs that begin with it.
bool isIndexedAlone(const std::string& text) {
    const std::u32string folded = foldText(text);
    return folded.size() == 1 && frequentNumber(folded[0]) != 0;
}

// As an FTS5 string: quotes doubled, no NUL (which would end the expression).
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += "\"\"";
        else
            out.push_back(c == '\0' ? ' ' : c);
    }
    return out + '"';
}

} // namespace

Query parseQuery(std::string_view text, bool asYouType) {
    Query query;
    query.text = repairUtf8(text);
    std::u32string characters = toUtf32(query.text);
    if (characters.size() > characterLimit)
        characters.resize(characterLimit);
    Parser(std::move(characters), asYouType).parse(query);
    return query;
}

std::string ftsExpression(const QueryTerm& term) {
    std::string out;
    for (const SearchForm& form : searchForms(term)) {
        if (!out.empty())
            out += " OR ";
        out += quoted(form.text);
        if (form.prefix && !isIndexedAlone(form.text))
            out += '*';
    }
    const std::string_view column = columnOf(term.field);
    if (!out.empty() && !column.empty())
        return '"' + std::string(column) + "\" : (" + out + ')';
    return out.empty() ? out : '(' + out + ')';
}

} // namespace parallax::data
