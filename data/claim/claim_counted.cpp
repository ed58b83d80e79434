// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_counted.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_figure.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

constexpr double fewestCounted = 1e6; // tokens

// The side that a stretch of words in small letters names; Unstated for none and for both.
TokenSide sideNamedIn(std::string_view small) {
    const bool input = static_cast<bool>(turnIn(small, Turn::CountedInput));
    const bool output = static_cast<bool>(turnIn(small, Turn::CountedOutput));
    return input == output ? TokenSide::Unstated : input ? TokenSide::Input : TokenSide::Output;
}

// "It costs $75 to have Claude 3 Opus write a million tokens."
std::optional<TokenPrice> priceOfWork(const ClaimSentence& sentence, Span money) {
    const Quantity* counted = nullptr;
    for (const Quantity& one : sentence.figures)
        if (one.span.begin >= money.end && isWithin(one.span, sentence.span)) {
            if (counted != nullptr)
                return std::nullopt;
            counted = &one;
        }
    if (counted == nullptr || !isTokenCount(*counted) || counted->bound != Bound::Exact ||
        counted->value.toDouble() < fewestCounted)
        return std::nullopt;
    const std::string gap = lowerAscii(trim(sentence.said({money.end, counted->span.begin})));
    const TokenSide side = sideNamedIn(gap);
    const bool last = turnAtEnd(gap, Turn::CountedOutput) || turnAtEnd(gap, Turn::CountedInput);
    // "It takes $2 to push a million input tokens through GPT-4.1."
    const std::string own = lowerAscii(sentence.said(counted->span));
    const TokenSide named = sideNamedIn(own);
    if (named != TokenSide::Unstated && turnAtBegin(gap, Turn::WorkOf))
        return TokenPrice{counted->value.toDouble(), named};
    if (!gap.starts_with("to have ") || side == TokenSide::Unstated || !last)
        return std::nullopt;
    return TokenPrice{counted->value.toDouble(), side};
}

} // namespace

std::optional<TokenPrice> priceOfCounted(const ClaimSentence& sentence, Span money) {
    const Quantity* counted = nullptr;
    int counts = 0; // since the last amount: of two lengths it would be the sum
    for (const Quantity& one : sentence.figures) {
        if (one.span.end > money.begin || !isWithin(one.span, sentence.span))
            continue;
        counts = one.dimension == Dimension::Currency ? 0 : counts + (isTokenCount(one) ? 1 : 0);
        if (isTokenCount(one))
            counted = &one;
    }
    if (counts == 0)
        return priceOfWork(sentence, money);
    if (counts != 1 || counted == nullptr || counted->value.toDouble() < fewestCounted ||
        counted->bound != Bound::Exact)
        return std::nullopt;
    const std::string said = lowerAscii(sentence.said(counted->span));
    const std::string gap = lowerAscii(sentence.said({counted->span.end, money.begin}));
    std::string ahead = lowerAscii(trim(sentence.said({sentence.span.begin, counted->span.begin})));
    if (ahead.ends_with("，")) // 輸出，一百萬個 token 才
        ahead.resize(ahead.size() - std::string_view("，").size());
    TokenSide side = sideNamedIn(said);
    if (side == TokenSide::Unstated && !turnIn(said, Turn::CountedInput)) // "tokens of Haiku 4.5 output"
        side = sideNamedIn(gap);
    if (side == TokenSide::Unstated && turnAtEnd(ahead, Turn::CountedOutput)) // 生成一百萬個 token
        side = TokenSide::Output;
    if (side == TokenSide::Unstated && turnAtEnd(ahead, Turn::CountedInput))
        side = TokenSide::Input;
    const std::string_view link = trim(std::string_view(gap));
    const bool priced = link.ends_with("is") &&
                        (ahead.find("price of") != ahead.npos || ahead.find("price for") != ahead.npos);
    // "…will process a million tokens of prompt for $1.10", "a million output tokens, $10"
    // A mark alone leads to an amount with which the sentence ends: "…, $8 were refunded" is of another kind.
    const std::string_view behind = trim(sentence.said({money.end, sentence.span.end}));
    const bool ends = behind.empty() || behind == "." || behind == "。" || behind == "!";
    const TurnAt lead = turnAtEnd(link, Turn::CountedFor);
    const bool mark = lead && !isAsciiLetter(link.back()) && static_cast<unsigned char>(link.back()) < 0x80;
    const bool asked = (lead && (ends || !mark)) || turnIn(gap, Turn::CountedCosts);
    if (side == TokenSide::Unstated || gap.find_first_of("$;") != gap.npos || (!priced && !asked))
        return std::nullopt;
    return TokenPrice{counted->value.toDouble(), side};
}

TokenSide sideBehind(const ClaimSentence& sentence, Span price) {
    constexpr std::size_t reach = 16; // bytes
    const std::string behind =
        lowerAscii(sentence.said({price.end, std::min(sentence.span.end, price.end + reach)}));
    std::string_view rest = trim(std::string_view(behind));
    TokenSide side = TokenSide::Unstated;
    for (const auto& [word, meant] :
         {std::pair<std::string_view, TokenSide>{"in", TokenSide::Input}, {"out", TokenSide::Output}})
        if (rest.starts_with(word) && (rest.size() == word.size() || !isAsciiLetter(rest[word.size()]))) {
            side = meant;
            rest = rest.substr(word.size());
        }
    // "In the API" says where.
    const bool ends = rest.empty() || std::string_view(".,;)/").find(rest.front()) != rest.npos ||
                      rest.starts_with(" and $") || rest.starts_with(" and us$") || rest.starts_with(" / ");
    return ends ? side : TokenSide::Unstated;
}

} // namespace parallax::data
