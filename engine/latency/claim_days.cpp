// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/claim_days.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <optional>

namespace parallax::latency {
namespace {

std::optional<int> numberIn(std::string_view text) {
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return text.empty() ? std::nullopt : std::optional(number);
}

std::optional<std::chrono::year_month_day> dateOf(std::string_view day) {
    if (day.size() < 10 || day[4] != '-' || day[7] != '-')
        return std::nullopt;
    const auto year = numberIn(day.substr(0, 4)), month = numberIn(day.substr(5, 2)),
               number = numberIn(day.substr(8, 2));
    if (!year || !month || !number)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*number))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

} // namespace

std::string dayAfter(std::string_view day, int days) {
    const auto date = dateOf(day);
    if (!date)
        return std::string(day.substr(0, 10));
    const std::chrono::year_month_day later(std::chrono::sys_days(*date) + std::chrono::days(days));
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(later.year()),
                  static_cast<unsigned>(later.month()), static_cast<unsigned>(later.day()));
    return text.data();
}

ClaimDays daysOf(const data::Claim& claim) {
    constexpr std::size_t month = 7, whole = 10; // letters of "2026-04" and of "2026-04-15"
    if (!claim.from.empty() && !claim.to.empty())
        return {claim.from, claim.to};
    if (claim.past)
        return {};
    if (claim.day.size() == month) {
        const std::string first = claim.day + "-01";
        const auto date = dateOf(first);
        if (!date)
            return {};
        const std::chrono::year_month_day_last last(date->year(), std::chrono::month_day_last(date->month()));
        std::array<char, 8> number{};
        std::snprintf(number.data(), number.size(), "-%02u", static_cast<unsigned>(last.day()));
        return {first, claim.day + number.data()};
    }
    return claim.day.size() >= whole ? ClaimDays{claim.day, claim.day} : ClaimDays{};
}

bool isOfTheTime(const data::Claim& claim, std::string_view instant) {
    const ClaimDays days = daysOf(claim);
    if (!days.known())
        return !claim.past;
    if (instant.empty())
        return true;
    const std::string_view day = instant.substr(0, 10);
    return dayAfter(days.first, -sameTimeDays) <= day && day <= dayAfter(days.last, sameTimeDays);
}

} // namespace parallax::latency
