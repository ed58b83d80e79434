// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/article/article.h"

namespace parallax::data {

// A moment as pages and feeds write it: the instant in UTC, and the day that is written, which may be another
// one where an offset stands behind the time.
struct WrittenDate {
    std::string
        instant;     // "2026-04-02T13:05:00Z"; "2026-04-02" without a time of day, "2026-04" without a day
    std::string day; // "2026-04-02"; empty where it is the instant's
    std::string earliest() const; // the day, or the first one of the month
    std::string latest() const;
};

// Reads ISO 8601 (with any part missing from the end), RFC 822 and 2822 with odd zones, missing weekdays and
// seconds, two-digit years, asctime, "April 2, 2026", "2 avril 2026", "2026年4月2日", "2026/04/02", Unix
// seconds. Month names of the languages that feeds are written in. nullopt for what cannot be a date, as the
// 31st of February. Without a zone the time is taken as UTC.
std::optional<WrittenDate> parseDate(std::string_view text);

// The first day in running text, of which the first 300 bytes are read: in any of these spellings with the
// year in four digits; else the first month with its year, in the words of the site profiles ("April 2026").
std::optional<DateRange> findDate(std::string_view text);

// The days of a month.
DateRange monthRange(int year, int month, std::string_view written);

} // namespace parallax::data
