// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_sides.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/ascii.h"

namespace parallax::data {
namespace {

// Of the words that keep two figures apart those that set one against the other.
constexpr std::array<std::string_view, 15> contrasts{
    "against", "as against", "versus", "vs",     "vs.",  "compared with", "compared to", "than",
    "對",      "对",         "相較於", "相较于", "對比", "对比",          "相对于"};

bool isContrast(std::string_view text, Span own, const ClaimWords& words) {
    std::size_t begin = text.find_first_not_of(" \n,;", own.begin);
    for (const std::string_view mark : {"，", "；"})
        if (begin != text.npos && text.substr(begin).starts_with(mark))
            begin += mark.size();
    return std::ranges::any_of(words.words, [&](const ClaimWordAt& one) {
        return one.word == ClaimWord::Apart && one.span.begin == begin &&
               std::ranges::find(contrasts, lowerAscii(text.substr(begin, one.span.end - begin))) !=
                   contrasts.end();
    });
}

// The only one who is named there; nullptr for nobody, and for several.
const ClaimSubject* onlyIn(Span own, const ClaimWords& words) {
    const ClaimSubject* found = nullptr;
    for (const NameAt& name : words.names) {
        if (name.span.begin < own.begin || name.span.end > own.end)
            continue;
        if (found != nullptr && found->name != name.subject.name)
            return nullptr;
        found = &name.subject;
    }
    return found;
}

bool namesNobody(Span own, const ClaimWords& words) {
    return std::ranges::none_of(words.names, [&](const NameAt& name) {
        return name.span.begin >= own.begin && name.span.end <= own.end;
    });
}

} // namespace

std::vector<std::vector<ClaimSubject>> sidesOf(std::string_view text, std::span<const ListedFigure> figures,
                                               const ClaimWords& words) {
    constexpr std::size_t named = 2;
    std::vector<std::vector<ClaimSubject>> sides(figures.size());
    if (figures.size() <= named || figures[0].figureClass != figures[1].figureClass)
        return sides;
    const ClaimSubject* const first = onlyIn(figures[0].own, words);
    const ClaimSubject* const second = onlyIn(figures[1].own, words);
    const auto rest = figures.subspan(named);
    if (first == nullptr || second == nullptr || first->name == second->name ||
        !std::ranges::all_of(rest, [&](const ListedFigure& one) { return namesNobody(one.own, words); }))
        return sides;
    bool anyPair = false;
    for (std::size_t i = named; i < figures.size(); ++i) {
        const bool paired = i + 1 < figures.size() && figures[i + 1].figureClass == figures[i].figureClass &&
                            isContrast(text, figures[i + 1].own, words);
        if (!paired) {
            sides[i] = {*first, *second};
            continue;
        }
        anyPair = true;
        sides[i] = {*first};
        sides[++i] = {*second};
    }
    return anyPair ? sides : std::vector<std::vector<ClaimSubject>>(figures.size());
}

bool isAgainstNobody(const ClaimSentence& sentence, Span own, const Claim& claim, const Claim& before) {
    if (!isContrast(sentence.text, own, sentence.words) || sentence.namesAnybody(own) ||
        sentence.namesAModel(own))
        return false;
    // "AWS is slower than Azure: 1.7 s against 1.5 s": it is rather somebody else's who is named.
    if (claim.subject.name == before.subject.name && claim.model == before.model && claim.from.empty() &&
        std::ranges::any_of(sentence.words.names, [&](const NameAt& one) {
            return isWithin(one.span, sentence.span) && one.subject.name != claim.subject.name &&
                   one.subject.providers != claim.subject.providers;
        }))
        return true;
    return claim.kind == before.kind && claim.span == before.span &&
           claim.subject.name == before.subject.name && claim.model == before.model &&
           claim.region == before.region && claim.statistic == before.statistic &&
           claim.quantile == before.quantile && claim.tokens == before.tokens &&
           (claim.side == before.side || claim.side == TokenSide::Unstated) && claim.from == before.from &&
           claim.to == before.to && claim.past == before.past && claim.setting == before.setting &&
           claim.contract == before.contract;
}

TokenSide sideRespectively(const ClaimSentence& sentence, std::span<const ClaimPart> parts, std::size_t at) {
    if (parts.size() < 2 || !sentence.words.says(ClaimWord::Respectively, sentence.span) ||
        !std::ranges::all_of(parts, [](const ClaimPart& part) {
            return part.figureClass == FigureClass::Price && part.side == TokenSide::Unstated;
        }))
        return TokenSide::Unstated;
    for (const Span where : {Span{sentence.span.begin, parts.front().figure->span.begin},
                             Span{parts.back().figure->span.end, sentence.span.end}}) {
        std::vector<TokenSide> named;
        for (const ClaimWordAt& one : sentence.words.words) {
            const TokenSide side = one.word == ClaimWord::Input    ? TokenSide::Input
                                   : one.word == ClaimWord::Output ? TokenSide::Output
                                   : one.word == ClaimWord::Cached ? TokenSide::CachedInput
                                                                   : TokenSide::Unstated;
            if (side != TokenSide::Unstated && isWithin(one.span, where))
                named.push_back(side);
        }
        if (named.size() == parts.size())
            return named[at];
    }
    return TokenSide::Unstated;
}

} // namespace parallax::data
