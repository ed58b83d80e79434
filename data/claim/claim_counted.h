// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "data/claim/claim_price.h"
#include "data/claim/claim_sentence.h"

namespace parallax::data {

// "A million output tokens of GPT-4o cost $12", "it costs $75 to have Claude 3 Opus write a million tokens":
// so many tokens of one side, which were counted apart from the money.
std::optional<TokenPrice> priceOfCounted(const ClaimSentence& sentence, Span money);

// "$1.25 per million tokens in", "… out": the side right behind a price. Unstated elsewhere.
TokenSide sideBehind(const ClaimSentence& sentence, Span price);

} // namespace parallax::data
