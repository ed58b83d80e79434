// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "data/claim/claim_parts.h"
#include "data/claim/claim_sentence.h"

namespace parallax::data {

// "Half of the prompts within 0.9 s", "only 5 % of requests above 900 ms", 95% 的請求在 2 秒內: of how many
// answers a time is the limit. Of the first that is a median of 0.9 s at most, of the second a 95th
// percentile of 900 ms at most.
struct ShareOfAnswers {
    double quantile = 0;   // 0: what is said makes no percentile ("at least 5 % above 900 ms")
    bool answered = false; // its words say that they are answered, and no more: the whole answer
};
// The shares of answers that a sentence names, once for all of its figures.
std::vector<const Quantity*> sharesOfAnswersIn(const ClaimSentence& sentence);
// For the time of part `at`; nothing where no share of answers goes with it.
std::optional<ShareOfAnswers> shareOfAnswers(const ClaimSentence& sentence,
                                             const std::vector<const Quantity*>& shares,
                                             std::span<const ClaimPart> parts, std::size_t at);

// "A third of Azure's latency is 0.5 s": a sentence of a part of a time.
bool isOfPartOfMetric(const ClaimSentence& sentence);

} // namespace parallax::data
