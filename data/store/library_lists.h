// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/store/article_store.h"

namespace parallax::data {

// The ids alone of what ArticleStore::list() gives: whole lists are acted on without reading their rows.
std::vector<ArticleId> listedIds(Library& library, const ArticleFilter& filter, ArticleOrder order,
                                 std::int64_t offset, std::int64_t limit);

// An article's number and its titles, empty where they are unknown.
struct ArticleTitles {
    ArticleId id = 0;
    std::string title; // of the edition imported first
    std::string english, traditional, simplified;
};
std::vector<ArticleTitles> newestTitles(Library& library, int limit);

// The editions of an article with their versions: whether what was read of it is still what it is.
std::vector<EditionRow> editionVersions(Library& library, ArticleId id);

// What a library and its copies are known by; empty for a file that has no such thing.
std::string libraryUid(Library& library);

} // namespace parallax::data
