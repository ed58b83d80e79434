// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/quantity/found.h"

namespace parallax::data {

// Q3 2026, 3Q26, 2026Q3, third quarter of 2026, H1 2026, Q1-Q3 2026, Q1 FY2026
std::optional<Found> quarterOrHalfAt(const FoldedText& text, std::size_t i);

// FY2026, fiscal year 2026, FY2026 Q1: years whose days depend on the company.
std::optional<Found> fiscalPeriodAt(const FoldedText& text, std::size_t i);

} // namespace parallax::data
