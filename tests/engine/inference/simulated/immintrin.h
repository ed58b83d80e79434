// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Stands in for the compiler's own header: the same functions from SIMDe, in plain C. So kernels for
// processors that a machine is not can be run on it. What SIMDe 0.7.4 lacks, and what it rounds otherwise
// than a processor, follows below.

#define SIMDE_NO_NATIVE
#define SIMDE_ENABLE_NATIVE_ALIASES
#include <simde/x86/avx512.h>
#include <simde/x86/f16c.h>
#include <simde/x86/fma.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "engine/inference/half.h"

namespace simulated {

// Calls each(i) and keeps what it gives as number i of a vector.
template <class Vector, class Number, class Each>
Vector made(Each each) {
    Number numbers[sizeof(Vector) / sizeof(Number)];
    for (std::size_t i = 0; i < sizeof(Vector) / sizeof(Number); ++i)
        numbers[i] = each(i);
    Vector vector;
    std::memcpy(&vector, numbers, sizeof vector);
    return vector;
}
// Number `i` of a vector.
template <class Number, class Vector>
Number at(const Vector& vector, std::size_t i) {
    Number number;
    std::memcpy(&number, reinterpret_cast<const char*>(&vector) + i * sizeof number, sizeof number);
    return number;
}

template <class Vector> // rounded once
Vector fma(Vector a, Vector b, Vector c) {
    return made<Vector, float>(
        [&](std::size_t i) { return __builtin_fmaf(at<float>(a, i), at<float>(b, i), at<float>(c, i)); });
}
template <class Vector, class Halves>
Vector fromHalves(Halves halves) {
    return made<Vector, float>(
        [&](std::size_t i) { return parallax::inference::fromHalf(at<std::uint16_t>(halves, i)); });
}
template <class Halves, class Vector>
Halves toHalves(Vector x) {
    return made<Halves, std::uint16_t>(
        [&](std::size_t i) { return parallax::inference::toHalf(at<float>(x, i)); });
}
template <class Ints, class Floats> // ties to even; what no int can hold becomes the least one
Ints nearest(Floats x) {
    return made<Ints, std::int32_t>([&](std::size_t i) {
        const float one = at<float>(x, i);
        return one > -0x1p31F && one < 0x1p31F ? static_cast<std::int32_t>(__builtin_rintf(one)) : INT32_MIN;
    });
}
template <class To, class From, class Wide, class Narrow>
Wide widened(Narrow x) {
    return made<Wide, To>([&](std::size_t i) { return static_cast<To>(at<From>(x, i)); });
}
template <class Vector>
Vector shiftedRight(Vector x, int by) { // with copies of the sign
    return made<Vector, std::int32_t>([&](std::size_t i) { return at<std::int32_t>(x, i) >> by; });
}

} // namespace simulated

#undef _mm256_fmadd_ps
#undef _mm512_fmadd_ps
#define _mm256_fmadd_ps(a, b, c) simulated::fma<__m256>(a, b, c)
#define _mm512_fmadd_ps(a, b, c) simulated::fma<__m512>(a, b, c)
#undef _mm256_cvtph_ps
#undef _mm256_cvtps_ph
#undef _mm512_cvtph_ps
#undef _mm512_cvtps_ph
#define _mm256_cvtph_ps(x) simulated::fromHalves<__m256>(x)
#define _mm256_cvtps_ph(x, rounding) simulated::toHalves<__m128i>(x)
#define _mm512_cvtph_ps(x) simulated::fromHalves<__m512>(x)
#define _mm512_cvtps_ph(x, rounding) simulated::toHalves<__m256i>(x)
#undef _mm256_cvtps_epi32
#undef _mm512_cvtps_epi32
#define _mm256_cvtps_epi32(x) simulated::nearest<__m256i>(x)
#define _mm512_cvtps_epi32(x) simulated::nearest<__m512i>(x)
#define _mm512_cvtepu16_epi32(x) simulated::widened<std::int32_t, std::uint16_t, __m512i>(x)
#define _mm512_cvtepi8_epi32(x) simulated::widened<std::int32_t, std::int8_t, __m512i>(x)
#define _mm512_cvtepi32_ps(x) simulated::widened<float, std::int32_t, __m512>(x)
#define _mm512_srai_epi32(x, by) simulated::shiftedRight(x, by)
// AVX-VNNI has AVX-512's instructions in another encoding.
#define _mm256_dpbusd_avx_epi32(sum, a, b) simde_mm256_dpbusd_epi32(sum, a, b)
#define _mm256_dpwssd_avx_epi32(sum, a, b) simde_mm256_dpwssd_epi32(sum, a, b)
#undef _mm512_madd_epi16 // SIMDe's name has the parameters of the masked one
#define _mm512_madd_epi16(a, b) simde_mm512_madd_epi16(a, b)
