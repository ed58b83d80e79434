// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "data/claim/claim_words.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

// Whether a figure is stated as a fact of today. `text` is the block's, spans lie in it; `words` and
// `figures` are those of the sentence. `day` is the article's, ISO, empty where it is not known.

// "Before October 2024", "until May": a deadline that was over on the article's day, ISO.
bool isOver(const Quantity& deadline, std::string_view day);

// "… will fall to 1.0 s by 2027", 明年將降到 …: of a time to come.
bool isForetold(std::string_view text, Span sentence, const Quantity& figure,
                std::span<const Quantity> figures, const ClaimWords& words, std::string_view day);

// "If its latency were 1.1 s …", "it is not true that …": the sentence states nothing.
bool isSupposed(std::string_view text, Span sentence, const ClaimWords& words);

// "… is not 1.4 s", 並非 1.4 秒.
bool isDenied(std::string_view text, Span figure);

// "On AWS Bedrock it takes 1.6 s.", 在 AWS Bedrock 上需要 1.6 秒: the time of an answer, although no word for
// latency stands there. Only of a clause in which nothing else is done (a build, a deployment), and where
// neither the sentence up to there nor the one before, which `context` spans, speaks of other work.
bool isAnswerTime(std::string_view text, Span context, Span sentence, Span figure, const ClaimWords& words);

// "Users leave when it exceeds 3 s", 超過 3 秒時: what would follow if it were so.
bool isThreshold(std::string_view text, Span sentence, const Quantity& figure);

// "… within 1.6 s", 1.6 秒內: at most.
bool isLimit(std::string_view text, Span figure);

} // namespace parallax::data
