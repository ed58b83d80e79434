// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace parallax::ui {

// What the small grids of the dialogs share: nothing to edit, one line a row, cells as far from their lines
// as those of the large grid, and headers that stand over their text.
void makePlain(QTableView& grid);

// Each column as wide as what it holds; `widest` at most, in pixels.
void fitPlainColumns(QTableView& grid, int widest);

} // namespace parallax::ui
