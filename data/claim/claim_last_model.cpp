// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_last_model.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_against.h"
#include "data/claim/claim_carry.h"
#include "data/claim/claim_turns.h"
#include "data/claim/claim_unread.h"

namespace parallax::data {
namespace {

constexpr int mostBetween = 2; // sentences

// "Small 3.2", "V4": a capital letter with a number behind its word, which may be a model that is not known.
std::string_view versionedName(std::string_view said) {
    for (std::size_t at = 0; at < said.size(); ++at) {
        if (said[at] < 'A' || said[at] > 'Z' || (at > 0 && isAsciiLetter(said[at - 1])))
            continue;
        std::size_t end = at;
        while (end < said.size() && isAsciiLetter(said[end]))
            ++end;
        if (end < said.size() && (said[end] == ' ' || said[end] == '-'))
            ++end;
        if (end < said.size() && isDigit(static_cast<unsigned char>(said[end])))
            return said.substr(at, end + 1 - at);
    }
    return {};
}

bool isName(std::string_view word) {
    return !word.empty() && isAsciiLetter(word.front()) && lowerAscii(word) != word;
}

// "Through Cohere's API, output costs", "API 方面，輸入每百萬 token": without a clause before it that says
// where and names no model.
std::string_view withoutOpening(std::string_view small) {
    const std::size_t comma = std::min(small.find(", "), small.find("，"));
    if (comma == small.npos)
        return small;
    const std::string_view opening = small.substr(0, comma);
    const bool opens = turnAtBegin(opening, Turn::OpensCircumstance) || opening.ends_with("方面") ||
                       turnAtBegin(opening, Turn::LooksAlone);
    return opens ? trim(small.substr(comma + (small[comma] == ',' ? 2 : 3))) : small;
}

// "Output is billed at", "a million input tokens cost", 輸出部分則為每百萬 token: nothing else stands before
// the figure than a side and words that link it.
bool opensWithSide(std::string_view rest) {
    if (const TurnAt now = turnAtBegin(rest, Turn::Now)) // "Today input costs"
        rest = trim(rest.substr(now.size));
    bool sided = false;
    while (!rest.empty()) {
        TurnAt next;
        for (const Turn side : {Turn::CountedInput, Turn::CountedOutput})
            if (const TurnAt found = turnAtBegin(rest, side); found.size > next.size)
                next = found;
        sided = sided || next;
        if (!next)
            next = turnAtBegin(rest, Turn::SideLinks);
        if (!next)
            return false;
        rest = trim(rest.substr(next.size));
    }
    return sided;
}

// Likewise of its last clause: "The company is not raising prices: output remains at".
bool statesSide(const ClaimSentence& sentence, Span figure) {
    const std::string small = lowerAscii(trim(sentence.said({sentence.span.begin, figure.begin})));
    if (opensWithSide(withoutOpening(small)))
        return true;
    for (const std::string_view mark : {": ", "：", ", ", "，", "; ", "；"})
        if (const std::size_t at = small.rfind(mark); at != small.npos)
            if (opensWithSide(trim(std::string_view(small).substr(at + mark.size()))))
                return true;
    return false;
}

// "A rival", "its successor"; "the price is another matter" is none.
bool isOfOthers(std::string_view small) {
    for (TurnAt found = turnIn(small, Turn::OtherModels); found; found = turnIn(small, Turn::OtherModels)) {
        const std::string_view word = small.substr(found.at, found.size);
        small = trim(small.substr(found.at + found.size));
        if (word != "another" || !turnAtBegin(small, Turn::Matters))
            return true;
    }
    return false;
}

// "On Bedrock it costs", OpenAI 對它的定價是: a pronoun right before the verb, though a house is named.
bool saysOfIt(std::string_view before) {
    const bool latin = !before.empty() && isAsciiLetter(before.back());
    return static_cast<bool>(latin ? turnAtEnd(before, Turn::OfIt) : turnIn(before, Turn::OfIt));
}

} // namespace

void LastModel::keep(const ClaimSentence& sentence) {
    const std::string small = lowerAscii(trim(sentence.said(sentence.span)));
    const auto isMaker = [&](const NameAt& name) {
        return !isWithin(name.span, sentence.span) || sharesProvider(name.subject.providers, m_model->makers);
    };
    const bool others = !m_model || sentence.namesAModel(sentence.span) ||
                        !std::ranges::all_of(sentence.words.names, isMaker) || isOfOthers(small);
    if (m_model && !others && !m_claimed && turnAtBegin(small, Turn::TheModel))
        return;
    if (m_model && !others && m_between < mostBetween) {
        ++m_between;
        // "Haiku 5 is newer.": another, perhaps.
        for (const std::string& word : unreadWords(sentence.text, sentence.span, sentence.words,
                                                   sentence.figures, {.vocabulary = Vocabulary::Neighbour}))
            if (isName(word))
                addUnread(m_others, {word});
        if (const std::string_view name = versionedName(sentence.said(sentence.span)); !name.empty())
            addUnread(m_others, {std::string(name)});
        m_house = m_house || sentence.namesAnybody(sentence.span);
        return;
    }
    m_between = 0;
    m_house = sentence.namesAnybody(sentence.span);
    m_model.reset();
    m_claimed = false;
    m_unread.clear();
    m_others.clear();
    for (const ModelAt& one : sentence.words.models) {
        if (!isWithin(one.span, sentence.span))
            continue;
        if (m_model && m_model->name != one.name) {
            m_model.reset(); // of which of the two?
            return;
        }
        m_model = one;
    }
    if (!m_model)
        return;
    m_unread = unreadWords(sentence.text, sentence.span, sentence.words, sentence.figures,
                           {.vocabulary = Vocabulary::Neighbour});
    if (!m_unread.empty() && trim(sentence.said(sentence.span)).starts_with(m_unread.front()))
        m_unread.front() = lowerAscii(m_unread.front()); // no name, as it opens the sentence
    for (const NameAt& name : sentence.words.names) // "On Azure there is GPT-5": his price may be another
        if (isWithin(name.span, sentence.span) && !sharesProvider(name.subject.providers, m_model->makers))
            addUnread(m_unread, {std::string(sentence.said(name.span))});
}

void LastModel::keepClaimed(std::span<const Claim> claims) {
    m_model.reset();
    m_unread.clear();
    m_others.clear();
    m_between = 0;
    m_house = false;
    for (const Claim& one : claims) {
        if (one.kind != ClaimKind::Price || one.model.empty() || (m_model && m_model->name != one.model)) {
            m_model.reset();
            return;
        }
        m_model = ModelAt{{}, one.model, one.modelMakers};
        m_claimed = true;
        addUnread(m_unread, one.unread);
        addUnread(m_unread, one.unreadBeside);
    }
}

void LastModel::take(Claim& claim, const ClaimSentence& sentence, Span figure) const {
    if (!m_model || sentence.namesAModel(sentence.span))
        return;
    bool named = false;
    for (const NameAt& name : sentence.words.names) {
        if (!isWithin(name.span, sentence.span))
            continue;
        if (!sharesProvider(name.subject.providers, m_model->makers))
            return;
        named = true;
    }
    const std::string before = lowerAscii(sentence.said({sentence.span.begin, figure.begin}));
    const std::string whole = lowerAscii(trim(sentence.said(sentence.span)));
    const bool asks = static_cast<bool>(turnIn(before, Turn::AsksOf));
    const bool sided = statesSide(sentence, figure);
    if (m_claimed && !sided)
        return;
    // "It charges …": the house does, where one was named.
    const bool itself = turnAtBegin(whole, Turn::TheModel) && (!asks || (!m_house && !named));
    const bool refers =
        sided || itself || saysOfIt(trim(std::string_view(before))) ||
        (!named && !asks && refersBack(sentence.text, sentence.span.begin, figure.begin, sentence.words));
    const bool paid = static_cast<bool>(turnAtEnd(trim(std::string_view(before)), Turn::OfBuyers));
    const bool likely = !refers && (paid || (named && (asks || turnIn(before, Turn::SoldAs)))) &&
                        !sentence.words.says(ClaimWord::Model, sentence.span) &&
                        !turnIn(before, Turn::OtherModels);
    if (!refers && !likely)
        return;
    claim.model = m_model->name;
    claim.modelMakers = m_model->makers;
    claim.subject = {m_model->name, m_model->makers};
    addUnread(claim.unread, m_others);
    for (const std::string& word : m_unread)
        addUnread(turnsAnywhere(word) || isName(word) ? claim.unread : claim.unreadBeside, {word});
    if (likely || m_between > 0)
        addUnread(claim.unreadBeside, {m_model->name});
}

} // namespace parallax::data
