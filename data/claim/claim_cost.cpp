// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_cost.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_cut.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

// "Costs OpenAI $1.20", "costs the company $3.40": whom it costs stands behind the verb.
bool costsTheSeller(const ClaimSentence& sentence, Span before) {
    const std::string lower = lowerAscii(sentence.said(before));
    for (const std::string_view verb : {"costs ", "cost ", "costing "})
        for (std::size_t at = lower.find(verb); at != lower.npos; at = lower.find(verb, at + 1)) {
            const std::size_t behind = at + verb.size();
            if (turnAtBegin(std::string_view(lower).substr(behind), Turn::Sellers))
                return true;
            if (std::ranges::any_of(sentence.words.names, [&](const NameAt& one) {
                    return one.span.begin == before.begin + behind;
                }))
                return true;
        }
    return false;
}

// "OpenAI's cost for …", "OpenAI's own costs are …"; of "OpenAI's GPT-4o costs …" it is a verb.
bool isCostOfAName(const ClaimSentence& sentence, Span before) {
    for (const NameAt& name : sentence.words.names) {
        if (!isWithin(name.span, before))
            continue;
        std::string rest = lowerAscii(sentence.said({name.span.end, before.end}));
        std::string_view behind = rest;
        bool possessive = false;
        for (const std::string_view mark : {"'s ", "’s "})
            if (behind.starts_with(mark)) {
                behind.remove_prefix(mark.size());
                possessive = true;
            }
        const std::size_t noun = behind.find("cost");
        if (!possessive || noun == behind.npos)
            continue;
        const std::string_view kind = trim(behind.substr(0, noun));
        if (kind.empty() || isTurn(kind, Turn::CostKinds))
            return true;
    }
    return false;
}

// OpenAI 為 GPT-4o 付出 1 美元, 微軟向 OpenAI 支付 …; "OpenAI has a cost of $1": what somebody who is named
// pays.
bool isPaidByAName(const ClaimSentence& sentence, Span before) {
    return std::ranges::any_of(sentence.words.names, [&](const NameAt& name) {
        if (!isWithin(name.span, before))
            return false;
        const std::string behind = lowerAscii(trim(sentence.said({name.span.end, before.end})));
        return turnAtBegin(behind, Turn::CostHad) ||
               (turnAtBegin(behind, Turn::PayerLinks) && turnIn(behind, Turn::Pays));
    });
}

// Where the figure's clause begins: behind the last mark or "but" before it.
std::size_t clauseFrom(const ClaimSentence& sentence, std::size_t figure) {
    std::size_t begin = sentence.span.begin;
    for (std::size_t at = begin; at < figure; ++at) {
        const std::string_view rest = sentence.text.substr(at);
        const bool number = at + 1 < figure && isDigit(static_cast<unsigned char>(rest[1])) && at > 0 &&
                            isDigit(static_cast<unsigned char>(sentence.text[at - 1]));
        if (const std::size_t size = clauseMarkAt(rest); size > 0 && !number)
            begin = at + size;
        else if (rest.starts_with(": ") || rest.starts_with(" but "))
            begin = at + 1;
        else if (rest.starts_with("：") || rest.starts_with("但"))
            begin = at + 3;
    }
    return std::min(begin, figure);
}

} // namespace

bool isCostOfSeller(const ClaimSentence& sentence, Span own, Span figure) {
    const Span before{own.begin, figure.begin};
    return isPaidByAName(sentence, before) || costsTheSeller(sentence, before) ||
           isCostOfAName(sentence, before) || turnIn(lowerAscii(sentence.said(before)), Turn::CostNouns) ||
           turnIn(lowerAscii(sentence.said({figure.end, own.end})), Turn::CostAims);
}

std::string uncertainTerms(const ClaimSentence& sentence, Span own, const Quantity& figure, bool expected) {
    const std::string_view before = sentence.said({own.begin, figure.span.begin});
    // 開發者調用 GPT-5 的成本: theirs is the price.
    if (const TurnAt cost = turnIn(before, Turn::CostTerms); cost && !turnIn(before, Turn::CostPayers))
        return std::string(before.substr(cost.at, cost.size));
    if (!expected)
        return {};
    for (const ClaimWordAt& one : sentence.words.words)
        if (one.word == ClaimWord::Expected && isWithin(one.span, own))
            return std::string(sentence.said(one.span));
    const std::string_view hedge = sentence.said(figure.hedgeSpan);
    return hedge.empty() ? "expected" : std::string(hedge);
}

bool isDeniedOrWanted(const ClaimSentence& sentence, Span figure) {
    std::string clause = lowerAscii(sentence.said({clauseFrom(sentence, figure.begin), figure.begin}));
    for (const std::string_view one : formsOf(Turn::NoDenial))
        for (std::size_t at = clause.find(one); at != clause.npos; at = clause.find(one))
            clause.erase(at, one.size());
    // "OpenAI wants 40 cents": as one asks a price, and no wish.
    if (clause.ends_with(" wants "))
        clause.erase(clause.size() - std::string_view("wants ").size());
    return static_cast<bool>(turnIn(clause, Turn::Denied));
}

bool isOfDurability(const ClaimSentence& sentence, Span own, Span figure) {
    const std::string behind = lowerAscii(trim(sentence.said({figure.end, own.end})));
    const std::string before = lowerAscii(sentence.said({own.begin, figure.begin}));
    return std::ranges::any_of(formsOf(Turn::OtherShares),
                               [&](std::string_view one) {
                                   return behind.starts_with(one) ||
                                          behind.starts_with("的" + std::string(one)) ||
                                          behind.starts_with("的 " + std::string(one));
                               }) ||
           std::ranges::any_of(formsOf(Turn::OtherShares), [&](std::string_view one) {
               const std::size_t at = before.rfind(one);
               return at != before.npos && before.size() - at < 28;
           });
}

} // namespace parallax::data
