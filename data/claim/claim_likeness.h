// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/claim/claim_sentence.h"
#include "data/measure/claim.h"

namespace parallax::data {

// Words that make whose a claim seems to be somebody that another one is told by: "the model below GPT-4.1",
// "every model but GPT-4o", "compared with GPT-4o, $1 is cheap", GPT-4o 以上的模型, "$0.50 under GPT-4o".
// Each of them may be plain where it stands for itself. Empty where the figure at `figure` is the claim's
// own.
std::vector<std::string> wordsOfAnother(const ClaimSentence& sentence, const Claim& claim, Span figure);

// What makes a price none of the plain model's: a snapshot of it ("GPT-4o (2024-05-13)", "GPT-4o 0513"), a
// sum of two ("GPT-4o plus GPT-4o mini"), an exception ("only GPT-4o"), an open end behind ("… or more").
std::vector<std::string> wordsOfVariant(const ClaimSentence& sentence, const Claim& claim, Span figure);

// Names in what belongs to a figure that can be asked nothing and are not the claim's: "a copilot on Azure
// OpenAI", whose figure it may be.
std::vector<std::string> othersNamed(const ClaimSentence& sentence, const Claim& claim, Span own);

} // namespace parallax::data
