// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sanitizers.h"
#include "engine/inference/cpu/codes_text.h"
#include "engine/inference/cpu/kernels.h"
#include "engine/inference/cpu/layout.h"

// Tiles of the matrix product: a group of 16 rows of weights, or some, times a few rows of activations, for
// every layout and both arithmetics. Included by project_text.h after one isa_*.h; everything is local to the
// including file.

// Sums live in registers only where nothing is called. Without vectors there is nothing to win, and
// sanitizers take minutes over a function of that size.
#if (defined(__AVX2__) || defined(__aarch64__)) && !PARALLAX_WITH_ASAN && !PARALLAX_WITH_TSAN
#define PARALLAX_INLINE [[gnu::always_inline]] inline
#define PARALLAX_INLINE_LAMBDA __attribute__((always_inline))
#else
#define PARALLAX_INLINE inline
#define PARALLAX_INLINE_LAMBDA
#endif

namespace parallax::inference::cpu {
namespace {

constexpr std::size_t vectorsPerGroup = groupRows / Isa::lanes;
constexpr std::size_t streams = 4;         // groups that a single row of activations reads side by side
constexpr std::size_t numbersAhead = 2048; // how far ahead a single row asks for floating-point numbers

// What a tile asks for while it computes: as many lines as it reads, so far behind them; only the first or
// the second half of them, or none. (Halves, since a loop over any number of lines costs more than it wins;
// of an odd number both have the one in the middle.)
struct Ahead {
    std::size_t distance;
    bool half[2];

    PARALLAX_INLINE void codes(const std::uint8_t* block, std::size_t bytes) const {
        for (std::size_t i = 0; i < 2; ++i)
            if (half[i])
                for (std::size_t byte = bytes / 2 * i; byte < bytes / 2 * (i + 1); byte += 64)
                    Isa::prefetch(block + distance + byte);
    }
    PARALLAX_INLINE void scales(const std::uint8_t* chunk, std::size_t bytes) const { // which are few
        if (half[0])
            for (std::size_t byte = 0; byte < bytes; byte += 64)
                Isa::prefetch(chunk + distance + byte);
    }
};

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

// How many slices of such codes can be summed in 16 bits: a pair of products is at most 2 * 127 times a code.
constexpr int slicesInPairs(CodeKind kind) {
    return bitsOfKind(kind) <= 4 ? 8 : bitsOfKind(kind) == 5 ? 4 : 2;
}

// Sums of products of some slices of a block, for Vectors of rows of weights and Rows rows of activations: as
// many as the registers hold beside a slice of weights, which they do only where nothing is called.
// `Some` is Isa: a parameter, so that nothing is looked up in it that it need not have.
template <CodeKind Kind, std::size_t Vectors, std::size_t Rows, class Some = Isa>
struct BlockSums {
    Isa::Ints sum[Vectors][Rows];

    // start(r) is what the sum of row r begins with; asked for as late as can be, it takes no register.
    template <int Slice, int Last, bool First = true, class Start>
    PARALLAX_INLINE void take(const std::uint8_t* codes, const std::int8_t* const (&x)[Rows], Start start) {
        if constexpr (Some::sumsPairs && bitsOfKind(Kind) < 8) {
            constexpr int count = slicesInPairs(Kind) < Last - Slice ? slicesInPairs(Kind) : Last - Slice;
            Isa::Ints pairs[Vectors][Rows];
            takePairs<Slice, count, 0>(codes, x, pairs);
            for (std::size_t r = 0; r < Rows; ++r)
                for (std::size_t v = 0; v < Vectors; ++v)
                    sum[v][r] = Some::widened(First ? start(r) : sum[v][r], pairs[v][r]);
            if constexpr (Slice + count < Last)
                take<Slice + count, Last, false>(codes, x, start);
        } else {
            Isa::Bytes weights[Vectors];
            for (std::size_t v = 0; v < Vectors; ++v)
                weights[v] = slice<Kind, Slice>(codes, 4 * Isa::lanes * v);
            for (std::size_t r = 0; r < Rows; ++r)
                for (std::size_t v = 0; v < Vectors; ++v)
                    sum[v][r] = Isa::dot(First ? start(r) : sum[v][r], weights[v], x[r] + 4 * Slice);
            if constexpr (Slice + 1 < Last)
                take<Slice + 1, Last, false>(codes, x, start);
        }
    }

