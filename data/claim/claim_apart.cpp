// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_apart.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

// Where the name begins with those of its maker before it: "Anthropic's Claude Opus 4".
std::size_t beginOfRow(const ClaimSentence& sentence, std::size_t begin) {
    const auto& names = sentence.words.names; // in the order of the text
    for (auto one = names.rbegin(); one != names.rend(); ++one) {
        if (one->span.end > begin || one->span.begin < sentence.span.begin)
            continue;
        const std::string_view gap = trim(sentence.said({one->span.end, begin}));
        if (!(gap.empty() || gap == "'s" || gap == "’s" || gap == "的"))
            break;
        begin = one->span.begin;
    }
    return begin;
}

// The form right before a place, behind an article or a preposition.
TurnAt formBefore(const ClaimSentence& sentence, std::size_t at, Turn turn) {
    constexpr std::size_t reach = 40; // bytes of the longest form with an article
    const std::size_t from = std::max(sentence.span.begin, at - std::min(at, reach));
    const std::string small = lowerAscii(sentence.said({from, at}));
    std::string_view before = trim(std::string_view(small));
    for (const std::string_view link : {" the", " its", " an", " a", " with", " on"})
        if (before.ends_with(link) && !turnAtEnd(before, turn))
            before = trim(before.substr(0, before.size() - link.size()));
    TurnAt found = turnAtEnd(before, turn);
    found.at = found ? from + found.at : found.at;
    return found;
}

// A clause of its own before the first figure: a comma behind the name, and nothing that is told of it.
bool closes(const ClaimSentence& sentence, std::size_t end) {
    const std::string behind = lowerAscii(sentence.said({end, std::min(end + 16, sentence.span.end)}));
    if (!behind.starts_with(",") && !behind.starts_with("，"))
        return false;
    const std::string_view next = trim(std::string_view(behind).substr(behind.starts_with(",") ? 1 : 3));
    if (turnAtBegin(next, Turn::OfItself) || next.starts_with("who ") || next.starts_with("其"))
        return false;
    return std::ranges::none_of(sentence.figures, [&](const Quantity& one) {
        return (one.dimension == Dimension::Currency || one.dimension == Dimension::Ratio) &&
               isWithin(one.span, {sentence.span.begin, end});
    });
}

template <typename Drop>
void dropFrom(ClaimWords& words, const Drop& drop) {
    std::erase_if(words.names, [&](const NameAt& one) { return drop(one.span); });
    std::erase_if(words.models, [&](const ModelAt& one) { return drop(one.span); });
}

} // namespace

std::optional<ClaimWords> withoutSetApart(const ClaimSentence& sentence) {
    std::vector<Span> apart;
    const auto look = [&](Span span) {
        if (isWithin(span, sentence.span) && closes(sentence, span.end))
            if (const TurnAt form = formBefore(sentence, beginOfRow(sentence, span.begin), Turn::SetsApart))
                apart.push_back({form.at, span.end});
    };
    for (const NameAt& one : sentence.words.names)
        look(one.span);
    for (const ModelAt& one : sentence.words.models)
        look(one.span);
    if (apart.empty())
        return std::nullopt;
    ClaimWords words = sentence.words;
    dropFrom(words, [&](Span span) {
        return std::ranges::any_of(apart, [&](Span one) { return isWithin(span, one); });
    });
    return words;
}

ClaimWords withoutCompared(const ClaimSentence& sentence) {
    ClaimWords words = sentence.words;
    dropFrom(words, [&](Span span) {
        const std::size_t begin = beginOfRow(sentence, span.begin);
        return formBefore(sentence, begin, Turn::Comparatives) ||
               formBefore(sentence, begin, Turn::SetsApart);
    });
    return words;
}

} // namespace parallax::data
