// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/search_index.h"
#include "data/store/search_store.h"

namespace parallax::data {

// What a hit shows: the block behind a row of the index, its words and where the query stands in them.
SearchHit readHit(Library& library, ArticleRow article, const IndexPlace& place, const Query& query);

} // namespace parallax::data
