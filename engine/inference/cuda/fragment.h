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

// Some blocks of columns of a tile, as they come into a block's shared memory: each lane's words in arrays
// over the lanes, first the lower bits, then the upper ones, scales and heads. A lane reads what it has
// copied by itself, or what the same lane of another warp has.
template <class P, int blockCount>
struct Piece {
    static constexpr int blocks = blockCount;
    static constexpr int columns = blocks * blockColumns;
    static constexpr int count = P::blocks / blocks; // of a slab
    static constexpr int low = P::low / count;       // words of a lane
    static constexpr int high = P::high / count;
    static constexpr int scales = P::shared / count;
    static constexpr int head = headBytes(P::scales) / 32;
    static constexpr unsigned bytes = 32 * 4 * (low + high + scales + head); // of a tile
};

// What one lane has at hand: of two blocks.
constexpr int handBlocks = 2;
template <class P>
struct LaneSlab {
    using Of = Piece<P, handBlocks>;
    unsigned low[Of::low];
    unsigned high[Of::high > 0 ? Of::high : 1];
    unsigned scales[Of::scales > 0 ? Of::scales : 1];
    unsigned head[2]; // d of row g and g + 8; or d and dmin of one and the other
};

// `words` of a lane, in runs of four that lie `stride` bytes apart; in shared memory as many as lanes have.
template <int words, int stride>
__device__ void copyWords(std::uint8_t* shared, const std::uint8_t* from, int lane) {
    if constexpr (words >= 4) {
#pragma unroll
        for (int i = 0; i < words / 4; ++i)
            copyBeside<16>(shared + 512 * i + 16 * lane, from + stride * i);
    } else if constexpr (words > 0) {
        copyBeside<4 * words>(shared + 4 * words * lane, from);
    }
}
// `count` words from word `first` of a lane's on.
template <int count, int words>
__device__ void takeWords(unsigned* to, const std::uint8_t* shared, int first, int lane) {
    const std::uint8_t* from = words >= 4 ? shared + 512 * (first / 4) + 16 * lane + 4 * (first % 4)
                                          : shared + 4 * (words * lane + first);
    if constexpr (count >= 4) {
#pragma unroll
        for (int i = 0; i < count / 4; ++i) {
            const auto four = *reinterpret_cast<const uint4*>(from + 512 * i);
            to[4 * i] = four.x;
            to[4 * i + 1] = four.y;
            to[4 * i + 2] = four.z;
            to[4 * i + 3] = four.w;
        }
    } else if constexpr (count == 2) {
        const auto two = *reinterpret_cast<const uint2*>(from);
        to[0] = two.x;
        to[1] = two.y;
    } else if constexpr (count == 1) {
        to[0] = *reinterpret_cast<const unsigned*>(from);
    }
}

// Where a lane's words of a piece begin in a plane of codes of so many bits (placeIn() in layout.h).
template <int bits, int blocks>
__device__ int planePlace(int slabBlocks, int piece, int lane) {
    if constexpr (bits == 1)
        return 4 * (lane * slabBlocks / 2 + blocks / 2 * piece);
    else if constexpr (bits == 2 && blocks == 2)
        return 512 * (piece / 2) + 16 * lane + 8 * (piece % 2);
    else
        return 64 * bits * blocks * piece + 16 * lane;
}

template <class P, int blocks>
__device__ void copyPiece(std::uint8_t* shared, const std::uint8_t* slab, int piece, int lane) {
    using Of = Piece<P, blocks>;
    const int g = lane / 4;
    copyWords<Of::low, 512>(
        shared, slab + P::planeAt + planePlace<lowBits(P::codes), blocks>(P::blocks, piece, lane), lane);
    if constexpr (Of::high > 0)
        copyWords<Of::high, 512>(
            shared + 128 * Of::low,
            slab + P::highAt + planePlace<highBits(P::codes), blocks>(P::blocks, piece, lane), lane);
    if constexpr (Of::scales > 0)
        copyWords<Of::scales, 16>(shared + 128 * (Of::low + Of::high),
                                  slab + headBytes(P::scales) + 4 * P::shared * g + 4 * Of::scales * piece,
                                  lane);
    if constexpr (Of::head > 0)
        copyWords<Of::head, 16>(shared + 128 * (Of::low + Of::high + Of::scales), slab + 4 * Of::head * g,
                                lane);
}
// Of a piece the two blocks from block 2 part on.
template <class P, int blocks>
__device__ void takePart(LaneSlab<P>& to, const std::uint8_t* shared, int part, int lane) {
    using All = Piece<P, blocks>;
    using Of = Piece<P, handBlocks>;
    takeWords<Of::low, All::low>(to.low, shared, part * Of::low, lane);
    takeWords<Of::high, All::high>(to.high, shared + 128 * All::low, part * Of::high, lane);
    takeWords<Of::scales, All::scales>(to.scales, shared + 128 * (All::low + All::high), part * Of::scales,
                                       lane);
    takeWords<Of::head, All::head>(to.head, shared + 128 * (All::low + All::high + All::scales), 0, lane);
}

// Register `reg` of the fragment of columns 16 half to 16 half + 15 of a block: two numbers. A code becomes
// the half 1024 + code by its place in the fraction, and then code - offset, without a conversion.
template <class P>
__device__ unsigned fragment(const LaneSlab<P>& slab, int block, int half, int reg) {
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
template <class P>
__device__ BlockScale blockScale(const LaneSlab<P>& slab, int block, int upper) {
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
