// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "data/claim/claim_label.h"
#include "data/measure/claim.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

// A figure of a table's cell that may be a claim.
struct CellFigure {
    const Quantity* figure = nullptr;     // one of the cell's
    bool paired = false;                  // one of "$1.25 / $10"
    TokenSide side = TokenSide::Unstated; // of a price of such a pair
};

// The first figure of a cell; both of a pair of prices ("$1.25 / $10", "$1.25 in, $10 out", 1.25 美元／10
// 美元). Which side each of them is for says the cell, else the first of `labels` that names both, in their
// order ("Input / output", "in/out"); without any the first of a pair with a bar is for input where it is
// the lower one, as price pages have it.
std::vector<CellFigure> figuresOfCell(const Label& cell, std::span<const Quantity> figures,
                                      std::span<const Label* const> labels);

// Whether a label names both sides: "Input / output", "in/out", 輸入／輸出.
bool namesBothSides(const Label& label);

} // namespace parallax::data
