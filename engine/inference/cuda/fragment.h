// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/cuda/lane.h"
#include "engine/inference/cuda/layout.h"

// A lane's share of a slab of packed weights, from bytes to what tensor cores multiply. layout.h says where
// which code lies.

namespace parallax::inference::cuda::PARALLAX_SPACE {

template <CodeKind codeKind, ScaleKind scaleKind, int codeOffset>
struct Packed {
    static constexpr CodeKind codes = codeKind;
    static constexpr ScaleKind scales = scaleKind;
    static constexpr int offset = codeOffset;
    static constexpr Layout layout{codeKind, scaleKind, codeOffset};
    static constexpr int blocks = slabBlocks(scaleKind);
    static constexpr int low = lowWords(codeKind, blocks);
    static constexpr int high = highWords(codeKind, blocks);
    static constexpr int shared = sharedBytes(scaleKind) / 4;
    static constexpr bool grouped = scaleKind != ScaleKind::None;
    static constexpr int planeAt = scaleBytes(scaleKind);
    static constexpr int highAt = planeAt + 32 * 4 * low;
    static constexpr int bytes = static_cast<int>(slabBytes(layout));
};

// What one lane loads of one slab, or of one of several pieces of it where registers are scarce.
template <class P, int pieces = 1>
struct LaneSlab {
    static constexpr int blocks = P::blocks / pieces;
    unsigned low[P::low / pieces];
    unsigned high[P::high >= pieces ? P::high / pieces : 1];
    unsigned scales[P::shared >= pieces ? P::shared / pieces : 1];
    unsigned head[4]; // d of row g, dmin or d of row g + 8, …
};

__device__ inline void takeFour(unsigned* to, uint4 from) {
    to[0] = from.x;
    to[1] = from.y;
    to[2] = from.z;
    to[3] = from.w;
}

// `count` words of each lane, which lie in runs of four, or are only two.
template <int count, int stride>
__device__ void loadWords(const std::uint8_t* from, unsigned* to) {
#pragma unroll
    for (int i = 0; i < count / 4; ++i)
        takeFour(to + 4 * i, loadOnce(from + stride * i));
    if constexpr (count % 4 == 2) {
        const auto two = *reinterpret_cast<const uint2*>(from);
        to[0] = two.x;
        to[1] = two.y;
    }
}

template <class P, int pieces>
__device__ void loadSlab(const std::uint8_t* slab, int piece, int lane, LaneSlab<P, pieces>& to) {
    const int g = lane / 4;
    loadWords<P::low / pieces, 512>(slab + P::planeAt + 128 * P::low / pieces * piece + 16 * lane, to.low);
    if constexpr (highBits(P::codes) == 2)
        loadWords<P::high / pieces, 512>(slab + P::highAt + 128 * P::high / pieces * piece + 16 * lane,
                                         to.high);
    if constexpr (highBits(P::codes) == 1)
        loadWords<P::high / pieces, 16>(slab + P::highAt + 4 * P::high * lane + 4 * P::high / pieces * piece,
                                        to.high);
    if constexpr (P::shared > 0)
        loadWords<P::shared / pieces, 16>(
            slab + headBytes(P::scales) + 4 * P::shared * g + 4 * P::shared / pieces * piece, to.scales);
    if constexpr (headBytes(P::scales) == 32)
        to.head[0] = *reinterpret_cast<const unsigned*>(slab + 4 * g);
    if constexpr (headBytes(P::scales) == 64) {
        const auto two = *reinterpret_cast<const uint2*>(slab + 8 * g);
        to.head[0] = two.x;
        to.head[1] = two.y;
    }
}

// Register `reg` of the fragment of columns 16 half to 16 half + 15 of a block: two numbers. A code becomes
// the half 1024 + code by its place in the fraction, and then code - offset, without a conversion.
template <class P, int pieces>
__device__ unsigned fragment(const LaneSlab<P, pieces>& slab, int block, int half, int reg) {
    constexpr CodeKind codes = P::codes;
    constexpr unsigned magic = 0x64006400U;
    const int index = 4 * half + reg;
    if constexpr (codes == CodeKind::Half || codes == CodeKind::Bfloat) {
        return slab.low[8 * block + index];
    } else {
        unsigned pair = 0;
        if constexpr (codes == CodeKind::Bits8) {
            const unsigned word = slab.low[4 * block + 2 * half + reg / 2];
            pair = permuteBytes(word, magic, reg % 2 == 0 ? 0x5150U : 0x5352U);
        } else if constexpr (codes == CodeKind::Table4) {
            const unsigned word = slab.low[2 * block + half];
            const auto four = [](unsigned nibbles) { // four of them, looked up
                const unsigned place = nibbles & 0x7777U;
                const unsigned lower = permuteBytes(0x3F2D1801U, 0x766A5D4FU, place);
                const unsigned upper = permuteBytes(0xA6998D81U, 0xF1D9C5B5U, place);
                return permuteBytes(lower, upper, 0x3210U | ((nibbles & 0x8888U) >> 1));
            };
            const unsigned places = static_cast<unsigned>(reg) | (static_cast<unsigned>(4 + reg) << 4);
            const unsigned two = permuteBytes(four(word), four(word >> 16), places);
            pair = permuteBytes(two, magic, 0x5150U);
        } else if constexpr (codes == CodeKind::Bits4 || codes == CodeKind::Bits5 ||
                             codes == CodeKind::Bits6) {
            pair = ((slab.low[2 * block + half] >> (4 * reg)) & 0x000F000FU) | magic;
        } else {
            pair = ((slab.low[block] >> (2 * index)) & 0x00030003U) | magic;
        }
        if constexpr (codes == CodeKind::Bits6)
            pair |= ((slab.high[block] >> (2 * index)) & 0x00030003U) << 4;
        if constexpr (codes == CodeKind::Bits5)
            pair |= ((slab.high[block / 2] >> (index + 8 * (block % 2))) & 0x00010001U) << 4;
        if constexpr (codes == CodeKind::Bits3)
            pair |= ((slab.high[block / 2] >> (index + 8 * (block % 2))) & 0x00010001U) << 2;
        constexpr unsigned centre = 0x6400U + static_cast<unsigned>(P::offset);
        return subtractPair(pair, centre | (centre << 16));
    }
}

// Scale and minimum of a block for row g (upper = 0) or g + 8; per 16 columns or for both halves alike.
struct BlockScale {
    float scale[2];
    float minimum[2];
};
template <class P, int pieces>
__device__ BlockScale blockScale(const LaneSlab<P, pieces>& slab, int block, int upper) {
    const auto byteOf = [&](int index) { return (slab.scales[index / 4] >> (8 * (index % 4))) & 255U; };
    const auto signedByte = [&](int index) {
        return static_cast<float>(static_cast<std::int8_t>(byteOf(index)));
    };
    const int pair = 2 * block + upper;
    BlockScale out{};
    if constexpr (P::scales == ScaleKind::Each32) {
        out.scale[0] = halfValue(slab.scales[block] >> (16 * upper));
    } else if constexpr (P::scales == ScaleKind::Each32Min) {
        out.scale[0] = halfValue(slab.scales[pair]);
        out.minimum[0] = halfValue(slab.scales[pair] >> 16);
    } else if constexpr (P::scales == ScaleKind::K32) {
        out.scale[0] = halfValue(slab.head[0] >> (16 * upper)) * signedByte(pair);
    } else if constexpr (P::scales == ScaleKind::K32Min) {
        out.scale[0] = halfValue(slab.head[upper]) * static_cast<float>(byteOf(2 * pair));
        out.minimum[0] = halfValue(slab.head[upper] >> 16) * static_cast<float>(byteOf(2 * pair + 1));
    } else if constexpr (P::scales == ScaleKind::K16) {
        const float d = halfValue(slab.head[0] >> (16 * upper));
        out.scale[0] = d * signedByte(2 * pair);
        out.scale[1] = d * signedByte(2 * pair + 1);
    } else if constexpr (P::scales == ScaleKind::K16Min) {
        const float d = halfValue(slab.head[upper]);
        const float dmin = halfValue(slab.head[upper] >> 16);
        for (int half = 0; half < 2; ++half) {
            const unsigned both = byteOf(2 * pair + half);
            out.scale[half] = d * static_cast<float>(both & 15U);
            out.minimum[half] = dmin * static_cast<float>(both >> 4);
        }
    }
    return out;
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
