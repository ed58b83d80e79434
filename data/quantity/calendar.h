// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "data/quantity/found.h"

namespace parallax::data {

// "2026-04-30"; a month counts from 1.
std::string isoDay(const std::chrono::year_month_day& date);
int yearOf(std::string_view isoDay);
int monthOf(std::string_view isoDay);
std::string dayBefore(const std::string& isoDay);
std::chrono::year_month_day dateOf(int year, int month, int day);
std::chrono::year_month_day firstDayOf(int year, int month);
std::chrono::year_month_day lastDayOf(int year, int month);

Found periodFound(std::size_t begin, std::size_t end, Granularity granularity,
                  const std::chrono::year_month_day& from, const std::chrono::year_month_day& to);
// From the first day of one month to the last of another; of a part of a year only the last day is safe.
Found monthsFound(std::size_t begin, std::size_t end, Granularity granularity, int year, int fromMonth,
                  int toMonth);

// The 1st to the 10th, the 11th to the 20th, the rest of a month: early, mid and late.
enum class ThirdOfMonth { First, Second, Last };
Found thirdOfMonthFound(std::size_t begin, std::size_t end, int year, int month, ThirdOfMonth third);

// `count` digits at `i` as a number, -1 where a character is none.
int digitsAtPlace(const FoldedText& text, std::size_t i, std::size_t count);
// One or two digits and no third, with their end; -1 otherwise.
int shortNumberAt(const FoldedText& text, std::size_t i, std::size_t& end);

// The month that the document appeared in ("2026-04").
struct DocumentMonth {
    int year = 0;
    int month = 0;
};
std::optional<DocumentMonth> documentMonth(const QuantityContext& context);

// `months` after (before) a month.
DocumentMonth monthsAfter(DocumentMonth from, int months);

} // namespace parallax::data
