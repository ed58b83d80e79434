// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_tense.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "data/claim/ascii.h"

namespace parallax::data {
namespace {

constexpr auto pastVerbs =
    std::to_array<std::string_view>({"was", "were", "had", "took", "paid", "came", "stood", "went", "asked"});
// Past, or a participle ("is charged", "has charged").
constexpr auto pastOrParticiple =
    std::to_array<std::string_view>({"charged", "billed", "sold", "listed", "offered", "demanded"});
constexpr auto auxiliaries =
    std::to_array<std::string_view>({"is", "are", "be", "been", "being", "has", "have", "gets", "get"});
constexpr auto presentWords =
    std::to_array<std::string_view>({"is", "are", "charges", "costs", "takes", "asks", "sells", "bills",
                                     "lists", "offers", "pays", "pay", "now", "today", "has", "currently"});
constexpr auto nowWords = std::to_array<std::string_view>(
    {" now ", "today", "currently", "現在", "现在", "目前", "如今", "現為", "现为", "今日", "現已", "现已",
     "現降", "现降", " came to ", " fell to ", " dropped to ", " was cut to "});

bool isAmong(std::string_view word, const auto& list) {
    return std::ranges::find(list, word) != list.end();
}

// "GPT-4o cost $5", "it cost $5": of one, which in the present costs. "Tokens of GPT-4o cost" are many.
bool isPastCost(const ClaimSentence& sentence, std::size_t verb, std::string_view before) {
    if (before == "it")
        return true;
    return std::ranges::any_of(sentence.words.models, [&](const ModelAt& one) {
        if (one.span.begin < sentence.span.begin || one.span.end > verb ||
            !trim(sentence.said({one.span.end, verb})).empty())
            return false;
        const std::string ahead =
            ' ' + lowerAscii(trim(sentence.said({sentence.span.begin, one.span.begin})));
        return std::ranges::none_of(std::array<std::string_view, 9>{" of", " for", " with", " and", " on",
                                                                    " to", " in", " or", " via"},
                                    [&](std::string_view link) { return ahead.ends_with(link); });
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
        if (isAmong(word, pastVerbs) || (word == "cost" && isPastCost(sentence, at, last)))
            past = true;
        else if (isAmong(word, pastOrParticiple))
            past = !isAmong(last, auxiliaries) && (past || last != "as");
        else if (isAmong(word, presentWords))
            past = false;
        last = word;
        at = to;
    }
    return past;
}

bool saysNow(std::string_view text) {
    const std::string lower = lowerAscii(text);
    return std::ranges::any_of(nowWords,
                               [&](std::string_view word) { return lower.find(word) != lower.npos; });
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
