// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/check_article.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"
#include "data/article/fingerprint.h"
#include "data/check/check_article_relations.h"
#include "data/check/rules.h"
#include "data/quantity/taiwan_dollar.h"

namespace parallax::data {
namespace {

bool isRead(BlockKind kind) {
    switch (kind) {
    case BlockKind::Table:
    case BlockKind::Code:
    case BlockKind::Question: // asks, states nothing
        return false;
    case BlockKind::RelatedEntry:
        return true;
    default:
        return isContent(kind);
    }
}

// Without the mark of a cut: "…", "...".
std::string_view withoutCutEnd(std::string_view text) {
    text = trim(text);
    for (const std::string_view mark : {"…", "..."})
        while (text.ends_with(mark))
            text.remove_suffix(mark.size());
    return trim(text);
}

constexpr std::size_t shortestRepeat = 60; // bytes; a shorter one may be chance

// Blocks that are a copy of another one, or of its beginning: a cut answer, a teaser, a repeated lead.
std::unordered_map<int, int> findRepeats(const Article& article) {
    std::unordered_map<int, int> repeats;
    std::unordered_map<std::string_view, std::vector<int>> byBeginning;
    const auto beginning = [](std::string_view text) { return text.substr(0, shortestRepeat); };
    constexpr std::size_t mostAlike = 16;
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
        const Block& block = article.blocks[i];
        const std::string_view text = withoutCutEnd(block.text);
        if (block.kind == BlockKind::Table || text.size() < shortestRepeat)
            continue;
        auto& alike = byBeginning[beginning(text)];
        for (const int other : alike) {
            const std::string_view longer = article.blocks[static_cast<std::size_t>(other)].text;
            if (longer.starts_with(text)) {
                repeats.emplace(static_cast<int>(i), other);
                break;
            }
        }
        if (alike.size() < mostAlike)
            alike.push_back(static_cast<int>(i));
    }
    return repeats;
}

ReadArticle readWith(const Article& article, std::vector<TypedTable> tables) {
    ReadArticle read;
    read.article = &article;
    read.context = tableContextOf(article);
    read.tables = std::move(tables);
    if (read.tables.size() != article.tables.size()) {
        read.tables.clear();
        for (const Table& table : article.tables)
            read.tables.push_back(typeTable(table, read.context));
    }
    read.names = std::make_shared<const Names>(read.tables);
    const std::unordered_map<int, int> repeats = findRepeats(article);
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
        const Block& block = article.blocks[i];
        if (!isRead(block.kind))
            continue;
        QuantityContext context;
        context.language = block.language == Language::Unknown ? article.language : block.language;
        context.documentMonth = read.context.documentMonth;
        context.taiwanese = read.context.taiwanese;
        ReadBlock figures{static_cast<int>(i), parseQuantities(block.text, context)};
        ReadText text = readText(article, figures.block, figures.quantities, *read.names);
        text.ofOther = block.kind == BlockKind::RelatedEntry;
        if (const auto found = repeats.find(figures.block); found != repeats.end())
            text.repeats = found->second;
        if (!figures.quantities.empty() && text.repeats < 0) {
            text.figures = static_cast<int>(read.blocks.size());
            read.blocks.push_back(std::move(figures));
        }
        read.texts.push_back(std::move(text));
    }
    return read;
}

void checkRepeats(const ReadArticle& read, std::vector<Check>& out) {
    for (const ReadText& text : read.texts) {
        if (text.repeats < 0)
            continue;
        const Article& article = *read.article;
        Check check = wordCheck(Rule::TextPrefix, true, "repeats-beginning");
        const Block& copy = article.blocks[static_cast<std::size_t>(text.block)];
        check.statement.push_back(evidenceOf(article, text, {0, copy.text.size()}));
        const Block& original = article.blocks[static_cast<std::size_t>(text.repeats)];
        Evidence whole;
        whole.block = text.repeats;
        whole.span = original.span;
        whole.quote = original.text.substr(0, withoutCutEnd(copy.text).size());
        check.statement.push_back(std::move(whole));
        out.push_back(std::move(check));
    }
}

// What is said, by its words and, of a cell, its row and column; never where in the document it stands.
std::string fingerprintOf(const Article& article, const Check& check) {
    std::uint64_t value = hash(0xCBF29CE484222325ULL, ruleName(check.rule));
    for (const Evidence& evidence : check.statement) {
        value = hash(value, toUtf8(foldedWords(evidence.quote)));
        if (evidence.table < 0 || static_cast<std::size_t>(evidence.table) >= article.tables.size())
            continue;
        const Table& table = article.tables[static_cast<std::size_t>(evidence.table)];
        const auto row = static_cast<std::size_t>(std::max(evidence.row, 0));
        if (evidence.row >= 0 && row < table.rows.size() && !table.rows[row].empty())
            value = hash(value, toUtf8(foldedWords(table.rows[row][0].text)));
        const auto column = static_cast<std::size_t>(std::max(evidence.column, 0));
        if (evidence.column >= 0 && column < table.header.size())
            value = hash(value, toUtf8(foldedWords(table.header[column].text)));
    }
    return hexOf(value);
}

} // namespace

TableContext tableContextOf(const Article& article) {
    TableContext context;
    context.language = article.language;
    context.documentMonth = article.archiveMonth;
    if (context.documentMonth.empty() && article.published.earliest.size() >= 7)
        context.documentMonth = article.published.earliest.substr(0, 7);
    context.taiwanese = speaksOfTaiwanDollars(article.text);
    return context;
}

const std::vector<Quantity>& figuresOf(const ReadArticle& article, const ReadText& text) {
    static const std::vector<Quantity> none;
    return text.figures < 0 ? none : article.blocks[static_cast<std::size_t>(text.figures)].quantities;
}

ReadArticle readArticle(const Article& article) {
    return readWith(article, {});
}

ReadArticle readArticle(const Article& article, std::vector<TypedTable> tables) {
    return readWith(article, std::move(tables));
}

std::vector<Check> checkArticle(const ReadArticle& article) {
    std::vector<Check> checks;
    checkTables(article, checks);
    checkRelations(article, checks);
    checkSentences(article, checks);
    checkWording(article, checks);
    checkRepeats(article, checks);
    std::ranges::stable_sort(checks, [](const Check& a, const Check& b) {
        const auto place = [](const Check& check) {
            return check.statement.empty() ? std::size_t{0} : check.statement.front().span.begin;
        };
        return std::pair(place(a), a.rule) < std::pair(place(b), b.rule);
    });
    // The same words twice are one statement; two rows of a table may well look alike.
    std::unordered_map<std::string, int> seen;
    std::vector<Check> kept;
    for (Check& check : checks) {
        check.fingerprint = fingerprintOf(*article.article, check);
        const int before = seen[check.fingerprint]++;
        const bool ofTable = !check.statement.empty() && check.statement.front().table >= 0;
        if (before > 0 && !ofTable)
            continue;
        if (before > 0)
            check.fingerprint += '-' + std::to_string(before + 1);
        kept.push_back(std::move(check));
    }
    return kept;
}

} // namespace parallax::data