    // Slices that lie in the same bytes come one after the other: 0, 4, 1, 5 and so on of eight.
    template <int Slice, int Count, int Done>
    PARALLAX_INLINE void takePairs(const std::uint8_t* codes, const std::int8_t* const (&x)[Rows],
                                   Isa::Ints (&pairs)[Vectors][Rows]) {
        constexpr int at = Count == 8 ? Done / 2 + Done % 2 * 4 : Slice + Done;
        Isa::Bytes weights[Vectors];
        for (std::size_t v = 0; v < Vectors; ++v)
            weights[v] = slice<Kind, at>(codes, 4 * Isa::lanes * v);
        for (std::size_t r = 0; r < Rows; ++r)
            for (std::size_t v = 0; v < Vectors; ++v)
                if constexpr (Done == 0)
                    pairs[v][r] = Some::pairs(weights[v], x[r] + 4 * at);
                else
                    pairs[v][r] = Some::pairs(pairs[v][r], weights[v], x[r] + 4 * at);
        if constexpr (Done + 1 < Count)
            takePairs<Slice, Count, Done + 1>(codes, x, pairs);
    }
};

// By how much sumStart grows when it is shifted so far, down below 0.
constexpr std::int32_t movedStart(int bits) {
    constexpr std::uint32_t start = sumStart;
    return static_cast<std::int32_t>((bits < 0 ? start >> -bits : start << bits) - start);
}

// What a sum of products starts with: sumStart (or 0, see Isa), less by what codes that are too large by
// 2^Excess add to it.
template <int Excess, bool Half>
PARALLAX_INLINE Isa::Ints startOf(const RoundedBlock& x, std::size_t half) {
    if constexpr (Excess < 0) {
        return Isa::ints(Isa::startsAll ? sumStart : 0);
    } else {
        constexpr int shift = Half ? Excess - 5 : Excess == 3 ? 0 : Excess - 4;
        const auto start = Isa::ints(Half ? x.start32[half] : Excess == 3 ? x.start8 : x.start16);
        if constexpr (shift == 0)
            return start;
        else
            return Isa::minus(Isa::shifted<shift>(start), Isa::ints(movedStart(shift)));
    }
}

// What a sum's start adds to it, times its scale, to be taken away. Without an error: a scale has 18 bits at
// most, and sumStartValue two.
PARALLAX_INLINE Isa::Floats fromStart(Isa::Floats scale) {
    return Isa::mul(scale, Isa::all(-sumStartValue));
}

template <ScaleKind Kind>
PARALLAX_INLINE Isa::Floats withMinima(const Scales& s, const RoundedBlock& x, Isa::Floats total) {
    if constexpr (!has16(Kind)) {
        return Isa::fma(s.minimum[0], Isa::all(x.minusScaled), total);
    } else {
        for (std::size_t half = 0; half < 2; ++half) {
            const auto minimum = Isa::mul(s.minimum[half], Isa::all(1.0F / 32));
            const auto t = Isa::fma(minimum, Isa::asFloats(Isa::ints(x.start32[half])), fromStart(minimum));
            total = Isa::fma(Isa::all(x.scale), t, total);
        }
        return total;
    }
}

// Groups of all their rows times Rows rows of activations.
template <CodeKind Codes, ScaleKind Kind, std::size_t Groups, std::size_t Rows>
void fastTile(const std::uint8_t* const* groups, const Activations& x, std::size_t first, std::size_t stride,
              Ahead ahead, float* out) {
    constexpr bool two = has16(Kind);
    constexpr bool startsHigh = excessBits(Codes, Kind) >= 0 || Isa::startsAll;
    constexpr std::size_t vectors = vectorsPerGroup;
    const std::uint8_t* at[Groups];
    for (std::size_t g = 0; g < Groups; ++g)
        at[g] = groups[g];
    const std::size_t pair = Rows == 1 ? x.pair : 2;
    const RoundedBlock* pairs[(Rows + 1) / 2];
    for (std::size_t r = 0; r < Rows; r += 2)
        pairs[r / 2] = x.rounded + firstBlock(first + r, x.pair, x.columns);
    Isa::Floats total[Groups][vectors][Rows];
    for (auto& group : total)
        for (auto& vector : group)
            for (auto& sum : vector)
                sum = Isa::all(0);
    for (std::size_t column = 0; column < x.columns; column += superColumns) {
        const std::size_t left = x.columns - column;
        const std::size_t blocks = (left < superColumns ? left : superColumns) / blockColumns;
        for (std::size_t block = 0; block < blocks; ++block) {
            const RoundedBlock* rounded[Rows];
            const std::int8_t* q[Rows];
            for (std::size_t r = 0; r < Rows; ++r) {
                rounded[r] = pairs[r / 2] + pair * block + r % 2;
                q[r] = rounded[r]->q;
            }
            const auto one = [&](std::size_t g) PARALLAX_INLINE_LAMBDA {
                const std::uint8_t* codes = at[g] + scaleBytes(Kind, blocks) + blockBytes(Codes) * block;
                if (block == 0)
                    ahead.scales(at[g], scaleBytes(Kind, blocks));
                ahead.codes(codes, blockBytes(Codes));
                Scales s[vectors];
                const auto add = [&](std::size_t half,
                                     const BlockSums<Codes, vectors, Rows>& sums) PARALLAX_INLINE_LAMBDA {
                    Isa::Floats less[vectors];
                    for (std::size_t v = 0; v < vectors; ++v)
                        less[v] = fromStart(s[v].scale[half]);
                    Isa::Floats t[vectors][Rows];
                    for (std::size_t v = 0; v < vectors; ++v)
                        for (std::size_t r = 0; r < Rows; ++r)
                            t[v][r] = startsHigh
                                          ? Isa::fma(s[v].scale[half], Isa::asFloats(sums.sum[v][r]), less[v])
                                          : Isa::mul(s[v].scale[half], Isa::floats(sums.sum[v][r]));
                    for (std::size_t r = 0; r < Rows; ++r) {
                        const auto scale = Isa::all(rounded[r]->scale);
                        for (std::size_t v = 0; v < vectors; ++v) {
                            total[g][v][r] = Isa::fma(scale, t[v][r], total[g][v][r]);
                            if constexpr (hasMinimum(Kind) && !two)
                                total[g][v][r] = withMinima<Kind>(s[v], *rounded[r], total[g][v][r]);
                        }
                    }
                };
                BlockSums<Codes, vectors, Rows> sums;
                sums.template take<0, two ? 4 : 8>(codes, q, [&](std::size_t r) PARALLAX_INLINE_LAMBDA {
                    return startOf<excessBits(Codes, Kind), two>(*rounded[r], 0);
                });
                for (std::size_t v = 0; v < vectors; ++v)
                    s[v] = scalesOf<Kind>(at[g], block, Isa::lanes * v);
                add(0, sums);
                if constexpr (two) {
                    sums.template take<4, 8>(codes, q, [&](std::size_t r) PARALLAX_INLINE_LAMBDA {
                        return startOf<excessBits(Codes, Kind), two>(*rounded[r], 1);
                    });
                    add(1, sums);
                }
                if constexpr (hasMinimum(Kind) && two)
                    for (std::size_t v = 0; v < vectors; ++v)
                        for (std::size_t r = 0; r < Rows; ++r)
                            total[g][v][r] = withMinima<Kind>(s[v], *rounded[r], total[g][v][r]);
            };
            for (std::size_t g = 0; g < Groups; ++g)
                one(g);
        }
        for (std::size_t g = 0; g < Groups; ++g)
            at[g] += scaleBytes(Kind, blocks) + blocks * blockBytes(Codes);
        for (auto& rows : pairs)
            rows += pair * blocks;
    }
    for (std::size_t g = 0; g < Groups; ++g)
        for (std::size_t v = 0; v < vectors; ++v)
            for (std::size_t r = 0; r < Rows; ++r)
                Isa::store(out + stride * g + groupRows * r + Isa::lanes * v, total[g][v][r]);
}

// ---- weights in 15 bits, activations in 13 ----

// Products of a block stay below 2^31, so they are summed in integers.
template <std::size_t Groups, std::size_t Rows>
[[gnu::noinline]] void fineTile(const std::uint8_t* const* groups, const Activations& x, std::size_t first,
                                std::size_t stride, Ahead ahead, float* out) {
    constexpr std::size_t vectors = vectorsPerGroup;
    constexpr std::size_t head = scaleBytes(ScaleKind::Each256, 1);
    const std::size_t pair = Rows == 1 ? x.pair : 2;
    const FineBlock* pairs[(Rows + 1) / 2];
    for (std::size_t r = 0; r < Rows; r += 2)
        pairs[r / 2] = x.fine + firstBlock(first + r, x.pair, x.columns);
    const std::uint8_t* at[Groups];
    for (std::size_t g = 0; g < Groups; ++g)
        at[g] = groups[g];
    Isa::Floats total[Groups][vectors][Rows];
    for (auto& group : total)
        for (auto& vector : group)
            for (auto& sum : vector)
                sum = Isa::all(0);
    for (std::size_t column = 0; column < x.columns; column += superColumns) {
        const std::size_t left = x.columns - column;
        const std::size_t blocks = (left < superColumns ? left : superColumns) / blockColumns;
        Isa::Floats chunk[Groups][vectors][Rows];
        for (auto& group : chunk)
            for (auto& vector : group)
                for (auto& sum : vector)
                    sum = Isa::all(0);
        const std::uint8_t* codes[Groups];
        for (std::size_t g = 0; g < Groups; ++g)
            codes[g] = at[g] + head;
        for (std::size_t block = 0; block < blocks; ++block) {
            ahead.codes(codes[0], blockBytes(CodeKind::Bits15));
            Isa::Ints sums[Groups][vectors][Rows];
#pragma GCC unroll 16
            for (std::size_t c = 0; c < blockColumns / 2; ++c) {
                Isa::Pairs w[Groups][vectors];
                for (std::size_t g = 0; g < Groups; ++g)
                    for (std::size_t v = 0; v < vectors; ++v)
                        w[g][v] = Isa::loadPairs(codes[g] + 64 * c + 4 * Isa::lanes * v);
                for (std::size_t r = 0; r < Rows; ++r)
                    for (std::size_t g = 0; g < Groups; ++g)
                        for (std::size_t v = 0; v < vectors; ++v)
                            sums[g][v][r] = Isa::dot(c == 0 ? Isa::ints(0) : sums[g][v][r], w[g][v],
                                                     pairs[r / 2][r % 2].q + 2 * c);
            }
            for (std::size_t r = 0; r < Rows; ++r) {
                const auto scale = Isa::all(pairs[r / 2][r % 2].scale);
                for (std::size_t g = 0; g < Groups; ++g)
                    for (std::size_t v = 0; v < vectors; ++v)
                        chunk[g][v][r] = Isa::fma(scale, Isa::floats(sums[g][v][r]), chunk[g][v][r]);
            }
            for (auto& rows : pairs)
                rows += pair;
            for (auto& own : codes)
                own += blockBytes(CodeKind::Bits15);
        }
        for (std::size_t g = 0; g < Groups; ++g) {
            for (std::size_t v = 0; v < vectors; ++v) {
                const auto scale = Isa::loadFloats(reinterpret_cast<const float*>(at[g]) + Isa::lanes * v);
                for (std::size_t r = 0; r < Rows; ++r)
                    total[g][v][r] = Isa::fma(scale, chunk[g][v][r], total[g][v][r]);
            }
            at[g] = codes[g];
        }
    }
    for (std::size_t g = 0; g < Groups; ++g)
        for (std::size_t v = 0; v < vectors; ++v)
            for (std::size_t r = 0; r < Rows; ++r)
                Isa::store(out + stride * g + groupRows * r + Isa::lanes * v, total[g][v][r]);
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
                numbers[r] = x.wide + (first + r) * x.wideStride + column + blockColumns * block;
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

// Numbers of 16 rows per column, column after column. Not inlined: beside other tiles it has too few
// registers.
template <CodeKind Kind, std::size_t Groups, std::size_t Rows>
[[gnu::noinline]] void floatTile(const std::uint8_t* const* groups, const Activations& x, std::size_t first,
                                 std::size_t stride, float* out) {
    constexpr std::size_t width = Kind == CodeKind::Float ? 4 : 2;
    constexpr std::size_t vectors = vectorsPerGroup;
    const auto weights = [&](std::size_t group, std::size_t column, std::size_t v) PARALLAX_INLINE_LAMBDA {
        const std::uint8_t* at = groups[group] + width * (groupRows * column + Isa::lanes * v);
        if constexpr (Kind == CodeKind::Half)
            return Isa::loadHalves(halves(at));
        else if constexpr (Kind == CodeKind::Bfloat)
            return Isa::loadBfloats(halves(at));
        else
            return Isa::loadFloats(reinterpret_cast<const float*>(at));
    };
    // Eight rows and more have more addresses than there are registers. A processor adds a register to
    // another one, or twice a register, by itself: so every fourth row has an address, which goes on with the
    // columns, and the next ones lie once, twice and three times a row's numbers behind it.
    constexpr std::size_t each = Rows >= 8 ? 4 : 1;
    const float* numbers[(Rows + each - 1) / each];
    for (std::size_t r = 0; r < Rows; r += each)
        numbers[r / each] = x.wide + (first + r) * x.wideStride;
    Isa::Floats total[Groups][vectors][Rows];
    for (auto& group : total)
        for (auto& vector : group)
            for (auto& sum : vector)
                sum = Isa::all(0);
    for (std::size_t column = 0; column < x.columns; column += superColumns) {
        const std::size_t end = column + superColumns < x.columns ? column + superColumns : x.columns;
        Isa::Floats sums[Groups][vectors][Rows];
        for (auto& group : sums)
            for (auto& vector : group)
                for (auto& sum : vector)
                    sum = Isa::all(0);
        // Some columns, which share what addresses take.
        const auto take = [&]<std::size_t Columns>(std::size_t begin) PARALLAX_INLINE_LAMBDA {
            std::size_t once = x.wideStride;
            std::size_t thrice = 3 * once;
            if constexpr (each > 1) // not known beforehand: else all addresses would be, and lie in memory
                asm("" : "+r"(once), "+r"(thrice));
#pragma GCC unroll 4
            for (std::size_t i = 0; i < Columns; ++i) {
                const std::size_t c = begin + i;
                Isa::Floats w[Groups][vectors];
                for (std::size_t g = 0; g < Groups; ++g) {
                    if constexpr (Rows == 1)
                        Isa::prefetch(groups[g] + width * groupRows * c + numbersAhead);
                    for (std::size_t v = 0; v < vectors; ++v)
                        w[g][v] = weights(g, c, v);
                }
                for (std::size_t r = 0; r < Rows; ++r) {
                    const float* at = numbers[r / each] + (each == 1 ? c : i);
                    const auto one = Isa::all(at[r % each == 3 ? thrice : r % each * once]);
                    for (std::size_t g = 0; g < Groups; ++g)
                        for (std::size_t v = 0; v < vectors; ++v)
                            sums[g][v][r] = Isa::fma(w[g][v], one, sums[g][v][r]);
                }
            }
            if constexpr (each > 1)
                for (auto& at : numbers)
                    at += Columns;
        };
        std::size_t c = column;
        if constexpr (Rows > 8)
            for (; c + 4 <= end; c += 4)
                take.template operator()<4>(c);
        for (; c < end; ++c)
            take.template operator()<1>(c);
        for (std::size_t g = 0; g < Groups; ++g)
            for (std::size_t v = 0; v < vectors; ++v)
                for (std::size_t r = 0; r < Rows; ++r)
                    total[g][v][r] = Isa::add(total[g][v][r], sums[g][v][r]);
    }
    for (std::size_t g = 0; g < Groups; ++g)
        for (std::size_t v = 0; v < vectors; ++v)
            for (std::size_t r = 0; r < Rows; ++r)
                Isa::store(out + stride * g + groupRows * r + Isa::lanes * v, total[g][v][r]);
}

} // namespace
} // namespace parallax::inference::cpu
