// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace parallax::data {

// FNV-1a over several texts, each closed by a separator: the same everywhere and in every version, since
// marks of analysts hang on it. No protection against whoever wants two texts to be alike.
inline std::uint64_t hash(std::uint64_t seed, std::string_view text) {
    for (const char c : text)
        seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return (seed ^ 0x1FU) * 0x100000001B3ULL;
}

inline std::string hexOf(std::uint64_t value) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = 16; i-- > 0; value >>= 4)
        text[i] = digits[value & 15];
    return text;
}

} // namespace parallax::data
