// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "data/article/article.h"

namespace parallax::data {

// The days of a month.
DateRange monthRange(int year, int month, std::string_view written);

// The first date in `text`: "2026-04-28", "2026/4/28", "2026年4月28日", "April 28, 2026", "28 April 2026",
// each also with a time behind it; else a month ("April 2026"). Days that a calendar does not have are none.
std::optional<DateRange> findDate(std::string_view text);

} // namespace parallax::data
