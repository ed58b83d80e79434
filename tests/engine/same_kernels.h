// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

#include "engine/inference/cpu/kernels.h"
#include "engine/inference/cpu/pack.h"
#include "engine/inference/cpu/pack_fine.h"
#include "engine/inference/half.h"
#include "tests/engine/random_blocks.h"

// Whether a processor's kernels give the plain kernels' bits. Without Qt, so that it also runs where there is
// none.

namespace parallax::test {

using namespace inference;
using namespace inference::cpu;

inline std::vector<float> normalNumbers(std::size_t count, std::mt19937& random) {
    std::normal_distribution<float> normal;
    std::vector<float> numbers(count);
    for (float& one : numbers)
        one = normal(random);
    return numbers;
}

inline bool sameBits(const std::vector<float>& a, const std::vector<float>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

// Rows of activations as every kind of weight wants them.
struct Prepared {
    std::size_t pair;
    std::vector<RoundedBlock> rounded;
    std::vector<FineBlock> fine;
    std::vector<float> wide;
    std::vector<float> wideSum;

    Prepared(const Kernels& kernels, const std::vector<float>& x, std::size_t columns)
        : pair(x.size() > columns ? 2 : 1)
        , rounded((x.size() / columns + 1) / 2 * 2 * columns / blockColumns)
        , fine(rounded.size())
        , wide(x.size())
        , wideSum(x.size() / 16 + 1) {
        for (std::size_t row = 0; row < x.size() / columns && columns % 32 == 0; ++row) {
            const float* numbers = x.data() + row * columns;
            const std::size_t first = firstBlock(row, pair, columns);
            kernels.quantise(numbers, columns, pair, rounded.data() + first);
            kernels.quantiseFine(numbers, columns, pair, fine.data() + first);
        }
        for (std::size_t i = 0; i < x.size(); ++i) {
            wide[i] = fromHalf(toHalf(x[i]));
            wideSum[i / 16] += wide[i];
        }
    }
    Activations activations(std::size_t columns) const {
        return {rounded.data(), fine.data(),    pair,    wide.data(),
                columns,        wideSum.data(), columns, wide.size() / columns};
    }
};

inline bool sameProducts(const Kernels& other, Format kind) {
    const std::size_t block = formatInfo(kind).blockNumbers;
    const std::size_t columns = block == 1 ? 323 : block == 32 ? 352 : 512;
    constexpr std::size_t groupCount = 5; // four at once, and one
    std::mt19937 random(11);
    auto bytes = randomBlocks(kind, columns * groupRows * groupCount, random);
    if (kind != Format::F32) { // and the first group's codes are all as large as they can be
        const auto full = randomBlocks(kind, columns * groupRows, random, true);
        std::copy(full.begin(), full.end(), bytes.begin());
    }
    const std::size_t each = groupBytes(kind, columns);
    std::vector<std::uint8_t> packed(each * groupCount + 64);
    const std::uint8_t* groups[groupCount];
    for (std::size_t g = 0; g < groupCount; ++g) {
        packGroup(kind, columns, groupRows, bytes.data() + bytes.size() / groupCount * g,
                  packed.data() + each * g);
        groups[g] = packed.data() + each * g;
    }
    const Layout layout = layoutOf(kind);
    const auto codes = static_cast<int>(layout.codes);
    const auto scales = static_cast<int>(layout.scales);
    constexpr std::size_t most = 17;
    auto x = normalNumbers(most * columns, random);
    // The largest products there are: sums of 16 bits must hold them.
    for (std::size_t i = 0; i < columns; ++i)
        x[i] = i % 64 < 32 ? 1.0F : -1.0F;
    const Prepared prepared(plainKernels, x, columns);
    const Activations activations = prepared.activations(columns);
    // Whole tiles of every size, and single rows: 16 and 1, 8, 4 and 1 where tiles are largest.
    for (const std::size_t rows : {std::size_t{1}, std::size_t{13}, most})
        for (const bool wide : {false, true}) {
            const ProjectKernel plain = (wide ? plainKernels.wide : plainKernels.fast)[codes][scales];
            const ProjectKernel compared = (wide ? other.wide : other.fast)[codes][scales];
            if (plain == nullptr || compared == nullptr)
                return false;
            std::vector<float> expected(groupRows * rows * groupCount);
            std::vector<float> found(groupRows * rows * groupCount);
            plain(groups, groupCount, codeOffset(kind), activations, 0, rows, expected.data());
            compared(groups, groupCount, codeOffset(kind), activations, 0, rows, found.data());
            if (!sameBits(found, expected))
                return false;
        }
    return true;
}

// Weights in 15 bits: what they become, and their products.
inline bool sameFineProducts(const Kernels& other, Format format) {
    constexpr std::size_t columns = 352;
    constexpr std::size_t groupCount = 5;
    std::mt19937 random(15);
    auto bytes = randomBlocks(format, columns * groupRows * groupCount, random);
    const auto put = [&](std::size_t i, float number) {
        const std::uint16_t value = format == Format::BF16 ? toBfloat(number) : toHalf(number);
        std::memcpy(bytes.data() + 2 * i, &value, 2);
    };
    // The first rows: as large as codes can be; the first bits of all that are less; zeros; hardly anything.
    const float full = format == Format::BF16 ? 0.99609375F : 0.99951171875F; // all bits of the number set
    for (std::size_t i = 0; i < columns; ++i) {
        put(i, i % 64 < 32 ? full : -full);
        put(columns + i, std::ldexp(1.0F, -static_cast<int>(i % 32)));
        put(2 * columns + i, 0);
        put(3 * columns + i, format == Format::BF16 ? 1e-39F : 6e-8F);
    }
    const std::size_t each = fineGroupBytes(columns);
    std::vector<std::uint8_t> packed(each * groupCount + 64);
    std::vector<std::uint8_t> expectedPacked(packed.size());
    const std::uint8_t* groups[groupCount];
    for (std::size_t g = 0; g < groupCount; ++g) {
        const std::byte* from = bytes.data() + 2 * groupRows * columns * g;
        packFineGroup(other, format, columns, groupRows, from, packed.data() + each * g);
        packFineGroup(plainKernels, format, columns, groupRows, from, expectedPacked.data() + each * g);
        groups[g] = packed.data() + each * g;
    }
    if (packed != expectedPacked)
        return false;
    constexpr std::size_t most = 17;
    auto x = normalNumbers(most * columns, random);
    for (std::size_t i = 0; i < columns; ++i) {
        x[i] = i % 64 < 32 ? 1.0F : -1.0F;
        x[columns + i] = 1e-36F; // hardly anything
    }
    const Prepared prepared(plainKernels, x, columns);
    const Activations activations = prepared.activations(columns);
    constexpr auto codes = static_cast<int>(CodeKind::Bits15);
    constexpr auto scales = static_cast<int>(ScaleKind::Each256);
    for (const std::size_t rows : {std::size_t{1}, std::size_t{13}, most}) {
        std::vector<float> expected(groupRows * rows * groupCount);
        std::vector<float> found(groupRows * rows * groupCount);
        plainKernels.fast[codes][scales](groups, groupCount, 0, activations, 0, rows, expected.data());
        other.fast[codes][scales](groups, groupCount, 0, activations, 0, rows, found.data());
        // The largest sum is right, too.
        const float largest = static_cast<float>(columns) * full;
        if (!sameBits(found, expected) || std::abs(found[0] - largest) > 1e-3F)
            return false;
    }
    return true;
}

inline bool sameRounding(const Kernels& other) {
    std::mt19937 random(12);
    auto x = normalNumbers(32 * 40, random);
    for (std::size_t i = 0; i < 32; ++i)
        x[i] = 0; // a block of zeros
    for (std::size_t i = 32; i < 64; ++i)
        x[i] = (static_cast<float>(i) - 47.5F) * 254 / 31; // ties
    x[100] = 1e-42F;                                       // below the smallest normal number
    std::fill_n(x.begin() + 128, 32, 1e-36F);              // as is the largest's inverse
    const auto sameBlocks = [&] {
        const Prepared expected(plainKernels, x, x.size());
        const Prepared found(other, x, x.size());
        return std::memcmp(found.rounded.data(), expected.rounded.data(),
                           expected.rounded.size() * sizeof(RoundedBlock)) == 0 &&
               std::memcmp(found.fine.data(), expected.fine.data(),
                           expected.fine.size() * sizeof(FineBlock)) == 0;
    };
    if (!sameBlocks())
        return false;
    std::vector<float> expected(x.size());
    std::vector<float> found(x.size());
    plainKernels.roundToHalves(x.data(), 0.125F, x.size(), expected.data());
    other.roundToHalves(x.data(), 0.125F, x.size(), found.data());
    if (!sameBits(found, expected))
        return false;
    x[200] = 1e6F; // more than a half holds
    std::vector<std::uint16_t> expectedHalves(x.size());
    std::vector<std::uint16_t> foundHalves(x.size());
    plainKernels.storeHalves(x.data(), x.size(), expectedHalves.data());
    other.storeHalves(x.data(), x.size(), foundHalves.data());
    if (foundHalves != expectedHalves)
        return false;
    for (const float wrong :
         {std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN()}) {
        x[70] = wrong;
        const Prepared none(other, x, x.size());
        if (!sameBlocks() || !std::isnan(none.rounded[30].scale) || !std::isnan(none.fine[30].scale))
            return false;
    }
    return true;
}

inline bool sameNormsAndGates(const Kernels& other) {
    std::mt19937 random(13);
    auto x = normalNumbers(272, random);
    const auto weight = normalNumbers(272, random);
    for (float& one : x)
        one *= 20; // reaches where exponentials are cut off
    {
        for (const std::size_t columns : {std::size_t{272}, std::size_t{67}}) {
            std::vector<float> expected(columns);
            std::vector<float> found(columns);
            plainKernels.normalise(x.data(), weight.data(), 1e-6F, columns, expected.data());
            other.normalise(x.data(), weight.data(), 1e-6F, columns, found.data());
            if (!(sameBits(found, expected)))
                return false;
        }
        for (const Activation act : {Activation::Silu, Activation::Gelu}) {
            std::vector<float> expected(x.size());
            std::vector<float> found(x.size());
            plainKernels.gate(act, x.data(), weight.data(), x.size(), expected.data());
            other.gate(act, x.data(), weight.data(), x.size(), found.data());
            if (!(sameBits(found, expected)))
                return false;
        }
    }
    return true;
}

inline bool sameAttention(const Kernels& other) {
    constexpr std::size_t headSize = 48;
    constexpr std::size_t count = 15; // four or eight together, and the three or seven that are left
    std::mt19937 random(14);
    const auto queries = normalNumbers(count * headSize, random);
    std::vector<std::uint16_t> keys(4 * 64 * headSize);
    std::vector<std::uint16_t> values(4 * 64 * headSize);
    std::normal_distribution<float> normal;
    for (auto* cache : {&keys, &values})
        for (auto& half : *cache)
            half = toHalf(normal(random));
    std::vector<std::int32_t> begin(count, 0);
    std::vector<std::int32_t> end(count);
    for (std::size_t i = 0; i < count; ++i)
        end[i] = 201 + static_cast<std::int32_t>(i);
    begin[2] = 77;         // a window
    begin[5] = end[5] = 0; // nothing is seen
    // Of `some` queries from `first` on: [some] most, [some] total, [some, headSize] sum.
    const auto attended = [&](const Kernels& kernels, std::size_t first, std::size_t some) {
        std::vector<float> out(some * (2 + headSize));
        std::vector<float> scores(some * 256);
        AttendRun run{};
        run.queries = queries.data() + first * headSize;
        for (std::size_t page = 0; page < 4; ++page) {
            run.keys[page] = keys.data() + page * 64 * headSize;
            run.values[page] = values.data() + page * 64 * headSize;
        }
        run.next = keys.data();
        run.headSize = headSize;
        run.count = some;
        run.begin = begin.data() + first;
        run.end = end.data() + first;
        run.most = out.data();
        run.total = out.data() + some;
        run.sum = out.data() + 2 * some;
        run.scores = scores.data();
        kernels.attend(run);
        return out;
    };
    const auto together = attended(other, 0, count);
    // Who is beside a query changes nothing of it.
    for (std::size_t first = 0; first < count; ++first)
        for (std::size_t some = 1; some < 7; ++some) {
            if (first + some > count)
                continue;
            const auto few = attended(other, first, some);
            for (std::size_t i = 0; i < some; ++i) {
                if (begin[first + i] == end[first + i])
                    continue;
                if (few[i] != together[first + i] || few[some + i] != together[count + first + i] ||
                    !std::equal(few.data() + 2 * some + i * headSize,
                                few.data() + 2 * some + (i + 1) * headSize,
                                together.data() + 2 * count + (first + i) * headSize))
                    return false;
            }
        }
    const auto folded = [&](const Kernels& kernels) {
        auto out = attended(kernels, 0, count);
        float* const sum = out.data() + 2 * count;
        // Takes the second query's run into the first one's.
        kernels.fold(out.data(), out.data() + count, sum, out.data() + 1, out.data() + count + 1,
                     sum + headSize, headSize);
        out[count + 5] = 0; // of a query that sees nothing only `most` means something
        std::fill_n(sum + 5 * headSize, headSize, 0.0F);
        return out;
    };
    return sameBits(folded(other), folded(plainKernels));
}

} // namespace parallax::test
