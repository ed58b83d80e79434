// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/claim/claim_sentence.h"
#include "data/measure/claim.h"

namespace parallax::data {

// Whether words that were not read turn what a price is of wherever they stand in its sentence: a draft, a
// denial, a resale, a discount, another currency, a condition (the lists of turns.tsv and plain.tsv).
bool turnsAnywhere(std::string_view words);
// Whether they may do so within the clause that states it: such ones, those of turns.tsv's speaks_against, a
// name, a number, several words together. "Yardstick" and 進取 do not.
bool speaksAgainst(std::string_view words, bool opensSentence);

// Of the words that were not read of the own sentence of a price or a promised availability: those that may
// turn it, and those of ordinary prose, beside which a price that is the list's to the cent is borne out
// (that another thing costs just as much is less likely than that a word is not known here) and one that is
// not is not contradicted. All are of the first kind where the price says no side or no model, or has a
// bound.
struct UnreadKinds {
    std::vector<std::string> against, prose;
};
UnreadKinds kindsOfUnread(const Claim& claim, const ClaimSentence& sentence,
                          const std::vector<std::string>& unread);

} // namespace parallax::data
