// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <gumbo.h>

#include "data/article/article.h"

namespace parallax::data {

// Whether all text of a cell is bold: by <b> or <strong>, or by a style of the cell or of what is in it.
bool isBoldCell(const GumboNode* cell);

// Whether the first row of a table that marks none as its head (portals and pasted spreadsheets write <td>
// alone) names the columns: it has a text for each but maybe the first, figures stand below it, and it is
// bold alone, or has nothing but periods (2026, Q1) or no figure behind an empty corner, or begins with a
// word that heads a first column ("Model", 公司) of three or more. `firstIsBold` and `secondIsBold` are of
// all cells of the first two rows that have text.
bool namesColumns(const std::vector<std::vector<Cell>>& grid, bool firstIsBold, bool secondIsBold);

} // namespace parallax::data
