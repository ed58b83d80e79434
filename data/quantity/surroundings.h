// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "data/quantity/found.h"

namespace parallax::data {

// What the words around figures say of them: roles (share, CAGR, year on year, from and to), hedges, the
// period of
// "$20 billion in 2025". Looks at most some 40 characters away.
void readSurroundings(const FoldedText& text, std::vector<Found>& found);

// "down 75%" alone in a cell: the word gives the sign, as 下降 does.
void readChangeCell(const FoldedText& text, Found& first);

// Units that a bare figure takes from its row or column header, contradictions, possible percentage points.
void inheritUnits(std::vector<Found>& found, const QuantityContext& context);

} // namespace parallax::data
