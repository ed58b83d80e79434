// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace parallax::inference {

// IEEE half and bfloat16 as their 16 bits. Static, and without the standard library's templates: a file
// compiled for newer processors must not lend its copy of a function to the rest of the program. constexpr
// also lets a card call them.

static constexpr float floatOf(std::uint32_t bits) {
    return __builtin_bit_cast(float, bits);
}
static constexpr std::uint32_t bitsOf(float value) {
    return __builtin_bit_cast(std::uint32_t, value);
}

static constexpr float fromHalf(std::uint16_t half) {
    const std::uint32_t sign = (half & 0x8000U) << 16;
    const std::uint32_t rest = half & 0x7FFFU;
    if (rest >= 0x7C00U) // infinity, or not a number
        return floatOf(sign | 0x7F800000U | ((rest & 0x3FFU) << 13));
    if (rest < 0x400U) // subnormal: the fraction times 2^-24, exact in a float
        return floatOf(bitsOf(static_cast<float>(rest) * 0x1p-24F) | sign);
    return floatOf(sign | ((rest << 13) + (112U << 23)));
}

// Rounds to nearest, ties to even, as the processor's own instruction does.
static constexpr std::uint16_t toHalf(float value) {
    const std::uint32_t bits = bitsOf(value);
    const std::uint32_t sign = (bits >> 16) & 0x8000U;
    const std::uint32_t rest = bits & 0x7FFFFFFFU;
    if (rest > 0x7F800000U)
        return static_cast<std::uint16_t>(sign | 0x7E00U | ((rest >> 13) & 0x3FFU));
    if (rest >= 0x477FF000U) // 65,520 and more
        return static_cast<std::uint16_t>(sign | 0x7C00U);
    if (rest < 0x38800000U) { // below 2^-14: let the float adder round to multiples of 2^-24
        const float shifted = floatOf(rest) + 0.5F;
        return static_cast<std::uint16_t>(sign | (bitsOf(shifted) - 0x3F000000U));
    }
    const std::uint32_t rounded = rest + 0xFFFU + ((rest >> 13) & 1U) - (112U << 23);
    return static_cast<std::uint16_t>(sign | (rounded >> 13));
}

static constexpr float fromBfloat(std::uint16_t bfloat) {
    return floatOf(static_cast<std::uint32_t>(bfloat) << 16);
}

static constexpr std::uint16_t toBfloat(float value) {
    const std::uint32_t bits = bitsOf(value);
    if ((bits & 0x7FFFFFFFU) > 0x7F800000U)
        return static_cast<std::uint16_t>((bits >> 16) | 0x40U);
    return static_cast<std::uint16_t>((bits + 0x7FFFU + ((bits >> 16) & 1U)) >> 16);
}

} // namespace parallax::inference
