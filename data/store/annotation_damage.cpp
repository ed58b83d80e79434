// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/annotation_damage.h"

#include <algorithm>

#include "base/ascii.h"
#include "data/store/annotation_digest.h"
#include "data/store/annotation_store.h"

namespace parallax::data {
namespace {

using Kept = std::vector<KeptAnnotation>;

const KeptAnnotation* sameAsWritten(const Kept& all, const KeptAnnotation& one) {
    const auto found = std::ranges::find_if(all, [&](const KeptAnnotation& other) {
        return !other.damaged && one.digest && other.digest == one.digest;
    });
    return found != all.end() ? &*found : nullptr;
}

const KeptAnnotation* sameName(const Kept& all, const std::string& name) {
    const auto found = std::ranges::find(all, name, &KeptAnnotation::name);
    return found != all.end() ? &*found : nullptr;
}

std::set<std::int64_t> damagedOf(const Kept& all) {
    std::set<std::int64_t> ids;
    for (const KeptAnnotation& one : all)
        if (one.damaged)
            ids.insert(one.id);
    return ids;
}

std::map<std::int64_t, std::int64_t> mendingByName(const Kept& here, const Kept& there) {
    std::map<std::int64_t, std::int64_t> mending;
    for (const KeptAnnotation& damaged : here) {
        if (!damaged.damaged)
            continue;
        const KeptAnnotation* sound = sameAsWritten(there, damaged);
        if (sound == nullptr)
            sound = sameName(there, damaged.name);
        if (sound == nullptr || sound->damaged)
            continue;
        const KeptAnnotation* const taken = sameName(here, sound->name);
        if (taken == nullptr || taken->id == damaged.id) // else the analyst made it anew
            mending.emplace(damaged.id, sound->id);
    }
    return mending;
}

std::int64_t unknownHere(const Kept& here, const Kept& there) {
    return std::ranges::count_if(
        there, [&](const KeptAnnotation& one) { return one.damaged && sameName(here, one.name) == nullptr; });
}

Kept tagsOf(Library& library) {
    Kept tags = keptAnnotations(library, AnnotationKind::Tag);
    for (KeptAnnotation& tag : tags)
        tag.name = lowerAscii(tag.name); // the same in either
    return tags;
}

DamagedWork countsOf(const auto& notes, const auto& tags, const auto& searches) {
    const auto size = [](const auto& all) { return static_cast<std::int64_t>(all.size()); };
    return {size(notes), size(tags), size(searches)};
}

} // namespace

DamagedWork AnnotationDamage::there() const {
    return countsOf(notesThere, tagsThere, searchesThere);
}

DamagedWork AnnotationDamage::mended() const {
    return countsOf(notes, tags, searches);
}

AnnotationDamage annotationDamage(Library& here, Library& there) {
    AnnotationDamage damage;
    const Kept notesHere = keptAnnotations(here, AnnotationKind::Note);
    const Kept notesThere = keptAnnotations(there, AnnotationKind::Note);
    damage.notesThere = damagedOf(notesThere);
    std::map<std::string_view, const KeptAnnotation*> byUid;
    for (const KeptAnnotation& note : notesThere)
        byUid.emplace(note.name, &note);
    std::set<std::string_view> uidsHere;
    for (const KeptAnnotation& note : notesHere) {
        uidsHere.insert(note.name);
        if (const auto same = byUid.find(note.name);
            note.damaged && same != byUid.end() && !same->second->damaged)
            damage.notes.emplace(note.id, same->second->id);
    }
    damage.missingHere.notes = std::ranges::count_if(notesThere, [&](const KeptAnnotation& note) {
        return note.damaged && !uidsHere.contains(note.name);
    });

    const Kept tagsHere = tagsOf(here);
    const Kept tagsThere = tagsOf(there);
    damage.tagsThere = damagedOf(tagsThere);
    damage.tags = mendingByName(tagsHere, tagsThere);
    damage.missingHere.tags = unknownHere(tagsHere, tagsThere);
    for (const KeptAnnotation& tag : tagsThere)
        if (const KeptAnnotation* const same = tag.damaged ? sameAsWritten(tagsHere, tag) : nullptr)
            damage.tagsAsHere.emplace(tag.id, same->id);

    const Kept searchesHere = keptAnnotations(here, AnnotationKind::Search);
    Kept searchesThere = keptAnnotations(there, AnnotationKind::Search);
    if (!damage.tagsThere.empty()) {
        std::set<std::int64_t> lost;
        for (const SavedSearch& search : there.annotations().savedSearches())
            if (search.filter.tag && damage.tagsThere.contains(*search.filter.tag) &&
                !damage.tagsAsHere.contains(*search.filter.tag))
                lost.insert(search.id);
        for (KeptAnnotation& search : searchesThere)
            search.damaged = search.damaged || lost.contains(search.id);
    }
    damage.searchesThere = damagedOf(searchesThere);
    damage.searches = mendingByName(searchesHere, searchesThere);
    damage.missingHere.searches = unknownHere(searchesHere, searchesThere);
    return damage;
}

} // namespace parallax::data
