// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_row.h"

#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_figure.h"
#include "data/claim/claim_list.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

// The amounts of money that stand in a row with one, in their order.
std::vector<const Quantity*> amountRow(const ClaimSentence& sentence, Span money) {
    std::vector<const Quantity*> row;
    bool holds = false;
    for (const Quantity& one : sentence.figures) {
        if (one.dimension != Dimension::Currency || !isWithin(one.span, sentence.span))
            continue;
        const bool linked =
            !row.empty() && isListLink(sentence.said({row.back()->span.end, one.span.begin})) &&
            !trim(sentence.said({row.back()->span.end, one.span.begin})).starts_with('/') && !row.back()->per;
        if (!linked) {
            if (holds)
                break;
            row.clear();
        }
        row.push_back(&one);
        holds = holds || one.span.begin == money.begin;
    }
    return holds ? row : std::vector<const Quantity*>();
}

// "Input and output are $2.50 and $10": the sides of two amounts, as they are named before them, once each.
std::vector<TokenSide> sidesBefore(const ClaimSentence& sentence, std::size_t end) {
    std::vector<TokenSide> sides;
    for (const ClaimWordAt& one : sentence.words.words) {
        if (!isWithin(one.span, {sentence.span.begin, end}))
            continue;
        const bool both = one.word == ClaimWord::Total && // "input and output"
                          turnIn(lowerAscii(sentence.said(one.span)), Turn::CountedInput);
        if (one.word == ClaimWord::Input || both)
            sides.push_back(TokenSide::Input);
        if (one.word == ClaimWord::Output || both)
            sides.push_back(TokenSide::Output);
    }
    return sides.size() == 2 && sides[0] != sides[1] ? sides : std::vector<TokenSide>();
}

// The place of an amount in the row that names the sides of both.
std::optional<TokenSide> sideInRow(const ClaimSentence& sentence, const std::vector<const Quantity*>& amounts,
                                   Span money) {
    if (amounts.size() != 2)
        return std::nullopt;
    const std::vector<TokenSide> sides = sidesBefore(sentence, amounts.front()->span.begin);
    const Span behind{amounts.back()->span.begin, sentence.span.end};
    const bool again =
        sentence.words.says(ClaimWord::Input, behind) || sentence.words.says(ClaimWord::Output, behind);
    if (sides.empty() || again)
        return std::nullopt;
    return sides[amounts.front()->span.begin == money.begin ? 0 : 1];
}

} // namespace

std::vector<const ModelAt*> modelRowBefore(const ClaimSentence& sentence, std::size_t end) {
    std::vector<const ModelAt*> row;
    for (const ModelAt& one : sentence.words.models) {
        if (!isWithin(one.span, sentence.span) || one.span.end > end)
            continue;
        if (!row.empty()) {
            std::string_view between = trim(sentence.said({row.back()->span.end, one.span.begin}));
            // "GPT-4o and Anthropic's Claude": whose it is may stand before.
            for (const NameAt& name : sentence.words.names)
                if (name.span.begin >= row.back()->span.end && name.span.end <= one.span.begin)
                    between = trim(sentence.said({row.back()->span.end, name.span.begin}));
            if (!isListLink(between))
                row.clear();
        }
        row.push_back(&one);
    }
    // "Unlike Claude 3.5 Sonnet, GPT-4o costs …" is no list of two.
    if (row.size() == 2) {
        const std::string_view link = trim(sentence.said({row[0]->span.end, row[1]->span.begin}));
        if (link == "," || link == "，")
            row.erase(row.begin());
    }
    return row;
}

std::optional<TokenPrice> priceInRow(const ClaimSentence& sentence, Span money) {
    constexpr std::size_t reach = 32; // bytes behind the last amount: "per million input tokens"
    const std::vector<const Quantity*> amounts = amountRow(sentence, money);
    if (amounts.size() < 2)
        return std::nullopt;
    const std::size_t models = modelRowBefore(sentence, amounts.front()->span.begin).size();
    const auto side = models <= 1 ? sideInRow(sentence, amounts, money) : std::nullopt;
    if (models != amounts.size() && !side)
        return std::nullopt;
    const Quantity& last = *amounts.back();
    TokenPrice price;
    if (last.per && last.per->unit == "token")
        price.tokens = last.per->value.toDouble();
    else if (const auto around = tokenPriceAround(sentence.text, last.span))
        price = *around;
    if (!(price.tokens > 0))
        return std::nullopt;
    if (side) {
        price.side = *side;
        return price;
    }
    const Span whole = sentence.span;
    if (price.side == TokenSide::Unstated)
        price.side = tokenSideNear(sentence.words, last.span, {last.span.begin, whole.end}, reach);
    if (price.side == TokenSide::Unstated) {
        const Span before{whole.begin, amounts.front()->span.begin};
        price.side = tokenSideNear(sentence.words, amounts.front()->span, before, whole.end - whole.begin);
    }
    return price;
}

} // namespace parallax::data
