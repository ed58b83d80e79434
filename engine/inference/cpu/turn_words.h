// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "engine/inference/cpu/layout.h"

namespace parallax::inference::cpu {

// Rows of words become planes of 16 rows.
template <std::size_t Most>
void turnWords(const std::uint32_t (&lines)[groupRows][Most], std::size_t words, std::uint8_t* planes) {
    using Four [[gnu::vector_size(16)]] = std::uint32_t;
    const auto turnFour = [&](std::size_t row, std::size_t word) {
        Four in[4];
        for (std::size_t i = 0; i < 4; ++i)
            std::memcpy(&in[i], &lines[row + i][word], 16);
        const Four low01 = __builtin_shufflevector(in[0], in[1], 0, 4, 1, 5);
        const Four low23 = __builtin_shufflevector(in[2], in[3], 0, 4, 1, 5);
        const Four high01 = __builtin_shufflevector(in[0], in[1], 2, 6, 3, 7);
        const Four high23 = __builtin_shufflevector(in[2], in[3], 2, 6, 3, 7);
        const Four out[4] = {__builtin_shufflevector(low01, low23, 0, 1, 4, 5),
                             __builtin_shufflevector(low01, low23, 2, 3, 6, 7),
                             __builtin_shufflevector(high01, high23, 0, 1, 4, 5),
                             __builtin_shufflevector(high01, high23, 2, 3, 6, 7)};
        for (std::size_t i = 0; i < 4; ++i)
            std::memcpy(planes + 64 * (word + i) + 4 * row, &out[i], 16);
    };
    std::size_t word = 0;
    for (; word + 4 <= words; word += 4)
        for (std::size_t row = 0; row < groupRows; row += 4)
            turnFour(row, word);
    for (; word < words; ++word)
        for (std::size_t row = 0; row < groupRows; ++row)
            std::memcpy(planes + 64 * word + 4 * row, &lines[row][word], 4);
}

} // namespace parallax::inference::cpu
