// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/table/compare_tables.h"

namespace parallax::data {

// A name as written and as it is compared.
struct ComparedName {
    std::string name, key;
};

// One figure of a table with what it says of whom and when; names are indices into StatedFigures.
struct StatedFigure {
    std::size_t subject = 0, measure = 0;
    std::size_t period = 0;
    ComparedSource source; // its table is left at 0
    FigureValue value;
    double slack = 0; // half a unit of the last digit written
};

struct StatedFigures {
    std::vector<ComparedName> subjects, measures;
    std::vector<ComparedPeriod> periods;
    std::vector<StatedFigure> figures;
};

// Which measure of which subject each figure of a table states, whichever way the table is turned.
StatedFigures statedFigures(const ComparableTable& table, std::size_t most);

} // namespace parallax::data
