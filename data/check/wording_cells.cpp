// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_set>

#include "base/utf8.h"
#include "data/check/clause.h"
#include "data/check/rules.h"
#include "data/check/wording.h"

// Figures and labels of sentences that a cell of a table states too.
namespace parallax::data {
namespace {

constexpr std::size_t mostRows = 64; // of tables that sentences quote

// Words of a label that must all stand in a sentence that speaks of its row: "median", "latency".
std::vector<std::u32string> labelWords(std::string_view label) {
    for (const std::string_view open : {"(", "（"})
        if (const std::size_t at = label.find(open); at != std::string_view::npos && at > 0)
            label = label.substr(0, at);
    std::vector<std::u32string> words;
    std::u32string word;
    for (const char32_t c : foldedWords(label) + U" ") {
        if (c != U' ') {
            word.push_back(c);
            continue;
        }
        if (!word.empty())
            words.push_back(word);
        word.clear();
    }
    return words;
}

bool holdsWord(std::u32string_view text, std::u32string_view word) {
    const auto isLetter = [](char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9'); };
    for (std::size_t at = text.find(word); at != std::u32string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !isLetter(text[at - 1]) || !isLetter(word.front())) &&
            (end == text.size() || !isLetter(text[end]) || !isLetter(word.back())))
            return true;
    }
    return false;
}

// "Azure has a median latency of ~1.5 seconds" against the cell of that measure and that cloud.
void checkCells(const TextView& view, const Sentence& sentence, std::size_t tableIndex,
                std::vector<Check>& out) {
    const ReadArticle& read = view.read;
    const TypedTable& table = read.tables[tableIndex];
    const std::u32string words = foldedWords(view.words(sentence.span));
    for (std::size_t row = 0; row < std::min(table.cells.size(), mostRows); ++row) {
        const std::vector<std::u32string> label =
            labelWords(row < table.rowLabels.size() ? table.rowLabels[row] : std::string());
        if (label.empty() || !std::ranges::all_of(label, [&](const auto& w) { return holdsWord(words, w); }))
            continue;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const Quantity* const cell = levelOf(table, row, c);
            const std::string& subject = table.columns[c].subject;
            if (cell == nullptr || subject.empty() || !holdsWord(words, foldedWords(subject)))
                continue;
            // One figure of that unit, or nobody knows which is meant.
            int figure = -1;
            int alike = 0;
            for (std::size_t i = sentence.begin; i < sentence.end; ++i)
                if (view.text.tokens[i].figure >= 0 && isLevelFigure(view.figureAt(i)) &&
                    view.figureAt(i).dimension == cell->dimension && view.figureAt(i).unit == cell->unit) {
                    figure = view.text.tokens[i].figure;
                    ++alike;
                }
            if (alike != 1)
                continue;
            const Table& source = read.article->tables[tableIndex];
            Check check =
                checkSameFact(view.operand(figure), operandOf(*cell, wordsOf(source, table, row, c)));
            if (check.verdict == Verdict::CannotTell)
                continue;
            check.statement.push_back(view.evidence(sentence.span));
            check.statement.push_back(view.figureEvidence(figure));
            check.statement.push_back(cellEvidence(*read.article, static_cast<int>(tableIndex),
                                                   static_cast<int>(row), static_cast<int>(c)));
            if (check.verdict == Verdict::Inconsistent)
                check.reason = "stated-differently";
            out.push_back(std::move(check));
        }
    }
}

// A label worth finding again: "single-cloud", "cloud-agnostic", "custom chip", 不綁雲.
std::vector<std::string> phrasesOf(std::string_view cell) {
    std::vector<std::string> phrases;
    std::string phrase;
    const auto end = [&] {
        const std::string_view text = trim(phrase);
        const bool several =
            text.find(' ') != std::string_view::npos || text.find('-') != std::string_view::npos;
        if (text.size() >= 8 && text.size() <= 40 && (several || static_cast<unsigned char>(text[0]) >= 0x80))
            phrases.emplace_back(text);
        phrase.clear();
    };
    bool note = false;
    for (const char c : cell) {
        if (c == '(')
            note = true;
        if (c == ',' || c == ';') {
            end();
            continue;
        }
        if (!note)
            phrase += c;
        if (c == ')')
            note = false;
    }
    end();
    return phrases;
}

// A takeaway that calls a row what its cell calls it.
void checkLabels(const TextView& view, const Sentence& sentence, std::size_t tableIndex,
                 std::vector<Check>& out) {
    const ReadArticle& read = view.read;
    const TypedTable& table = read.tables[tableIndex];
    const TableWords rows(read, static_cast<int>(tableIndex));
    const std::u32string words = foldedWords(view.words(sentence.span));
    Check check = wordCheck(Rule::SameFact, true, "");
    for (const RowMention& mention : rows.mentions(view.block.text, sentence.span)) {
        const auto row = static_cast<std::size_t>(mention.row);
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            if (table.columns[c].role != ColumnRole::Text && table.columns[c].role != ColumnRole::Note)
                continue;
            const std::string_view cell = wordsOf(read.article->tables[tableIndex], table, row, c);
            for (const std::string& phrase : phrasesOf(cell))
                if (holdsWord(words, foldedWords(phrase)) && check.statement.size() < 6) {
                    if (check.statement.empty())
                        check.statement.push_back(view.evidence({mention.span.begin, sentence.span.end}));
                    check.statement.push_back(cellEvidence(*read.article, static_cast<int>(tableIndex),
                                                           mention.row, static_cast<int>(c)));
                }
        }
    }
    if (check.statement.size() >= 2)
        out.push_back(std::move(check));
}

} // namespace

void checkQuotedCells(const ReadArticle& article, std::vector<Check>& out) {
    forEachText(article, [&](const TextView& view) {
        if (view.text.ofOther)
            return;
        for (const Sentence& sentence : view.text.sentences) {
            constexpr std::size_t longest = 400; // tokens
            if (sentence.end - sentence.begin > longest)
                continue;
            const bool figures =
                std::any_of(view.text.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
                            view.text.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.end),
                            [&](const Token& token) { return token.figure >= 0; });
            constexpr std::size_t mostTables = 12;
            for (std::size_t t = 0; figures && t < std::min(article.tables.size(), mostTables); ++t)
                checkCells(view, sentence, t, out);
            if (view.block.kind == BlockKind::Takeaway && view.block.table >= 0 &&
                static_cast<std::size_t>(view.block.table) < article.tables.size())
                checkLabels(view, sentence, static_cast<std::size_t>(view.block.table), out);
        }
    });
}

} // namespace parallax::data
