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

// Two blocks of columns of a tile, as they come into a block's shared memory: each lane's words in arrays
// over the lanes, first the lower bits, then the upper ones, scales and heads. A lane reads what it has
// copied by itself, or what the same lane of another warp has.
constexpr int pieceBlocks = 2;
constexpr int pieceColumns = pieceBlocks * blockColumns;
template <class P>
struct Piece {
    static constexpr int count = P::blocks / pieceBlocks; // of a slab
    static constexpr int low = P::low / count;            // words of a lane
    static constexpr int high = P::high / count;
    static constexpr int scales = P::shared / count;
    static constexpr int head = headBytes(P::scales) / 32;
    static constexpr unsigned bytes = 32 * 4 * (low + high + scales + head); // of a tile
};

// What one lane has of a piece at hand.
template <class P>
struct LaneSlab {
    unsigned low[Piece<P>::low];
    unsigned high[Piece<P>::high > 0 ? Piece<P>::high : 1];
    unsigned scales[Piece<P>::scales > 0 ? Piece<P>::scales : 1];
    unsigned head[2]; // d of row g and g + 8; or d and dmin of one and the other
};

// `words` of a lane, whose runs of four lie 512 bytes apart in both places.
template <int words>
__device__ void copyWords(std::uint8_t* shared, const std::uint8_t* from, int lane) {
    if constexpr (words >= 4) {
#pragma unroll
        for (int i = 0; i < words / 4; ++i)
            copyBeside<16>(shared + 512 * i + 16 * lane, from + 512 * i);
    } else if constexpr (words > 0) {
        copyBeside<4 * words>(shared + 4 * words * lane, from);
    }
}
template <int words>
__device__ void takeWords(unsigned* to, const std::uint8_t* shared, int lane) {
    if constexpr (words >= 4) {
#pragma unroll
        for (int i = 0; i < words / 4; ++i) {
            const auto four = *reinterpret_cast<const uint4*>(shared + 512 * i + 16 * lane);
            to[4 * i] = four.x;
            to[4 * i + 1] = four.y;
            to[4 * i + 2] = four.z;
            to[4 * i + 3] = four.w;
        }
    } else if constexpr (words == 2) {
        const auto two = *reinterpret_cast<const uint2*>(shared + 8 * lane);
        to[0] = two.x;
        to[1] = two.y;
    } else if constexpr (words == 1) {
        to[0] = *reinterpret_cast<const unsigned*>(shared + 4 * lane);
    }
}

// Where a lane's words of a piece begin in a plane of codes of so many bits (placeIn() in layout.h).
template <int bits>
__device__ std::size_t planePlace(int blocks, int piece, int lane) {
    if constexpr (bits == 1)
        return static_cast<std::size_t>(4 * (lane * blocks / 2 + piece));
    else if constexpr (bits == 2)
        return static_cast<std::size_t>(512 * (piece / 2) + 16 * lane + 8 * (piece % 2));
    else
        return static_cast<std::size_t>(128 * bits * piece + 16 * lane);
}

template <class P>
__device__ void copyPiece(std::uint8_t* shared, const std::uint8_t* slab, int piece, int lane) {
    using Of = Piece<P>;
    const int g = lane / 4;
    copyWords<Of::low>(shared, slab + P::planeAt + planePlace<lowBits(P::codes)>(P::blocks, piece, lane),
                       lane);
    if constexpr (Of::high > 0)
        copyWords<Of::high>(shared + 128 * Of::low,
                            slab + P::highAt + planePlace<highBits(P::codes)>(P::blocks, piece, lane), lane);
    if constexpr (Of::scales > 0)
        copyWords<Of::scales>(shared + 128 * (Of::low + Of::high),
                              slab + headBytes(P::scales) + 4 * P::shared * g + 4 * Of::scales * piece, lane);
    if constexpr (Of::head > 0)
        copyWords<Of::head>(shared + 128 * (Of::low + Of::high + Of::scales), slab + 4 * Of::head * g, lane);
}
template <class P>
__device__ void takePiece(LaneSlab<P>& to, const std::uint8_t* shared, int lane) {
    using Of = Piece<P>;
    takeWords<Of::low>(to.low, shared, lane);
    takeWords<Of::high>(to.high, shared + 128 * Of::low, lane);
    takeWords<Of::scales>(to.scales, shared + 128 * (Of::low + Of::high), lane);
    takeWords<Of::head>(to.head, shared + 128 * (Of::low + Of::high + Of::scales), lane);
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
