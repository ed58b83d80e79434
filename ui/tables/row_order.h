// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

#include <stop_token>
#include <vector>

#include "ui/tables/row_filter.h"

namespace parallax::ui {

struct RowOrder {
    int column = -1; // -1: as in the article
    Qt::SortOrder direction = Qt::AscendingOrder;
    QString filter;
    bool operator==(const RowOrder&) const = default;
};

// The rows that pass the filter, in order. Columns of figures by value (cells without one last in both
// directions), others by the collation of `locale`. Equal rows keep the article's order. Safe on any thread;
// a stop gives an empty answer.
std::vector<int> arrangeRows(const PreparedTable& table, const RowOrder& order, const QLocale& locale,
                             const std::stop_token& stop);

} // namespace parallax::ui
