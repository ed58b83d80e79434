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

// "Output is billed at", 輸出部分則為每百萬 token: nothing else stands before the figure than a side and
// words that link it.
bool opensWithSide(const ClaimSentence& sentence, Span figure) {
    const std::string small = lowerAscii(sentence.said({sentence.span.begin, figure.begin}));
    std::string_view rest = trim(std::string_view(small));
    if (const TurnAt now = turnAtBegin(rest, Turn::Now)) // "Today input costs"
        rest = trim(rest.substr(now.size));
    const bool sided = turnAtBegin(rest, Turn::CountedInput) || turnAtBegin(rest, Turn::CountedOutput);
    while (sided && !rest.empty()) {
        TurnAt next = turnAtBegin(rest, Turn::SideLinks);
        for (const Turn side : {Turn::CountedInput, Turn::CountedOutput})
            if (!next)
                next = turnAtBegin(rest, side);
        if (!next)
            return false;
        rest = trim(rest.substr(next.size));
    }
    return sided;
}

} // namespace

void LastModel::keep(const ClaimSentence& sentence) {
    const std::string small = lowerAscii(trim(sentence.said(sentence.span)));
    const bool on = m_model && !m_claimed && !sentence.namesAModel(sentence.span) &&
                    !sentence.namesAnybody(sentence.span) && turnAtBegin(small, Turn::TheModel) &&
                    !turnIn(small, Turn::OtherModels);
    if (on)
        return;
    m_model.reset();
    m_claimed = false;
    m_unread.clear();
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
    const auto makes = [&](const std::string& provider) {
        return std::ranges::find(m_model->makers, provider) != m_model->makers.end();
    };
    for (const NameAt& name : sentence.words.names) // "On Azure there is GPT-5": his price may be another
        if (isWithin(name.span, sentence.span) && std::ranges::none_of(name.subject.providers, makes))
            addUnread(m_unread, {std::string(sentence.said(name.span))});
}

void LastModel::keepClaimed(std::span<const Claim> claims) {
    m_model.reset();
    m_unread.clear();
    for (const Claim& one : claims) {
        if (one.kind != ClaimKind::Price || one.model.empty() || (m_model && m_model->name != one.model)) {
            m_model.reset();
            return;
        }
        m_model = ModelAt{{}, one.model, one.modelMakers};
        m_claimed = true;
        addUnread(m_unread, one.unread);
    }
}

void LastModel::take(Claim& claim, const ClaimSentence& sentence, Span figure) const {
    if (!m_model || sentence.namesAModel(sentence.span))
        return;
    const auto makes = [&](const std::string& provider) {
        return std::ranges::find(m_model->makers, provider) != m_model->makers.end();
    };
    bool named = false;
    for (const NameAt& name : sentence.words.names) {
        if (!isWithin(name.span, sentence.span))
            continue;
        if (std::ranges::none_of(name.subject.providers, makes))
            return;
        named = true;
    }
    const std::string before = lowerAscii(sentence.said({sentence.span.begin, figure.begin}));
    const bool asks = static_cast<bool>(turnIn(before, Turn::AsksOf));
    const bool sided = opensWithSide(sentence, figure);
    if (m_claimed && !sided)
        return;
    const bool refers =
        sided ||
        (!named && !asks && refersBack(sentence.text, sentence.span.begin, figure.begin, sentence.words));
    const bool likely = named && !sided && (asks || turnIn(before, Turn::SoldAs)) &&
                        !sentence.words.says(ClaimWord::Model, sentence.span) &&
                        !turnIn(before, Turn::OtherModels);
    if (!refers && !likely)
        return;
    claim.model = m_model->name;
    claim.modelMakers = m_model->makers;
    claim.subject = {m_model->name, m_model->makers};
    for (const std::string& word : m_unread)
        addUnread(speaksAgainst(word, false) ? claim.unread : claim.unreadBeside, {word});
    if (likely)
        addUnread(claim.unreadBeside, {m_model->name});
}

} // namespace parallax::data
