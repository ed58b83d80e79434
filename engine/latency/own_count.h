// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>

#include "data/measure/attempt.h"
#include "data/measure/endpoint.h"
#include "engine/inference/tokenizer.h"

namespace parallax::latency {

// The option that names a model file whose tokenizer counts the endpoint's answers.
inline constexpr const char* tokenizerOption = "tokenizer";

// Counts the tokens of visible answers beside what their servers say (`n_out_own` of the design), of
// endpoints that name a tokenizer. The joined text is counted, since tokens go across chunks; a text may have
// been generated in other tokens than a tokenizer makes of it. A server of ours that answers from a file
// counts the tokens that its engine made: that is a count of our own already.
class OwnCounts {
  public:
    // Throws what reading a model file throws.
    explicit OwnCounts(std::span<const data::Endpoint> endpoints);

    // Lets the attempt's text go. Not on the thread that measures: it takes as long as it takes. Thread-safe.
    void count(data::Attempt& attempt) const;

  private:
    std::map<std::string, std::shared_ptr<const inference::Tokenizer>> m_tokenizers; // by endpoint
    std::set<std::string> m_exact; // endpoints whose own count is ours
};

} // namespace parallax::latency
