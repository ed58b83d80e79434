// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/claim/claim_sentence.h"

namespace parallax::data {

// Whether it cannot be told whose an amount of money is, as others were named between: "GPT-4.1 costs $2 for
// input (GPT-4o: $2.50) and $8 for output", "…, compared with $3 for Claude Sonnet 4.5, and $10 for output",
// 是 GPT-5 的 1/25；輸出 0.4 美元, "DeepSeek V3 takes $0.27, GPT-4o $2.50; output is $1.10". An amount is
// plainly of whoever is named right before it, or goes on with the amount before it ("GPT-4o costs $2.50 and
// $10, GPT-5 $1.25 and $10").
bool isBehindInsertion(const ClaimSentence& sentence, Span amount);

} // namespace parallax::data
