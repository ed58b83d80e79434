// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "data/store/table_store.h"

namespace parallax::data {

// The figures of a table whose headers name a current and a projected column, by words (Current, 現況, 当前;
// Projection, Expected, 預測 …) or by years (2025 | 2028). `year` is that of the article, 0 when unknown:
// years up to it are not projections. Columns about different subjects ("Azure (Current)", "AWS (Expected)")
// compare those, not a subject with its own future, and give nothing. Of a range the middle is taken; rows
// whose current figure is 0 or missing are left out. Where the table stands is for the caller to fill in.
std::vector<MarketFigure> marketFiguresOf(const Table& table, int year);

} // namespace parallax::data
