// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cpu/pack.h"

#include <algorithm>
#include <cstring>

#include "engine/inference/cpu/turn_words.h"
#include "engine/inference/half.h"

namespace parallax::inference::cpu {
namespace {

// Where a code of a block lies: the byte of its lower bits' plane, and of its upper bits' plane.
struct Place {
    std::size_t low;
    int lowShift;
    std::size_t high;
    int highShift;
};

Place placeOf(CodeKind kind, std::size_t row, std::size_t column) {
    const std::size_t slice = column / 4;
    const std::size_t in = 4 * row + column % 4;
    const Place four{64 * (slice % 4) + in, slice < 4 ? 0 : 4, 0, 0};
    const Place two{64 * (slice / 4) + in, static_cast<int>(2 * (slice % 4)), 0, 0};
    switch (kind) {
    case CodeKind::Bits2:
        return two;
    case CodeKind::Bits3:
        return {two.low, two.lowShift, 128 + in, static_cast<int>(slice)};
    case CodeKind::Bits5:
        return {four.low, four.lowShift, 256 + in, static_cast<int>(slice)};
    case CodeKind::Bits6:
        return {four.low, four.lowShift, 256 + two.low, two.lowShift};
    case CodeKind::Bits8:
        return {64 * slice + in, 0, 0, 0};
    default:
        return four;
    }
}

int lowBits(CodeKind kind) {
    switch (kind) {
    case CodeKind::Bits2:
    case CodeKind::Bits3:
        return 2;
    case CodeKind::Bits8:
        return 8;
    default:
        return 4;
    }
}

// A row's share of a block's planes is a word of each: the group's planes are these words, turned. Rows are
// looked at one after another, in the file's order, and all 16 turned at once.
constexpr std::size_t wordsOf(CodeKind kind) {
    return cpu::blockBytes(kind) / 64;
}
constexpr std::size_t mostWords = superColumns / blockColumns * wordsOf(CodeKind::Bits8);

// Four bytes at once.
std::uint32_t fourOf(const std::byte* bytes, std::size_t slice) {
    std::uint32_t four;
    std::memcpy(&four, bytes + 4 * slice, 4);
    return four;
}

// `Bits` bits of each of 32 bytes from bit `from` on, `8 / Bits` slices to a word.
template <int Bits>
void putWords(const std::byte* bytes, std::size_t from, std::uint32_t* words) {
    constexpr std::size_t perPlane = 8 / Bits;
    constexpr std::uint32_t mask = 0x01010101U * ((1U << Bits) - 1);
    // Planes of four bits hold slices s and s + 4, the others neighbours.
    for (std::size_t plane = 0; plane < 8 / perPlane; ++plane) {
        std::uint32_t four = 0;
        for (std::size_t i = 0; i < perPlane; ++i) {
            const std::size_t slice = Bits == 4 ? plane + 4 * i : perPlane * plane + i;
            four |= ((fourOf(bytes, slice) >> from) & mask) << (static_cast<std::size_t>(Bits) * i);
        }
        words[plane] = four;
    }
}

// Block `part` of the eight of a block of 256: the same bits of 32 bytes that lie side by side, lower and
// upper ones in places of their own (codesOf() says which).
void putPart(Format format, const std::byte* block, std::size_t part, std::uint32_t* words) {
    switch (format) {
    case Format::Q2_K:
        return putWords<2>(block + 16 + part / 4 * 32, part % 4 * 2, words);
    case Format::Q3_K:
        putWords<2>(block + 32 + part / 4 * 32, part % 4 * 2, words);
        return putWords<1>(block, part, words + 2);
    case Format::Q4_K:
        return putWords<4>(block + 16 + part / 2 * 32, part % 2 * 4, words);
    case Format::Q5_K:
        putWords<4>(block + 48 + part / 2 * 32, part % 2 * 4, words);
        return putWords<1>(block + 16, part, words + 4);
    case Format::Q6_K:
        putWords<4>(block + part / 4 * 64 + part % 2 * 32, part % 4 / 2 * 4, words);
        return putWords<2>(block + 128 + part / 4 * 32, part % 4 * 2, words + 4);
    default: // IQ4_XS has the nibbles of IQ4_NL
        std::memcpy(words, block + 8 + 16 * part, 16);
    }
}

// Exchanges the bits of a word whose places differ in the places' bits High and Low.
template <int High, int Low>
std::uint32_t exchanged(std::uint32_t x) {
    constexpr std::uint32_t set[] = {0xAAAAAAAA, 0xCCCCCCCC, 0xF0F0F0F0, 0xFF00FF00, 0xFFFF0000};
    constexpr int distance = (1 << High) - (1 << Low);
    const std::uint32_t differ = ((x >> distance) ^ x) & set[Low] & ~set[High];
    return x ^ differ ^ (differ << distance);
}

// Files of blocks of 32 keep codes as the planes do: a byte is numbers j and j + 16, and bit 4 s + j of the
// fifth bits is what bit s of byte j is here.
void putLegacy(Format format, const std::byte* block, std::uint32_t* words) {
    switch (format) {
    case Format::Q8_0:
        std::memcpy(words, block + 2, 32);
        return;
    case Format::Q5_0:
    case Format::Q5_1: {
        const std::size_t head = format == Format::Q5_0 ? 2 : 4;
        std::memcpy(words, block + head + 4, 16);
        std::uint32_t fifth;
        std::memcpy(&fifth, block + head, 4);
        words[4] = exchanged<1, 0>(exchanged<2, 1>(exchanged<3, 0>(exchanged<4, 1>(fifth))));
        return;
    }
    default:
        std::memcpy(words, block + (format == Format::Q4_1 ? 4 : 2), 16);
    }
}

// Rows of floating-point numbers become columns, some at a time: rows often lie at a distance that a cache
// keeps in one place.
template <class Number>
void turn(std::size_t columns, std::size_t rows, const std::byte* from, std::uint8_t* out) {
    constexpr std::size_t some = 64;
    Number lines[groupRows][some] = {};
    Number turned[some][groupRows];
    for (std::size_t column = 0; column < columns; column += some) {
        const std::size_t count = std::min(some, columns - column);
        for (std::size_t row = 0; row < rows; ++row)
            std::memcpy(lines[row], from + sizeof(Number) * (columns * row + column), sizeof(Number) * count);
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t row = 0; row < groupRows; ++row)
                turned[i][row] = lines[row][i];
        std::memcpy(out + sizeof turned[0] * column, turned, sizeof turned[0] * count);
    }
}

unsigned get(CodeKind kind, const std::uint8_t* block, std::size_t row, std::size_t column) {
    const Place place = placeOf(kind, row, column);
    const int low = lowBits(kind);
    const unsigned code = (static_cast<unsigned>(block[place.low]) >> place.lowShift) & ((1U << low) - 1);
    if (kind == CodeKind::Bits8)
        return code ^ 0x80U;
    const int high = bitsOfKind(kind) == 8 ? 0 : bitsOfKind(kind) - low; // a table's codes have four bits
    if (high == 0)
        return code;
    return code |
           (((static_cast<unsigned>(block[place.high]) >> place.highShift) & ((1U << high) - 1)) << low);
}

void putHalf(std::uint8_t* at, std::size_t row, std::uint16_t half) {
    std::memcpy(at + 2 * row, &half, 2);
}
float getHalf(const std::uint8_t* at, std::size_t row) {
    std::uint16_t half;
    std::memcpy(&half, at + 2 * row, 2);
    return fromHalf(half);
}

// The scales of the eight blocks of one row.
void putScales(ScaleKind kind, std::uint8_t* at, std::size_t row, const Codes& codes) {
    putHalf(at, row, codes.d);
    if (hasMinimum(kind))
        putHalf(at + 32, row, codes.dmin);
    const std::size_t parts = has16(kind) ? 2 : 1;
    std::uint8_t* own = at + scaleHead(kind) + row;
    for (std::size_t i = 0; i < 16; i += 2 / parts) {
        const std::size_t place = i * parts / 2;
        own[scaleEach(kind) * (place / parts) + 16 * (place % parts)] =
            static_cast<std::uint8_t>(codes.scale[i]);
        if (hasMinimum(kind))
            own[scaleEach(kind) * (place / parts) + 16 * (parts + place % parts)] = codes.minimum[i];
    }
}

// And of a block of 32, whose halves stand in front: minima are added there, and taken away here.
void putLegacyScales(Format format, std::uint8_t* own, std::size_t row, const std::byte* block) {
    std::memcpy(own + 2 * row, block, 2);
    if (format == Format::Q4_1 || format == Format::Q5_1) {
        std::uint16_t minimum;
        std::memcpy(&minimum, block + 2, 2);
        putHalf(own + 32, row, minimum ^ 0x8000U);
    }
}

} // namespace

