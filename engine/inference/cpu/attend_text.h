// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/cpu/kernels.h"

// Norms, rounding, exponentials and attention. Included by kernels_*.cpp after one isa_*.h.

namespace parallax::inference::cpu {
namespace {

constexpr float infinity = __builtin_inff();

// The sum of 16 numbers, always in this order.
inline float sum16(const float (&x)[16]) {
    float eight[8];
    for (int i = 0; i < 8; ++i)
        eight[i] = x[i] + x[i + 8];
    const float four[4] = {eight[0] + eight[4], eight[1] + eight[5], eight[2] + eight[6],
                           eight[3] + eight[7]};
    return (four[0] + four[2]) + (four[1] + four[3]);
}

// The largest of 16 numbers: two by two, since one after another each would wait for the last.
inline float most16(const float (&x)[16]) {
    const auto larger = [](float a, float b) { return a > b ? a : b; };
    float eight[8];
    for (int i = 0; i < 8; ++i)
        eight[i] = larger(x[i], x[i + 8]);
    const float four[4] = {larger(eight[0], eight[4]), larger(eight[1], eight[5]), larger(eight[2], eight[6]),
                           larger(eight[3], eight[7])};
    return larger(larger(four[0], four[2]), larger(four[1], four[3]));
}

// Partial results of 16 places, in as many vectors as that takes.
struct Sixteen {
    static constexpr std::size_t vectors = 16 / Isa::lanes;
    Isa::Floats part[vectors];

