// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "ui/tables/prepared_table.h"

namespace parallax::ui {

// Some rows and columns of a table in the order that an analyst sees. Cheap to make and to hand to another
// thread; the words are copied by make().
struct TablePart {
    PreparedTablePtr table; // may be null
    std::vector<int> rows;  // of the table
    std::vector<int> columns;

    // With corrections in place and computed columns among the others. Cells that are not `wanted` (by place
    // within the part) are empty; no function: all are.
    data::Table make(const std::function<bool(int, int)>& wanted = {}) const;
};

} // namespace parallax::ui
