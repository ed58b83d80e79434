// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_correction.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_price.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

constexpr std::size_t openingReach = 64; // bytes of a sentence in which it says what it is
constexpr double largestPrice = 1000;    // dollars; more is a sale, a stake, an investment

std::string openingOf(std::string_view text) {
    text = text.substr(std::min(text.find_first_not_of(" \n\t*_>#([\"-"), text.size()));
    return lowerAscii(text.substr(0, openingReach));
}

// The amount that a sentence states of no model and of no side of its own: "The list price is $2.50."
const Quantity* amountOfNobody(const ClaimSentence& sentence, const Claim& claim) {
    const auto says = [&](ClaimWord word) { return sentence.words.says(word, sentence.span); };
    const bool otherSide = (says(ClaimWord::Input) && claim.side != TokenSide::Input) ||
                           (says(ClaimWord::Output) && claim.side != TokenSide::Output) ||
                           (says(ClaimWord::Cached) && claim.side != TokenSide::CachedInput) ||
                           says(ClaimWord::Blended);
    if (otherSide || sentence.namesAModel(sentence.span))
        return nullptr;
    for (const Quantity& one : sentence.figures)
        if (isWithin(one.span, sentence.span) && one.dimension == Dimension::Currency &&
            one.value.toDouble() < largestPrice &&
            countOnlyBehind(lowerAscii(sentence.said({one.span.end, sentence.span.end}))) != 0.0)
            return &one;
    return nullptr;
}

} // namespace

std::string correctionAt(std::string_view text) {
    const std::string opening = openingOf(text);
    const TurnAt found = turnAtBegin(opening, Turn::Corrects);
    if (!found)
        return {};
    const std::string_view behind = std::string_view(opening).substr(
        std::min(opening.find_first_not_of(" *_", found.size), opening.size()));
    const bool marked =
        behind.empty() ||
        std::ranges::any_of(std::array<std::string_view, 13>{":", "(", ",", ";", ".", "[", "—", "–", "：",
                                                             "（", "，", "。", "－"},
                            [&](std::string_view mark) { return behind.starts_with(mark); });
    return marked ? opening.substr(0, found.size) : std::string();
}

std::string takenBackIn(const ClaimSentence& sentence, const Claim& claim) {
    if (claim.kind != ClaimKind::Price && !claim.contract)
        return {};
    const std::string opening = openingOf(sentence.said(sentence.span));
    if (const TurnAt found = turnAtBegin(opening, Turn::TakesBack))
        return opening.substr(0, found.size);
    if (opening.starts_with("no") && opening.find_first_of("abcdefghijklmnopqrstuvwxyz", 2) == opening.npos)
        return "no";
    if (claim.kind != ClaimKind::Price)
        return {};
    const Quantity* const amount = amountOfNobody(sentence, claim);
    if (amount == nullptr)
        return {};
    const std::string small = lowerAscii(sentence.said({sentence.span.begin, amount->span.begin}));
    return turnAtBegin(opening, Turn::Amends) || turnIn(small, Turn::Restates)
               ? std::string(sentence.said(amount->span))
               : std::string();
}

} // namespace parallax::data
