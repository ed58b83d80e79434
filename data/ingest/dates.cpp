// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/dates.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "data/ingest/site_profile.h"

namespace parallax::data {
namespace {

std::string iso(std::chrono::year_month_day day) {
    std::array<char, 16> out{};
    std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return out.data();
}

std::chrono::year_month_day makeDay(int year, int month, int day) {
    return std::chrono::year_month_day(std::chrono::year(year),
                                       std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)));
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// One or two digits at `at`, which is moved behind them; 0 when there are none or more.
int shortNumber(std::string_view text, std::size_t& at) {
    int value = 0;
    const std::size_t begin = at;
    while (at < text.size() && isDigit(text[at]) && at - begin < 3)
        value = value * 10 + (text[at++] - '0');
    return at - begin > 2 ? 0 : value;
}

} // namespace

DateRange monthRange(int year, int month, std::string_view written) {
    const auto first = makeDay(year, month, 1);
    const std::chrono::year_month_day last = first.year() / first.month() / std::chrono::last;
    return {iso(first), iso(last), std::string(written)};
}

std::optional<DateRange> findDate(std::string_view text) {
    text = text.substr(0, 300);
    const auto month = findMonth(text, MonthPlace::Anywhere);
    const auto day = [&](int year, int monthNumber, int dayNumber, std::size_t begin,
                         std::size_t end) -> std::optional<DateRange> {
        const auto date = makeDay(year, monthNumber, dayNumber);
        if (dayNumber < 1 || !date.ok())
            return std::nullopt;
        return DateRange{iso(date), iso(date), std::string(text.substr(begin, end - begin))};
    };
    if (month) {
        // The day stands behind the month where the year stands before it, and before it otherwise.
        std::size_t at = month->end;
        const bool digitsFirst = isDigit(text[month->begin]);
        if (digitsFirst) {
            while (at < text.size() && (text[at] == '-' || text[at] == '/' || text[at] == ' '))
                ++at;
            std::size_t end = at;
            const int number = shortNumber(text, end);
            for (const std::string_view suffix : {"日", "일", "号", "號"})
                if (text.substr(end).starts_with(suffix))
                    end += suffix.size();
            if (auto found = day(month->year, month->month, number, month->begin, end))
                return found;
        } else {
            std::size_t begin = month->begin;
            while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '.'))
                --begin;
            const std::size_t digitsEnd = begin;
            while (begin > 0 && isDigit(text[begin - 1]))
                --begin;
            std::size_t from = begin;
            const int number = shortNumber(text.substr(0, digitsEnd), from);
            if (auto found = day(month->year, month->month, number, begin, month->end))
                return found;
        }
        return monthRange(month->year, month->month, text.substr(month->begin, month->end - month->begin));
    }
    // "April 28, 2026": taking the day out leaves a month.
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (!isDigit(text[at]) || text[at - 1] != ' ')
            continue;
        std::size_t end = at;
        const int number = shortNumber(text, end);
        const std::size_t word = text.find_last_of(" \t", at - 2 < at ? at - 2 : 0);
        const std::size_t begin = word == std::string_view::npos || at < 2 ? 0 : word + 1;
        std::size_t year = end;
        if (text.substr(year).starts_with("st") || text.substr(year).starts_with("nd") ||
            text.substr(year).starts_with("rd") || text.substr(year).starts_with("th"))
            year += 2;
        while (year < text.size() && (text[year] == ',' || text[year] == ' '))
            ++year;
        if (year == end || year + 4 > text.size())
            continue;
        const std::string joined =
            std::string(text.substr(begin, at - 1 - begin)) + " " + std::string(text.substr(year, 4));
        const auto found = findMonth(joined, MonthPlace::AtEnd);
        if (found && found->begin == 0)
            if (auto date = day(found->year, found->month, number, begin, year + 4))
                return date;
    }
    return std::nullopt;
}

} // namespace parallax::data
