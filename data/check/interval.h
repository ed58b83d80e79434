// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace parallax::data {

// A closed interval of doubles, rounded outwards by every operation; an end may be infinite.
struct Interval {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool operator==(const Interval&) const = default;
};

inline constexpr Interval exactlyOne{1, 1}, exactlyHundred{100, 100};
inline constexpr double unbounded = std::numeric_limits<double>::infinity();

// `centre` ± `half`.
Interval around(double centre, double half);
Interval hull(const Interval& a, const Interval& b);

bool isBounded(const Interval& interval) noexcept;
bool meets(const Interval& a, const Interval& b) noexcept; // they share a point; touching ends do
bool contains(const Interval& interval, double value) noexcept;
double distance(const Interval& a, const Interval& b) noexcept; // between the nearer ends; 0 where they meet
double halfWidth(const Interval& interval) noexcept;

Interval add(const Interval& a, const Interval& b);
Interval subtract(const Interval& a, const Interval& b);
Interval multiply(const Interval& a, const Interval& b);
// Without bounds where `b` holds 0.
Interval divide(const Interval& a, const Interval& b);
// base^exponent for a base that is not negative; without bounds where it may be.
Interval power(const Interval& base, double exponent);
// The n-th root, as power(base, 1 / n); without bounds for n = 0.
Interval root(const Interval& base, double n);

} // namespace parallax::data
