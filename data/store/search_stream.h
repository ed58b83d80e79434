// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "data/search/rank.h"
#include "data/store/article_store.h"
#include "data/store/library.h"

namespace parallax::data {

// Rows of the search index in falling order of their rowids (search_index.h), so that streams of several
// terms can be intersected by article without holding any of them in memory.
class RowStream {
  public:
    virtual ~RowStream() = default;
    virtual bool valid() const = 0;
    virtual std::int64_t rowid() const = 0; // when valid
    virtual double rank() const = 0;        // 0 for a row that no words were looked for in
    virtual void next() = 0;
    // Moves on to the first row of `article` or of one before it.
    virtual void moveTo(ArticleId article) = 0;
    // Articles per row around the place reached: how rare the term is. Never 0.
    virtual double spread() const = 0;

    ArticleId article() const;
};

// The rows that an FTS5 expression finds.
std::unique_ptr<RowStream> ftsStream(Library& library, std::string expression);

// All articles of a falling list, as one row each that lies above the article's real rows.
std::unique_ptr<RowStream> articleStream(std::vector<ArticleId> articles);

// Rows of any of the streams; a row of several once, its ranks added.
std::unique_ptr<RowStream> unionStream(std::vector<std::unique_ptr<RowStream>> streams);

} // namespace parallax::data
