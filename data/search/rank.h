// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <sqlite3.h>

namespace parallax::data {

// How well a row of the index answers the expression it was found by:
//     parallax_rank(block_index, ?)
// The hits of all spellings of a term count together, weighted by column, damped by their number and by the
// row's length (BM25's term-frequency part; Robertson & Zaragoza 2009, k1 = 1.2, b = 0.5). How rare the term
// is weighs outside: SQLite's own bm25() walks the whole index once per phrase to find out.
// The argument is a bound pointer to RankLimit, type "parallax_rank".
struct RankLimit {
    std::int64_t skipAbove = INT64_MAX; // rows above are passed by: 0 at no cost
};

inline constexpr const char* rankPointerType = "parallax_rank";

// Returns SQLite's result code.
int registerRank(fts5_api* api);

} // namespace parallax::data
