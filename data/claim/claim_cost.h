// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "data/claim/claim_sentence.h"

namespace parallax::data {

// "It costs OpenAI $0.90 … to serve GPT-4o", "OpenAI's cost for GPT-4o is $0.90": what an answer costs
// whoever gives it, which is no price of his.
bool isCostOfSeller(const ClaimSentence& sentence, Span own, Span figure);

// A price that nobody states as one that is taken: 成本, which may be either's, and what is estimated or
// expected. The words for it, as terms of that price; empty for a plain one.
std::string uncertainTerms(const ClaimSentence& sentence, Span own, const Quantity& figure, bool expected);

// "$2.50 per million …" where the sentence denies it, lacks it or only wants it: "GPT-4o does not cost …",
// "Bedrock lacks a 99.9 % SLA", "regulators want Bedrock to guarantee …", 不再提供; it states nothing.
bool isDeniedOrWanted(const ClaimSentence& sentence, Span figure);

// "99.9 % durability": a share of something else than of the time.
bool isOfDurability(const ClaimSentence& sentence, Span own, Span figure);

} // namespace parallax::data
