// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <sqlite3.h>

namespace parallax::data {

// How well a row of the index answers the expression it was found by:
//     parallax_rank(block_index, ?)
// The hits of all spellings of a term count together, weighted by column and damped by their number (the
// term-frequency part of BM25; Robertson & Zaragoza 2009, k1 = 1.2). A row's length does not count: rows are
// paragraphs, and SQLite's xColumnSize would cost a look into another b-tree for each of 5,000 rows. How rare
// the term is weighs outside: SQLite's own bm25() walks the whole index once per phrase to find out.
// The argument is a bound pointer to RankLimit, type "parallax_rank".
struct RankLimit {
    std::int64_t skipAbove = INT64_MAX; // rows above are passed by: 0 at no cost
};

inline constexpr const char* rankPointerType = "parallax_rank";

// Returns SQLite's result code.
int registerRank(fts5_api* api);

} // namespace parallax::data
