// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/claim/claim_sentence.h"
#include "data/measure/claim.h"

namespace parallax::data {

// Whether a word that was not read may turn what a price is of: one of turns.tsv's speaks_against and of the
// lists of circumstances, a name, a number, several words together. "Yardstick" and 進取 do not.
bool speaksAgainst(std::string_view word, bool opensSentence);

// Of the words that were not read of a price's own sentence: those that may turn it, and those of ordinary
// prose, which a price that is the list's to the cent is borne out beside. Prose stands in a clause of its
// own that names nobody and no model and states no amount (", long the yardstick of its class"); between the
// model and its price any word may turn what the price is of ("the successor of GPT-4o costs"). All are of
// the first kind where the price says no side or no model, has a bound, or the prose is long.
struct UnreadKinds {
    std::vector<std::string> against, prose;
};
UnreadKinds kindsOfUnread(const Claim& claim, const ClaimSentence& sentence,
                          const std::vector<std::string>& unread);

} // namespace parallax::data
