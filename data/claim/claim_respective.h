// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "data/claim/claim_parts.h"
#include "data/claim/claim_sentence.h"

namespace parallax::data {

// "GPT-4o and Claude 3.5 Sonnet cost $2.50 and $3.00": the first price is of the first model.
struct RespectiveModels {
    std::vector<const ModelAt*> each; // of each part; empty where they do not go so together
    std::vector<const ModelAt*> both; // of which the only part is: "both GPT-4o and GPT-4.1 cost $4"
    std::string unsure;               // a row of models with another number of prices; empty for none
};
RespectiveModels modelsRespectively(const ClaimSentence& sentence, std::span<const ClaimPart> parts);

// "DeepSeek undercuts GPT-4o's $10 by 95%, at $0.42": a model's own figure is its maker's, and what undercuts
// it is of another model.
void settleUndercut(Claim& claim, const ClaimSentence& sentence, Span figure);

// Of the claims from `first` on, which are one sentence's: those of one subject that state different prices
// or promises of the same ("99.9 %, 99.0 % and 95.0 %"); what tells them apart is not understood.
std::vector<bool> unsettledFrom(const std::vector<Claim>& claims, std::size_t first);

} // namespace parallax::data
