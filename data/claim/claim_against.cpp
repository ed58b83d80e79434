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

bool holds(std::string_view text, std::string_view words) {
    return text.find(words) != text.npos;
}

// A sentence about one of its figures.
struct Clauses {
    std::string_view ahead, behind; // of the clause that states it, before the figure and after it
    std::string_view opening;       // one before it that says when, where or for whom
    std::string_view remark;        // in parentheses right behind it: "(farmers)"
};
Clauses clausesAbout(const ClaimSentence& sentence, std::string_view figure) {
    Clauses about;
    bool first = true;
    for (const Span clause : clausesOf(sentence)) {
        const std::string_view said = sentence.said(clause);
        if (const std::size_t at = said.find(figure); at != said.npos) {
            about.ahead = said.substr(0, at);
            about.behind = said.substr(at + figure.size());
            const std::size_t open = std::min(about.behind.find('('), about.behind.find("（"));
            if (open != said.npos) {
                about.remark = about.behind.substr(open);
                about.behind = about.behind.substr(0, open);
            }
            return about;
        }
        if (first && turnAtBegin(lowerAscii(trim(said)), Turn::OpensCircumstance))
            about.opening = said;
        first = false;
    }
    about.ahead = sentence.said(sentence.span);
    return about;
}

// A sense of claims.tsv that changes what a price is of: batch, cached, expected, a machine.
bool hasSense(std::string_view word) {
    return !mentionsOf(word, claimLists().words).empty();
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

UnreadKinds kindsOfUnread(const Claim& claim, const ClaimSentence& sentence,
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
    const Clauses clauses = clausesAbout(sentence, claim.evidence.quote);
    const std::string_view said = sentence.said(sentence.span);
    const std::size_t first = said.find_first_not_of(" \n\t*_>-\"");
    for (const std::string& words : unread) {
        const bool opens = first != said.npos && said.substr(first).starts_with(words);
        bool turns = true;
        if (opens && words.find(' ') != words.npos) // a condition in front of all
            turns = true;
        else if (holds(clauses.ahead, words) || holds(clauses.remark, words))
            turns = true;
        else if (holds(clauses.opening, words) || holds(clauses.behind, words))
            turns = speaksAgainst(words, opens);
        else
            turns = turnsAnywhere(words);
        (turns ? kinds.against : kinds.prose).push_back(words);
    }
    return kinds;
}

} // namespace parallax::data
