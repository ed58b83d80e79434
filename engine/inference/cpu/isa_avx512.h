// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

// isa_plain.h in AVX-512 F, BW, VL, DQ; with PARALLAX_VNNI its dot products.

namespace parallax::inference::cpu {
namespace {

struct Isa {
    static constexpr std::size_t lanes = 16;
    static constexpr std::size_t tileRows = 12;
    static constexpr std::size_t floatRows = 16;
    static constexpr std::size_t codesAhead = 2048;
    static constexpr bool asksForAll = false;
    static constexpr bool startsAll = true;
#ifdef PARALLAX_VNNI
    static constexpr bool unsignedDot = true;
    static constexpr bool sumsPairs = false;
#else
    static constexpr bool unsignedDot = false;
    static constexpr bool sumsPairs = true;
#endif

    struct Four {
        std::int8_t bytes[4];
    };
    struct Two {
        std::int16_t numbers[2];
    };
    using Bytes = __m512i;
    using Ints = __m512i;
    using Floats = __m512;
    static Bytes load(const std::uint8_t* from) { return _mm512_loadu_si512(from); }
    template <int From, int Mask, int To = 0>
    static Bytes bits(Bytes x) {
        if constexpr (From > To)
            x = _mm512_srli_epi16(x, From - To);
        else if constexpr (To > From)
            x = _mm512_slli_epi16(x, To - From);
        return _mm512_and_si512(x, _mm512_set1_epi8(static_cast<char>(Mask << To)));
    }
    static Bytes either(Bytes a, Bytes b) { return _mm512_or_si512(a, b); }
    static Bytes flipped(Bytes x) { return _mm512_xor_si512(x, _mm512_set1_epi8(static_cast<char>(0x80))); }
    static Bytes table(const std::int8_t* table16, Bytes x) {
        const __m128i entries = _mm_loadu_si128(reinterpret_cast<const __m128i*>(table16));
        return _mm512_shuffle_epi8(_mm512_broadcast_i32x4(entries), x);
    }

    static Ints fourOf(const std::int8_t* x) { // in every lane
        std::int32_t four;
        __builtin_memcpy(&four, x, 4);
        return _mm512_set1_epi32(four);
    }
#ifdef PARALLAX_VNNI
    static Ints dot(Ints sum, Bytes codes, const std::int8_t* x) {
#ifdef __AVX512VNNI__
        // The instruction spreads the four bytes by itself, which GCC 12 does not know: by the intrinsic each
        // of them is a second instruction, and a tile issues a quarter more.
        asm("vpdpbusd %2%{1to16%}, %1, %0" : "+v"(sum) : "v"(codes), "m"(*reinterpret_cast<const Four*>(x)));
        return sum;
#else
        return _mm512_dpbusd_epi32(sum, codes, fourOf(x));
#endif
    }
#else
    static Ints dot(Ints sum, Bytes codes, const std::int8_t* x) {
        // Signed codes move their signs to the activations; AVX-512 has no instruction for that.
        const Ints turned =
            _mm512_mask_sub_epi8(fourOf(x), _mm512_movepi8_mask(codes), _mm512_setzero_si512(), fourOf(x));
        const Ints pairs = _mm512_maddubs_epi16(_mm512_abs_epi8(codes), turned);
        return _mm512_add_epi32(sum, _mm512_madd_epi16(pairs, _mm512_set1_epi16(1)));
    }
    static Ints pairs(Bytes codes, const std::int8_t* x) { return _mm512_maddubs_epi16(codes, fourOf(x)); }
    static Ints pairs(Ints sum, Bytes codes, const std::int8_t* x) {
        return _mm512_add_epi16(sum, pairs(codes, x));
    }
    static Ints widened(Ints sum, Ints pairs) {
        return _mm512_add_epi32(sum, _mm512_madd_epi16(pairs, _mm512_set1_epi16(1)));
    }
#endif

    struct Pairs {
        __m512i v;
    };
    static Pairs loadPairs(const std::uint8_t* from) { return {load(from)}; }
    static Ints twoOf(const std::int16_t* x) { // in every lane
        std::int32_t two;
        __builtin_memcpy(&two, x, 4);
        return _mm512_set1_epi32(two);
    }
    static Ints dot(Ints sum, Pairs weights, const std::int16_t* x) {
#if defined(PARALLAX_VNNI) && defined(__AVX512VNNI__)
        asm("vpdpwssd %2%{1to16%}, %1, %0"
            : "+v"(sum)
            : "v"(weights.v), "m"(*reinterpret_cast<const Two*>(x)));
        return sum;
#elif defined(PARALLAX_VNNI)
        return _mm512_dpwssd_epi32(sum, weights.v, twoOf(x));
#else
        return _mm512_add_epi32(sum, _mm512_madd_epi16(weights.v, twoOf(x)));
#endif
    }

