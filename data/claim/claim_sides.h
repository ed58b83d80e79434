// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "data/claim/claim_parts.h"
#include "data/claim/claim_words.h"
#include "data/measure/claim.h"

namespace parallax::data {

// A figure of a sentence, with the words that belong to it.
struct ListedFigure {
    Span own;
    FigureClass figureClass = FigureClass::None;
};

// Whom the figures of a list are said of that sets two beside each other: "Azure 1.5 s, AWS 1.7 s, 120 req/s
// against 110, $5.00 per 1M tokens". After both were named, each with a figure of one measure, a figure
// without a name goes with the first and what stands against it with the second; one that stands alone among
// such pairs is said of both. For each figure its subjects; none where it names its own, or where the
// sentence is no such list. Spans are bytes of `text`.
std::vector<std::vector<ClaimSubject>> sidesOf(std::string_view text, std::span<const ListedFigure> figures,
                                               const ClaimWords& words);

// "$1 per million tokens against $3", "1.2 s versus 1.9 s": what the figure of `before` is set against, and
// of whom or of what else it is nobody says.
bool isAgainstNobody(const ClaimSentence& sentence, Span own, const Claim& claim, const Claim& before);

// "Input and output take $2.50 and $10, respectively": as many sides as prices, named before them or behind
// them. The side of price `at`; Unstated where they do not go together.
TokenSide sideRespectively(const ClaimSentence& sentence, std::span<const ClaimPart> parts, std::size_t at);

} // namespace parallax::data