Layout layoutOf(Format format) {
    switch (format) {
    case Format::F32:
        return {CodeKind::Float, ScaleKind::None};
    case Format::F16:
        return {CodeKind::Half, ScaleKind::None};
    case Format::BF16:
        return {CodeKind::Bfloat, ScaleKind::None};
    case Format::Q4_0:
        return {CodeKind::Bits4, ScaleKind::Each32};
    case Format::Q4_1:
        return {CodeKind::Bits4, ScaleKind::Each32Min};
    case Format::Q5_0:
        return {CodeKind::Bits5, ScaleKind::Each32};
    case Format::Q5_1:
        return {CodeKind::Bits5, ScaleKind::Each32Min};
    case Format::Q8_0:
        return {CodeKind::Bits8, ScaleKind::Each32};
    case Format::Q2_K:
        return {CodeKind::Bits2, ScaleKind::K16Min};
    case Format::Q3_K:
        return {CodeKind::Bits3, ScaleKind::K16};
    case Format::Q4_K:
        return {CodeKind::Bits4, ScaleKind::K32Min};
    case Format::Q5_K:
        return {CodeKind::Bits5, ScaleKind::K32Min};
    case Format::Q6_K:
        return {CodeKind::Bits6, ScaleKind::K16};
    case Format::IQ4_NL:
        return {CodeKind::Table4, ScaleKind::Each32};
    case Format::IQ4_XS:
        return {CodeKind::Table4, ScaleKind::K32};
    }
    return {CodeKind::Float, ScaleKind::None};
}

