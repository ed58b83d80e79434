// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/store/article_store.h"

namespace parallax::data {

// What lists show of an article (titles, month, day, source, topics and the like) is gathered from its
// editions. A digest of it is kept in the article's row, for the same reason as that of readings
// (reading_digest.h). What the analyst does (read, star) and the article's key are no part of it.

// After each writing of these columns and topics, in its transaction.
void saveArticleDigest(Library& library, ArticleId id);

// The articles whose lists would show something else than was written; those without a digest are believed.
std::vector<ArticleId> changedArticles(Library& library);

// A line for each of the first `most` of them.
std::string changedArticleLines(Library& library, int most);

// True where articles may have no digest, or one of another recipe: in a library of an older program.
bool articleDigestsAreOutdated(Library& library);

// Keeps a digest of every article as it is now, within the caller's transaction.
void fillArticleDigests(Library& library);

} // namespace parallax::data
