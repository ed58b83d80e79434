// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "data/claim/claim_parts.h"
#include "data/claim/claim_sentence.h"
#include "data/measure/claim.h"

namespace parallax::data {

// What a sentence holds beside a price or a promise that is understood as words, and changes what the figure
// is of: a volume ("above 1 billion tokens"), a multiple ("half the list price"), another figure ("at 100
// tokens per second"), a second model ("with GPT-5 mini") or house ("Anthropic's SLA on Bedrock") that
// nothing is said of, whose customers pay it ("the price for customers of GPT-5"), sides that go with no
// other
// ("cached output"). In their words, at most mostUnread; empty of other kinds of claims.
//
// Every figure must be one of the sentence's claims, their unit's ("per million"), a date or a part of a
// name. Of multiples one behind the prices that another model is told by is none of them ("…, half the price
// of GPT-4"). `figure` is the claim's,
// `parts` and `claims` are those of the sentence.
std::vector<std::string> strayBeside(const ClaimSentence& sentence, const Claim& claim, Span figure,
                                     std::span<const ClaimPart> parts, std::span<const Claim> claims);

// "Their price for GPT-4o is …": of whose price a sentence speaks that names nobody, where the one before is
// of nobody who makes the model. The words that say so.
std::vector<std::string> pricesOfNobody(const ClaimSentence& sentence, const ClaimSubject& last,
                                        std::span<const std::string> makers);

} // namespace parallax::data
