// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/cpu/kernels.h"
#include "engine/inference/cpu/layout.h"
#include "engine/inference/cpu/tile_text.h"

// The matrix product of groups of 16 rows of weights times any number of rows of activations, in tiles, and
// which one is for which layout. Included by kernels_*.cpp after one isa_*.h; everything is local to the
// including file.

namespace parallax::inference::cpu {
namespace {

template <CodeKind Codes, ScaleKind Kind>
void wideGroups(const std::uint8_t* const* groups, std::size_t count, int offset, const Activations& x,
                std::size_t first, std::size_t rows, float* out) {
    for (std::size_t g = 0; g < count; ++g, out += groupRows * rows) {
        std::size_t row = 0;
        for (; row + 2 <= rows; row += 2)
            for (std::size_t v = 0; v < vectorsPerGroup; ++v)
                wideTile<Codes, Kind, 2>(groups[g], offset, x, first + row, Isa::lanes * v,
                                         out + groupRows * row);
        for (; row < rows; ++row)
            for (std::size_t v = 0; v < vectorsPerGroup; ++v)
                wideTile<Codes, Kind, 1>(groups[g], offset, x, first + row, Isa::lanes * v,
                                         out + groupRows * row);
    }
}

// Which rows a tile takes: from `row` on, of `rows` ones that begin with row `first` of the activations, and
// of which the group's first tile takes `head`.
struct TilePlace {
    std::size_t first;
    std::size_t row;
    std::size_t rows;
    std::size_t head;
};

// A single row is helped where there is much to compute between the lines; else it reads on and on, which
// processors see by themselves, and are slower with help. Where more rows take a group but once, so that it
// comes from memory, the next one is asked for by the second tile and by the last: the first one has enough
// to wait for.
template <std::size_t Rows>
Ahead aheadOf(const Activations& x, TilePlace at, std::size_t groupBytes, bool helped) {
    if (x.rows == 1)
        return {Isa::codesAhead, {helped, helped}};
    const bool once = at.rows == x.rows && at.row > 0;
    return {groupBytes, {once && at.row == at.head, once && at.row + Rows == at.rows}};
}

// The kinds of tile: some groups times some rows.
template <CodeKind Codes, ScaleKind Kind>
struct FastTile {
    static constexpr std::size_t most = Isa::tileRows;
    template <std::size_t Groups, std::size_t Rows>
    static void take(const std::uint8_t* const* groups, const Activations& x, TilePlace at, float* out) {
        const std::size_t bytes = groupBytes(Codes, Kind, x.columns);
        constexpr bool helped = Isa::asksForAll ? Codes != CodeKind::Bits8 : hasTwoPlanes(Codes);
        const Ahead ahead = aheadOf<Rows>(x, at, bytes, helped);
        fastTile<Codes, Kind, Groups, Rows>(groups, x, at.first + at.row, groupRows * at.rows, ahead, out);
    }
};
template <CodeKind Codes>
struct FloatTile {
    static constexpr std::size_t most = Isa::floatRows;
    template <std::size_t Groups, std::size_t Rows>
    static void take(const std::uint8_t* const* groups, const Activations& x, TilePlace at, float* out) {
        floatTile<Codes, Groups, Rows>(groups, x, at.first + at.row, groupRows * at.rows, out);
    }
};
struct FineTile {
    static constexpr std::size_t most = Isa::floatRows;
    template <std::size_t Groups, std::size_t Rows>
    static void take(const std::uint8_t* const* groups, const Activations& x, TilePlace at, float* out) {
        const Ahead ahead = aheadOf<Rows>(x, at, fineGroupBytes(x.columns), false);
        fineTile<Groups, Rows>(groups, x, at.first + at.row, groupRows * at.rows, ahead, out);
    }
};

template <class Tile>
void tiledGroups(const std::uint8_t* const* groups, std::size_t count, int, const Activations& x,
                 std::size_t first, std::size_t rows, float* out) {
    const std::size_t stride = groupRows * rows;
    std::size_t g = 0;
    if (rows == 1)
        for (; g + streams <= count; g += streams)
            Tile::template take<streams, 1>(groups + g, x, {first, 0, 1, 1}, out + stride * g);
    for (; g < count; ++g) {
        float* to = out + stride * g;
        constexpr std::size_t tile = Tile::most;
        constexpr std::size_t some = tile > 4 ? 4 : tile / 2;
        std::size_t row = 0;
        std::size_t head = 0;
        while (row < rows) {
            const std::size_t left = rows - row;
            const auto take = [&]<std::size_t Rows>() {
                head = row == 0 ? Rows : head;
                Tile::template take<1, Rows>(groups + g, x, {first, row, rows, head}, to + groupRows * row);
                row += Rows;
            };
            // A single row's sum waits for itself, so few are taken so: eight rows are two tiles of four, not
            // one of six and two single rows.
            if (left >= tile &&
                (tile % some == 0 || left % tile == 0 || left >= tile + some || left < 2 * some))
                take.template operator()<tile>();
            else if (tile > 12 && left >= 8)
                take.template operator()<(tile > 12 ? 8 : some)>();
            else if (left >= some)
                take.template operator()<some>();
            else
                take.template operator()<1>();
        }
    }
}

template <CodeKind Codes, ScaleKind Kind>
constexpr void enter(Kernels& kernels) {
    kernels.fast[static_cast<int>(Codes)][static_cast<int>(Kind)] = tiledGroups<FastTile<Codes, Kind>>;
    kernels.wide[static_cast<int>(Codes)][static_cast<int>(Kind)] = wideGroups<Codes, Kind>;
}
template <CodeKind Codes>
constexpr void enterFloats(Kernels& kernels) {
    kernels.fast[static_cast<int>(Codes)][static_cast<int>(ScaleKind::None)] = tiledGroups<FloatTile<Codes>>;
    kernels.wide[static_cast<int>(Codes)][static_cast<int>(ScaleKind::None)] = tiledGroups<FloatTile<Codes>>;
}

// Every pair of layouts that a format of quant.h has.
constexpr void enterProjections(Kernels& kernels) {
    enter<CodeKind::Bits8, ScaleKind::Each32>(kernels);    // Q8_0
    enter<CodeKind::Bits4, ScaleKind::Each32>(kernels);    // Q4_0
    enter<CodeKind::Bits4, ScaleKind::Each32Min>(kernels); // Q4_1
    enter<CodeKind::Bits5, ScaleKind::Each32>(kernels);    // Q5_0
    enter<CodeKind::Bits5, ScaleKind::Each32Min>(kernels); // Q5_1
    enter<CodeKind::Table4, ScaleKind::Each32>(kernels);   // IQ4_NL
    enter<CodeKind::Bits2, ScaleKind::K16Min>(kernels);    // Q2_K
    enter<CodeKind::Bits3, ScaleKind::K16>(kernels);       // Q3_K
    enter<CodeKind::Bits4, ScaleKind::K32Min>(kernels);    // Q4_K
    enter<CodeKind::Bits5, ScaleKind::K32Min>(kernels);    // Q5_K
    enter<CodeKind::Bits6, ScaleKind::K16>(kernels);       // Q6_K
    enter<CodeKind::Table4, ScaleKind::K32>(kernels);      // IQ4_XS
    kernels.fast[static_cast<int>(CodeKind::Bits15)][static_cast<int>(ScaleKind::Each256)] =
        tiledGroups<FineTile>; // F16 and BF16
    enterFloats<CodeKind::Half>(kernels);
    enterFloats<CodeKind::Bfloat>(kernels);
    enterFloats<CodeKind::Float>(kernels);
}

} // namespace
} // namespace parallax::inference::cpu
