// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "data/store/article_store.h"

namespace parallax::data {

// A reading is what was made of a document: the edition's title, text and metadata, its blocks and its
// tables. A digest of all of it is kept beside it (edition_digest), because no check of SQLite's looks at
// what rows say: a bit that flips in a table's cell is a sound page with another figure.

// After each writing of a reading, in its transaction.
void saveReadingDigest(Library& library, EditionId id);

// The digest that was kept when the reading was written; none for an edition that has none.
std::optional<std::int64_t> keptReadingDigest(Library& library, EditionId id);

// Whether the reading is still the one that was written; true where no digest was kept.
bool isReadingWhole(Library& library, EditionId id);

// The same, and whether the document's bytes, whose text the reading shows, are still those of their digest.
bool isEditionWhole(Library& library, EditionId id);

// A line for each of the first `most` readings that are not: whose they are and what mends them. Reads every
// row of all of them.
std::string changedReadings(Library& library, int most);

struct DamagedEdition {
    EditionId id = 0;
    ArticleId article = 0;
    Language language = Language::Unknown;
    std::string title;
};

// All editions that are not whole (isEditionWhole), by their articles. Reads the whole library.
std::vector<DamagedEdition> damagedEditions(Library& library);

// True where editions may have no digest, or one of another recipe: in a library of an older program.
bool readingDigestsAreOutdated(Library& library);

// Keeps a digest of every reading as it is now, within the caller's transaction.
void fillReadingDigests(Library& library);

} // namespace parallax::data
