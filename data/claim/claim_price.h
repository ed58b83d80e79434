// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "data/article/article.h"
#include "data/measure/claim.h"

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

} // namespace parallax::data
