// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_against.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_lists.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

bool isCircumstanceWord(std::string_view word) {
    return std::ranges::any_of(mentionsOf(word, claimLists().plain), [](const Mention& one) {
        return static_cast<std::size_t>(one.sense.measure) == circumstanceWord;
    });
}

bool isOfPrices(std::string_view word) {
    return std::ranges::any_of(mentionsOf(word, claimLists().pointers), [](const Mention& one) {
        return static_cast<PointerWord>(one.sense.measure) == PointerWord::Prices;
    });
}

// The clauses of a sentence, cut at its marks; a comma within a number is none.
std::vector<Span> clausesOf(const ClaimSentence& sentence) {
    static constexpr auto marks = std::to_array<std::string_view>(
        {", ", "; ", ": ", ") ", " – ", " — ", "—", "，", "；", "：", "）", "。"});
    std::vector<Span> clauses{{sentence.span.begin, sentence.span.end}};
    for (std::size_t at = sentence.span.begin; at < sentence.span.end;) {
        const std::string_view rest = sentence.said({at, sentence.span.end});
        const auto mark =
            std::ranges::find_if(marks, [&](std::string_view one) { return rest.starts_with(one); });
        if (mark == marks.end()) {
            ++at;
            continue;
        }
        clauses.back().end = at;
        at += mark->size();
        clauses.push_back({at, sentence.span.end});
    }
    return clauses;
}

// A sense of claims.tsv that changes what a price is of: batch, cached, expected, a machine.
bool hasSense(std::string_view word) {
    return !mentionsOf(word, claimLists().words).empty();
}

// The parts of a sentence about one of its figures, by what a word may do there.
struct Zones {
    std::vector<std::string_view> strict; // any word may turn what the figure is of
    std::vector<std::string_view> beside; // one that may turn it does
};

void addParentheses(std::string_view text, std::vector<std::string_view>& to) {
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}})
        for (std::size_t at = text.find(open); at != text.npos; at = text.find(open, at + open.size()))
            to.push_back(text.substr(at, std::min(text.find(close, at), text.size()) - at));
}

// Where the claim's model stands nearest before the figure, else behind it; empty where it is not named.
Span modelBeside(const ClaimSentence& sentence, const Claim& claim, Span figure) {
    Span found;
    for (const ModelAt& one : sentence.words.models) {
        if (one.name != claim.model || !isWithin(one.span, sentence.span))
            continue;
        if (one.span.end <= figure.begin || found.begin == found.end)
            found = one.span;
    }
    return found;
}

Zones zonesAbout(const ClaimSentence& sentence, const Claim& claim, Span figure) {
    Zones zones;
    const Span model = modelBeside(sentence, claim, figure);
    const bool named = model.begin < model.end;
    for (const Span clause : clausesOf(sentence)) {
        if (clause.begin > figure.begin)
            break;
        if (figure.begin >= clause.end) { // before the one that states it
            const bool its = named && isWithin(model, clause);
            (its ? zones.strict : zones.beside).push_back(sentence.said(clause));
            addParentheses(sentence.said(clause), zones.strict);
            continue;
        }
        zones.strict.push_back(sentence.said({clause.begin, figure.begin}));
        if (named && model.begin >= figure.end)
            zones.strict.push_back(sentence.said({figure.end, model.begin}));
        const std::string_view behind = sentence.said({figure.end, std::max(figure.end, clause.end)});
        zones.beside.push_back(behind);
        addParentheses(behind, zones.strict);
    }
    return zones;
}

bool holds(const std::vector<std::string_view>& zone, std::string_view words) {
    return std::ranges::any_of(zone, [&](std::string_view text) { return text.find(words) != text.npos; });
}

// Whether the words open the sentence and, by their capital letter alone, are no name. "Perplexity lists" is
// one.
bool isOpening(std::string_view said, std::string_view words) {
    const std::size_t first = said.find_first_not_of(" \n\t*_>-\"");
    if (first == said.npos || !said.substr(first).starts_with(words))
        return false;
    const std::string behind = lowerAscii(said.substr(first + words.size(), 16));
    return !behind.starts_with("'s") && !behind.starts_with("’s") && !behind.starts_with(":") &&
           !turnAtBegin(trim(std::string_view(behind)), Turn::SellerVerbs);
}

} // namespace

bool turnsAnywhere(std::string_view words) {
    static constexpr auto turns =
        std::to_array<Turn>({Turn::Drafts, Turn::Untrue, Turn::Resale, Turn::Payers, Turn::OtherCurrencies,
                             Turn::HeadsOthers, Turn::Narrows, Turn::PayersOf});
    const std::string small = lowerAscii(words);
    return std::ranges::any_of(turns, [&](Turn one) { return static_cast<bool>(turnIn(small, one)); }) ||
           isCircumstanceWord(small) || hasSense(small);
}

bool speaksAgainst(std::string_view words, bool opensSentence) {
    if (words.empty() || std::ranges::any_of(words, [](unsigned char c) { return isDigit(c) || c == ' '; }))
        return true;
    const bool latin = isAsciiLetter(words.front());
    if (latin && !std::ranges::all_of(words, [](char c) { return isAsciiLetter(c); }))
        return true;
    const std::string small = lowerAscii(words);
    if (latin && !opensSentence && small != words) // a name
        return true;
    if (!latin) {
        // Of another script nothing here is known.
        for (std::size_t at = 0; at < words.size();) {
            const CodePoint c = decodeAt(words, at);
            if (!isHan(c.value))
                return true;
            at += std::max<std::size_t>(c.length, 1);
        }
    }
    return turnsAnywhere(words) || turnIn(small, Turn::SpeaksAgainst) || turnIn(small, Turn::Denied) ||
           turnIn(small, Turn::Comparatives) || isOfPrices(small);
}

UnreadKinds kindsOfUnread(const Claim& claim, const ClaimSentence& sentence, Span figure,
                          const std::vector<std::string>& unread) {
    const bool now = claim.terms.empty() && !claim.past && !claim.future && !claim.expected;
    const bool price = claim.kind == ClaimKind::Price && claim.stated.bound == ClaimBound::Exact &&
                       !claim.model.empty() &&
                       (claim.side == TokenSide::Input || claim.side == TokenSide::Output);
    const bool plain = now && !claim.stated.range() && (price || claim.contract);
    UnreadKinds kinds;
    if (!plain || unread.empty()) {
        kinds.against = unread;
        return kinds;
    }
    const Zones zones = zonesAbout(sentence, claim, figure);
    const std::string_view said = sentence.said(sentence.span);
    for (const std::string& words : unread) {
        const bool opens = isOpening(said, words);
        const bool condition = opens && words.find(' ') != words.npos; // in front of all
        const bool turns = condition || holds(zones.strict, words) ||
                           (holds(zones.beside, words) ? speaksAgainst(words, opens) : turnsAnywhere(words));
        (turns ? kinds.against : kinds.prose).push_back(words);
    }
    return kinds;
}

} // namespace parallax::data
