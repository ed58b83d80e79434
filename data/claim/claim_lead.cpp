// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_lead.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_figure.h"
#include "data/claim/claim_side_order.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

constexpr double fewestLed = 1000, mostLed = 1e9; // tokens that a price is for

double tokensOfLead(std::string_view lead) {
    if (const auto tokens = tokensPricedBy(lead))
        return *tokens;
    for (const Quantity& one : parseQuantities(lead, {}))
        if (isTokenCount(one) && one.bound == Bound::Exact)
            return one.value.toDouble();
    return 0;
}

// Of two amounts of an item the side that one is for: by the words beside it, else of "$5 / $25" by the order
// in which the lead names both.
TokenSide sideOfTwo(const ClaimSentence& sentence, Span money) {
    constexpr std::size_t reach = 24; // bytes
    const std::string_view ahead = sentence.said(
        {std::max(sentence.span.begin, money.begin - std::min(money.begin, reach)), money.begin});
    const std::string_view behind =
        sentence.said({money.end, std::min(sentence.span.end, money.end + reach)});
    if (const TokenSide side = sideBesideAmount(ahead, behind); side != TokenSide::Unstated)
        return side;
    const SidesNamed named = sidesNamedIn(sentence.lead);
    if (!named.both())
        return TokenSide::Unstated;
    const bool input = named.first == TokenSide::Input;
    if (trim(behind).starts_with("/") || trim(behind).starts_with("／"))
        return named.first;
    if (!endsInAmountAndBar(lowerAscii(ahead)))
        return TokenSide::Unstated;
    return input ? TokenSide::Output : TokenSide::Input;
}

} // namespace

std::string_view leadOf(const Article& article, int block) {
    constexpr std::size_t longest = 400; // bytes
    if (block < 0 || article.blocks[static_cast<std::size_t>(block)].kind != BlockKind::ListItem)
        return {};
    int at = block;
    while (at > 0 && article.blocks[static_cast<std::size_t>(at)].kind == BlockKind::ListItem)
        --at;
    const Block& before = article.blocks[static_cast<std::size_t>(at)];
    const std::string_view text = trim(before.text);
    const bool leads = text.ends_with(':') || text.ends_with("：");
    return before.kind != BlockKind::ListItem && leads && text.size() <= longest ? text : std::string_view();
}

TokenSide sideAbove(const Article& article, int block, std::string_view lead) {
    const auto alone = [](std::string_view text) {
        const SidesNamed named = sidesNamedIn(text);
        if (named.special || named.input == named.output)
            return TokenSide::Unstated;
        return named.input ? TokenSide::Input : TokenSide::Output;
    };
    if (const TokenSide side = alone(lead); side != TokenSide::Unstated)
        return side;
    constexpr int farthest = 100; // blocks
    for (int at = block - 1; at >= std::max(0, block - farthest); --at)
        if (const Block& one = article.blocks[static_cast<std::size_t>(at)]; one.kind == BlockKind::Heading)
            return alone(one.text);
    return TokenSide::Unstated;
}

std::optional<TokenPrice> priceByLead(const ClaimSentence& sentence, Span money) {
    if (sentence.lead.empty())
        return std::nullopt;
    const auto amounts = std::ranges::count_if(sentence.figures, [&](const Quantity& one) {
        return one.dimension == Dimension::Currency && isWithin(one.span, sentence.span);
    });
    const std::string_view behind = trim(sentence.said({money.end, sentence.span.end}));
    const bool last = behind.empty() || behind == "." || behind == "。";
    const TokenSide own = amounts == 2 ? sideOfTwo(sentence, money) : TokenSide::Unstated;
    if (!(amounts == 1 && last) && own == TokenSide::Unstated)
        return std::nullopt;
    const double tokens = tokensOfLead(sentence.lead);
    if (tokens < fewestLed || tokens > mostLed)
        return std::nullopt;
    const std::string small = lowerAscii(sentence.lead);
    const bool input = static_cast<bool>(turnIn(small, Turn::CountedInput));
    const bool output = static_cast<bool>(turnIn(small, Turn::CountedOutput));
    TokenPrice price;
    price.tokens = tokens;
    price.side = input == output ? TokenSide::Unstated : input ? TokenSide::Input : TokenSide::Output;
    if (own != TokenSide::Unstated)
        price.side = own;
    return price;
}

} // namespace parallax::data
