// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/cpu/codes_text.h"
#include "engine/inference/cpu/kernels.h"
#include "engine/inference/cpu/layout.h"

// The matrix product of one group of 16 rows of weights, for every layout and both arithmetics. Included by
// kernels_*.cpp after one isa_*.h; everything is local to the including file.
//
// The layout of a group stands in layout.h.

// Sums live in registers only where nothing is called. Without vectors there is nothing to win, and
// sanitizers take minutes over a function of that size.
#if defined(__AVX2__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define PARALLAX_INLINE [[gnu::always_inline]] inline
#else
#define PARALLAX_INLINE inline
#endif

namespace parallax::inference::cpu {
namespace {

// ---- activations in 8 bits ----

// What every code of these layouts is too large by, as a power of two; -1 for nothing. Formats with minima
// have none: their codes count from 0.
constexpr int excessBits(CodeKind codes, ScaleKind scales) {
    if (isSigned(codes))
        return Isa::unsignedDot ? 7 : -1;
    if (hasMinimum(scales))
        return -1;
    constexpr int bits[] = {1, 2, 3, 4, 5};
    return bits[static_cast<int>(codes)];
}

// Sums of products of some slices of a block, for Vectors of rows of weights and Rows rows of activations: as
// many as the registers hold beside two slices of weights, which they do only where nothing is called.
template <CodeKind Kind, std::size_t Vectors, std::size_t Rows>
struct BlockSums {
    Isa::Ints sum[Vectors][Rows];

