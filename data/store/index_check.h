// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace parallax::data {

class Library;

// A note whose text and whose words in the index differ, and which has no digest (annotation_digest.h) to say
// whether the text is what was written: then nobody knows which of the two is sound.
struct DisputedNote {
    std::int64_t note = 0;
    std::int64_t article = 0;
};
// As a sentence.
std::string disputeLine(const DisputedNote& note);

// Empty, or what is wrong with the full-text index. It keeps no texts, so that its own check sees how its
// pages hang together and not whether a word in them is still the word: a letter that flipped makes a search
// find nothing. So every word in it, with its place, is compared with those of what is stored. Reads both as
// a whole and writes nothing.
std::string indexDamage(Library& library);

// Makes a damaged index anew, in a transaction of its own: but not where notes are disputed, or damaged by
// their digest, since it would take their words as they are now and leave nothing that has those written.
// Where the index has the words of all notes, those without a digest get theirs.
struct IndexMending {
    bool made = false;
    bool left = false; // as it is, for the sake of notes
    std::vector<DisputedNote> disputed;
};
IndexMending mendIndex(Library& library);

} // namespace parallax::data
