// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_around.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_lists.h"
#include "data/claim/claim_time.h"
#include "data/claim/claim_turns.h"
#include "data/claim/claim_unread.h"

namespace parallax::data {
namespace {

void addTurn(std::vector<std::string>& to, std::string_view said, const std::string& small, Turn turn) {
    if (const TurnAt found = turnIn(small, turn))
        addUnread(to, {std::string(said.substr(found.at, found.size))});
}

bool beginsWithPointer(const std::string& small) {
    return static_cast<bool>(turnAtBegin(trim(std::string_view(small)), Turn::PointsBack));
}

// A region that price lists are of anyway, and the dollars of one.
bool isHome(const ClaimSentence& sentence, Span region) {
    static constexpr std::array<std::string_view, 8> home{"us",       "the us",        "usa",  "u.s.",
                                                          "the u.s.", "united states", "美國", "美国"};
    const std::string said = lowerAscii(sentence.said(region));
    const std::string_view behind = trim(sentence.said({region.end, sentence.span.end}));
    return std::ranges::find(home, said) != home.end() || behind.starts_with("dollar") ||
           behind.starts_with("$");
}

// "Arrived in November": since when there is a model, and not when it cost so much.
bool isOfRelease(const ClaimSentence& sentence, Span time) {
    std::size_t verbEnd = time.begin; // "released GPT-5 in August": the model may stand between
    for (const ModelAt& one : sentence.words.models)
        if (isWithin(one.span, {sentence.span.begin, time.begin}))
            if (const std::string_view gap = trim(sentence.said({one.span.end, time.begin}));
                gap.empty() || gap == "in")
                verbEnd = one.span.begin;
    const std::string before = lowerAscii(trim(sentence.said({sentence.span.begin, verbEnd})));
    const std::string behind = lowerAscii(trim(sentence.said({time.end, sentence.span.end})));
    return (sentence.namesAModel(sentence.span) || sentence.words.says(ClaimWord::Model, sentence.span)) &&
           (turnAtEnd(before, Turn::Releases) || turnAtBegin(behind, Turn::Releases));
}

// "Nothing has changed since then", 未曾改變: that takes nothing back.
bool isNoChange(const std::string& small, TurnAt untrue) {
    const std::string_view word = std::string_view(small).substr(untrue.at, untrue.size);
    const bool change = word.find("chang") != word.npos || word.starts_with("改") || word.starts_with("已改");
    return change && turnAtEnd(trim(std::string_view(small).substr(0, untrue.at)), Turn::NoChange);
}

bool quotesSomebody(std::string_view said) {
    // Where it ends the quotation is often cut off.
    return said.find("「") != said.npos || said.find("“") != said.npos || said.find('"') != said.npos;
}

// A time that is not the article's, by its words.
void addDates(ClaimAround& to, const ClaimSentence& sentence, std::string_view day) {
    for (const SaidAt& one : timesIn(sentence, day))
        if (!isOfRelease(sentence, one.span) && (one.time.past || (!day.empty() && one.time.from > day)))
            addUnread(to.dates, {std::string(sentence.said(one.span))});
    const auto isYear = [&](const Quantity& one) {
        const std::string_view said = sentence.said(one.span);
        return one.dimension == Dimension::Number && said.size() == 4 &&
               (said.starts_with("19") || said.starts_with("20")) && !day.starts_with(said);
    };
    // "Since December 2024": so today.
    const auto stillHolds = [&](const Quantity& one) {
        return !one.from.empty() && !day.empty() && one.from <= day;
    };
    for (const Quantity& one : sentence.figures)
        if (isWithin(one.span, sentence.span) &&
            (isYear(one) || one.kind == QuantityKind::Deadline ||
             (one.kind == QuantityKind::Period &&
              (one.openToTheLeft || (one.openToTheRight && !stillHolds(one))))))
            addUnread(to.dates, {std::string(sentence.said(one.span))});
}

} // namespace

ClaimAround aroundIn(const ClaimSentence& sentence, AroundPlace place, std::string_view day) {
    ClaimAround around;
    const std::string_view said = sentence.said(sentence.span);
    const std::string small = lowerAscii(said);
    const bool back = place == AroundPlace::Before || beginsWithPointer(small);
    // "With the Batch API it is half as much": of what follows there, not of what stands before.
    const TurnAt opening = turnAtBegin(trim(std::string_view(small)), Turn::OpensCircumstance);
    if (place == AroundPlace::Before || !opening || !isAsciiLetter(small.front())) {
        for (const ClaimWordAt& one : sentence.words.words)
            if (one.word == ClaimWord::Special && isWithin(one.span, sentence.span))
                addUnread(around.any, {std::string(sentence.said(one.span))});
        for (const Mention& mention : mentionsOf(said, claimLists().plain))
            if (static_cast<std::size_t>(mention.sense.measure) == circumstanceWord)
                addUnread(around.any, {std::string(said.substr(mention.span.begin,
                                                               mention.span.end - mention.span.begin))});
    }
    if (const TurnAt untrue = turnIn(small, Turn::Untrue); untrue && !isNoChange(small, untrue))
        addUnread(around.any, {std::string(said.substr(untrue.at, untrue.size))});
    addTurn(around.any, said, small, Turn::Drafts);
    addTurn(around.ofPrices, said, small, Turn::OtherCurrencies);
    // What somebody is quoted with behind a figure is of his own day, and of what he speaks of.
    if (back || !quotesSomebody(said)) {
        addTurn(around.ofPrices, said, small, Turn::Resale);
        addDates(around, sentence, day);
    }
    for (const ClaimWordAt& one : sentence.words.words) {
        if (!isWithin(one.span, sentence.span))
            continue;
        const bool coming =
            one.word == ClaimWord::Future || one.word == ClaimWord::Coming || one.word == ClaimWord::Expected;
        if (one.word == ClaimWord::Denial || (coming && back))
            addUnread(around.any, {std::string(sentence.said(one.span))});
    }
    if (!back)
        return around;
    for (const RegionAt& one : sentence.words.regions)
        if (isWithin(one.span, sentence.span) && !isHome(sentence, one.span)) // lists have none
            addUnread(around.beside, {std::string(sentence.said(one.span))});
    for (const NameAt& one : sentence.words.names)
        if (one.cloud && isWithin(one.span, sentence.span) && around.clouds.size() < mostUnread)
            around.clouds.push_back(one.subject);
    return around;
}

ClaimAround aroundIn(std::string_view text, const Names& names, AroundPlace place, std::string_view day) {
    const ClaimWords words = claimWordsIn(text, names);
    const std::vector<Quantity> figures = parseQuantities(text, {});
    const ClaimSentence sentence{text, {0, text.size()}, figures, words};
    return statesAmount(sentence) ? ClaimAround{} : aroundIn(sentence, place, day);
}

bool pointsBack(const ClaimSentence& sentence) {
    return beginsWithPointer(lowerAscii(sentence.said(sentence.span)));
}

bool statesAmount(const ClaimSentence& sentence) {
    return std::ranges::any_of(sentence.figures, [&](const Quantity& one) {
        return one.dimension == Dimension::Currency && isWithin(one.span, sentence.span);
    });
}

void addAround(ClaimAround& to, const ClaimAround& from) {
    addUnread(to.any, from.any);
    addUnread(to.dates, from.dates);
    addUnread(to.ofPrices, from.ofPrices);
    addUnread(to.ofListed, from.ofListed);
    addUnread(to.beside, from.beside);
    for (const ClaimSubject& one : from.clouds)
        if (to.clouds.size() < mostUnread &&
            std::ranges::find(to.clouds, one.name, &ClaimSubject::name) == to.clouds.end())
            to.clouds.push_back(one);
}

void leaveAround(Claim& claim, const ClaimAround& around, bool sellerNamed) {
    addUnread(claim.unread, around.any);
    if (claim.from.empty() && !claim.past)
        addUnread(claim.unread, around.dates);
    if (claim.kind == ClaimKind::Price)
        addUnread(claim.unread, around.ofPrices);
    if (claim.kind == ClaimKind::Price || claim.contract) {
        addUnread(claim.unread, around.ofListed);
        addUnread(claim.unreadBeside, around.beside);
    }
    if (claim.kind != ClaimKind::Price || sellerNamed)
        return;
    for (const ClaimSubject& one : around.clouds) {
        const bool meant =
            one.name == claim.subject.name ||
            std::ranges::find(claim.subject.aliases, one.name) != claim.subject.aliases.end() ||
            std::ranges::find(one.aliases, claim.subject.name) != one.aliases.end();
        if (!meant)
            addUnread(claim.unread, {one.name});
    }
}

bool namesSeller(const ClaimWords& words, Span within) {
    return std::ranges::any_of(words.names, [&](const NameAt& one) {
        return isWithin(one.span, within) && !one.subject.providers.empty() &&
               std::ranges::none_of(words.models,
                                    [&](const ModelAt& model) { return isWithin(one.span, model.span); });
    });
}

} // namespace parallax::data