    template <int Column, bool Signed>
    static Ints column(Bytes x) {
        const __m512i top = _mm512_slli_epi32(x, 24 - 8 * Column);
        return Signed ? _mm512_srai_epi32(top, 24) : _mm512_srli_epi32(top, 24);
    }
    static Ints ints(std::int32_t value) { return _mm512_set1_epi32(value); }
    template <int Bits>
    static Ints shifted(Ints x) {
        if constexpr (Bits < 0)
            return _mm512_srai_epi32(x, -Bits);
        else
            return _mm512_slli_epi32(x, Bits);
    }
    static Ints minus(Ints a, Ints b) { return _mm512_sub_epi32(a, b); }
    static std::int32_t sumOf(Ints x) {
        const __m256i half = _mm256_add_epi32(_mm512_castsi512_si256(x), _mm512_extracti64x4_epi64(x, 1));
        __m128i sum = _mm_add_epi32(_mm256_castsi256_si128(half), _mm256_extracti128_si256(half, 1));
        sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0x4E));
        return _mm_cvtsi128_si32(_mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0xB1)));
    }
    static Ints shortSigned(const std::uint8_t* from) {
        return _mm512_cvtepi8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
    }
    static Floats floats(Ints x) { return _mm512_cvtepi32_ps(x); }
    static Floats asFloats(Ints x) { return _mm512_castsi512_ps(x); }

    static Floats all(float value) { return _mm512_set1_ps(value); }
    static Floats loadFloats(const float* from) { return _mm512_loadu_ps(from); }
    static Floats loadHalves(const std::uint16_t* from) {
        return _mm512_cvtph_ps(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)));
    }
    static Floats loadBfloats(const std::uint16_t* from) {
        const __m256i bits = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
        return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(bits), 16));
    }
    static void store(float* to, Floats x) { _mm512_storeu_ps(to, x); }
    static void storeBytes(std::int8_t* to, Ints x) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm512_cvtsepi32_epi8(x));
    }
    static void storeShorts(std::int16_t* to, Ints x) {
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm512_cvtsepi32_epi16(x));
    }
    static Floats add(Floats a, Floats b) { return _mm512_add_ps(a, b); }
    static Floats sub(Floats a, Floats b) { return _mm512_sub_ps(a, b); }
    static Floats mul(Floats a, Floats b) { return _mm512_mul_ps(a, b); }
    static Floats div(Floats a, Floats b) { return _mm512_div_ps(a, b); }
    static Floats fma(Floats a, Floats b, Floats c) { return _mm512_fmadd_ps(a, b, c); }
    static Floats max(Floats a, Floats b) { return _mm512_max_ps(a, b); }
    static Floats min(Floats a, Floats b) { return _mm512_min_ps(a, b); }
    static Floats magnitude(Floats a) { return _mm512_abs_ps(a); }
    static float mostOf(Floats x) {
        const __m256 high = _mm256_castsi256_ps(_mm512_extracti64x4_epi64(_mm512_castps_si512(x), 1));
        const __m256 half = _mm256_max_ps(_mm512_castps512_ps256(x), high);
        __m128 most = _mm_max_ps(_mm256_castps256_ps128(half), _mm256_extractf128_ps(half, 1));
        most = _mm_max_ps(most, _mm_movehl_ps(most, most));
        return _mm_cvtss_f32(_mm_max_ss(most, _mm_shuffle_ps(most, most, 1)));
    }
    static Ints nearest(Floats x) { return _mm512_cvtps_epi32(x); }
    static Floats powerOfTwo(Ints n) {
        return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_add_epi32(n, _mm512_set1_epi32(127)), 23));
    }
    static Floats roundedToHalf(Floats x) {
        return _mm512_cvtph_ps(_mm512_cvtps_ph(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC));
    }
    static void storeHalves(std::uint16_t* to, Floats x) {
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to),
                            _mm512_cvtps_ph(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC));
    }
    // Not by the intrinsic: GCC takes a loop of prefetches for one that does nothing, and leaves it out.
    static void prefetch(const void* at) { asm volatile("prefetcht0 (%0)" : : "r"(at)); }
};

} // namespace
} // namespace parallax::inference::cpu
