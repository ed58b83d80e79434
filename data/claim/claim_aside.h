// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "data/claim/claim_sentence.h"
#include "data/claim/claim_words.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

// Why a time is no latency that can be tested: it is a maximum, a minimum or a spread, or one of a network,
// an embedding, a transcription, something that is added.
enum class Aside { None, Statistic, Other };

// What the words `own` of a time make of it.
Aside asideIn(const ClaimSentence& sentence, Span own, Span figure);

// Likewise of a header or a label.
Aside labelAside(std::string_view label, const ClaimWords& words);
// And of a table's caption, which compares whole rows: "the fastest clouds" is no extreme of a time.
Aside captionAside(std::string_view caption, const ClaimWords& words);

// Where the first word for a maximum or a spread begins in a gap between two figures, but not right behind
// the first one; the gap's end where there is none.
std::size_t asideBegins(std::string_view text, Span gap, const ClaimWords& words);

// "TTFT 31 ms, TTFB 12 ms": a metric that is not known stands right before the figure.
bool isUnknownMetric(std::string_view text, Span own, Span figure, const ClaimWords& words);

// 500 个输出 token: what is counted stands behind a word for its side.
bool countsTokens(std::string_view text, const Quantity& figure);

// 每秒输出 250 个 token: as many in a second, which is no length.
bool isOfASecond(std::string_view text, Span figure);

} // namespace parallax::data
