// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/inference/half.h"
#include "engine/inference/quant.h"

// How packed weights lie in a card's memory: in the order in which tensor cores take them, so that what a
// lane loads, 16 bytes at a time, is its own share of the next products.
//
// Rows come in tiles of 16. A tile is a run of slabs of 128 columns, or of 256 where the file has one scale
// for so many; columns that are missing at the end are zeros. A slab is its scales and then its codes. Its
// columns are blocks of 32; of a block, lane l = 4 g + t of a warp holds 16 codes: rows g and g + 8, columns
// 4 t to 4 t + 3 of both halves. Code number 8 half + 2 reg + i is of row g + 8 (reg % 2), column 16 half + 4
// t + 2 (reg / 2) + i, which makes reg the register of mma.m16n8k16 that it belongs to.
//     8 bits   [block][lane][16 codes]
//     4 bits   [2 blocks][lane][block][half] words; code (reg, i) is at bit 4 reg + 16 i
//     2 bits   [4 blocks][lane][block] words; code (half, reg, i) is at bit 2 (4 half + reg) + 16 i
//     1 bit    [lane][2 blocks] words; (block, half, reg, i) is at bit 8 (block % 2) + 4 half + reg + 16 i
//     3, 5, 6  2 + 1, 4 + 1 and 4 + 2 bits, the lower bits first
//     16 bits  [block][half][lane][8 numbers]
//     32 bits  [row][columns], without slabs
// Scales are [g][...] so that the four lanes of a g load the same 16 or 32 bytes:
//     Each32      [4 blocks][2 rows] halves d
//     Each32Min   [4 blocks][2 rows] halves d, dmin
//     K32         [8 g][2 rows] halves d, then [8 blocks][2 rows] integers
//     K32Min      [8 g][2 rows] halves d, dmin, then [8 blocks][2 rows] bytes scale, minimum
//     K16         [8 g][2 rows] halves d, then [8 blocks][2 rows][2 halves] integers
//     K16Min      [8 g][2 rows] halves d, dmin, then [8 blocks][2 rows][2 halves] scale + 16 minimum
// Nothing is rounded: the file's own bits are only moved.

namespace parallax::inference::cuda {

enum class CodeKind : std::uint8_t { Bits2, Bits3, Bits4, Bits5, Bits6, Bits8, Table4, Half, Bfloat, Float };
enum class ScaleKind : std::uint8_t { Each32, Each32Min, K32, K32Min, K16, K16Min, None };

constexpr int tileRows = 16;
constexpr int blockColumns = 32;
constexpr int rangeCount = 8; // a row's columns are summed in so many ranges, whose sums are added in order

// ---- how attention is divided ----

constexpr int runKeys = 256; // taken in together, from multiples of as many on
constexpr int tileQueries = 16;
// Tokens of a tile, all heads of a group at once; and tiles of one token's group, where that is larger.
constexpr int tokensPerTile(int group) {
    return group >= tileQueries ? 1 : tileQueries / group;
}
constexpr int tilesPerGroup(int group) {
    return (group + tileQueries - 1) / tileQueries;
}

// ---- how weights are packed ----

struct Layout {
    CodeKind codes;
    ScaleKind scales;
    int offset; // a code counts from minus this

