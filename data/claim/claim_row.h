// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "data/claim/claim_price.h"
#include "data/claim/claim_sentence.h"

namespace parallax::data {

// The last row of models before a place, with links alone between: "GPT-4o, Claude 3.5 Sonnet and Gemini".
std::vector<const ModelAt*> modelRowBefore(const ClaimSentence& sentence, std::size_t end);

// "GPT-4o and Claude 3.5 Sonnet cost $2.50 and $3.00 per million input tokens": for how many tokens, and for
// which, an amount of a row is the price, where the last one says it and there are as many models before.
std::optional<TokenPrice> priceInRow(const ClaimSentence& sentence, Span money);

} // namespace parallax::data
