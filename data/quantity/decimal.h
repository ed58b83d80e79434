// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parallax::data {

// An exact decimal, digits × 10^exponent. Not a double: 5.00 and 5 are different statements (their last
// written digit differs), and 99.95 is exactly that.
struct Decimal {
    std::int64_t digits = 0;
    int exponent = 0;

    double toDouble() const;
    std::string toString() const; // plain notation, trailing zeros as written: "5.00", "15000000000"

    bool isZero() const { return digits == 0; }
    Decimal negated() const { return {-digits, exponent}; }
    Decimal shifted(int powerOfTen) const { return {digits, exponent + powerOfTen}; }
    Decimal lastDigit() const { return {1, exponent}; } // the size of one unit in the last written digit
    Decimal lastNonZeroDigit() const;                   // … in the last digit that is not 0
};

// No value where the exact result does not fit 18 digits.
std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
std::strong_ordering compare(const Decimal& a, const Decimal& b);

// ASCII digits with at most one point; no sign, no separators. No value for more than 18 significant digits.
std::optional<Decimal> decimalFrom(std::string_view text);

} // namespace parallax::data