    explicit Sixteen(float value) {
        for (auto& vector : part)
            vector = Isa::all(value);
    }
    template <class Take> // take(vector, place)
    void each(Take take) {
        for (std::size_t v = 0; v < vectors; ++v)
            part[v] = take(part[v], Isa::lanes * v);
    }
    float sum() const {
        float x[16];
        for (std::size_t v = 0; v < vectors; ++v)
            Isa::store(x + Isa::lanes * v, part[v]);
        return sum16(x);
    }
    float most() const {
        float x[16];
        for (std::size_t v = 0; v < vectors; ++v)
            Isa::store(x + Isa::lanes * v, part[v]);
        return most16(x);
    }
};

// e^x to about an ulp, 0 below -87: 2^n times a polynomial of degree 6 on [-ln 2 / 2, ln 2 / 2].
inline Isa::Floats exponential(Isa::Floats x) {
    const auto below = Isa::max(x, Isa::all(-87.3F));
    const auto clamped = Isa::min(below, Isa::all(88.0F));
    const auto n = Isa::nearest(Isa::mul(clamped, Isa::all(1.44269504F)));
    const auto whole = Isa::floats(n);
    auto r = Isa::fma(whole, Isa::all(-0.693359375F), clamped); // ln 2 in two parts
    r = Isa::fma(whole, Isa::all(2.12194440e-4F), r);
    auto p = Isa::all(1.0F / 720);
    constexpr float coefficients[] = {1.0F / 120, 1.0F / 24, 1.0F / 6, 0.5F, 1.0F, 1.0F};
    for (const float coefficient : coefficients)
        p = Isa::fma(p, r, Isa::all(coefficient));
    return Isa::mul(p, Isa::powerOfTwo(n));
}
inline float exponentialOf(float x) {
    float lanes[16];
    Isa::store(lanes, exponential(Isa::all(x)));
    return lanes[0];
}

void normalise(const float* x, const float* weight, float epsilon, std::size_t columns, float* out) {
    Sixteen squares(0);
    std::size_t i = 0;
    for (; i + 16 <= columns; i += 16)
        squares.each([&](Isa::Floats sum, std::size_t place) {
            const auto v = Isa::loadFloats(x + i + place);
            return Isa::fma(v, v, sum);
        });
    float total = squares.sum();
    for (std::size_t j = i; j < columns; ++j)
        total += x[j] * x[j];
    const float scale = 1.0F / __builtin_sqrtf(total / static_cast<float>(columns) + epsilon);
    for (std::size_t j = 0; j < columns; ++j)
        out[j] = x[j] * scale * weight[j];
}

// Calls each(block, x, largest) for each 32 columns of a row, whose largest magnitude that is, and makes all
// scales NaN where a number is not finite.
template <class Block, class Each>
void roundBlocks(const float* x, std::size_t columns, std::size_t pair, Block* out, Each each) {
    Block* const begin = out;
    Block* const end = out + columns / blockColumns * pair;
    auto doubt = Isa::all(0); // NaN where a number is not finite: a maximum would forget it
    for (; out < end; out += pair, x += blockColumns) {
        auto most = Isa::all(0);
        for (std::size_t i = 0; i < blockColumns; i += Isa::lanes) {
            const auto numbers = Isa::loadFloats(x + i);
            most = Isa::max(Isa::magnitude(numbers), most);
            doubt = Isa::fma(numbers, Isa::all(0), doubt);
        }
        each(*out, x, Isa::mostOf(most));
    }
    float lanes[16];
    Isa::store(lanes, doubt);
    for (std::size_t i = 0; i < Isa::lanes; ++i)
        if (lanes[i] != 0) { // or NaN
            for (Block* block = begin; block < end; block += pair) {
                *block = {};
                block->scale = __builtin_nanf("");
            }
            return;
        }
}

void quantise(const float* x, std::size_t columns, std::size_t pair, RoundedBlock* out) {
    roundBlocks(x, columns, pair, out, [](RoundedBlock& block, const float* numbers, float largest) {
        block.scale = largest / 127;
        const auto inverse = Isa::all(largest > 0 ? 127 / largest : 0);
        std::uint32_t sums[2]; // of numbers that are none they may overflow
        for (std::size_t half = 0; half < 2; ++half) {
            auto minus = Isa::ints(0);
            for (std::size_t i = 16 * half; i < 16 * half + 16; i += Isa::lanes) {
                const auto codes = Isa::nearest(Isa::mul(Isa::loadFloats(numbers + i), inverse));
                Isa::storeBytes(block.q + i, codes);
                minus = Isa::minus(minus, codes);
            }
            sums[half] = static_cast<std::uint32_t>(Isa::sumOf(minus));
            block.start32[half] = static_cast<std::int32_t>(sumStart + 32 * sums[half]);
        }
        const std::uint32_t sum = sums[0] + sums[1];
        block.start8 = static_cast<std::int32_t>(sumStart + 8 * sum);
        block.start16 = static_cast<std::int32_t>(sumStart + 16 * sum);
        block.minusScaled = block.scale * static_cast<float>(static_cast<std::int32_t>(sum));
    });
}

void quantiseFine(const float* x, std::size_t columns, std::size_t pair, FineBlock* out) {
    roundBlocks(x, columns, pair, out, [](FineBlock& block, const float* numbers, float largest) {
        block.scale = largest / mostFine;
        // Of hardly anything the inverse would be infinite, and the codes too large for their sums.
        const auto inverse = Isa::all(largest > 0x1p-100F ? mostFine / largest : 0);
        for (std::size_t i = 0; i < blockColumns; i += Isa::lanes)
            Isa::storeShorts(block.q + i, Isa::nearest(Isa::mul(Isa::loadFloats(numbers + i), inverse)));
    });
}

void roundWeights(const std::uint16_t* row, bool bfloats, std::size_t count, std::int16_t* out,
                  float* scale) {
    float numbers[superColumns];
    auto most = Isa::all(0);
    for (std::size_t i = 0; i < count; i += Isa::lanes) {
        const auto some = bfloats ? Isa::loadBfloats(row + i) : Isa::loadHalves(row + i);
        most = Isa::max(Isa::magnitude(some), most);
        Isa::store(numbers + i, some);
    }
    // The exponents of 2^13 and of the largest, or of 2^-113 if that is more.
    const std::int32_t exponent = __builtin_bit_cast(std::int32_t, Isa::mostOf(most)) >> 23;
    const std::int32_t up = 127 + 13 - (exponent > 14 ? exponent : 14);
    float lanes[16];
    Isa::store(lanes, Isa::powerOfTwo(Isa::ints(-up)));
    *scale = lanes[0];
    for (std::size_t i = 0; i < count; i += Isa::lanes)
        Isa::storeShorts(
            out + i, Isa::nearest(Isa::mul(Isa::loadFloats(numbers + i), Isa::powerOfTwo(Isa::ints(up)))));
}

// x scaled and rounded to halves, as numbers; `count` a multiple of 16.
void roundToHalves(const float* x, float scale, std::size_t count, float* out) {
    for (std::size_t i = 0; i < count; i += Isa::lanes)
        Isa::store(out + i, Isa::roundedToHalf(Isa::mul(Isa::loadFloats(x + i), Isa::all(scale))));
}
void storeHalves(const float* x, std::size_t count, std::uint16_t* out) {
    for (std::size_t i = 0; i < count; i += Isa::lanes)
        Isa::storeHalves(out + i, Isa::loadFloats(x + i));
}

// While a page is worked on, one line after another of the next one is asked for, a line to two steps: what
// is read here lies too far apart for a processor to foresee it.
inline void askAhead(const std::uint16_t* ahead, std::size_t step) {
    if (ahead != nullptr)
        Isa::prefetch(ahead + 16 * step);
}

// Scores of `Count` queries with 64 keys of one page: lanes are keys.
template <std::size_t Count>
void scorePage(const AttendRun& run, std::size_t page, std::size_t first, const std::uint16_t* ahead) {
    const std::size_t size = run.headSize;
    const float* const queries = run.queries + first * size;
    for (std::size_t key = 0; key < 64; key += 16) {
        const std::uint16_t* const keys = run.keys[page] + key;
        Isa::Floats sum[Sixteen::vectors][Count];
        for (auto& vector : sum)
            for (auto& one : vector)
                one = Isa::all(0);
        const auto take = [&](std::size_t d) {
            Isa::Floats k[Sixteen::vectors];
            for (std::size_t v = 0; v < Sixteen::vectors; ++v)
                k[v] = Isa::loadHalves(keys + 64 * d + Isa::lanes * v);
            for (std::size_t i = 0; i < Count; ++i) {
                const auto query = Isa::all(queries[i * size + d]);
                for (std::size_t v = 0; v < Sixteen::vectors; ++v)
                    sum[v][i] = Isa::fma(k[v], query, sum[v][i]);
            }
        };
        for (std::size_t d = 0; d < size; d += 2) {
            askAhead(ahead, key / 16 * size + d);
            take(d);
            take(d + 1);
        }
        for (std::size_t v = 0; v < Sixteen::vectors; ++v)
            for (std::size_t i = 0; i < Count; ++i)
                Isa::store(run.scores + 256 * (first + i) + 64 * page + key + Isa::lanes * v, sum[v][i]);
    }
}

// Adds the values of a page's keys from `begin` to below `end`, each weighted by its score: lanes are
// dimensions.
template <std::size_t Count>
void sumPage(const AttendRun& run, std::size_t page, std::size_t first, std::size_t begin, std::size_t end,
             const std::uint16_t* ahead) {
    const std::size_t size = run.headSize;
    const float* const weights = run.scores + 256 * first + 64 * page;
    for (std::size_t d = 0; d < size; d += 16) {
        const std::uint16_t* const values = run.values[page] + d;
        Isa::Floats sum[Sixteen::vectors][Count];
        for (std::size_t v = 0; v < Sixteen::vectors; ++v)
            for (std::size_t i = 0; i < Count; ++i)
                sum[v][i] = Isa::loadFloats(run.sum + (first + i) * size + d + Isa::lanes * v);
        const auto take = [&](std::size_t key) {
            Isa::Floats value[Sixteen::vectors];
            for (std::size_t v = 0; v < Sixteen::vectors; ++v)
                value[v] = Isa::loadHalves(values + key * size + Isa::lanes * v);
            for (std::size_t i = 0; i < Count; ++i) {
                const auto weight = Isa::all(weights[256 * i + key]);
                for (std::size_t v = 0; v < Sixteen::vectors; ++v)
                    sum[v][i] = Isa::fma(value[v], weight, sum[v][i]);
            }
        };
        std::size_t key = begin;
        for (; key + 2 <= end; key += 2) {
            askAhead(ahead, 4 * d + key);
            take(key);
            take(key + 1);
        }
        if (key < end)
            take(key);
        for (std::size_t v = 0; v < Sixteen::vectors; ++v)
            for (std::size_t i = 0; i < Count; ++i)
                Isa::store(run.sum + (first + i) * size + d + Isa::lanes * v, sum[v][i]);
    }
}

// Keys that are visible to one of some queries.
struct Visible {
    std::size_t begin = 256;
    std::size_t end = 0;
};
inline Visible visibleTo(const AttendRun& run, std::size_t first, std::size_t count) {
    Visible all;
    for (std::size_t i = first; i < first + count; ++i) {
        const auto begin = static_cast<std::size_t>(run.begin[i]);
        const auto end = static_cast<std::size_t>(run.end[i]);
        if (begin >= end)
            continue;
        all.begin = begin < all.begin ? begin : all.begin;
        all.end = end > all.end ? end : all.end;
    }
    return all;
}

// Scores become exp(score - the largest), rounded to half as the values are; what is not visible becomes 0.
// Of the keys in pages that no query of the tile sees nothing is read.
inline void weigh(const AttendRun& run, std::size_t i, std::size_t firstKey, std::size_t endKey) {
    float* score = run.scores + 256 * i;
    const auto begin = static_cast<std::size_t>(run.begin[i]);
    const auto end = static_cast<std::size_t>(run.end[i]);
    for (std::size_t key = firstKey; key < endKey && key < begin; ++key)
        score[key] = -infinity;
    for (std::size_t key = end > firstKey ? end : firstKey; key < endKey; ++key)
        score[key] = -infinity;
    Sixteen largest(-infinity);
    for (std::size_t key = firstKey; key < endKey; key += 16)
        largest.each([&](Isa::Floats most, std::size_t place) {
            return Isa::max(Isa::loadFloats(score + key + place), most);
        });
    const float most = largest.most();
    run.most[i] = most;
    Sixteen total(0);
    for (std::size_t key = firstKey; key < endKey; key += 16)
        total.each([&](Isa::Floats sum, std::size_t place) {
            const auto x = Isa::sub(Isa::loadFloats(score + key + place), Isa::all(most));
            const auto weight = Isa::roundedToHalf(exponential(x));
            Isa::store(score + key + place, weight);
            return Isa::add(sum, weight);
        });
    run.total[i] = total.sum();
}

template <std::size_t Count>
void scoreSome(const AttendRun& run, std::size_t page, std::size_t first, const std::uint16_t* ahead) {
    const Visible seen = visibleTo(run, first, Count);
    if (64 * page < seen.end && 64 * page + 64 > seen.begin)
        scorePage<Count>(run, page, first, ahead);
}
template <std::size_t Count>
void sumSome(const AttendRun& run, std::size_t page, std::size_t first, const std::uint16_t* ahead) {
    // Keys that only other queries of these see have weight 0 here, which changes no sum.
    const Visible seen = visibleTo(run, first, Count);
    const std::size_t start = 64 * page;
    if (start < seen.end && start + 64 > seen.begin)
        sumPage<Count>(run, page, first, seen.begin > start ? seen.begin - start : 0,
                       seen.end < start + 64 ? seen.end - start : 64, ahead);
}

// Queries that go over a page's keys together: eight sums at least, as each waits some cycles for its last.
constexpr std::size_t mostQueries = Sixteen::vectors == 1 ? 8 : 4;
template <std::size_t Count>
constexpr std::size_t atMost = Count < mostQueries ? Count : mostQueries;

// Calls one(first, count) for so many queries at a time, and for those that are left.
template <class One>
void eachSome(std::size_t count, One one) {
    for (std::size_t first = 0; first < count; first += mostQueries)
        one(first, count - first < mostQueries ? count - first : mostQueries);
}

using SomeQueries = void (*)(const AttendRun&, std::size_t page, std::size_t first,
                             const std::uint16_t* ahead);

void attend(const AttendRun& run) {
    constexpr SomeQueries score[] = {scoreSome<1>,         scoreSome<2>,         scoreSome<3>,
                                     scoreSome<4>,         scoreSome<atMost<5>>, scoreSome<atMost<6>>,
                                     scoreSome<atMost<7>>, scoreSome<atMost<8>>};
    constexpr SomeQueries sum[] = {sumSome<1>,         sumSome<2>,         sumSome<3>,
                                   sumSome<4>,         sumSome<atMost<5>>, sumSome<atMost<6>>,
                                   sumSome<atMost<7>>, sumSome<atMost<8>>};
    const Visible seen = visibleTo(run, 0, run.count);
    const std::size_t firstPage = seen.begin / 64;
    const std::size_t endPage = (seen.end + 63) / 64;
    for (std::size_t page = firstPage; page < endPage; ++page)
        eachSome(run.count, [&](std::size_t first, std::size_t count) {
            const std::uint16_t* next = page + 1 < endPage ? run.keys[page + 1] : run.values[firstPage];
            score[count - 1](run, page, first, first == 0 ? next : nullptr);
        });
    for (std::size_t i = 0; i < run.count; ++i)
        weigh(run, i, 64 * firstPage, 64 * endPage);
    for (std::size_t i = 0; i < run.count * run.headSize; ++i)
        run.sum[i] = 0;
    for (std::size_t page = firstPage; page < endPage; ++page)
        eachSome(run.count, [&](std::size_t first, std::size_t count) {
            const std::uint16_t* next = page + 1 < endPage ? run.values[page + 1] : run.next;
            sum[count - 1](run, page, first, first == 0 ? next : nullptr);
        });
}

void fold(float* most, float* total, float* sum, const float* runMost, const float* runTotal,
          const float* runSum, std::size_t headSize) {
    if (*runMost == -infinity)
        return;
    const float top = *most > *runMost ? *most : *runMost; // e^0 is exactly 1
    const float before = *most == -infinity ? 0 : *most == top ? 1 : exponentialOf(*most - top);
    const float now = *runMost == top ? 1 : exponentialOf(*runMost - top);
    *total = __builtin_fmaf(*total, before, *runTotal * now);
    for (std::size_t d = 0; d < headSize; d += Isa::lanes)
        Isa::store(sum + d, Isa::fma(Isa::loadFloats(sum + d), Isa::all(before),
                                     Isa::mul(Isa::loadFloats(runSum + d), Isa::all(now))));
    *most = top;
}

void gate(Activation act, const float* gates, const float* up, std::size_t count, float* out) {
    for (std::size_t i = 0; i < count; i += Isa::lanes) {
        const auto x = Isa::loadFloats(gates + i);
        Isa::Floats y;
        if (act == Activation::Silu) {
            y = Isa::div(x, Isa::add(Isa::all(1), exponential(Isa::sub(Isa::all(0), x))));
        } else { // x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))), and (1 + tanh u) / 2 = 1 / (1 + e^-2u)
            const auto cubic = Isa::mul(Isa::mul(x, x), Isa::mul(x, Isa::all(0.044715F)));
            const auto u = Isa::mul(Isa::add(x, cubic), Isa::all(-2 * 0.79788456F));
            y = Isa::div(x, Isa::add(Isa::all(1), exponential(u)));
        }
        Isa::store(out + i, Isa::mul(y, Isa::loadFloats(up + i)));
    }
}

constexpr Kernels allKernels() {
    Kernels kernels{};
    kernels.tileRows = Isa::tileRows;
    kernels.floatRows = Isa::floatRows;
    enterProjections(kernels);
    kernels.normalise = normalise;
    kernels.quantise = quantise;
    kernels.quantiseFine = quantiseFine;
    kernels.roundWeights = roundWeights;
    kernels.roundToHalves = roundToHalves;
    kernels.storeHalves = storeHalves;
    kernels.attend = attend;
    kernels.fold = fold;
    kernels.gate = gate;
    return kernels;
}

} // namespace
} // namespace parallax::inference::cpu
