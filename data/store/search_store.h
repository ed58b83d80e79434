// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data/search/query.h"
#include "data/search/snippet.h"
#include "data/store/article_store.h"

namespace parallax::data {

struct SearchHit {
    ArticleRow article;
    EditionId edition = 0;
    int block = 0; // index into Article::blocks of that edition; -1: a title or summary that no block says,
                   // or a note on the article as a whole
    BlockKind kind = BlockKind::Paragraph;
    bool inNote = false; // the words are in a note that stands at the block
    Snippet snippet;
    double score = 0; // higher is better
    int blocks = 1;   // how many blocks of the article match
};

struct SearchPage {
    std::vector<SearchHit> hits;         // one per article, best first
    std::int64_t articles = 0;           // how many articles match, at least (see `capped`)
    bool capped = false;                 // more than 5,000 blocks matched: ranked among the newest 5,000
    std::vector<std::string> expansions; // the other forms that were looked for
    std::vector<std::string> leftOut;    // the other forms of excluded words: no article has them
};

class SearchStore {
  public:
    explicit SearchStore(Library& library);

    // Several words match over the article, a phrase within a block; titles weigh most.
    SearchPage search(const Query& query, const ArticleFilter& filter, int offset, int limit);

    // Refills the index when the tokenizer's version changed; called by Library on opening.
    void rebuild(const ProgressCallback& progress);

  private:
    Library& m_library;
};

} // namespace parallax::data
