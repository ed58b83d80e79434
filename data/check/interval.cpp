// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/interval.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace parallax::data {
namespace {

// 0 × infinity and infinity − infinity leave everything open.
Interval outward(double low, double high) {
    if (std::isnan(low) || std::isnan(high))
        return {};
    return {std::nextafter(low, -unbounded), std::nextafter(high, unbounded)};
}

Interval outward(std::initializer_list<double> ends) {
    for (const double end : ends)
        if (std::isnan(end))
            return {};
    return outward(std::min(ends), std::max(ends));
}

} // namespace

Interval around(double centre, double half) {
    return outward(centre - half, centre + half);
}

Interval hull(const Interval& a, const Interval& b) {
    return {std::min(a.low, b.low), std::max(a.high, b.high)};
}

bool isBounded(const Interval& interval) noexcept {
    return std::isfinite(interval.low) && std::isfinite(interval.high);
}

bool meets(const Interval& a, const Interval& b) noexcept {
    return a.low <= b.high && b.low <= a.high;
}

bool contains(const Interval& interval, double value) noexcept {
    return interval.low <= value && value <= interval.high;
}

double distance(const Interval& a, const Interval& b) noexcept {
    return std::max({0.0, a.low - b.high, b.low - a.high});
}

double halfWidth(const Interval& interval) noexcept {
    return (interval.high - interval.low) / 2;
}

Interval add(const Interval& a, const Interval& b) {
    return outward(a.low + b.low, a.high + b.high);
}

Interval subtract(const Interval& a, const Interval& b) {
    return outward(a.low - b.high, a.high - b.low);
}

Interval multiply(const Interval& a, const Interval& b) {
    return outward({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
}

Interval divide(const Interval& a, const Interval& b) {
    if (contains(b, 0))
        return {};
    return outward({a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high});
}

Interval power(const Interval& base, double exponent) {
    if (!(base.low >= 0) || std::isnan(exponent))
        return {};
    // pow is not correctly rounded everywhere: two steps outwards cover its last bit.
    const Interval once = outward({std::pow(base.low, exponent), std::pow(base.high, exponent)});
    const Interval twice = outward(once.low, once.high);
    return {std::max(0.0, twice.low), twice.high};
}

Interval root(const Interval& base, double n) {
    return n == 0 ? Interval{} : power(base, 1 / n);
}

} // namespace parallax::data
