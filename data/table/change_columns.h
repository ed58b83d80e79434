// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table/typing.h"

namespace parallax::data {

// For each Change column (and each column whose cells carry their own change) the two levels between which it
// leads, by arithmetic where most rows agree, else by words, periods and order; then Base and New.
void findChangeColumns(Typing& typing);

// Years from the period of one column to that of the other, 0 where a header has none.
double yearsBetween(const Typing& typing, std::size_t base, std::size_t next);

} // namespace parallax::data
