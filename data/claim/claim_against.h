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

// Of the words that were not read of the own sentence of a price or a promised availability, which stands at
// `figure`: those that may turn it, and those of ordinary prose, beside which one that is the list's to the
// cent is borne out (that another thing costs just as much is less likely than that a word is not known
// here) and one that is not is not contradicted. In the clause that names the model, from the beginning of
// the one that states the price up to it, and in parentheses any word may turn it ("the successor of GPT-4o,
// unveiled on Monday, costs", "(farmers)"); in the other clauses before it and behind it within its own those
// that speak against it; further on what turns it anywhere. All are of the first kind where the price says no
// side or no model, has a bound or terms of its own, or is of another time.
struct UnreadKinds {
    std::vector<std::string> against, prose;
};
UnreadKinds kindsOfUnread(const Claim& claim, const ClaimSentence& sentence, Span figure,
                          const std::vector<std::string>& unread);

} // namespace parallax::data