    template <int Slice, int Last>
    PARALLAX_INLINE void take(const std::uint8_t* codes, const std::int8_t* const (&x)[Rows]) {
        Isa::Bytes first[Vectors];
        Isa::Bytes second[Vectors];
        for (std::size_t v = 0; v < Vectors; ++v) {
            first[v] = slice<Kind, Slice>(codes, 4 * Isa::lanes * v);
            second[v] = slice<Kind, Slice + 1>(codes, 4 * Isa::lanes * v);
        }
        if constexpr (bitsOfKind(Kind) == 8) { // one after the other: each needs registers of its own
            for (std::size_t r = 0; r < Rows; ++r)
                for (std::size_t v = 0; v < Vectors; ++v)
                    sum[v][r] = Isa::dot(sum[v][r], first[v], x[r] + 4 * Slice);
            for (std::size_t r = 0; r < Rows; ++r)
                for (std::size_t v = 0; v < Vectors; ++v)
                    sum[v][r] = Isa::dot(sum[v][r], second[v], x[r] + 4 * Slice + 4);
        } else {
            for (std::size_t r = 0; r < Rows; ++r)
                for (std::size_t v = 0; v < Vectors; ++v)
                    sum[v][r] = Isa::dot(sum[v][r], first[v], second[v], x[r] + 4 * Slice);
        }
        if constexpr (Slice + 2 < Last)
            take<Slice + 2, Last>(codes, x);
    }
};

// Vectors of rows starting at `lane` times Rows rows of activations.
template <CodeKind Codes, ScaleKind Kind, std::size_t Vectors, std::size_t Rows>
void fastTile(const std::uint8_t* group, const Activations& x, std::size_t first, std::size_t lane,
              float* out) {
    constexpr bool two = has16(Kind);
    constexpr int excess = excessBits(Codes, Kind);
    const std::uint8_t* at = group;
    Isa::Floats total[Vectors][Rows];
    for (auto& vector : total)
        for (auto& sum : vector)
            sum = Isa::all(0);
    for (std::size_t column = 0; column < x.columns; column += superColumns) {
        const std::size_t left = x.columns - column;
        const std::size_t blocks = (left < superColumns ? left : superColumns) / blockColumns;
        const std::uint8_t* codes = at + scaleBytes(Kind, blocks) + 4 * lane;
        for (std::size_t block = 0; block < blocks; ++block, codes += blockBytes(Codes)) {
            if constexpr (Rows == 1) // many rows find the group in the cache
                for (std::size_t ahead = 0; ahead < blockBytes(Codes); ahead += 64)
                    Isa::prefetch(codes + 6144 + ahead);
            const std::size_t begin = column + blockColumns * block;
            const std::int8_t* q[Rows];
            const std::int32_t* minus[Rows]; // per 16 columns, or per 32
            for (std::size_t r = 0; r < Rows; ++r) {
                q[r] = x.q + (first + r) * x.columns + begin;
                minus[r] = two ? x.minus16 + ((first + r) * x.columns + begin) / 16
                               : x.minus32 + ((first + r) * x.columns + begin) / 32;
            }
            BlockSums<Codes, Vectors, Rows> sums;
            const auto start = [&](std::size_t part) {
                for (std::size_t r = 0; r < Rows; ++r)
                    for (std::size_t v = 0; v < Vectors; ++v) {
                        if constexpr (excess >= 0)
                            sums.sum[v][r] = Isa::doubled<excess>(Isa::ints(minus[r][part]));
                        else
                            sums.sum[v][r] = Isa::ints(0);
                    }
            };
            Scales s[Vectors];
            for (std::size_t v = 0; v < Vectors; ++v)
                s[v] = scalesOf<Kind>(at, block, lane + Isa::lanes * v);
            Isa::Floats t[Vectors][Rows];
            start(0);
            sums.template take<0, two ? 4 : 8>(codes, q);
            for (std::size_t v = 0; v < Vectors; ++v)
                for (std::size_t r = 0; r < Rows; ++r)
                    t[v][r] = Isa::mul(s[v].scale[0], Isa::floats(sums.sum[v][r]));
            if constexpr (two) {
                start(1);
                sums.template take<4, 8>(codes, q);
                for (std::size_t v = 0; v < Vectors; ++v)
                    for (std::size_t r = 0; r < Rows; ++r)
                        t[v][r] = Isa::fma(s[v].scale[1], Isa::floats(sums.sum[v][r]), t[v][r]);
            }
            for (std::size_t r = 0; r < Rows; ++r) {
                const auto scale = Isa::all(x.scale[((first + r) * x.columns + begin) / blockColumns]);
                for (std::size_t v = 0; v < Vectors; ++v) {
                    if constexpr (hasMinimum(Kind)) {
                        t[v][r] = Isa::fma(s[v].minimum[0], Isa::floats(Isa::ints(minus[r][0])), t[v][r]);
                        if constexpr (two)
                            t[v][r] = Isa::fma(s[v].minimum[1], Isa::floats(Isa::ints(minus[r][1])), t[v][r]);
                    }
                    total[v][r] = Isa::fma(scale, t[v][r], total[v][r]);
                }
            }
        }
        at += scaleBytes(Kind, blocks) + blocks * blockBytes(Codes);
    }
    for (std::size_t v = 0; v < Vectors; ++v)
        for (std::size_t r = 0; r < Rows; ++r)
            Isa::store(out + groupRows * r + lane + Isa::lanes * v, total[v][r]);
}

// ---- activations in 16 bits (the contract of README.md) ----

template <CodeKind Kind, int Slice, std::size_t Rows>
void wideSlice(const std::uint8_t* codes, Isa::Ints shift, const float* const (&x)[Rows],
               Isa::Floats (&sum)[Rows]) {
    constexpr bool negative = isSigned(Kind) && !Isa::unsignedDot;
    const auto w = slice<Kind, Slice>(codes, 0);
    const Isa::Floats column[4] = {Isa::floats(Isa::minus(Isa::column<0, negative>(w), shift)),
                                   Isa::floats(Isa::minus(Isa::column<1, negative>(w), shift)),
                                   Isa::floats(Isa::minus(Isa::column<2, negative>(w), shift)),
                                   Isa::floats(Isa::minus(Isa::column<3, negative>(w), shift))};
    for (std::size_t j = 0; j < 4; ++j)
        for (std::size_t r = 0; r < Rows; ++r)
            sum[r] = Isa::fma(column[j], Isa::all(x[r][4 * Slice + j]), sum[r]);
}

template <CodeKind Codes, ScaleKind Kind, std::size_t Rows>
void wideTile(const std::uint8_t* group, int offset, const Activations& x, std::size_t first,
              std::size_t lane, float* out) {
    constexpr bool two = has16(Kind);
    const auto shift = Isa::ints(isSigned(Codes) ? (Isa::unsignedDot ? 128 : 0) : offset);
    const std::uint8_t* at = group;
    Isa::Floats total[Rows];
    for (auto& sum : total)
        sum = Isa::all(0);
    for (std::size_t column = 0; column < x.columns; column += superColumns) {
        const std::size_t left = x.columns - column;
        const std::size_t blocks = (left < superColumns ? left : superColumns) / blockColumns;
        const std::uint8_t* codes = at + scaleBytes(Kind, blocks) + 4 * lane;
        Isa::Floats chunk[Rows];
        for (auto& sum : chunk)
            sum = Isa::all(0);
        for (std::size_t block = 0; block < blocks; ++block, codes += blockBytes(Codes)) {
            const float* numbers[Rows];
            Isa::Floats low[Rows];
            Isa::Floats high[Rows];
            for (std::size_t r = 0; r < Rows; ++r) {
                numbers[r] = x.wide + (first + r) * x.columns + column + blockColumns * block;
                low[r] = high[r] = Isa::all(0);
            }
            wideSlice<Codes, 0>(codes, shift, numbers, low);
            wideSlice<Codes, 1>(codes, shift, numbers, low);
            wideSlice<Codes, 2>(codes, shift, numbers, low);
            wideSlice<Codes, 3>(codes, shift, numbers, low);
            wideSlice<Codes, 4>(codes, shift, numbers, high);
            wideSlice<Codes, 5>(codes, shift, numbers, high);
            wideSlice<Codes, 6>(codes, shift, numbers, high);
            wideSlice<Codes, 7>(codes, shift, numbers, high);
            const Scales s = scalesOf<Kind>(at, block, lane);
            for (std::size_t r = 0; r < Rows; ++r) {
                const float* sums = x.wideSum + ((first + r) * x.columns + column) / 16 + 2 * block;
                auto t = two ? Isa::fma(s.scale[1], high[r], Isa::mul(s.scale[0], low[r]))
                             : Isa::mul(s.scale[0], Isa::add(low[r], high[r]));
                if constexpr (hasMinimum(Kind)) {
                    t = Isa::fma(s.minimum[0], Isa::all(two ? -sums[0] : -(sums[0] + sums[1])), t);
                    if constexpr (two)
                        t = Isa::fma(s.minimum[1], Isa::all(-sums[1]), t);
                }
                chunk[r] = Isa::add(chunk[r], t);
            }
        }
        for (std::size_t r = 0; r < Rows; ++r)
            total[r] = Isa::add(total[r], chunk[r]);
        at += scaleBytes(Kind, blocks) + blocks * blockBytes(Codes);
    }
    for (std::size_t r = 0; r < Rows; ++r)
        Isa::store(out + groupRows * r + lane, total[r]);
}

// ---- weights that are floating-point numbers ----

// Numbers of 16 rows per column, column after column. Even and odd columns are summed apart.
template <CodeKind Kind, std::size_t Vectors, std::size_t Rows>
void floatTile(const std::uint8_t* group, const Activations& x, std::size_t first, std::size_t lane,
               float* out) {
    constexpr std::size_t width = Kind == CodeKind::Float ? 4 : 2;
    const auto weights = [&](std::size_t column, std::size_t v) {
        const std::uint8_t* at = group + width * (groupRows * column + lane + Isa::lanes * v);
        if constexpr (Kind == CodeKind::Half)
            return Isa::loadHalves(halves(at));
        else if constexpr (Kind == CodeKind::Bfloat)
            return Isa::loadBfloats(halves(at));
        else
            return Isa::loadFloats(reinterpret_cast<const float*>(at));
    };
    const float* numbers[Rows];
    for (std::size_t r = 0; r < Rows; ++r)
        numbers[r] = x.wide + (first + r) * x.columns;
    Isa::Floats total[Vectors][Rows];
    for (auto& vector : total)
        for (auto& sum : vector)
            sum = Isa::all(0);
    for (std::size_t column = 0; column < x.columns; column += superColumns) {
        const std::size_t end = column + superColumns < x.columns ? column + superColumns : x.columns;
        Isa::Floats even[Vectors][Rows];
        Isa::Floats odd[Vectors][Rows];
        for (std::size_t v = 0; v < Vectors; ++v)
            for (std::size_t r = 0; r < Rows; ++r)
                even[v][r] = odd[v][r] = Isa::all(0);
        std::size_t c = column;
        const auto add = [&](std::size_t at, Isa::Floats(&sums)[Vectors][Rows]) {
            Isa::Floats w[Vectors];
            for (std::size_t v = 0; v < Vectors; ++v)
                w[v] = weights(at, v);
            for (std::size_t r = 0; r < Rows; ++r) {
                const auto one = Isa::all(numbers[r][at]);
                for (std::size_t v = 0; v < Vectors; ++v)
                    sums[v][r] = Isa::fma(w[v], one, sums[v][r]);
            }
        };
        for (; c + 1 < end; c += 2) {
            if constexpr (Rows == 1)
                for (std::size_t v = 0; v < Vectors; ++v)
                    Isa::prefetch(group + width * (groupRows * c + lane) + 2048 + 64 * v);
            add(c, even);
            add(c + 1, odd);
        }
        for (std::size_t v = 0; v < Vectors; ++v)
            for (std::size_t r = 0; r < Rows; ++r) {
                if (c < end)
                    even[v][r] = Isa::fma(weights(c, v), Isa::all(numbers[r][c]), even[v][r]);
                total[v][r] = Isa::add(total[v][r], Isa::add(even[v][r], odd[v][r]));
            }
    }
    for (std::size_t v = 0; v < Vectors; ++v)
        for (std::size_t r = 0; r < Rows; ++r)
            Isa::store(out + groupRows * r + lane + Isa::lanes * v, total[v][r]);
}

// ---- a group times any number of rows ----

constexpr std::size_t vectorsPerGroup = groupRows / Isa::lanes;

template <CodeKind Codes, ScaleKind Kind>
void fastGroup(const std::uint8_t* group, int, const Activations& x, std::size_t first, std::size_t rows,
               float* out) {
    std::size_t row = 0;
    for (; row + Isa::tileRows <= rows; row += Isa::tileRows)
        fastTile<Codes, Kind, vectorsPerGroup, Isa::tileRows>(group, x, first + row, 0,
                                                              out + groupRows * row);
    for (; row < rows; ++row)
        fastTile<Codes, Kind, vectorsPerGroup, 1>(group, x, first + row, 0, out + groupRows * row);
}

template <CodeKind Codes, ScaleKind Kind>
void wideGroup(const std::uint8_t* group, int offset, const Activations& x, std::size_t first,
               std::size_t rows, float* out) {
    std::size_t row = 0;
    for (; row + 2 <= rows; row += 2)
        for (std::size_t v = 0; v < vectorsPerGroup; ++v)
            wideTile<Codes, Kind, 2>(group, offset, x, first + row, Isa::lanes * v, out + groupRows * row);
    for (; row < rows; ++row)
        for (std::size_t v = 0; v < vectorsPerGroup; ++v)
            wideTile<Codes, Kind, 1>(group, offset, x, first + row, Isa::lanes * v, out + groupRows * row);
}

template <CodeKind Codes>
void floatGroup(const std::uint8_t* group, int, const Activations& x, std::size_t first, std::size_t rows,
                float* out) {
    std::size_t row = 0;
    for (; row + Isa::floatRows <= rows; row += Isa::floatRows)
        floatTile<Codes, vectorsPerGroup, Isa::floatRows>(group, x, first + row, 0, out + groupRows * row);
    for (; row < rows; ++row)
        floatTile<Codes, vectorsPerGroup, 1>(group, x, first + row, 0, out + groupRows * row);
}

template <CodeKind Codes, ScaleKind Kind>
constexpr void enter(Kernels& kernels) {
    kernels.fast[static_cast<int>(Codes)][static_cast<int>(Kind)] = fastGroup<Codes, Kind>;
    kernels.wide[static_cast<int>(Codes)][static_cast<int>(Kind)] = wideGroup<Codes, Kind>;
}
template <CodeKind Codes>
constexpr void enterFloats(Kernels& kernels) {
    kernels.fast[static_cast<int>(Codes)][static_cast<int>(ScaleKind::None)] = floatGroup<Codes>;
    kernels.wide[static_cast<int>(Codes)][static_cast<int>(ScaleKind::None)] = floatGroup<Codes>;
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
    enterFloats<CodeKind::Half>(kernels);
    enterFloats<CodeKind::Bfloat>(kernels);
    enterFloats<CodeKind::Float>(kernels);
}

} // namespace
} // namespace parallax::inference::cpu
