// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>

#include "data/store/backup.h"

namespace parallax::data {

// What of the analyst's work does not fit its digest (annotation_digest.h) in either of two libraries that
// are to be merged, by id.
struct AnnotationDamage {
    // Left out. A saved search also where the tag it filters by is left out: without it, it finds other
    // things.
    std::set<std::int64_t> notesThere, tagsThere, searchesThere;
    // What is damaged here, and what mends it there: the note of the same uid; the tag or the saved search
    // that was the same when it was written, or that has the same name.
    std::map<std::int64_t, std::int64_t> notes, tags, searches;
    // Tags that are damaged there, and sound ones here that are what those were.
    std::map<std::int64_t, std::int64_t> tagsAsHere;
    // Of those there, what this library has in no form.
    DamagedWork missingHere;

    DamagedWork there() const;
    DamagedWork mended() const;
};
AnnotationDamage annotationDamage(Library& here, Library& there);

} // namespace parallax::data
