// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

namespace parallax::data::testing {

// The same numbers on every machine.
class Draw {
  public:
    explicit Draw(std::uint64_t seed)
        : m_state(seed * 0x9E3779B97F4A7C15ULL + 1) {}
    std::uint64_t bits() { // splitmix64
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    double unit() { return (static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53; }
    double between(double low, double high) { return low + (high - low) * unit(); }
    int below(int count) { return static_cast<int>(unit() * count); }
    bool chance(double p) { return unit() < p; }
    double normal() {
        return std::sqrt(-2 * std::log(unit())) * std::cos(2 * 3.14159265358979323846 * unit());
    }
    template <typename T, std::size_t n>
    const T& of(const std::array<T, n>& values) {
        return values[static_cast<std::size_t>(below(static_cast<int>(n)))];
    }

  private:
    std::uint64_t m_state;
};

inline std::string fixedText(double value, int decimals) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, value);
    std::string text = buffer.data();
    if (text.starts_with('-') && text.find_first_not_of("-0.") == std::string::npos)
        text.erase(0, 1); // "-0.0"
    return text;
}

inline std::string withCommas(std::string text) {
    auto point = text.find('.');
    if (point == std::string::npos)
        point = text.size();
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    for (std::size_t i = point; i > first + 3; i -= 3)
        text.insert(i - 3, ",");
    return text;
}

// How a level is printed: $18.2B, 182億美元, 1,234, 1.6s; or a bare number under a header with the unit.
struct LevelFormat {
    const char* before;
    const char* after;
    const char* header; // what the header says where the cells are bare; empty: never bare
    double low, high;   // of the number that is printed
    int decimals;
    bool commas;
    bool chinese;
};

inline const std::array<LevelFormat, 34>& levelFormats() {
    static const std::array<LevelFormat, 34> formats{{
        {"$", "B", "($B)", 2, 900, 0, false, false},
        {"$", "B", "($ billion)", 1, 300, 1, false, false},
        {"$", "B", "(USD bn)", 1, 90, 2, false, false},
        {"$", "M", "($M)", 10, 900, 0, false, false},
        {"$", "M", "($ million)", 5, 900, 1, false, false},
        {"$", " billion", "($ billions)", 2, 500, 1, false, false},
        {"$", " million", "", 20, 900, 0, false, false},
        {"US$", "bn", "(US$bn)", 2, 300, 1, false, false},
        {"€", "M", "(€M)", 20, 900, 1, false, false},
        {"€", "bn", "", 2, 90, 2, false, false},
        {"£", "m", "(£m)", 20, 900, 0, false, false},
        {"NT$", " billion", "", 10, 900, 1, false, false},
        {"HK$", "B", "", 10, 900, 0, false, false},
        {"$", "", "", 1, 90, 2, false, false},
        {"$", "", "", 1000, 900000, 0, true, false},
        {"", "", "", 100, 900, 0, false, false},
        {"", "", "", 1000, 999999, 0, true, false},
        {"", "K", "", 10, 900, 0, false, false},
        {"", "M users", "", 10, 900, 0, false, false},
        {"", " ms", "(ms)", 50, 900, 0, false, false},
        {"", "s", "(s)", 1, 20, 1, false, false},
        {"", " req/s", "(req/s)", 50, 900, 0, false, false},
        {"", " tokens/s", "", 30, 300, 1, false, false},
        {"", " GW", "(GW)", 1, 40, 1, false, false},
        {"", "億美元", "（億美元）", 20, 900, 0, false, true},
        {"", "億美元", "（億美元）", 5, 300, 1, false, true},
        {"", "亿美元", "（亿美元）", 20, 900, 0, false, true},
        {"", "亿元", "（亿元）", 5, 900, 1, false, true},
        {"", "億元", "（億元）", 20, 9000, 0, true, true},
        {"", "萬", "（萬）", 20, 900, 0, false, true},
        {"", "万台", "", 10, 300, 1, false, true},
        {"", "毫秒", "（毫秒）", 50, 900, 0, false, true},
        {"$", "", "", 1, 30, 2, false, true},
        {"", "", "", 1000, 999999, 0, true, true},
    }};
    return formats;
}

} // namespace parallax::data::testing
