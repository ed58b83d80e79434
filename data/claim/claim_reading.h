// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "data/check/check_article.h"
#include "data/claim/claim_last_model.h"
#include "data/claim/claim_metric.h"
#include "data/claim/claim_parts.h"
#include "data/claim/claim_respective.h"
#include "data/claim/claim_sentence.h"
#include "data/claim/claim_time.h"
#include "data/measure/claim.h"

namespace parallax::data {

// What the text before a sentence leaves to it.
struct ReadBefore {
    std::string day;          // of the article, ISO; empty when not known
    Span context;             // of the sentence and the one before
    bool timeOfOther = false; // the one before has a time that is no claim
    ClaimSubject last;        // who was named last
    LastModel model;
};

// What each figure of one sentence claims by itself: what it measures, how it is stated, of whom, of which
// model, where, when and under which terms. What sentences say of the claims of others, and which of them
// cannot be told apart, is for the caller. The arguments outlive it; figures are read in their order.
class SentenceReading {
  public:
    SentenceReading(const ReadArticle& article, const ReadText& text, const ClaimSentence& sentence,
                    const ReadBefore& before);
    // Its parts point into it.
    SentenceReading(const SentenceReading&) = delete;
    SentenceReading& operator=(const SentenceReading&) = delete;

    const std::vector<ClaimPart>& parts() const { return m_parts; }
    const RespectiveModels& models() const { return m_models; }

    // Nothing for a figure that states nothing of anybody. `before`: the claim whose measure it may go on
    // with.
    std::optional<Claim> claimOf(std::size_t at, const Claim* before);
    // What the caller took of it, and that a figure was passed, claim or none: for those behind it.
    void keep(const Claim& claim);
    void leave(std::size_t at);

  private:
    std::optional<ClaimShape> shapeOf(const ClaimPart& part, const Quantity* tokens,
                                      const Claim* alike) const;
    bool isNoClaim(const ClaimShape& shape, std::size_t at) const;
    void readFigure(Claim& claim, std::size_t at, const Claim* before) const;
    void readPrice(Claim& claim, std::size_t at) const;
    void readLoad(Claim& claim, std::size_t at) const;
    void readTime(Claim& claim, std::size_t at) const;
    void takeModel(Claim& claim, Span figure) const;
    void readSubject(Claim& claim, std::size_t at) const;
    bool inheritFrom(Claim& claim, const Claim& before, std::size_t at) const;
    void readServer(Claim& claim, Span between) const;
    void addUnreadOf(Claim& claim, std::size_t at) const;
    bool isOfAll() const;
    bool isAnswer(const ClaimPart& part) const;

    const ReadArticle& m_article;
    const ReadText& m_text;
    const ClaimSentence& m_sentence;
    const ReadBefore& m_before;
    std::list<Quantity> m_made; // figures that were put together
    std::vector<ClaimPart> m_parts;
    std::vector<const Quantity*> m_shares; // of answers
    bool m_ofPart = false;                 // it speaks of a part of a time
    RespectiveModels m_models;
    std::vector<SaidAt> m_times;
    std::set<TokenSide> m_sides;        // that the prices have so far
    std::optional<ClaimShape> m_metric; // that the figures before named
    Span m_lastOwn;                     // of the last figure
};

} // namespace parallax::data
