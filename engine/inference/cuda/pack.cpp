// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/pack.h"

#include <cstring>

namespace parallax::inference::cuda {
namespace {

void orWord(std::uint8_t* at, std::uint32_t bits) {
    std::uint32_t word = 0;
    std::memcpy(&word, at, 4);
    word |= bits;
    std::memcpy(at, &word, 4);
}
void putHalf(std::uint8_t* at, std::uint16_t half) {
    std::memcpy(at, &half, 2);
}

// Where the 16 codes of a row that lie in one half of a block begin, and how: a row of a block is the same
// pattern everywhere, so it is worked out once.
struct Pattern {
    Place low[32];
    Place high[32];
};
Pattern patternOf(Layout layout, int row) {
    Pattern pattern{};
    const int blocks = slabBlocks(layout.scales);
    for (int c = 0; c < blockColumns; ++c) {
        pattern.low[c] = placeIn(lowBits(layout.codes), blocks, codeOf(row, c));
        if (highBits(layout.codes) > 0)
            pattern.high[c] = placeIn(highBits(layout.codes), blocks, codeOf(row, c));
    }
    return pattern;
}

// How far the codes of a block lie behind those of block 0, in bytes and bits.
Place stepTo(int bits, int block) {
    const auto bytes = [](int count) { return static_cast<std::size_t>(count); };
    switch (bits) {
    case 1:
        return {bytes(block / 2 * 4), 8 * (block % 2)};
    case 2:
        return {bytes(block / 4 * 512 + block % 4 * 4), 0};
    case 4:
        return {bytes(block / 2 * 512 + block % 2 * 8), 0};
    case 8:
        return {bytes(block * 512), 0};
    default:
        return {bytes(block * 1024), 0};
    }
}

// The scales of block `block` of one row; `group` counts 16 columns within the file's block.
void putScales(Layout layout, std::uint8_t* slab, int row, int block, int group, const Codes& codes) {
    const int g = row % 8;
    const int upper = row / 8;
    std::uint8_t* own = slab + headBytes(layout.scales) + g * sharedBytes(layout.scales);
    const int pair = 2 * block + upper;
    if (ofK(layout.scales)) {
        const int halves = hasMinimum(layout.scales) ? 2 : 1;
        std::uint8_t* head = slab + (2 * g + upper) * 2 * halves;
        putHalf(head, codes.d);
        if (halves == 2)
            putHalf(head + 2, codes.dmin);
    }
    switch (layout.scales) {
    case ScaleKind::Each32:
        putHalf(own + 2 * pair, codes.d);
        break;
    case ScaleKind::Each32Min:
        putHalf(own + 4 * pair, codes.d);
        putHalf(own + 4 * pair + 2, codes.dmin);
        break;
    case ScaleKind::K32:
        own[pair] = static_cast<std::uint8_t>(codes.scale[group]);
        break;
    case ScaleKind::K32Min:
        own[2 * pair] = static_cast<std::uint8_t>(codes.scale[group]);
        own[2 * pair + 1] = codes.minimum[group];
        break;
    case ScaleKind::K16:
        own[2 * pair] = static_cast<std::uint8_t>(codes.scale[group]);
        own[2 * pair + 1] = static_cast<std::uint8_t>(codes.scale[group + 1]);
        break;
    case ScaleKind::K16Min: // four bits each in the file
        for (int half = 0; half < 2; ++half)
            own[2 * pair + half] = static_cast<std::uint8_t>((codes.scale[group + half] & 15) |
                                                             (codes.minimum[group + half] << 4));
        break;
    case ScaleKind::None:
        break;
    }
}

// 32 codes of one row.
void putCodes(Layout layout, const Pattern& pattern, std::uint8_t* planes, int block, const std::uint8_t* q) {
    const int low = lowBits(layout.codes);
    const int high = highBits(layout.codes);
    const Place step = stepTo(low, block);
    const std::uint32_t mask = (1U << low) - 1;
    for (int c = 0; c < blockColumns; ++c) {
        std::uint8_t* at = planes + pattern.low[c].word + step.word;
        if (low == 8)
            *at = q[c];
        else
            orWord(at, (q[c] & mask) << pattern.low[c].bit);
    }
    if (high == 0)
        return;
    std::uint8_t* upper = planes + 32 * 4 * lowWords(layout.codes, slabBlocks(layout.scales));
    const Place highStep = stepTo(high, block);
    for (int c = 0; c < blockColumns; ++c)
        orWord(upper + pattern.high[c].word + highStep.word, static_cast<std::uint32_t>(q[c] >> low)
                                                                 << (pattern.high[c].bit + highStep.bit));
}

void packNumbers(Layout layout, std::size_t columns, int row, const std::byte* from, std::uint8_t* out) {
    const Pattern pattern = patternOf(layout, row);
    const auto each = static_cast<std::size_t>(slabColumns(layout.scales));
    for (std::size_t column = 0; column < columns; ++column) {
        const std::size_t inSlab = column % each;
        const Place step = stepTo(16, static_cast<int>(inSlab / blockColumns));
        std::memcpy(out + column / each * slabBytes(layout) + step.word +
                        pattern.low[inSlab % blockColumns].word,
                    from + 2 * column, 2);
    }
}

void packRow(Format format, Layout layout, std::size_t columns, int row, const std::byte* from,
             std::uint8_t* out) {
    const FormatInfo& info = formatInfo(format);
    const Pattern pattern = patternOf(layout, row);
    const auto each = static_cast<std::size_t>(slabColumns(layout.scales));
    Codes codes{};
    for (std::size_t first = 0; first < columns; first += info.blockNumbers, from += info.blockBytes) {
        codesOf(format, from, codes);
        for (std::size_t i = 0; i < info.blockNumbers; i += blockColumns) {
            const std::size_t column = first + i;
            std::uint8_t* slab = out + column / each * slabBytes(layout);
            const int block = static_cast<int>(column % each / blockColumns);
            putScales(layout, slab, row, block, static_cast<int>(i / 16), codes);
            putCodes(layout, pattern, slab + scaleBytes(layout.scales), block, codes.q + i);
        }
    }
}

} // namespace

void packTile(Format format, std::size_t columns, std::size_t rows, const std::byte* from,
              std::uint8_t* out) {
    const Layout layout = layoutOf(format);
    const std::size_t rowBytes = formatBytes(format, columns);
    std::memset(out, 0, tileBytes(layout, columns));
    for (std::size_t row = 0; row < rows; ++row, from += rowBytes) {
        if (layout.codes == CodeKind::Float)
            std::memcpy(out + row * rowBytes, from, rowBytes);
        else if (layout.scales == ScaleKind::None)
            packNumbers(layout, columns, static_cast<int>(row), from, out);
        else
            packRow(format, layout, columns, static_cast<int>(row), from, out);
    }
}

void unpackRow(Format format, std::size_t columns, const std::uint8_t* tile, int row, float* out) {
    for (std::size_t column = 0; column < columns; ++column)
        out[column] = weightAt(layoutOf(format), tile, columns, row, column);
}

} // namespace parallax::inference::cuda
