// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "data/check/clause.h"
#include "data/check/lexicon.h"

namespace parallax::data {

// What a template asks for at one place.
enum class Want : std::uint8_t {
    Base,   // the level to start from; the whole of a share
    Next,   // the level reached; the part
    Stated, // what is said to lead from one to the other; the share
    Cue     // a word of the lexicon
};

struct Element {
    Want want = Want::Cue;
    CueSet cues;
    int gap = 10; // weight of other words that may stand before it (a Latin word weighs 2)
};

struct ClauseTemplate {
    Relation relation = Relation::Change;
    std::vector<Element> elements;
    bool sameSubject = false; // no name and no other measure between the levels
    bool yearApart = false;   // the levels are dated, the later one by a year
    bool difference = false;  // `stated` may be a difference although the levels come later
    bool farYears = false;    // a date some words before a level may be its own
    bool byItself = false;    // `stated` says itself what it is: "doubled", 打七折
};

// The most telling first. Between two elements may stand dates, durations, names and a few other words, never
// another level or rate.
const std::vector<ClauseTemplate>& clauseTemplates();

} // namespace parallax::data
