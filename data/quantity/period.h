// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/quantity/found.h"

namespace parallax::data {

// A period that begins at `i`: Q3 2026, April 2026, 2027年底, FY2025, 2025–28, since 2023 … A bare year
// counts when `bareYear` holds.
std::optional<Found> periodAt(const FoldedText& text, std::size_t i, const QuantityContext& context,
                              bool bareYear);

// The Chinese ones: 2026年4月15日, 二〇二六年, 民國115年第三季, 今年底, 2025財年, 自2023年以來.
std::optional<Found> chinesePeriodAt(const FoldedText& text, std::size_t i, const QuantityContext& context);

// The end of a range whose year stands at its beginning alone: 2026年4月至6月, 4月15日至20日,
// 2026年第一季至第三季.
std::optional<Found> chineseRestAt(const FoldedText& text, std::size_t i, const Quantity& first);

// A deadline that begins at `i`: by 2028, before 2030, within 12 months, 2028年前, 未來12個月內.
std::optional<Found> deadlineAt(const FoldedText& text, std::size_t i, const QuantityContext& context);

// "2025" as four digits from 1990 to 2079 with no digit or letter around it, else 0.
int yearAt(const FoldedText& text, std::size_t i);

// A month's English name at `i` (1 to 12, else 0) and its end, an abbreviation's point with it.
int monthNamedAt(const FoldedText& text, std::size_t i, std::size_t& end);

} // namespace parallax::data
