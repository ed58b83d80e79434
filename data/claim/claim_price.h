// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "data/article/article.h"
#include "data/measure/claim.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

// For how many tokens an amount of money is the price, where that stands apart from it: "每百萬輸入 token
// 收費 1.25 美元", "$3/$15 per million input/output tokens", "$2.50 in and $10 out per million tokens", 輸入
// 3 美元、輸出 15 美元（每百萬 token）. Of a pair with a bar the first is for input, the second for output.
// Looks at most 96 bytes to either side.
struct TokenPrice {
    double tokens = 0;
    TokenSide side = TokenSide::Unstated;
};
std::optional<TokenPrice> tokenPriceAround(std::string_view text, Span money);

// "$2.50/" or 2.5 美元/ right before an amount: the second of a pair with a bar.
bool endsInAmountAndBar(std::string_view before);

// "per thousand", "/1K" behind an amount, where no word says of what; 0 for a "per" of something else ("per
// month"); nothing where no "per" stands there. Small letters.
std::optional<double> countOnlyBehind(std::string_view after);

// "Price ($/1M tokens)", 每百萬 token 價格: for how many tokens the prices of a table are that stand under or
// beside such a label; nothing where it does not say.
std::optional<double> tokensPricedBy(std::string_view label);
// Whether a label says that its figures are American dollars: "$", "USD", 美元; "HK$" does not.
bool saysDollars(std::string_view label);

// "A 200K-token context window", "a context window of 400,000 tokens", "400K context": how much a model can
// read, on which no price hangs. "Over 200K context" is a length that is sent.
bool isContextWindow(std::string_view text, const Quantity& figure, Span within);

// "For prompts over 200K tokens", "≤128k": a length on which a price hangs, in its words; empty where none is
// said. `perTokens` are those that the price itself is for.
std::string lengthTermsIn(std::string_view text, std::span<const Quantity> figures, Span within,
                          double perTokens);

} // namespace parallax::data
