// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/quantity/found.h"

namespace parallax::data {

// 2026-04-15, 2026/4, 4/5/2026, 15 April 2026, April 15th, 2026, April 2026, Apr '26; "April 15" when the
// document's month is known.
std::optional<Found> westernDateAt(const FoldedText& text, std::size_t i, const QuantityContext& context);

// April–June 2026, Nov. to Jan. 2026 (of two years), January through March 2026, and with `between` January
// and June 2026: months of which the last alone has a year.
std::optional<Found> monthRangeAt(const FoldedText& text, std::size_t i, bool between);

} // namespace parallax::data
