// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "data/claim/claim_aside.h"
#include "data/claim/claim_figure.h"
#include "data/claim/claim_parts.h"
#include "data/claim/claim_sentence.h"

namespace parallax::data {

// The metric that words name, without what a percentile or a length alone would make of a time.
std::optional<ClaimShape> metricIn(const ClaimSentence& sentence, Span own);

// Whether they name a mean or a percentile.
bool namesStatistic(const ClaimSentence& sentence, Span own);

// "P50 and p95 TTFT are 31 ms and 40 ms", "0.4/0.9 s (p50/p95)": several in a row before the first figure, or
// right behind the last; empty where there is no such row.
std::vector<Span> listedStatistics(const ClaimSentence& sentence, std::span<const ClaimPart> parts);

// "The maximum latency is 80 ms on Azure and 95 ms on AWS": a figure that names nothing of its own goes with
// the one before, whose aside is `before`.
Aside asideOf(const ClaimSentence& sentence, const ClaimPart& part, Aside before);

// "TTFT is 31 ms at p50 and 33 ms at p90": whose metric a time has that names none itself. `metric` is what
// the figures before named, `tokens` the length that goes with it. "… and a 500-token answer takes 2 s"
// speaks of the whole one.
std::optional<ClaimShape> metricElsewhere(const ClaimSentence& sentence, const ClaimPart& part,
                                          const Quantity* tokens, const std::optional<ClaimShape>& metric,
                                          Span lastOwn);

// A length in tokens: that of the part, else the only one of the sentence; nullptr where there is none.
// What has to be put together is put into `made`.
// Of a prompt's and an answer's length the one on which the time hangs: a first token's on the prompt's.
const Quantity* tokensOf(const ClaimSentence& sentence, Span own, std::list<Quantity>& made);

// Under which load a time was measured: "140 req/s", "64 concurrent requests"; empty where none is said.
// Parts are those of the sentence, `at` the time's place among them.
std::string loadOf(const ClaimSentence& sentence, std::span<const ClaimPart> parts, std::size_t at);

} // namespace parallax::data
