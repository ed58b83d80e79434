// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <climits>
#include <cstdint>

#include <sqlite3.h>

namespace parallax::data {

// Gives out the rows of a query on the index one by one, best used as a condition of it:
//     … WHERE block_index MATCH ? AND parallax_rank(block_index, ?) ORDER BY rowid DESC
// with a bound pointer to a RankCursor, type "parallax_rank". True for a row that is given out, after it was
// written to the cursor: reading it there costs less than a result column, and passing by a row within the
// condition less than a result row.
//
// A row's rank says how well it answers the expression that it was found by: the hits of all spellings of a
// term count together, weighted by column and damped by their number (the term-frequency part of BM25;
// Robertson & Zaragoza 2009, k1 = 1.2). A row's length does not count: rows are paragraphs, and SQLite's
// xColumnSize would cost a look into another b-tree for each of 5,000 rows. How rare the term is weighs
// outside: SQLite's own bm25() walks the whole index once per phrase to find out.
struct RankCursor {
    // Rows above are passed by, but no more than so many in a row: the next one is given out, with rank 0.
    std::int64_t skipAbove = INT64_MAX;
    int mostSkipped = INT_MAX;

    int skipped = 0; // rows passed by since this was set to 0
    std::int64_t rowid = 0;
    double rank = 0;
};

inline constexpr const char* rankPointerType = "parallax_rank";

// Returns SQLite's result code.
int registerRank(fts5_api* api);

} // namespace parallax::data
