// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "data/check/rules.h"
#include "data/check/wording.h"

namespace parallax::data {
namespace {

CueSet cuesIn(std::string_view text) {
    CueSet cues;
    for (const Mention& mention : mentionsOf(text, wordIndex()))
        cues.add(mention.sense.cues);
    return cues;
}

// The owners of the names in a text: {Microsoft, Amazon, Oracle} of "Azure + AWS + Oracle".
std::set<std::string> partiesIn(const Names& names, std::string_view text) {
    std::set<std::string> parties;
    for (const WordIndex* const index : {&wordIndex(), &names.own()})
        for (const Mention& mention : mentionsOf(text, *index))
            if (mention.sense.name >= 0 && names.isParty(mention.sense.name))
                parties.insert(names.ownerAt(mention.sense.name));
    return parties;
}

// "exclusive", "single-cloud", 獨家; not "ended", "non-exclusive", "exclusive training only".
bool claimsOnlyOne(std::string_view text) {
    const CueSet cues = cuesIn(text);
    constexpr std::size_t longestLabel = 48;
    return cues.has(Cue::Exclusive) && !cues.hasAny({Cue::Ended, Cue::Negation}) &&
           text.size() <= longestLabel;
}

// Some row of the column lists several.
bool holdsLists(const TypedTable& table, int column) {
    const auto at = static_cast<std::size_t>(column);
    return std::ranges::any_of(
        table.cells, [&](const auto& row) { return at < row.size() && row[at].entities.size() >= 2; });
}

void checkRows(const ReadArticle& read, int index, std::vector<Check>& out) {
    const Article& article = *read.article;
    const Table& source = article.tables[static_cast<std::size_t>(index)];
    const TypedTable& table = read.tables[static_cast<std::size_t>(index)];
    for (std::size_t row = 0; row < source.rows.size(); ++row) {
        std::vector<int> exclusive;
        int list = -1;
        std::size_t partners = 0;
        std::vector<std::pair<int, std::set<std::string>>> sets;
        for (std::size_t c = 0; c < source.rows[row].size() && c < table.columns.size(); ++c) {
            const std::string_view text = wordsOf(source, table, row, c);
            if (text.empty() || table.columns[c].role == ColumnRole::Label)
                continue;
            if (claimsOnlyOne(text))
                exclusive.push_back(static_cast<int>(c));
            const std::set<std::string> parties = partiesIn(*read.names, text);
            const bool isList = row < table.cells.size() && c < table.cells[row].size() &&
                                table.cells[row][c].entities.size() >= 2;
            if (isList && parties.size() >= 2 && !claimsOnlyOne(text) && parties.size() > partners) {
                list = static_cast<int>(c);
                partners = parties.size();
            } else if (list < 0 && parties.size() == 1 && !claimsOnlyOne(text) &&
                       foldedWords(text).size() <= 24) {
                list = static_cast<int>(c);
                partners = 1;
            }
            if (parties.size() >= 2)
                sets.emplace_back(static_cast<int>(c), parties);
        }
        const int rowIndex = static_cast<int>(row);
        if (!exclusive.empty() && list >= 0 && (partners > 1 || holdsLists(table, list))) {
            Check check =
                wordCheck(Rule::Logic, partners == 1, "exclusive-with-several", {std::to_string(partners)});
            check.face = static_cast<double>(partners);
            check.statement.push_back(cellEvidence(article, index, rowIndex, exclusive.front()));
            check.statement.push_back(cellEvidence(article, index, rowIndex, list));
            for (std::size_t k = 1; k < exclusive.size(); ++k)
                check.statement.push_back(cellEvidence(article, index, rowIndex, exclusive[k]));
            out.push_back(std::move(check));
        }
        // Two cells that list the same parties, a product counting for its owner.
        for (std::size_t a = 0; a + 1 < sets.size(); ++a)
            if (sets[a].second == sets[a + 1].second) {
                Check check = wordCheck(Rule::SameFact, true, "same-list");
                check.statement.push_back(cellEvidence(article, index, rowIndex, sets[a].first));
                check.statement.push_back(cellEvidence(article, index, rowIndex, sets[a + 1].first));
                out.push_back(std::move(check));
            }
    }
}

// A column that promises a change and gives reasons: their word against the row's change.
void checkReasons(const ReadArticle& read, int index, std::vector<Check>& out) {
    const Article& article = *read.article;
    const TableWords words(read, index);
    const TypedTable& table = words.table();
    if (words.baseColumn() < 0 || words.nextColumn() < 0)
        return;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].role != ColumnRole::Text && table.columns[c].role != ColumnRole::Note)
            continue;
        for (std::size_t row = 0; row < table.cells.size(); ++row) {
            const std::string_view text =
                wordsOf(article.tables[static_cast<std::size_t>(index)], table, row, c);
            const auto mentions = mentionsOf(text, wordIndex());
            // Only a word that opens the cell speaks of the row itself.
            if (mentions.empty() || mentions.front().span.begin != 0)
                continue;
            const CueSet cues = mentions.front().sense.cues;
            const auto change = words.changeOf(static_cast<int>(row));
            if (!change || cues.has(Cue::Rise) == cues.has(Cue::Fall))
                continue;
            const double base = faceOfQuantity(*change->first);
            const double next = faceOfQuantity(*change->second);
            if (base == next)
                continue;
            Check check =
                wordCheck(Rule::Direction, (next > base) == cues.has(Cue::Rise), "against-direction");
            const int rowIndex = static_cast<int>(row);
            check.statement.push_back(cellEvidence(article, index, rowIndex, static_cast<int>(c)));
            check.statement.push_back(cellEvidence(article, index, rowIndex, words.nextColumn()));
            check.statement.push_back(cellEvidence(article, index, rowIndex, words.baseColumn()));
            out.push_back(std::move(check));
        }
    }
}

} // namespace

void checkLogic(const ReadArticle& article, std::vector<Check>& out) {
    for (std::size_t i = 0; i < article.tables.size(); ++i) {
        constexpr std::size_t mostRows = 2000; // longer tables are data, not statements
        if (article.tables[i].cells.size() > mostRows)
            continue;
        checkRows(article, static_cast<int>(i), out);
        checkReasons(article, static_cast<int>(i), out);
    }
}

} // namespace parallax::data
