// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/claim/claim_sentence.h"
#include "data/measure/claim.h"

namespace parallax::data {

// "OpenAI makes GPT-5. It costs …": the model that a price without a name is of, where the sentence before
// names it alone and claims nothing.
class LastModel {
  public:
    // Of a sentence without a claim: what the next one may go on with.
    void keep(const ClaimSentence& sentence);
    // Gives a claim the model where its sentence names nobody and refers back; what is not understood of the
    // sentence that named it is then unread ("A bank bought GPT-5."). "It charges …" is a house's.
    void take(Claim& claim, const ClaimSentence& sentence, Span figure) const;

  private:
    std::optional<ModelAt> m_model;
    std::vector<std::string> m_unread;
};

} // namespace parallax::data
