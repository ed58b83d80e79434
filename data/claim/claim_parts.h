// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <vector>

#include "data/claim/claim_figure.h"
#include "data/claim/claim_sentence.h"

namespace parallax::data {

// A figure that could be a claim, with the words that belong to it.
struct ClaimPart {
    const Quantity* figure = nullptr;
    FigureClass figureClass = FigureClass::None;
    bool bare = false; // without a unit: it has that of the figure before
    Span own;
    TokenSide side = TokenSide::Unstated; // of a price in a pair
    bool listed = false; // one of "1.2, 1.4 and 1.9 s": what each is of stands in another list
    Span another; // "a fraction of GPT-4o's $10": the words that name whose it is; empty of other figures
};

// The figures of a sentence that could be claims, in order; the words between two belong to the first up to a
// comma or an "and". Differences, what is denied and what something fell from are left out. Figures that have
// to be put together ("from 0.8 s to 1.1 s") are put into `made`, to which the parts point.
std::vector<ClaimPart> partsOf(const ClaimSentence& sentence, std::list<Quantity>& made);

} // namespace parallax::data
