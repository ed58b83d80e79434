// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
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

// Each of a kind. Those without a digest are not damaged: of a note of an older library it is not known.
enum class AnnotationKind { Note, Tag, Search };
struct KeptAnnotation {
    std::int64_t id = 0;
    std::string name; // of a note its uid
    std::optional<std::int64_t> digest;
    bool damaged = false; // not what was written
};
std::vector<KeptAnnotation> keptAnnotations(Library& library, AnnotationKind kind);

// What a note's digest says of it.
enum class NoteState { Sound, Damaged, Unknown };
NoteState noteState(Library& library, std::int64_t id);

// True where tags and searches may have no digest, or one of another recipe: in a library of an older
// program.
bool annotationDigestsAreOutdated(Library& library);

// Keeps a digest of tags and searches as they are now, within the caller's transaction. Notes have another
// witness, the index, and get theirs from confirmNotes().
void fillAnnotationDigests(Library& library);

// Keeps a digest of the notes that have none, whose words the index has been found to have.
void confirmNotes(Library& library);

} // namespace parallax::data
