// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arm_neon.h>

#include <cstddef>
#include <cstdint>

// isa_plain.h in the NEON of every 64-bit ARM; with PARALLAX_DOTPROD the dot products of bytes of ARMv8.2.

namespace parallax::inference::cpu {
namespace {

struct Isa {
    static constexpr std::size_t lanes = 4;
    static constexpr std::size_t tileRows = 4;
    static constexpr std::size_t floatRows = 6;
    static constexpr std::size_t codesAhead = 2048;
    static constexpr bool asksForAll = false;
    static constexpr bool startsAll = true;
    static constexpr bool unsignedDot = false;
    static constexpr bool sumsPairs = false;

    using Bytes = uint8x16_t;
    using Ints = int32x4_t;
    using Floats = float32x4_t;
    static Bytes load(const std::uint8_t* from) { return vld1q_u8(from); }
    template <int From, int Mask, int To = 0>
    static Bytes bits(Bytes x) {
        if constexpr (From > To) // no shift by nothing in the instruction set
            x = vshrq_n_u8(x, From - To);
        else if constexpr (To > From)
            x = vshlq_n_u8(x, To - From);
        return vandq_u8(x, vdupq_n_u8(Mask << To));
    }
    static Bytes either(Bytes a, Bytes b) { return vorrq_u8(a, b); }
    static Bytes flipped(Bytes x) { return veorq_u8(x, vdupq_n_u8(0x80)); }
    static Bytes table(const std::int8_t* table16, Bytes x) {
        return vreinterpretq_u8_s8(vqtbl1q_s8(vld1q_s8(table16), x));
    }

    static int8x16_t fourOf(const std::int8_t* x) { // in every lane
        std::int32_t four;
        __builtin_memcpy(&four, x, 4);
        return vreinterpretq_s8_s32(vdupq_n_s32(four));
    }
#ifdef PARALLAX_DOTPROD
    static Ints dot(Ints sum, Bytes codes, const std::int8_t* x) {
        return vdotq_s32(sum, vreinterpretq_s8_u8(codes), fourOf(x));
    }
#else
    static Ints dot(Ints sum, Bytes codes, const std::int8_t* x) {
        const int8x16_t w = vreinterpretq_s8_u8(codes);
        const int8x16_t four = fourOf(x);
        const int32x4_t low = vpaddlq_s16(vmull_s8(vget_low_s8(w), vget_low_s8(four)));
        const int32x4_t high = vpaddlq_s16(vmull_high_s8(w, four));
        return vaddq_s32(sum, vpaddq_s32(low, high));
    }
#endif

    using Pairs = int16x4x2_t; // one column, and the other
    static Pairs loadPairs(const std::uint8_t* from) {
        return vld2_s16(reinterpret_cast<const std::int16_t*>(from));
    }
    static Ints dot(Ints sum, Pairs weights, const std::int16_t* x) {
        return vmlal_n_s16(vmlal_n_s16(sum, weights.val[0], x[0]), weights.val[1], x[1]);
    }

    template <int Column, bool Signed>
    static Ints column(Bytes x) {
        const uint32x4_t top = vshlq_n_u32(vreinterpretq_u32_u8(x), 24 - 8 * Column);
        return Signed ? vshrq_n_s32(vreinterpretq_s32_u32(top), 24)
                      : vreinterpretq_s32_u32(vshrq_n_u32(top, 24));
    }
    static Ints ints(std::int32_t value) { return vdupq_n_s32(value); }
    template <int Bits>
    static Ints shifted(Ints x) {
        if constexpr (Bits < 0)
            return vshrq_n_s32(x, -Bits);
        else
            return vshlq_n_s32(x, Bits);
    }
    static Ints minus(Ints a, Ints b) { return vsubq_s32(a, b); }
    static std::int32_t sumOf(Ints x) { return vaddvq_s32(x); }
    static Ints shortSigned(const std::uint8_t* from) {
        std::int32_t four;
        __builtin_memcpy(&four, from, 4);
        return vmovl_s16(vget_low_s16(vmovl_s8(vreinterpret_s8_s32(vdup_n_s32(four)))));
    }
    static Floats floats(Ints x) { return vcvtq_f32_s32(x); }
    static Floats asFloats(Ints x) { return vreinterpretq_f32_s32(x); }

    static Floats all(float value) { return vdupq_n_f32(value); }
    static Floats loadFloats(const float* from) { return vld1q_f32(from); }
    static Floats loadHalves(const std::uint16_t* from) {
        return vcvt_f32_f16(vreinterpret_f16_u16(vld1_u16(from)));
    }
    static Floats loadBfloats(const std::uint16_t* from) {
        return vreinterpretq_f32_u32(vshll_n_u16(vld1_u16(from), 16));
    }
    static void store(float* to, Floats x) { vst1q_f32(to, x); }
    static void storeBytes(std::int8_t* to, Ints x) {
        const int16x4_t words = vqmovn_s32(x);
        const int8x8_t bytes = vqmovn_s16(vcombine_s16(words, words));
        const std::int32_t four = vget_lane_s32(vreinterpret_s32_s8(bytes), 0);
        __builtin_memcpy(to, &four, 4);
    }
    static void storeShorts(std::int16_t* to, Ints x) { vst1_s16(to, vqmovn_s32(x)); }
    static Floats add(Floats a, Floats b) { return vaddq_f32(a, b); }
    static Floats sub(Floats a, Floats b) { return vsubq_f32(a, b); }
    static Floats mul(Floats a, Floats b) { return vmulq_f32(a, b); }
    static Floats div(Floats a, Floats b) { return vdivq_f32(a, b); }
    static Floats fma(Floats a, Floats b, Floats c) { return vfmaq_f32(c, a, b); }
    // ARM's own maximum is another where one is not a number.
    static Floats max(Floats a, Floats b) { return vbslq_f32(vcgtq_f32(a, b), a, b); }
    static Floats min(Floats a, Floats b) { return vbslq_f32(vcltq_f32(a, b), a, b); }
    static Floats magnitude(Floats a) { return vabsq_f32(a); }
    static float mostOf(Floats x) { return vmaxvq_f32(x); }
    static Ints nearest(Floats x) { // ARM's own conversion stops at the largest int, and makes 0 of no number
        const uint32x4_t fits = vcltq_f32(vabsq_f32(x), vdupq_n_f32(0x1p31F));
        return vbslq_s32(fits, vcvtnq_s32_f32(x), vdupq_n_s32(INT32_MIN));
    }
    static Floats powerOfTwo(Ints n) {
        return vreinterpretq_f32_s32(vshlq_n_s32(vaddq_s32(n, vdupq_n_s32(127)), 23));
    }
    static Floats roundedToHalf(Floats x) { return vcvt_f32_f16(vcvt_f16_f32(x)); }
    static void storeHalves(std::uint16_t* to, Floats x) {
        vst1_u16(to, vreinterpret_u16_f16(vcvt_f16_f32(x)));
    }
    // Not by the intrinsic: GCC takes a loop of prefetches for one that does nothing, and leaves it out.
    static void prefetch(const void* at) { asm volatile("prfm pldl1keep, [%0]" : : "r"(at)); }
};

} // namespace
} // namespace parallax::inference::cpu
