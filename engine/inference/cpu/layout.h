// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

// How packed weights lie in memory. Weights come in groups of 16 rows: a vector's lane is a row, so no sum
// ever crosses lanes and every processor adds the same numbers in the same order.
//
// A group is, for each 256 columns (or what is left of them), first the scales of its blocks of 32 columns
// and then their codes. A block's codes are planes of 64-byte vectors; a vector holds four columns of 16
// rows, [row][column], a "slice". Slices 0 to 3 are columns 0 to 15, slices 4 to 7 columns 16 to 31.
//     8 bits   eight vectors, one per slice
//     4 bits   four vectors: slice s below, slice s + 4 above
//     2 bits   two vectors: slices 0 to 3 and 4 to 7, two bits each from below
//     1 bit    one vector: bit s for slice s
//     3, 5, 6  2 + 1, 4 + 1 and 4 + 2 bits, the lower bits' planes first
// Weights of 15 bits have a scale for all 256 columns, and vectors of two columns of 16 rows, [row][column].
// Floating-point weights are [column][16 rows] without scales.

namespace parallax::inference::cpu {

static constexpr std::size_t groupRows = 16;
static constexpr std::size_t blockColumns = 32;
static constexpr std::size_t superColumns = 256;

enum class CodeKind : std::uint8_t {
    Bits2,
    Bits3,
    Bits4,
    Bits5,
    Bits6,
    Bits8,
    Table4,
    Bits15, // with a sign, in 16: at most mostFineCode
    Half,
    Bfloat,
    Float
};

// Where the scales of a block come from. Halves and integers are [16 rows].
enum class ScaleKind : std::uint8_t {
    Each32,    // per block: d
    Each32Min, // per block: d, dmin
    K32,       // d; per block: an integer scale
    K32Min,    // d, dmin; per block: an integer scale and an integer minimum
    K16,       // d; per block: two integer scales, one for 16 columns
    K16Min,    // d, dmin; per block: two integer scales, two integer minima
    Each256,   // for all columns: a power of two, a float
    None       // floating-point numbers
};
static constexpr std::size_t codeKinds = static_cast<std::size_t>(CodeKind::Float) + 1;
static constexpr std::size_t scaleKinds = static_cast<std::size_t>(ScaleKind::None) + 1;
static constexpr std::int32_t mostFineCode = 1 << 14;

static constexpr int bitsOfKind(CodeKind kind) {
    constexpr int bits[] = {2, 3, 4, 5, 6, 8, 8, 15, 0, 0, 0};
    return bits[static_cast<int>(kind)];
}
static constexpr std::size_t blockBytes(CodeKind kind) {
    constexpr std::size_t bits[] = {2, 3, 4, 5, 6, 8, 4, 16, 0, 0, 0};
    return 64 * bits[static_cast<int>(kind)];
}
static constexpr bool has16(ScaleKind kind) {
    return kind == ScaleKind::K16 || kind == ScaleKind::K16Min;
}
static constexpr bool hasMinimum(ScaleKind kind) {
    return kind == ScaleKind::Each32Min || kind == ScaleKind::K32Min || kind == ScaleKind::K16Min;
}
static constexpr std::size_t scaleHead(ScaleKind kind) {
    constexpr std::size_t head[] = {0, 0, 32, 64, 32, 64, 64, 0};
    return head[static_cast<int>(kind)];
}
static constexpr std::size_t scaleEach(ScaleKind kind) {
    constexpr std::size_t each[] = {32, 64, 16, 32, 32, 64, 0, 0};
    return each[static_cast<int>(kind)];
}
// Bytes of the scales of `blocks` blocks, filled up to whole 64-byte lines.
static constexpr std::size_t scaleBytes(ScaleKind kind, std::size_t blocks) {
    return (scaleHead(kind) + scaleEach(kind) * blocks + 63) / 64 * 64;
}

// Bytes of a group of codes with their scales; not of floating-point numbers. Columns are whole blocks.
static constexpr std::size_t groupBytes(CodeKind codes, ScaleKind scales, std::size_t columns) {
    const std::size_t rest = columns % superColumns / blockColumns;
    return columns / superColumns * scaleBytes(scales, superColumns / blockColumns) +
           (rest > 0 ? scaleBytes(scales, rest) : 0) + columns / blockColumns * blockBytes(codes);
}
static_assert(groupBytes(CodeKind::Bits4, ScaleKind::Each32, 352) == 256 + 128 + 11 * 256);
// Of weights in 15 bits.
static constexpr std::size_t fineGroupBytes(std::size_t columns) {
    return groupBytes(CodeKind::Bits15, ScaleKind::Each256, columns);
}

// Activations in 8 or 13 bits lie in blocks of 32 columns, [rows / pair][columns / 32][pair]: the first block
// of a row. Its next one lies `pair` behind it.
static constexpr std::size_t firstBlock(std::size_t row, std::size_t pair, std::size_t columns) {
    return row / pair * pair * (columns / blockColumns) + row % pair;
}

} // namespace parallax::inference::cpu
