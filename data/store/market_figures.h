// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "data/store/table_store.h"
#include "data/table/typed_table.h"

namespace parallax::data {

// The figures of a table that has a Base and a New column, the new one lying ahead: by its words (Projection,
// Expected, 預測 …) or by its year. `year` is that of the article, 0 when unknown: years up to it are not
// projections. Columns about different subjects ("Azure (Current)", "AWS (Expected)") compare those, not a
// subject with its own future, and give nothing. Of a range the middle is taken; rows whose current figure is
// 0 or missing are left out. Where the table stands is for the caller to fill in. `table` is what was typed.
std::vector<MarketFigure> marketFiguresOf(const Table& table, const TypedTable& typed, int year);

} // namespace parallax::data
