// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/store/article_store.h"

namespace parallax::data {

// What a row of block_index (resources/sql/search) stands for. Its rowid is
//     article << 14 | part << 11 | row
// where part is the edition's Language (0–5) or notePart. So a hit names its article and edition without a
// join, rows of one article lie together, and descending rowids are the newest articles first.
struct IndexPlace {
    ArticleId article = 0;
    int part = 0;
    int row = 0; // of an edition: block / row_blocks, or headRow; of notes: note.slot

    bool isNote() const { return part == 7; }
    bool isHead() const { return !isNote() && row == 2047; }
    Language language() const { return static_cast<Language>(part); } // of an edition's row
};

inline constexpr int indexPartBits = 3;
inline constexpr int indexRowBits = 11;
inline constexpr int indexArticleShift = indexPartBits + indexRowBits;
inline constexpr int notePart = 7;
inline constexpr int headRow = 2047;      // titles and summary that no block of the edition says
inline constexpr int blockRows = headRow; // an edition with more blocks puts several into one row
inline constexpr int noteSlots = 2048;

constexpr std::int64_t indexRowId(ArticleId article, int part, int row) {
    return (article << indexArticleShift) | (std::int64_t{part} << indexRowBits) | row;
}

constexpr IndexPlace indexPlace(std::int64_t rowid) {
    return {rowid >> indexArticleShift, static_cast<int>((rowid >> indexRowBits) & 7),
            static_cast<int>(rowid & 2047)};
}

// How many blocks share a row (edition.row_blocks): 1 up to 2,047 blocks. The blocks of row r are
// [r × n, (r + 1) × n); which of them matched is for the reader of the row to find.
constexpr int blocksPerRow(std::size_t blocks) {
    return blocks <= blockRows ? 1 : static_cast<int>((blocks + blockRows - 1) / blockRows);
}

// The columns of block_index.
enum class IndexColumn { Title, Summary, Body, Cells, Note };

// Which column a block's words are in; navigation and entries of other articles are not indexed at all.
std::optional<IndexColumn> indexColumn(BlockKind kind);

// A block's words: its text, or for a table its cells, one a line.
std::string indexText(const Block& block, const std::vector<Table>& tables);

// A row of block_index to be written or taken back.
struct IndexRow {
    std::int64_t rowid = 0;
    bool remove = false;
    std::array<std::string, 5> texts; // by IndexColumn
};

// The rows that the running transaction has to write. They wait for its end because FTS5 writes out what it
// has gathered at every savepoint, and SQLite makes one for many a statement on the other tables: an index
// written article by article costs three times as much, in small pieces that must be merged later.
class IndexQueue {
  public:
    std::size_t size() const { return m_rows.size(); }
    void add(IndexRow row) { m_rows.push_back(std::move(row)); }
    const std::vector<IndexRow>& rows() const { return m_rows; }
    void cutTo(std::size_t size) { m_rows.resize(size); } // what a rollback takes back
    void flush(Library& library);                         // Transaction does it before COMMIT

  private:
    std::vector<IndexRow> m_rows;
};

// The rows that an edition has there, and the one of a note.
std::vector<IndexRow> indexRows(ArticleId id, const Article& article);
IndexRow noteIndexRow(ArticleId id, int slot, std::string_view text);

// Adds or removes the rows of one edition, within a transaction. To remove, give the article as it was added:
// the index holds no texts and takes back only what it is shown.
void addToIndex(Library& library, ArticleId id, const Article& article);
void removeFromIndex(Library& library, ArticleId id, const Article& article);

void addNoteToIndex(Library& library, ArticleId id, int slot, std::string_view text);
void removeNoteFromIndex(Library& library, ArticleId id, int slot, std::string_view text);

// Drops, creates and fills the index from what is stored, within the caller's transaction.
void refillIndex(Library& library, const ProgressCallback& progress);

// True when another version of the tokenizer filled the index, or it was marked as outdated.
bool indexIsOutdated(Library& library);

// The index has words that can no longer be taken back, since nothing tells them: it is made anew when the
// library is opened the next time.
void markIndexOutdated(Library& library);

} // namespace parallax::data
