// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_last_model.h"

#include <algorithm>

#include "base/ascii.h"
#include "data/claim/claim_carry.h"
#include "data/claim/claim_turns.h"
#include "data/claim/claim_unread.h"

namespace parallax::data {

void LastModel::keep(const ClaimSentence& sentence) {
    m_model.reset();
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
    const auto makes = [&](const std::string& provider) {
        return std::ranges::find(m_model->makers, provider) != m_model->makers.end();
    };
    for (const NameAt& name : sentence.words.names) // "On Azure there is GPT-5": his price may be another
        if (isWithin(name.span, sentence.span) && std::ranges::none_of(name.subject.providers, makes))
            addUnread(m_unread, {std::string(sentence.said(name.span))});
}

void LastModel::take(Claim& claim, const ClaimSentence& sentence, Span figure) const {
    if (!m_model || sentence.namesAModel(sentence.span) || sentence.namesAnybody(sentence.span) ||
        !refersBack(sentence.text, sentence.span.begin, figure.begin, sentence.words) ||
        turnIn(lowerAscii(sentence.said({sentence.span.begin, figure.begin})), Turn::AsksOf))
        return;
    claim.model = m_model->name;
    claim.modelMakers = m_model->makers;
    claim.subject = {m_model->name, m_model->makers};
    addUnread(claim.unread, m_unread);
}

} // namespace parallax::data
