// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/decimal.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace parallax::data {
namespace {

__extension__ typedef __int128 Wide;
constexpr std::int64_t largest = 999'999'999'999'999'999; // 18 digits

std::optional<std::int64_t> timesPowerOfTen(std::int64_t digits, int power) {
    for (; power > 0; --power) {
        if (digits > largest / 10 || digits < -largest / 10)
            return std::nullopt;
        digits *= 10;
    }
    return digits;
}

} // namespace

double Decimal::toDouble() const {
    // Division by a power of ten up to 10^22 is correctly rounded; multiplication by 10^-n is not.
    const auto value = static_cast<double>(digits);
    return exponent < 0 ? value / std::pow(10.0, -exponent) : value * std::pow(10.0, exponent);
}

std::string Decimal::toString() const {
    std::string text = std::to_string(std::llabs(digits));
    if (exponent >= 0) {
        if (digits != 0)
            text.append(static_cast<std::size_t>(exponent), '0');
    } else {
        const auto places = static_cast<std::size_t>(-exponent);
        if (text.size() <= places)
            text.insert(0, places + 1 - text.size(), '0');
        text.insert(text.size() - places, ".");
    }
    return digits < 0 ? "-" + text : text;
}

Decimal Decimal::lastNonZeroDigit() const {
    if (digits == 0)
        return lastDigit();
    int power = exponent;
    for (std::int64_t left = digits; left % 10 == 0; left /= 10)
        ++power;
    return {1, power};
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
    const int exponent = std::min(a.exponent, b.exponent);
    const auto left = timesPowerOfTen(a.digits, a.exponent - exponent);
    const auto right = timesPowerOfTen(b.digits, b.exponent - exponent);
    if (!left || !right || std::llabs(*left + *right) > largest)
        return std::nullopt;
    return Decimal{*left + *right, exponent};
}

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
    const Wide product = static_cast<Wide>(a.digits) * b.digits;
    if (product > largest || product < -largest)
        return std::nullopt;
    return Decimal{static_cast<std::int64_t>(product), a.exponent + b.exponent};
}

std::strong_ordering compare(const Decimal& a, const Decimal& b) {
    const auto sign = [](std::int64_t n) { return n > 0 ? 1 : (n < 0 ? -1 : 0); };
    if (sign(a.digits) != sign(b.digits))
        return sign(a.digits) <=> sign(b.digits);
    const int exponent = std::min(a.exponent, b.exponent);
    const auto left = timesPowerOfTen(a.digits, a.exponent - exponent);
    const auto right = timesPowerOfTen(b.digits, b.exponent - exponent);
    if (left && right)
        return *left <=> *right;
    // At least one is too large to align: magnitudes so far apart that doubles decide rightly.
    return a.toDouble() < b.toDouble() ? std::strong_ordering::less : std::strong_ordering::greater;
}

std::optional<Decimal> decimalFrom(std::string_view text) {
    Decimal value;
    bool point = false;
    bool any = false;
    for (const char c : text) {
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9' || value.digits > largest / 10 - 1)
            return std::nullopt;
        value.digits = value.digits * 10 + (c - '0');
        value.exponent -= point ? 1 : 0;
        any = true;
    }
    return any ? std::optional(value) : std::nullopt;
}

} // namespace parallax::data
