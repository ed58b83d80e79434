// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "data/measure/claim.h"

namespace parallax::latency {

// The days that a claim is of, ISO: its own period, else the article's day or month. Empty where neither is
// known.
struct ClaimDays {
    std::string first, last;
    bool known() const { return !first.empty(); }
    bool hold(std::string_view day) const { return known() && first <= day && day <= last; }
};
ClaimDays daysOf(const data::Claim& claim);

// What was measured or read at most so many days before or after says what was so then: services and prices
// change from one month to another.
inline constexpr int sameTimeDays = 31;

// Whether an instant or a day ("2026-11-26…") is of the claim's time. Of a claim without any time all is;
// of one of the past that cannot be told nothing.
bool isOfTheTime(const data::Claim& claim, std::string_view instant);

// A day so many days later (or earlier), ISO; the day itself where it is none.
std::string dayAfter(std::string_view day, int days);

} // namespace parallax::latency