std::size_t groupBytes(Format format, std::size_t columns) {
    const Layout layout = layoutOf(format);
    if (layout.scales == ScaleKind::None)
        return groupRows * columns * formatInfo(format).blockBytes;
    return groupBytes(layout.codes, layout.scales, columns);
}

void packGroup(Format format, std::size_t columns, std::size_t rows, const std::byte* from,
               std::uint8_t* out) {
    const FormatInfo& info = formatInfo(format);
    const Layout layout = layoutOf(format);
    if (layout.codes == CodeKind::Float)
        return turn<std::uint32_t>(columns, rows, from, out);
    if (layout.scales == ScaleKind::None)
        return turn<std::uint16_t>(columns, rows, from, out);
    const std::size_t rowBytes = formatBytes(format, columns);
    const std::size_t words = wordsOf(layout.codes);
    const bool legacy = info.blockNumbers == blockColumns;
    std::uint32_t lines[groupRows][mostWords] = {};
    Codes codes{};
    for (std::size_t start = 0; start < columns; start += superColumns) {
        const std::size_t blocks = std::min(superColumns, columns - start) / blockColumns;
        std::uint8_t* const planes = out + scaleBytes(layout.scales, blocks);
        std::memset(out, 0, scaleBytes(layout.scales, blocks));
        for (std::size_t row = 0; row < rows; ++row) {
            const std::byte* at = from + rowBytes * row + start / info.blockNumbers * info.blockBytes;
            if (!legacy) {
                scalesOf(format, at, codes);
                putScales(layout.scales, out, row, codes);
            }
            for (std::size_t block = 0; block < blocks; ++block) {
                std::uint32_t* const line = lines[row] + words * block;
                if (legacy) {
                    putLegacy(format, at, line);
                    putLegacyScales(format, out + scaleEach(layout.scales) * block, row, at);
                    at += info.blockBytes;
                } else {
                    putPart(format, at, block, line);
                }
            }
        }
        turnWords(lines, words * blocks, planes);
        out = planes + blocks * blockBytes(layout.codes);
    }
}

void unpackRow(Format format, std::size_t columns, const std::uint8_t* group, std::size_t row, float* out) {
    const Layout layout = layoutOf(format);
    if (layout.scales == ScaleKind::None) {
        const std::size_t width = formatInfo(format).blockBytes;
        for (std::size_t column = 0; column < columns; ++column)
            decode(format, reinterpret_cast<const std::byte*>(group + width * (groupRows * column + row)), 1,
                   out + column);
        return;
    }
    const int offset = codeOffset(format);
    for (std::size_t start = 0; start < columns; start += superColumns) {
        const std::size_t blocks = std::min(superColumns, columns - start) / blockColumns;
        const std::uint8_t* const planes = group + scaleBytes(layout.scales, blocks);
        for (std::size_t column = 0; column < blocks * blockColumns; ++column) {
            const std::size_t block = column / blockColumns;
            const std::uint8_t* own = group + scaleHead(layout.scales) + scaleEach(layout.scales) * block;
            float scale = 0;
            float minimum = 0;
            if (layout.scales == ScaleKind::Each32 || layout.scales == ScaleKind::Each32Min) {
                scale = getHalf(own, row);
                minimum = layout.scales == ScaleKind::Each32Min ? getHalf(own + 32, row) : 0;
            } else {
                const std::size_t parts = has16(layout.scales) ? 2 : 1;
                const std::size_t part = parts == 2 ? column % blockColumns / 16 : 0;
                scale =
                    getHalf(group, row) * static_cast<float>(static_cast<std::int8_t>(own[16 * part + row]));
                if (hasMinimum(layout.scales))
                    minimum = getHalf(group + 32, row) * static_cast<float>(own[16 * (parts + part) + row]);
            }
            const unsigned code =
                get(layout.codes, planes + blockBytes(layout.codes) * block, row, column % blockColumns);
            const int q =
                layout.codes == CodeKind::Table4 ? nonlinear4[code] : static_cast<int>(code) - offset;
            out[start + column] = scale * static_cast<float>(q) - minimum;
        }
        group = planes + blocks * blockBytes(layout.codes);
    }
}

} // namespace parallax::inference::cpu
