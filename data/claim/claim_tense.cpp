// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_tense.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

// "GPT-4o cost $5", "it cost $5": of one, which in the present costs. "Tokens of GPT-4o cost" are many.
bool isPastCost(const ClaimSentence& sentence, std::size_t verb, std::string_view before) {
    // "A million tokens from it cost $75": of many.
    const std::string ahead = lowerAscii(sentence.said({sentence.span.begin, verb}));
    if (before == "it")
        return ahead.find("tokens") == ahead.npos;
    return std::ranges::any_of(sentence.words.models, [&](const ModelAt& one) {
        if (one.span.begin < sentence.span.begin || one.span.end > verb ||
            !trim(sentence.said({one.span.end, verb})).empty())
            return false;
        return !turnAtEnd(lowerAscii(trim(sentence.said({sentence.span.begin, one.span.begin}))),
                          Turn::OfModel);
    });
}

// The tense of the last verb before a place.
bool isPastBefore(const ClaimSentence& sentence, std::size_t end) {
    bool past = false;
    std::string last; // the word before
    for (std::size_t at = sentence.span.begin; at < end;) {
        std::size_t to = at;
        while (to < end && isAsciiLetter(sentence.text[to]))
            ++to;
        if (to == at) {
            ++at;
            continue;
        }
        const std::string word = lowerAscii(sentence.said({at, to}));
        if (isTurn(word, Turn::Past) || (word == "cost" && isPastCost(sentence, at, last)))
            past = true;
        else if (isTurn(word, Turn::PastOrParticiple))
            past = !isTurn(last, Turn::Auxiliaries) && (past || last != "as");
        else if (isTurn(word, Turn::Present))
            past = false;
        last = word;
        at = to;
    }
    return past;
}

bool saysNow(std::string_view text) {
    return static_cast<bool>(turnIn(lowerAscii(text), Turn::Now));
}

} // namespace

bool isToldAsFormer(const ClaimSentence& sentence, std::span<const ClaimPart> parts, std::size_t at) {
    const Span figure = parts[at].figure->span;
    if (isPastBefore(sentence, figure.begin))
        return true;
    if (at + 1 >= parts.size() || parts[at + 1].figureClass != FigureClass::Price)
        return false;
    const std::size_t from = at > 0 ? parts[at - 1].figure->span.end : sentence.span.begin;
    return saysNow(sentence.said({figure.end, parts[at + 1].figure->span.begin})) &&
           !saysNow(sentence.said({from, figure.begin}));
}

} // namespace parallax::data
