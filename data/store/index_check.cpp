// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/index_check.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

#include "data/search/tokens.h"
#include "data/store/annotation_digest.h"
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

// Of the whole index, and of each note's row.
struct IndexWords {
    WordSum all;
    std::map<std::int64_t, WordSum> notes; // by rowid
};

struct StoredNote {
    DisputedNote ids;
    std::int64_t rowid = 0;
};

std::vector<StoredNote> storedNotes(Library& library) {
    std::vector<StoredNote> notes;
    for (Statement row(library, "SELECT id, article_id, slot FROM note ORDER BY id"); row.step();)
        notes.push_back(
            {{row.integer(0), row.integer(1)}, indexRowId(row.integer(1), notePart, row.number(2))});
    return notes;
}

IndexWords storedWords(Library& library) {
    IndexWords words;
    for (Statement row(library, "SELECT id, article_id FROM edition"); row.step();)
        for (const IndexRow& index : indexRows(row.integer(1), loadEdition(library, row.integer(0))))
            addWords(words.all, index);
    for (Statement row(library, "SELECT article_id, slot, text FROM note"); row.step();) {
        const IndexRow note = noteIndexRow(row.integer(0), row.number(1), row.view(2));
        addWords(words.all, note);
        addWords(words.notes[note.rowid], note);
    }
    return words;
}

void dropWords(Library& library) {
    library.statements().clear(); // an idle statement on it would keep it from being dropped
    execute(library, "DROP TABLE IF EXISTS temp.index_word");
}

IndexWords indexedWords(Library& library) {
    // A temporary table, so that a library that is open for reading only can be checked, too.
    execute(library, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_word USING "
                     "fts5vocab('main', 'block_index', 'instance')");
    IndexWords words;
    for (Statement row(library, "SELECT term, doc, col, offset FROM temp.index_word"); row.step();) {
        const auto* const name = std::ranges::find(columnNames, row.view(2));
        const std::int64_t rowid = row.integer(1);
        const auto add = [&](WordSum& sum) {
            sum.add(row.view(0), rowid, static_cast<std::size_t>(name - columnNames), row.integer(3));
        };
        add(words.all);
        if (indexPlace(rowid).isNote())
            add(words.notes[rowid]);
    }
    dropWords(library);
    return words;
}

struct IndexFinding {
    std::string said; // empty: the index is sound
    std::vector<DisputedNote> disputed;
    bool hasWordsOfDamaged = false; // of a note that is not what was written
};

IndexFinding findDamage(Library& library) {
    if (indexIsOutdated(library))
        return {}; // it is made anew when the library is opened for writing
    IndexFinding finding;
    try {
        const IndexWords indexed = indexedWords(library);
        const IndexWords stored = storedWords(library);
        if (indexed.all == stored.all)
            return {};
        finding.said = "it holds other words than what is stored";
        for (const StoredNote& note : storedNotes(library)) {
            const auto there = indexed.notes.find(note.rowid); // no word of it at all: the index lost them
            const auto here = stored.notes.find(note.rowid);
            if (there == indexed.notes.end() || here == stored.notes.end() || there->second == here->second)
                continue;
            const NoteState state = noteState(library, note.ids.note);
            if (state == NoteState::Unknown)
                finding.disputed.push_back(note.ids);
            finding.hasWordsOfDamaged = finding.hasWordsOfDamaged || state == NoteState::Damaged;
        }
    } catch (const Error& error) {
        if (error.code() != ErrorCode::LibraryDamaged && error.code() != ErrorCode::LibraryFailed)
            throw;
        finding.said = error.args().at(1);
    }
    return finding;
}

} // namespace

std::string disputeLine(const DisputedNote& note) {
    return "the text of note " + std::to_string(note.note) + " on article " + std::to_string(note.article) +
           " and the full-text index disagree, and nothing tells which of them is sound: compare the note "
           "with "
           "a snapshot, then write it again";
}

std::string indexDamage(Library& library) {
    constexpr std::size_t shown = 10;
    const IndexFinding finding = findDamage(library);
    if (finding.said.empty())
        return {};
    std::string lines;
    for (std::size_t i = 0; i < std::min(finding.disputed.size(), shown); ++i)
        lines += (i > 0 ? "\n" : "") + disputeLine(finding.disputed[i]);
    if (!lines.empty())
        return lines;
    return "the full-text index is damaged, so that searches miss what is there (" + finding.said +
           "); `parallax library reread` makes it anew";
}

IndexMending mendIndex(Library& library) {
    IndexFinding finding = findDamage(library);
    IndexMending mending{false, !finding.disputed.empty() || finding.hasWordsOfDamaged,
                         std::move(finding.disputed)};
    if (mending.left)
        return mending;
    Transaction transaction(library);
    if (finding.said.empty()) {
        confirmNotes(library);
    } else {
        dropWords(library);
        refillIndex(library, {});
        mending.made = true;
    }
    transaction.commit();
    return mending;
}

} // namespace parallax::data
