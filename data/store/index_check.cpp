// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/index_check.h"

#include <algorithm>
#include <cstdint>
#include <functional>

#include "data/search/tokens.h"
#include "data/store/edition_rows.h"
#include "data/store/search_index.h"
#include "data/store/statement.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

constexpr const char* columnNames[] = {"title", "summary", "body", "cells", "note"}; // by IndexColumn

// A sum over the words of an index with their places, in whatever order they come.
class WordSum {
  public:
    void add(std::string_view word, std::int64_t row, std::size_t column, std::int64_t place) {
        std::uint64_t hash = mixed(std::hash<std::string_view>()(word));
        hash = mixed(hash ^ static_cast<std::uint64_t>(row));
        hash = mixed(hash ^ (static_cast<std::uint64_t>(place) << 3 | column));
        m_sum += hash;
        ++m_words;
    }
    bool operator==(const WordSum&) const = default;

  private:
    static std::uint64_t mixed(std::uint64_t n) {
        n = (n ^ (n >> 30)) * 0xBF58476D1CE4E5B9ULL;
        n = (n ^ (n >> 27)) * 0x94D049BB133111EBULL;
        return n ^ (n >> 31);
    }
    std::uint64_t m_sum = 0, m_words = 0;
};

// As FTS5 counts places: a word that stands with the one before it has its place.
void addWords(WordSum& sum, const IndexRow& row) {
    for (std::size_t column = 0; column < row.texts.size(); ++column) {
        std::int64_t place = -1;
        forEachToken(row.texts[column], TokenMode::Document, [&](const IndexToken& token) {
            place += token.colocated && place >= 0 ? 0 : 1;
            sum.add(token.text, row.rowid, column, place);
            return 0;
        });
    }
}

WordSum storedWords(Library& library) {
    WordSum sum;
    for (Statement row(library, "SELECT id, article_id FROM edition"); row.step();)
        for (const IndexRow& index : indexRows(row.integer(1), loadEdition(library, row.integer(0))))
            addWords(sum, index);
    for (Statement row(library, "SELECT article_id, slot, text FROM note"); row.step();)
        addWords(sum, noteIndexRow(row.integer(0), row.number(1), row.view(2)));
    return sum;
}

void dropWords(Library& library) {
    library.statements().clear(); // an idle statement on it would keep it from being dropped
    execute(library, "DROP TABLE IF EXISTS temp.index_word");
}

WordSum indexedWords(Library& library) {
    // A temporary table, so that a library that is open for reading only can be checked, too.
    execute(library, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_word USING "
                     "fts5vocab('main', 'block_index', 'instance')");
    WordSum sum;
    for (Statement row(library, "SELECT term, doc, col, offset FROM temp.index_word"); row.step();) {
        const auto* const name = std::ranges::find(columnNames, row.view(2));
        sum.add(row.view(0), row.integer(1), static_cast<std::size_t>(name - columnNames), row.integer(3));
    }
    dropWords(library);
    return sum;
}

} // namespace

std::string indexDamage(Library& library) {
    if (indexIsOutdated(library))
        return {}; // it is made anew when the library is opened for writing
    std::string said;
    try {
        if (indexedWords(library) == storedWords(library))
            return {};
        said = "it holds other words than what is stored";
    } catch (const Error& error) {
        if (error.code() != ErrorCode::LibraryDamaged && error.code() != ErrorCode::LibraryFailed)
            throw;
        said = error.args().at(1);
    }
    return "the full-text index is damaged, so that searches miss what is there (" + said +
           "); `parallax library reread` makes it anew";
}

bool mendIndex(Library& library) {
    if (indexDamage(library).empty())
        return false;
    Transaction transaction(library);
    dropWords(library);
    refillIndex(library, {});
    transaction.commit();
    return true;
}

} // namespace parallax::data
