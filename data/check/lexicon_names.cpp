// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/utf8.h"
#include "data/check/text.h"

namespace parallax::data {
namespace {

constexpr std::size_t longestName = 24;   // code points
constexpr std::size_t mostOwnNames = 512; // of one article: a hostile table has a million labels

// "Others (Oracle, etc.)" → "Others"; "Larkfield AI（虛構）" → "Larkfield AI".
std::string_view withoutNote(std::string_view written) {
    for (const std::string_view open : {"(", "（"})
        if (const std::size_t at = written.find(open); at != std::string_view::npos && at > 0)
            written = written.substr(0, at);
    return trim(written);
}

// A label that may be a name: no figure in it, no word of the lexicon, and in Latin letters a capital first.
bool mayBeName(std::string_view written, const std::u32string& folded) {
    if (folded.empty() || folded.size() > longestName)
        return false;
    bool letters = false;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const WordIndex::Hit hit = wordIndex().longestAt(folded, i);
        const bool begins = i == 0 || folded[i - 1] == U' ' || isHan(folded[i]);
        if (begins && hit.length > 0 && hit.sense.name < 0 && !(isHan(folded[i]) && hit.length < 2))
            return false;
        if ((folded[i] >= U'0' && folded[i] <= U'9') || folded[i] == U'%' || folded[i] == U'$')
            return false;
        letters = letters || isHan(folded[i]) || (folded[i] >= U'a' && folded[i] <= U'z');
    }
    if (!letters)
        return false;
    if (isHan(folded[0]))
        return folded.size() >= 3 && folded.size() <= 12;
    const auto first = static_cast<unsigned char>(written[0]);
    return first >= 'A' && first <= 'Z' && folded.size() >= 3;
}

} // namespace

Names::Names(const std::vector<TypedTable>& tables) {
    for (const TypedTable& table : tables) {
        for (std::size_t row = 0; row < table.rowLabels.size(); ++row)
            if (row >= table.rowRoles.size() || table.rowRoles[row] == RowRole::Item)
                add(table.rowLabels[row]);
        // Lists of names: one of them is known.
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const auto isKnown = [](const std::string& entity) {
                const std::u32string folded = foldedWords(withoutNote(entity));
                const WordIndex::Hit hit = wordIndex().longestAt(folded, 0);
                return hit.length > 0 && hit.length == folded.size() && hit.sense.name >= 0;
            };
            const bool names = std::ranges::any_of(table.cells, [&](const auto& row) {
                return column < row.size() && std::ranges::any_of(row[column].entities, isKnown);
            });
            for (const auto& row : table.cells)
                if (names && column < row.size() && row[column].quantities.empty())
                    for (const std::string& entity : row[column].entities)
                        add(entity);
        }
        if (m_names.size() >= mostOwnNames)
            return;
    }
}

void Names::add(std::string_view written) {
    const std::string_view name = withoutNote(written);
    std::u32string folded = foldedWords(name);
    if (m_names.size() >= mostOwnNames || std::ranges::find(m_folded, folded) != m_folded.end() ||
        !mayBeName(name, folded))
        return;
    const WordIndex::Hit known = wordIndex().longestAt(folded, 0);
    if (known.length == folded.size() && known.sense.name >= 0)
        return;
    const int id = static_cast<int>(knownNames().size() + m_names.size());
    m_own.add(name, {{}, -1, id});
    m_names.emplace_back(name);
    m_folded.push_back(std::move(folded));
}

const std::string& Names::nameAt(int id) const {
    const auto at = static_cast<std::size_t>(id);
    return at < knownNames().size() ? knownNames()[at].name : m_names[at - knownNames().size()];
}

const std::string& Names::ownerAt(int id) const {
    const auto at = static_cast<std::size_t>(id);
    return at < knownNames().size() ? knownNames()[at].owner : m_names[at - knownNames().size()];
}

bool Names::isParty(int id) const {
    const auto at = static_cast<std::size_t>(id);
    if (at >= knownNames().size())
        return true;
    const std::string& kind = knownNames()[at].kind;
    return kind == "company" || kind == "product";
}

int Names::find(std::string_view written) const {
    const std::u32string folded = foldedWords(withoutNote(written));
    for (const WordIndex* index : {&wordIndex(), &m_own}) {
        const WordIndex::Hit hit = index->longestAt(folded, 0);
        if (hit.length == folded.size() && hit.sense.name >= 0)
            return hit.sense.name;
    }
    return -1;
}

} // namespace parallax::data
