// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

// isa_plain.h in AVX2, FMA and F16C; with PARALLAX_VNNI the dot products of AVX-VNNI.

namespace parallax::inference::cpu {
namespace {

struct Isa {
    static constexpr std::size_t lanes = 8;
    static constexpr std::size_t tileRows = 6;
    static constexpr std::size_t floatRows = 6;
    // Measured on Zen 3, docs/engine-notes.md.
    static constexpr std::size_t codesAhead = 704;
    static constexpr bool asksForAll = true;
    static constexpr bool startsAll = false;
#ifdef PARALLAX_VNNI
    static constexpr bool unsignedDot = true;
    static constexpr bool sumsPairs = false;
#else
    static constexpr bool unsignedDot = false;
    static constexpr bool sumsPairs = true;
#endif

    using Bytes = __m256i;
    using Ints = __m256i;
    using Floats = __m256;
    static Bytes load(const std::uint8_t* from) {
        return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
    }
    template <int From, int Mask, int To = 0>
    static Bytes bits(Bytes x) {
        if constexpr (From > To)
            x = _mm256_srli_epi16(x, From - To);
        else if constexpr (To > From)
            x = _mm256_slli_epi16(x, To - From);
        return _mm256_and_si256(x, _mm256_set1_epi8(static_cast<char>(Mask << To)));
    }
    static Bytes either(Bytes a, Bytes b) { return _mm256_or_si256(a, b); }
    static Bytes flipped(Bytes x) { return _mm256_xor_si256(x, _mm256_set1_epi8(static_cast<char>(0x80))); }
    static Bytes table(const std::int8_t* table16, Bytes x) {
        const __m128i entries = _mm_loadu_si128(reinterpret_cast<const __m128i*>(table16));
        return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(entries), x);
    }

    static Ints fourOf(const std::int8_t* x) { // in every lane
        std::int32_t four;
        __builtin_memcpy(&four, x, 4);
        return _mm256_set1_epi32(four);
    }
#ifdef PARALLAX_VNNI
    static Ints dot(Ints sum, Bytes codes, const std::int8_t* x) {
        return _mm256_dpbusd_avx_epi32(sum, codes, fourOf(x));
    }
#else
    static Ints dot(Ints sum, Bytes codes, const std::int8_t* x) {
        // Signed codes move their signs to the activations.
        const Ints pairs = _mm256_maddubs_epi16(_mm256_abs_epi8(codes), _mm256_sign_epi8(fourOf(x), codes));
        return _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
    }
    static Ints pairs(Bytes codes, const std::int8_t* x) { return _mm256_maddubs_epi16(codes, fourOf(x)); }
    static Ints pairs(Ints sum, Bytes codes, const std::int8_t* x) {
        return _mm256_add_epi16(sum, pairs(codes, x));
    }
    static Ints widened(Ints sum, Ints pairs) {
        return _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
    }
#endif

    struct Pairs {
        __m256i v;
    };
    static Pairs loadPairs(const std::uint8_t* from) { return {load(from)}; }
    static Ints twoOf(const std::int16_t* x) { // in every lane
        std::int32_t two;
        __builtin_memcpy(&two, x, 4);
        return _mm256_set1_epi32(two);
    }
    static Ints dot(Ints sum, Pairs weights, const std::int16_t* x) {
#ifdef PARALLAX_VNNI
        return _mm256_dpwssd_avx_epi32(sum, weights.v, twoOf(x));
#else
        return _mm256_add_epi32(sum, _mm256_madd_epi16(weights.v, twoOf(x)));
#endif
    }

    template <int Column, bool Signed>
    static Ints column(Bytes x) {
        const __m256i top = _mm256_slli_epi32(x, 24 - 8 * Column);
        return Signed ? _mm256_srai_epi32(top, 24) : _mm256_srli_epi32(top, 24);
    }
    static Ints ints(std::int32_t value) { return _mm256_set1_epi32(value); }
    template <int Bits>
    static Ints shifted(Ints x) {
        if constexpr (Bits < 0)
            return _mm256_srai_epi32(x, -Bits);
        else
            return _mm256_slli_epi32(x, Bits);
    }
    static Ints minus(Ints a, Ints b) { return _mm256_sub_epi32(a, b); }
    static std::int32_t sumOf(Ints x) {
        __m128i sum = _mm_add_epi32(_mm256_castsi256_si128(x), _mm256_extracti128_si256(x, 1));
        sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0x4E));
        return _mm_cvtsi128_si32(_mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0xB1)));
    }
    static Ints shortSigned(const std::uint8_t* from) {
        return _mm256_cvtepi8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(from)));
    }
    static Floats floats(Ints x) { return _mm256_cvtepi32_ps(x); }
    static Floats asFloats(Ints x) { return _mm256_castsi256_ps(x); }

    static Floats all(float value) { return _mm256_set1_ps(value); }
    static Floats loadFloats(const float* from) { return _mm256_loadu_ps(from); }
    static Floats loadHalves(const std::uint16_t* from) {
        return _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
    }
    static Floats loadBfloats(const std::uint16_t* from) {
        const __m128i bits = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
        return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(bits), 16));
    }
    static void store(float* to, Floats x) { _mm256_storeu_ps(to, x); }
    static void storeBytes(std::int8_t* to, Ints x) {
        const __m128i words = _mm_packs_epi32(_mm256_castsi256_si128(x), _mm256_extracti128_si256(x, 1));
        _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_packs_epi16(words, words));
    }
    static void storeShorts(std::int16_t* to, Ints x) {
        const __m128i words = _mm_packs_epi32(_mm256_castsi256_si128(x), _mm256_extracti128_si256(x, 1));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), words);
    }
    static Floats add(Floats a, Floats b) { return _mm256_add_ps(a, b); }
    static Floats sub(Floats a, Floats b) { return _mm256_sub_ps(a, b); }
    static Floats mul(Floats a, Floats b) { return _mm256_mul_ps(a, b); }
    static Floats div(Floats a, Floats b) { return _mm256_div_ps(a, b); }
    static Floats fma(Floats a, Floats b, Floats c) { return _mm256_fmadd_ps(a, b, c); }
    static Floats max(Floats a, Floats b) { return _mm256_max_ps(a, b); }
    static Floats min(Floats a, Floats b) { return _mm256_min_ps(a, b); }
    static Floats magnitude(Floats a) { return _mm256_andnot_ps(_mm256_set1_ps(-0.0F), a); }
    static float mostOf(Floats x) {
        __m128 most = _mm_max_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
        most = _mm_max_ps(most, _mm_movehl_ps(most, most));
        return _mm_cvtss_f32(_mm_max_ss(most, _mm_shuffle_ps(most, most, 1)));
    }
    static Ints nearest(Floats x) { return _mm256_cvtps_epi32(x); }
    static Floats powerOfTwo(Ints n) {
        return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_add_epi32(n, _mm256_set1_epi32(127)), 23));
    }
    static Floats roundedToHalf(Floats x) {
        return _mm256_cvtph_ps(_mm256_cvtps_ph(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC));
    }
    static void storeHalves(std::uint16_t* to, Floats x) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to),
                         _mm256_cvtps_ph(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC));
    }
    // Not by the intrinsic: GCC takes a loop of prefetches for one that does nothing, and leaves it out.
    static void prefetch(const void* at) { asm volatile("prefetcht0 (%0)" : : "r"(at)); }
};

} // namespace
} // namespace parallax::inference::cpu
