// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

#include <vector>

namespace parallax::ui {

// What the columns of a table ask for, in pixels.
struct ColumnWishes {
    std::vector<double> least; // of the longest word
    std::vector<double> whole; // of the longest line

    explicit ColumnWishes(std::size_t columns)
        : least(columns)
        , whole(columns) {}
    void add(std::size_t column, const QString& text, const QFont& font, double padding);
};

struct FittedColumns {
    std::vector<double> widths; // empty: every line has room, and the layout shares the rest
    double textScale = 1;       // below 1 where the longest words have no room side by side
};

// The widest columns give way first, none below its longest word; where even those have no room together the
// text gets smaller, down to what can still be read.
FittedColumns fitColumns(const ColumnWishes& wishes, double room);

} // namespace parallax::ui
