// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "data/claim/claim_sentence.h"

namespace parallax::data {

// The words of a sentence without the names and models that it sets its own subject apart from: "Unlike
// GPT-4o, the new model costs $1", 不同於 GPT-4o，… Nothing where there are none. Whom a price or a promise
// of his own follows (", which costs $2.50") stays.
std::optional<ClaimWords> withoutSetApart(const ClaimSentence& sentence);

// Without all that something is compared with: in "The new model is cheaper than GPT-4o" a pronoun behind it
// means the new model.
ClaimWords withoutCompared(const ClaimSentence& sentence);

} // namespace parallax::data
