// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/check/lexicon.h"
#include "data/measure/claim.h"

namespace parallax::data {

// Of ClaimLists::plain: a word that states no circumstance; a longer form that does ("needs to"); one that
// states a circumstance of what follows as well ("provisioned").
inline constexpr std::size_t plainWord = 0, tellingWord = 1, circumstanceWord = 2;

// Of ClaimLists::pointers and pointerPlain: the senses of pointers.tsv, in this order there.
enum class PointerWord { Plainly, Forward, Back, Either, Edge, Prices, Harmless, Neutral, Count };

// Who can be asked about a name.
struct AskedName {
    ClaimSubject subject; // as the glossary has it
    bool cloud = false;   // hosts models of others
};

// The lists of resources/lexicon that claims are read by: claims.tsv, asides.tsv, plain.tsv, pointers.tsv,
// endpoints.tsv, regions.tsv.
struct ClaimLists {
    WordIndex words;                                         // Sense::measure is a ClaimWord,
    WordIndex asides;                                        // an AsideWord,
    WordIndex plain;                                         // plainWord, tellingWord, circumstanceWord
    WordIndex notOfPrice, notOfContract;                     // of the plain words: none beside such a figure
    WordIndex pointers;                                      // a PointerWord that says where it points
    WordIndex pointerPlain;                                  // PointerWord::Harmless, PointerWord::Neutral
    WordIndex models, regions, shorts;                       // a place in the lists below
    WordIndex others, servers;                               // nothing
    std::vector<std::pair<std::u32string, AskedName>> names; // by their folded words
    std::vector<std::vector<std::string>> makers, regionIds;
    std::vector<std::string> meant; // by `shorts`

    // Nobody (nullptr) for a name that is not in the list.
    const AskedName* asked(std::string_view name) const;
};
const ClaimLists& claimLists(); // read once

} // namespace parallax::data
