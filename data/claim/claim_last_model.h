// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "data/claim/claim_sentence.h"
#include "data/measure/claim.h"

namespace parallax::data {

// "OpenAI makes GPT-5. It costs …": the model that a price without a name is of, where the sentence before
// names it alone, or claims a price of it alone ("GPT-5 costs $1.25 per million input tokens. Output is
// billed at $10"). A sentence on "the model" between takes nothing away; past one or two others that name
// nobody it is likely.
class LastModel {
  public:
    // Of a sentence without a claim: what the next one may go on with.
    void keep(const ClaimSentence& sentence);
    // Of one with claims.
    void keepClaimed(std::span<const Claim> claims);
    // Gives a claim the model where its sentence names nobody else than its maker and refers back; what is
    // not understood of the sentence that named it is then unread ("A bank bought GPT-5."). "It charges …" is
    // a house's, where one was named; of "GPT-5 stands out. OpenAI charges …" the model is likely, and
    // contradicts nothing.
    void take(Claim& claim, const ClaimSentence& sentence, Span figure) const;

  private:
    std::optional<ModelAt> m_model;
    bool m_claimed = false;
    bool m_house = false; // its sentence names somebody, too
    int m_between = 0;    // sentences since, that name nobody
    std::vector<std::string> m_unread;
    std::vector<std::string> m_others; // what the sentences since may name: another model
};

} // namespace parallax::data
