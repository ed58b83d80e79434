// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "data/claim/claim_label.h"
#include "data/measure/claim.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

// A figure of a table's cell that may be a claim.
struct CellFigure {
    const Quantity* figure = nullptr;     // one of the cell's
    TokenSide side = TokenSide::Unstated; // of one of a pair of prices
    bool guessed = false;                 // by the order of the pair alone
};

// The first figure of a cell; both of a pair of prices ("$1.25 / $10", "$1.25 in, $10 out", 1.25 美元／10
// 美元). Which side each of them is for says the cell, else the first of `labels` (nullptr for none there)
// that names a side: where it names one alone, or one that is cached or blended, the two are of something
// else ("Input": for short and for long prompts). Where none names any, the lower first one of a pair with a
// bar is likely for input, as price pages have it. `cell` holds the figures' words.
std::vector<CellFigure> figuresOfCell(std::string_view cell, std::span<const Quantity> figures,
                                      std::span<const Label* const> labels);

} // namespace parallax::data
