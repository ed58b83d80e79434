// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "data/claim/claim_around.h"
#include "data/claim/claim_sentence.h"

namespace parallax::data {

// What a sentence that points at figures beside it ("The prices below are …", "This is the price of …",
// 以下為…) takes away from them. What it may say is without end ("for one large customer", "that of another
// provider"), so that it has to be understood whole: by resources/lexicon/pointers.tsv, which holds what such
// a sentence may say and change nothing. Any other word leaves open what prices and promises it points at.

// Where it stands: in their own text a sentence that speaks of prices is read likewise ("The list price is
// higher."), and what points in either direction. A lead with a colon points at its list or table, whatever
// it says ("Members only:").
enum class PointerPlace { Before, Behind, Same, Lead };

// Empty of a sentence that points at nothing; of one with an amount of its own only where it says so plainly
// ("the prices that follow"). `day` is the article's, ISO.
ClaimAround pointedIn(const ClaimSentence& sentence, PointerPlace place, std::string_view day);
ClaimAround pointedIn(std::string_view text, const Names& names, PointerPlace place, std::string_view day);

} // namespace parallax::data
