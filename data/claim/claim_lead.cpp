// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_lead.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_figure.h"
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

// Of two amounts of an item the side that one names: "$5 in, $25 out", 輸入 5 美元，輸出 25 美元, "$5 / $25".
TokenSide sideBeside(const ClaimSentence& sentence, Span money) {
    constexpr std::size_t reach = 24; // bytes
    const std::string ahead = lowerAscii(trim(sentence.said(
        {std::max(sentence.span.begin, money.begin - std::min(money.begin, reach)), money.begin})));
    const std::string behind =
        lowerAscii(trim(sentence.said({money.end, std::min(sentence.span.end, money.end + reach)})));
    std::string_view rest = behind;
    for (const std::string_view link : {"for ", "(", "（"})
        if (rest.starts_with(link))
            rest.remove_prefix(link.size());
    const auto isWord = [&](std::string_view word) {
        return rest.starts_with(word) && (rest.size() == word.size() || !isAsciiLetter(rest[word.size()]));
    };
    if (isWord("in") || turnAtBegin(rest, Turn::CountedInput))
        return TokenSide::Input;
    if (isWord("out") || turnAtBegin(rest, Turn::CountedOutput))
        return TokenSide::Output;
    if (turnAtEnd(ahead, Turn::CountedInput))
        return TokenSide::Input;
    if (turnAtEnd(ahead, Turn::CountedOutput))
        return TokenSide::Output;
    if (behind.starts_with("/") || behind.starts_with("／"))
        return TokenSide::Input;
    return endsInAmountAndBar(ahead) ? TokenSide::Output : TokenSide::Unstated;
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

std::optional<TokenPrice> priceByLead(const ClaimSentence& sentence, Span money) {
    if (sentence.lead.empty())
        return std::nullopt;
    const auto amounts = std::ranges::count_if(sentence.figures, [&](const Quantity& one) {
        return one.dimension == Dimension::Currency && isWithin(one.span, sentence.span);
    });
    const std::string_view behind = trim(sentence.said({money.end, sentence.span.end}));
    const bool last = behind.empty() || behind == "." || behind == "。";
    const TokenSide own = amounts == 2 ? sideBeside(sentence, money) : TokenSide::Unstated;
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
