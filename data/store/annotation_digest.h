// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data/store/article_store.h"

namespace parallax::data {

// What the analyst wrote (a note's quotation and text, a tag's name, a saved search's query) is nowhere else:
// nothing could be read again. So a digest of it is kept in its row, for the same reason as that of readings
// (reading_digest.h), and what changed by itself is named.

// After each writing of these rows, in its transaction.
void saveNoteDigest(Library& library, std::int64_t id);
void saveTagDigest(Library& library, std::int64_t id);
void saveSearchDigest(Library& library, std::int64_t id);

// A line for each of the first `most` that are not what was written; those without a digest are believed.
std::string changedAnnotationLines(Library& library, int most);

// Whether a note's digest says that it is what was written. False without one: of a note of an older library
// it is not known.
bool isNoteSound(Library& library, std::int64_t id);

// True where tags and searches may have no digest, or one of another recipe: in a library of an older
// program.
bool annotationDigestsAreOutdated(Library& library);

// Keeps a digest of tags and searches as they are now, within the caller's transaction. Notes have another
// witness, the index, and get theirs from confirmNotes().
void fillAnnotationDigests(Library& library);

// Keeps a digest of the notes that have none, whose words the index has been found to have.
void confirmNotes(Library& library);

} // namespace parallax::data
