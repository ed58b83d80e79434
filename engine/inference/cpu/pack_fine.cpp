// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cpu/pack_fine.h"

#include <algorithm>
#include <cstring>

#include "engine/inference/cpu/turn_words.h"

namespace parallax::inference::cpu {
namespace {

constexpr std::size_t head = scaleBytes(ScaleKind::Each256, 1);

} // namespace

bool canBeFine(Format format, std::size_t columns) {
    return (format == Format::F16 || format == Format::BF16) && columns % blockColumns == 0;
}

void packFineGroup(const Kernels& kernels, Format format, std::size_t columns, std::size_t rows,
                   const std::byte* from, std::uint8_t* out) {
    constexpr std::size_t mostWords = superColumns / 2; // two columns each
    std::uint16_t numbers[superColumns];
    std::int16_t rounded[superColumns];
    std::uint32_t lines[groupRows][mostWords] = {};
    float scales[groupRows] = {};
    for (std::size_t start = 0; start < columns; start += superColumns) {
        const std::size_t count = std::min(superColumns, columns - start);
        for (std::size_t row = 0; row < rows; ++row) {
            std::memcpy(numbers, from + sizeof numbers[0] * (columns * row + start),
                        sizeof numbers[0] * count);
            kernels.roundWeights(numbers, format == Format::BF16, count, rounded, scales + row);
            std::memcpy(lines[row], rounded, sizeof rounded[0] * count);
        }
        std::memcpy(out, scales, sizeof scales);
        turnWords(lines, count / 2, out + head);
        out += head + sizeof lines[0][0] * groupRows * (count / 2);
    }
}

void unpackFineRow(std::size_t columns, const std::uint8_t* group, std::size_t row, float* out) {
    for (std::size_t start = 0; start < columns; start += superColumns) {
        const std::size_t count = std::min(superColumns, columns - start);
        float scale;
        std::memcpy(&scale, group + sizeof scale * row, sizeof scale);
        const std::uint8_t* at = group + head + 4 * row;
        for (std::size_t column = 0; column < count; column += 2, at += 4 * groupRows) {
            std::int16_t two[2];
            std::memcpy(two, at, sizeof two);
            out[start + column] = scale * static_cast<float>(two[0]);
            out[start + column + 1] = scale * static_cast<float>(two[1]);
        }
        group += head + 2 * groupRows * count;
    }
}

} // namespace parallax::inference::cpu