    constexpr bool operator==(const Layout& other) const {
        return codes == other.codes && scales == other.scales && offset == other.offset;
    }
};

constexpr Layout layoutOf(Format format) {
    switch (format) {
    case Format::F32:
        return {CodeKind::Float, ScaleKind::None, 0};
    case Format::F16:
        return {CodeKind::Half, ScaleKind::None, 0};
    case Format::BF16:
        return {CodeKind::Bfloat, ScaleKind::None, 0};
    case Format::Q4_0:
        return {CodeKind::Bits4, ScaleKind::Each32, 8};
    case Format::Q4_1:
        return {CodeKind::Bits4, ScaleKind::Each32Min, 0};
    case Format::Q5_0:
        return {CodeKind::Bits5, ScaleKind::Each32, 16};
    case Format::Q5_1:
        return {CodeKind::Bits5, ScaleKind::Each32Min, 0};
    case Format::Q8_0:
        return {CodeKind::Bits8, ScaleKind::Each32, 128};
    case Format::Q2_K:
        return {CodeKind::Bits2, ScaleKind::K16Min, 0};
    case Format::Q3_K:
        return {CodeKind::Bits3, ScaleKind::K16, 4};
    case Format::Q4_K:
        return {CodeKind::Bits4, ScaleKind::K32Min, 0};
    case Format::Q5_K:
        return {CodeKind::Bits5, ScaleKind::K32Min, 0};
    case Format::Q6_K:
        return {CodeKind::Bits6, ScaleKind::K16, 32};
    case Format::IQ4_NL:
        return {CodeKind::Table4, ScaleKind::Each32, 128};
    case Format::IQ4_XS:
        return {CodeKind::Table4, ScaleKind::K32, 128};
    }
    return {CodeKind::Float, ScaleKind::None, 0};
}

constexpr bool ofK(ScaleKind kind) {
    return kind == ScaleKind::K32 || kind == ScaleKind::K32Min || kind == ScaleKind::K16 ||
           kind == ScaleKind::K16Min;
}
constexpr bool hasMinimum(ScaleKind kind) {
    return kind == ScaleKind::Each32Min || kind == ScaleKind::K32Min || kind == ScaleKind::K16Min;
}
constexpr bool per16(ScaleKind kind) {
    return kind == ScaleKind::K16 || kind == ScaleKind::K16Min;
}
constexpr int slabBlocks(ScaleKind kind) {
    return ofK(kind) ? 8 : 4;
}
constexpr int slabColumns(ScaleKind kind) {
    return blockColumns * slabBlocks(kind);
}
// Bytes of d and dmin in front, for all of a slab.
constexpr int headBytes(ScaleKind kind) {
    return !ofK(kind) ? 0 : hasMinimum(kind) ? 64 : 32;
}
// Bytes of scales that the lanes of one g share, behind the head.
constexpr int sharedBytes(ScaleKind kind) {
    return kind == ScaleKind::None ? 0 : kind == ScaleKind::Each32 || kind == ScaleKind::K32 ? 16 : 32;
}
constexpr int scaleBytes(ScaleKind kind) {
    return headBytes(kind) + 8 * sharedBytes(kind);
}
// Words of 4 bytes that a lane holds of a slab: of the lower bits (or all of them), and of the upper ones.
constexpr int lowWords(CodeKind codes, int blocks) {
    switch (codes) {
    case CodeKind::Bits2:
    case CodeKind::Bits3:
        return blocks;
    case CodeKind::Bits8:
        return 4 * blocks;
    case CodeKind::Half:
    case CodeKind::Bfloat:
        return 8 * blocks;
    default:
        return 2 * blocks;
    }
}
constexpr int highWords(CodeKind codes, int blocks) {
    if (codes == CodeKind::Bits6)
        return blocks;
    return codes == CodeKind::Bits3 || codes == CodeKind::Bits5 ? blocks / 2 : 0;
}
constexpr std::size_t slabBytes(Layout layout) {
    const int blocks = slabBlocks(layout.scales);
    return static_cast<std::size_t>(scaleBytes(layout.scales) +
                                    32 * 4 *
                                        (lowWords(layout.codes, blocks) + highWords(layout.codes, blocks)));
}
constexpr std::size_t slabsOf(Layout layout, std::size_t columns) {
    const auto each = static_cast<std::size_t>(slabColumns(layout.scales));
    return (columns + each - 1) / each;
}
constexpr std::size_t tileBytes(Layout layout, std::size_t columns) {
    if (layout.codes == CodeKind::Float)
        return tileRows * columns * sizeof(float);
    return slabsOf(layout, columns) * slabBytes(layout);
}

// Where a code's bits begin: bytes from the start of its plane, and bits from there.
struct Place {
    std::size_t word; // bytes, a multiple of 4 (of 1 for 8 bits, of 2 for 16)
    int bit;
};
struct Code { // one number's place in a slab's fragment order
    int block, lane, half, reg, i;
};
constexpr Code codeOf(int row, int column) {
    const int c = column % blockColumns;
    return {column / blockColumns, 4 * (row % 8) + c % 16 / 4, c / 16, row / 8 + 2 * (c % 4 / 2), c % 2};
}
constexpr Place placeIn(int bits, int blocks, Code c) {
    const auto bytes = [](int count) { return static_cast<std::size_t>(count); };
    switch (bits) {
    case 1:
        return {bytes((c.lane * blocks / 2 + c.block / 2) * 4),
                8 * (c.block % 2) + 4 * c.half + c.reg + 16 * c.i};
    case 2:
        return {bytes(c.block / 4 * 512 + c.lane * 16 + c.block % 4 * 4),
                2 * (4 * c.half + c.reg) + 16 * c.i};
    case 4:
        return {bytes(c.block / 2 * 512 + c.lane * 16 + c.block % 2 * 8 + c.half * 4), 4 * c.reg + 16 * c.i};
    case 8:
        return {bytes(c.block * 512 + c.lane * 16 + 8 * c.half + 2 * c.reg + c.i), 0};
    default:
        return {bytes((2 * c.block + c.half) * 512 + c.lane * 16 + 4 * c.reg + 2 * c.i), 0};
    }
}
// Bits of the lower plane and of the upper one.
constexpr int lowBits(CodeKind codes) {
    switch (codes) {
    case CodeKind::Bits2:
    case CodeKind::Bits3:
        return 2;
    case CodeKind::Bits8:
        return 8;
    case CodeKind::Half:
    case CodeKind::Bfloat:
        return 16;
    case CodeKind::Float:
        return 32;
    default:
        return 4;
    }
}
constexpr int highBits(CodeKind codes) {
    return codes == CodeKind::Bits6 ? 2 : codes == CodeKind::Bits3 || codes == CodeKind::Bits5 ? 1 : 0;
}

constexpr std::uint32_t wordAt(const std::uint8_t* at) {
    return at[0] | (std::uint32_t{at[1]} << 8) | (std::uint32_t{at[2]} << 16) | (std::uint32_t{at[3]} << 24);
}
constexpr std::uint16_t halfAt(const std::uint8_t* at) {
    return static_cast<std::uint16_t>(at[0] | (at[1] << 8));
}

// The nibbles of IQ4_NL and IQ4_XS, plus 128: in two words, since a card would put a table on the stack.
constexpr std::uint8_t table4At(unsigned nibble) {
    const std::uint64_t eight = nibble < 8 ? 0x766A5D4F3F2D1801U : 0xF1D9C5B5A6998D81U;
    return static_cast<std::uint8_t>(eight >> (8 * (nibble % 8)));
}

// One weight of a tile, `row` below 16, with the same bits as decode() gives it: for looking rows up, and for
// proving that packing loses nothing.
constexpr float weightAt(Layout layout, const std::uint8_t* tile, std::size_t columns, int row,
                         std::size_t column) {
    if (layout.codes == CodeKind::Float)
        return floatOf(wordAt(tile + (static_cast<std::size_t>(row) * columns + column) * 4));
    const auto each = static_cast<std::size_t>(slabColumns(layout.scales));
    const std::uint8_t* slab = tile + column / each * slabBytes(layout);
    const int blocks = slabBlocks(layout.scales);
    const Code code = codeOf(row, static_cast<int>(column % each));
    const std::uint8_t* low = slab + scaleBytes(layout.scales);
    const Place place = placeIn(lowBits(layout.codes), blocks, code);
    if (layout.codes == CodeKind::Half)
        return fromHalf(halfAt(low + place.word));
    if (layout.codes == CodeKind::Bfloat)
        return fromBfloat(halfAt(low + place.word));
    std::uint32_t q = 0;
    if (layout.codes == CodeKind::Bits8)
        q = low[place.word];
    else
        q = (wordAt(low + place.word) >> place.bit) & ((1U << lowBits(layout.codes)) - 1);
    if (highBits(layout.codes) > 0) {
        const Place upper = placeIn(highBits(layout.codes), blocks, code);
        const std::uint8_t* high = low + 32 * 4 * lowWords(layout.codes, blocks);
        q |= ((wordAt(high + upper.word) >> upper.bit) & ((1U << highBits(layout.codes)) - 1))
             << lowBits(layout.codes);
    }
    if (layout.codes == CodeKind::Table4)
        q = table4At(q);
    const int g = row % 8;
    const int upper = row / 8;
    const std::uint8_t* own = slab + headBytes(layout.scales) + g * sharedBytes(layout.scales);
    float scale = 1;
    float minimum = 1;
    if (ofK(layout.scales)) {
        const int words = hasMinimum(layout.scales) ? 2 : 1;
        const std::uint8_t* head = slab + (2 * g + upper) * 2 * words;
        scale = fromHalf(halfAt(head));
        minimum = hasMinimum(layout.scales) ? fromHalf(halfAt(head + 2)) : 0;
    }
    const int pair = 2 * code.block + upper;
    switch (layout.scales) {
    case ScaleKind::Each32:
        scale = fromHalf(halfAt(own + 2 * pair));
        minimum = 0;
        break;
    case ScaleKind::Each32Min:
        scale = fromHalf(halfAt(own + 4 * pair));
        minimum = fromHalf(halfAt(own + 4 * pair + 2));
        break;
    case ScaleKind::K32:
        scale *= static_cast<float>(static_cast<std::int8_t>(own[pair]));
        break;
    case ScaleKind::K32Min:
        scale *= static_cast<float>(own[2 * pair]);
        minimum *= static_cast<float>(own[2 * pair + 1]);
        break;
    case ScaleKind::K16:
        scale *= static_cast<float>(static_cast<std::int8_t>(own[2 * pair + code.half]));
        break;
    default:
        scale *= static_cast<float>(own[2 * pair + code.half] & 15);
        minimum *= static_cast<float>(own[2 * pair + code.half] >> 4);
    }
    return scale * static_cast<float>(static_cast<int>(q) - layout.offset) - minimum;
}

} // namespace parallax::inference::cuda
