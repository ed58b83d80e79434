// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "data/article/article.h"
#include "data/claim/claim_price.h"
#include "data/claim/claim_sentence.h"

namespace parallax::data {

// The paragraph that leads to a list, of one of its items: it ends in a colon. Empty of other blocks.
std::string_view leadOf(const Article& article, int block);

// The side that the lead, else the nearest heading above a block names alone ("Output prices"), of prices
// that say none.
TokenSide sideAbove(const Article& article, int block, std::string_view lead);

// "What a million input tokens costs:" before "- GPT-4o: $2.50", 各模型每百萬輸出 token 的價格：: for how
// many tokens the only amount of an item is, where the item does not say.
std::optional<TokenPrice> priceByLead(const ClaimSentence& sentence, Span money);

} // namespace parallax::data
