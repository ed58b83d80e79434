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

constexpr std::size_t mostProse = 8; // words; a longer sentence may tell another story

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

// Whether a clause states something of its own: nobody is named there, no model, no amount and no time.
bool isBare(const ClaimSentence& sentence, Span clause) {
    return !isOfPrices(sentence.said(clause)) && !sentence.namesAnybody(clause) &&
           !sentence.namesAModel(clause) && std::ranges::none_of(sentence.figures, [&](const Quantity& one) {
               return isWithin(one.span, clause);
           });
}

// A sense of claims.tsv that changes what a price is of: batch, cached, expected, a machine.
bool hasSense(std::string_view word) {
    return !mentionsOf(word, claimLists().words).empty();
}

} // namespace

bool speaksAgainst(std::string_view word, bool opensSentence) {
    if (word.empty() || std::ranges::any_of(word, [](char c) { return isDigit(c) || c == ' '; }))
        return true;
    const bool latin = isAsciiLetter(word.front());
    if (latin && !std::ranges::all_of(word, [](char c) { return isAsciiLetter(c); }))
        return true;
    const std::string small = lowerAscii(word);
    if (latin && !opensSentence && small != word) // a name
        return true;
    if (!latin) {
        // Of another script nothing here is known.
        for (std::size_t at = 0; at < word.size();) {
            const CodePoint c = decodeAt(word, at);
            if (!isHan(c.value))
                return true;
            at += std::max<std::size_t>(c.length, 1);
        }
    }
    static constexpr auto turns = std::to_array<Turn>(
        {Turn::SpeaksAgainst, Turn::Drafts, Turn::Untrue, Turn::Resale, Turn::Denied, Turn::Payers,
         Turn::OtherCurrencies, Turn::HeadsOthers, Turn::Narrows, Turn::Comparatives});
    return std::ranges::any_of(turns, [&](Turn one) { return static_cast<bool>(turnIn(small, one)); }) ||
           isCircumstanceWord(small) || isOfPrices(small) || hasSense(small);
}

UnreadKinds kindsOfUnread(const Claim& claim, const ClaimSentence& sentence,
                          const std::vector<std::string>& unread) {
    const bool plain = claim.kind == ClaimKind::Price && claim.stated.bound == ClaimBound::Exact &&
                       !claim.stated.range() && !claim.model.empty() && claim.terms.empty() &&
                       (claim.side == TokenSide::Input || claim.side == TokenSide::Output) && !claim.past &&
                       !claim.future && !claim.expected;
    UnreadKinds kinds;
    if (!plain || unread.empty() || unread.size() > mostProse) {
        kinds.against = unread;
        return kinds;
    }
    std::string aside, core; // the words of clauses of their own, and of the others
    for (const Span clause : clausesOf(sentence)) {
        std::string& to = isBare(sentence, clause) ? aside : core;
        to += ' ';
        to += sentence.said(clause);
    }
    const std::string_view said = sentence.said(sentence.span);
    const std::size_t first = said.find_first_not_of(" \n\t*_>-\"");
    for (const std::string& word : unread) {
        const bool opens = first != said.npos && said.substr(first).starts_with(word);
        const bool prose =
            aside.find(word) != aside.npos && core.find(word) == core.npos && !speaksAgainst(word, opens);
        (prose ? kinds.prose : kinds.against).push_back(word);
    }
    return kinds;
}

} // namespace parallax::data
