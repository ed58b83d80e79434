// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "data/table/describe.h"

namespace parallax::data {

// In place of a second column: one group for all.
inline constexpr std::size_t wholeColumn = static_cast<std::size_t>(-1);

// `values` is not empty; its order may change.
double aggregateOf(std::vector<double>& values, Aggregate aggregate);
std::vector<std::size_t> rowsIn(const TypedTable& table, RowScope scope);
// The unit of most figures of a column in these rows, as FigureValue::unit.
std::string mainUnitOf(const TypedTable& table, std::size_t column, std::span<const std::size_t> rows);

} // namespace parallax::data
