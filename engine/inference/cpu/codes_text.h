// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/inference/cpu/layout.h"

// How the codes and the scales of a group (layout.h) come out of its bytes, a vector of rows at a time.
// Included by tile_text.h after one isa_*.h; everything is local to the including file.

namespace parallax::inference::cpu {
namespace {

// ---- codes: how a slice's codes come out of their planes ----

// Slice Slice of the block at `at` for the vector of rows at byte `rows` of 64.
template <CodeKind Kind, int Slice>
Isa::Bytes slice(const std::uint8_t* at, std::size_t rows) {
    using enum CodeKind;
    if constexpr (Kind == Bits8) {
        const auto codes = Isa::load(at + 64 * Slice + rows);
        return Isa::unsignedDot ? Isa::flipped(codes) : codes;
    } else if constexpr (Kind == Bits2) {
        return Isa::bits<2 * (Slice % 4), 3>(Isa::load(at + 64 * (Slice / 4) + rows));
    } else if constexpr (Kind == Bits3) {
        const auto high = Isa::bits<Slice, 1, 2>(Isa::load(at + 128 + rows));
        return Isa::either(slice<Bits2, Slice>(at, rows), high);
    } else if constexpr (Kind == Bits4) {
        return Isa::bits<4 * (Slice / 4), 15>(Isa::load(at + 64 * (Slice % 4) + rows));
    } else if constexpr (Kind == Bits5) {
        const auto high = Isa::bits<Slice, 1, 4>(Isa::load(at + 256 + rows));
        return Isa::either(slice<Bits4, Slice>(at, rows), high);
    } else if constexpr (Kind == Bits6) {
        const auto high = Isa::bits<2 * (Slice % 4), 3, 4>(Isa::load(at + 256 + 64 * (Slice / 4) + rows));
        return Isa::either(slice<Bits4, Slice>(at, rows), high);
    } else {
        static_assert(Kind == Table4);
        alignas(16) static constexpr std::int8_t values[16] = {-127, -104, -83, -65, -49, -35, -22, -10,
                                                               1,    13,   25,  38,  53,  69,  89,  113};
        const auto codes = Isa::table(values, slice<Bits4, Slice>(at, rows));
        return Isa::unsignedDot ? Isa::flipped(codes) : codes;
    }
}

constexpr bool hasTwoPlanes(CodeKind kind) { // low bits, and behind them high ones
    return kind == CodeKind::Bits3 || kind == CodeKind::Bits5 || kind == CodeKind::Bits6;
}

constexpr bool isSigned(CodeKind kind) {
    return kind == CodeKind::Bits8 || kind == CodeKind::Table4;
}

// ---- scales ----

// Scales and minima of one block for a vector of rows: [0] for its first 16 columns, [1] for the others.
struct Scales {
    Isa::Floats scale[2];
    Isa::Floats minimum[2];
};

inline const std::uint16_t* halves(const std::uint8_t* at) {
    return reinterpret_cast<const std::uint16_t*>(at);
}

template <ScaleKind Kind>
Scales scalesOf(const std::uint8_t* at, std::size_t block, std::size_t lane) {
    using enum ScaleKind;
    Scales r;
    if constexpr (Kind == Each32) {
        r.scale[0] = Isa::loadHalves(halves(at + 32 * block) + lane);
    } else if constexpr (Kind == Each32Min) {
        r.scale[0] = Isa::loadHalves(halves(at + 64 * block) + lane);
        r.minimum[0] = Isa::loadHalves(halves(at + 64 * block + 32) + lane);
    } else {
        constexpr bool minima = hasMinimum(Kind);
        constexpr std::size_t parts = has16(Kind) ? 2 : 1;
        const std::uint8_t* own = at + (minima ? 64 : 32) + 16 * parts * (minima ? 2 : 1) * block + lane;
        const auto d = Isa::loadHalves(halves(at) + lane);
        for (std::size_t i = 0; i < parts; ++i)
            r.scale[i] = Isa::mul(d, Isa::floats(Isa::shortSigned(own + 16 * i)));
        if constexpr (minima) {
            const auto dmin = Isa::loadHalves(halves(at + 32) + lane);
            for (std::size_t i = 0; i < parts; ++i)
                r.minimum[i] = Isa::mul(dmin, Isa::floats(Isa::shortSigned(own + 16 * (parts + i))));
        }
    }
    return r;
}

} // namespace
} // namespace parallax::inference::cpu
