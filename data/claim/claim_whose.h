// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "data/claim/claim_parts.h"
#include "data/claim/claim_sentence.h"

namespace parallax::data {

// Of whom a figure is said. Spans are bytes of the block's text.

// Who hosts goes before who made the model, who can be asked before who cannot; then the nearest before the
// figure. Nobody where nobody stands among the words that belong to it.
ClaimSubject subjectBeside(const ClaimSentence& sentence, Span own, Span figure);

// "vLLM reached 120 requests per second": the one program that serves models which stands between the figure
// before, or the sentence's beginning, and a rate, where the rate is not told against it. Nobody can be
// asked.
ClaimSubject serverBefore(const ClaimSentence& sentence, Span between);

// Nobody stands beside the figure: the sentence's only name, who hosts the claim's model, its maker, `last`,
// of whom the sentence before spoke, where this one has no subject of its own.
ClaimSubject subjectElsewhere(const ClaimSentence& sentence, Span figure, const Claim& claim,
                              const ClaimSubject& last);

// "A fraction of GPT-4o's $10": of whom `another` names, or of whoever made the model.
ClaimSubject subjectOfAnother(const Claim& claim, const ClaimSentence& sentence, Span another);

// "GPT-5 mini … in East US": a region by the name that Azure has for it. Whoever made the model need not be
// who answers there: Azure may be asked first.
void settleRegion(Claim& claim);

// Who makes models of his own and sells no others ("Anthropic charges $3, less than GPT-4o") is asked about
// these alone: a model of somebody else is told against his where it stands behind the figure, and is whose
// the figure is where it stands before ("Mistral undercuts GPT-4o's $10").
void settleMaker(Claim& claim, const ClaimSentence& sentence, Span figure);

// "Azure and AWS have a latency of 1.5 s": one figure of all who are named together, whose last is `subject`;
// empty for one alone.
std::vector<ClaimSubject> togetherWith(const ClaimSentence& sentence, const ClaimSubject& subject,
                                       Span figure);

// "… on Azure and AWS is 1.5 s and 1.7 s, respectively", "Azure and AWS take 1.2 and 1.4 s": as many figures
// as names before them. One for each part; empty where they do not go together.
std::vector<ClaimSubject> respectively(const ClaimSentence& sentence, std::span<const ClaimPart> parts);

// The model and the region that it is said of: beside the figure, else the sentence's only ones; but not a
// region that stands behind another figure ("320 ms in the east and 410 ms in Frankfurt").
void readModelAndRegion(Claim& claim, const ClaimSentence& sentence, std::span<const ClaimPart> parts,
                        std::size_t at);

// "GPT-4o is cheaper than Claude Opus 4.1 at $2.50": models between whom a figure is said of and the figure,
// whose it may be.
std::vector<std::string> comparedAt(const ClaimSentence& sentence, Span figure);

// "… below the industry average of 600 ms", "600 ms at rivals": of somebody who is not named.
bool isOfRivals(const ClaimSentence& sentence, std::span<const ClaimPart> parts, std::size_t at);

// "$25 for Claude Opus 4.5", "$10 (GPT-5)": whether words link a model behind a figure to it.
bool isLinkedBehind(const ClaimSentence& sentence, Span model, Span figure);

} // namespace parallax::data
