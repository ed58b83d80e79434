// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/claim/claim_words.h"
#include "data/measure/claim.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

inline constexpr double leastAvailability = 90; // per cent; less is another share, unless it says so itself

// Which claims a figure could be, by its dimension alone.
enum class FigureClass { None, Time, TokenRate, RequestRate, Price, Percent };
FigureClass figureClass(const Quantity& quantity, std::string_view after);

// Kind, figure and unit of the claim that a figure of that class makes among these words; nothing where they
// do not speak of anything that can be measured. `own` are the words that belong to it.
struct ClaimShape {
    ClaimKind kind = ClaimKind::Latency;
    ClaimSpan span = ClaimSpan::EndToEnd;
};
std::optional<ClaimShape> claimShape(FigureClass figure, const ClaimWords& words, Span own, bool tokensSaid);

// Whether a percentage is of availability: from 90 % on by the words of its sentence, less ("had 80 %
// availability") where the word stands right beside it; never of what hardware can be had. `text` is the
// block's.
bool isAvailability(std::string_view text, const Quantity& percent, const ClaimWords& words);

// Whether a percentage of availability is promised rather than observed: a word for a service level in its
// sentence, or where that says what was reached of it ("fell short of its 99.9 % SLA with 99.8 %"), right
// beside the figure.
bool isPromised(std::string_view text, const Quantity& percent, const ClaimWords& words, Span sentence);

// Puts the figure itself, its unit and its hedges into a claim.
void stateFigure(Claim& claim, const Quantity& quantity, FigureClass figure);

// Mean or quantile that the words nearest to `at` name.
void stateStatistic(Claim& claim, const ClaimWords& words, Span own, Span at);

// The side that the word nearest to `at` names.
TokenSide tokenSideNear(const ClaimWords& words, Span at, Span within, std::size_t reach);

// A length in tokens, such as an answer may have.
bool isTokenCount(const Quantity& quantity);
std::int64_t tokenCountOf(const Quantity& quantity);

// The terms of a price of its own kind: "batch", "discount"; empty for a plain one.
std::string termsIn(std::string_view text, const ClaimWords& words, Span within);

// "Cache writes cost $3.75": the words for it among those that belong to a price; empty where there are none.
std::string cacheWriteIn(std::string_view text, const ClaimWords& words, Span own);

// The hardware that is named within, with its number: "8x H100"; empty when none is.
std::string hardwareIn(std::string_view text, const ClaimWords& words, Span within);

// Takes statistic, tokens, span and whatever else goes without saying from a claim of the same row or
// sentence.
void inherit(Claim& claim, const Claim& from);

// The same measure of two subjects: the later claim is told against the earlier one.
void pairClaims(std::vector<Claim>& claims, std::size_t from);

// Whether a figure may go on with the measure of a claim.
bool sameDimension(FigureClass figure, const Claim& claim);

} // namespace parallax::data
