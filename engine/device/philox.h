// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace parallax::device {

// Philox4x32-10, a counter-based generator: the same counter and key always give the same four words, so a
// result depends neither on threads nor on batches. Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as
// easy as 1, 2, 3", SC'11, where the constants are from.
using Philox = std::array<std::uint32_t, 4>;

constexpr Philox philox(Philox counter, std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t even = std::uint64_t{0xD2511F53} * counter[0];
        const std::uint64_t odd = std::uint64_t{0xCD9E8D57} * counter[2];
        counter = {
            static_cast<std::uint32_t>(odd >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(odd),
            static_cast<std::uint32_t>(even >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(even)};
        key = {key[0] + 0x9E3779B9U, key[1] + 0xBB67AE85U}; // golden ratio, square root of 3 less 1
    }
    return counter;
}

} // namespace parallax::device
