// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/inference/half.h"

// The vocabulary of the kernels in plain C++. The other isa_*.h say the same in a processor's own words; the
// comments stand here alone.

namespace parallax::inference::cpu {
namespace {

struct Isa {
    static constexpr std::size_t lanes = 16;    // rows per vector
    static constexpr std::size_t tileRows = 4;  // rows of activations at once for many
    static constexpr std::size_t floatRows = 4; // and in more than 8 bits
    // How far ahead a single row asks for codes: of all kinds but 8 bits, or only where high bits lie behind
    // the others.
    static constexpr std::size_t codesAhead = 2048;
    static constexpr bool asksForAll = false;
    static constexpr bool unsignedDot = true; // whether 8-bit codes are taken as 0 to 255
    // Whether small codes' products are summed in 16 bits first, by pairs(), pairs() and widened().
    static constexpr bool sumsPairs = false;
    // Whether every sum starts at sumStart; else those alone whose start is loaded: it takes registers.
    static constexpr bool startsAll = true;

    struct Bytes {
        std::uint8_t v[64]; // four columns of each row
    };
    struct Ints {
        std::int32_t v[16];
    };
    struct Floats {
        float v[16];
    };
    static Bytes load(const std::uint8_t* from) {
        Bytes r;
        for (int i = 0; i < 64; ++i)
            r.v[i] = from[i];
        return r;
    }
    // ((x >> From) & Mask) << To in every byte, by one shift
    template <int From, int Mask, int To = 0>
    static Bytes bits(Bytes x) {
        for (auto& byte : x.v)
            byte = static_cast<std::uint8_t>(((byte >> From) & Mask) << To);
        return x;
    }
    static Bytes either(Bytes a, Bytes b) {
        for (int i = 0; i < 64; ++i)
            a.v[i] = static_cast<std::uint8_t>(a.v[i] | b.v[i]);
        return a;
    }
    static Bytes flipped(Bytes x) { // by 128
        for (auto& byte : x.v)
            byte = static_cast<std::uint8_t>(byte ^ 0x80);
        return x;
    }
    static Bytes table(const std::int8_t* table16, Bytes x) {
        for (auto& byte : x.v)
            byte = static_cast<std::uint8_t>(table16[byte & 15]);
        return x;
    }

    // The sum and, of each row, four codes (signed ones unless unsignedDot) times four activations.
    static Ints dot(Ints sum, Bytes codes, const std::int8_t* x) {
        for (int lane = 0; lane < 16; ++lane)
            for (int j = 0; j < 4; ++j)
                sum.v[lane] += codes.v[4 * lane + j] * x[j];
        return sum;
    }

    // Two columns of each row, in 15 bits; the sum and, of each row, those times two activations.
    struct Pairs {
        std::int16_t v[32];
    };
    static Pairs loadPairs(const std::uint8_t* from) {
        Pairs r;
        __builtin_memcpy(r.v, from, sizeof r.v);
        return r;
    }
    static Ints dot(Ints sum, Pairs weights, const std::int16_t* x) {
        for (int lane = 0; lane < 16; ++lane)
            for (int j = 0; j < 2; ++j)
                sum.v[lane] += weights.v[2 * lane + j] * x[j];
        return sum;
    }

    // Column Column of the four, as numbers; signed ones when Signed.
    template <int Column, bool Signed>
    static Ints column(Bytes x) {
        Ints r;
        for (int lane = 0; lane < 16; ++lane)
            r.v[lane] = Signed ? static_cast<std::int8_t>(x.v[4 * lane + Column]) : x.v[4 * lane + Column];
        return r;
    }
    static Ints ints(std::int32_t value) {
        Ints r;
        for (auto& lane : r.v)
            lane = value;
        return r;
    }
    template <int Bits> // up, or down below 0
    static Ints shifted(Ints x) {
        for (auto& lane : x.v)
            if constexpr (Bits < 0)
                lane >>= -Bits;
            else
                lane = static_cast<std::int32_t>(static_cast<std::uint32_t>(lane) << Bits);
        return x;
    }
    static Ints minus(Ints a, Ints b) {
        for (int i = 0; i < 16; ++i) // beyond an int it goes on from the other end
            a.v[i] = static_cast<std::int32_t>(static_cast<std::uint32_t>(a.v[i]) -
                                               static_cast<std::uint32_t>(b.v[i]));
        return a;
    }
    static std::int32_t sumOf(Ints x) { // of all lanes
        std::uint32_t sum = 0;
        for (const std::int32_t lane : x.v)
            sum += static_cast<std::uint32_t>(lane);
        return static_cast<std::int32_t>(sum);
    }
    static Ints shortSigned(const std::uint8_t* from) { // a byte per lane
        Ints r;
        for (int i = 0; i < 16; ++i)
            r.v[i] = (from[i] ^ 0x80) - 0x80;
        return r;
    }
    static Floats floats(Ints x) {
        Floats r;
        for (int i = 0; i < 16; ++i)
            r.v[i] = static_cast<float>(x.v[i]);
        return r;
    }
    static Floats asFloats(Ints x) { // the same bits
        Floats r;
        __builtin_memcpy(r.v, x.v, sizeof r.v);
        return r;
    }

    static Floats all(float value) {
        Floats r;
        for (auto& lane : r.v)
            lane = value;
        return r;
    }
    static Floats loadFloats(const float* from) {
        Floats r;
        for (int i = 0; i < 16; ++i)
            r.v[i] = from[i];
        return r;
    }
    static Floats loadHalves(const std::uint16_t* from) {
        Floats r;
        for (int i = 0; i < 16; ++i)
            r.v[i] = fromHalf(from[i]);
        return r;
    }
    static Floats loadBfloats(const std::uint16_t* from) {
        Floats r;
        for (int i = 0; i < 16; ++i)
            r.v[i] = fromBfloat(from[i]);
        return r;
    }
    static void store(float* to, Floats x) {
        for (int i = 0; i < 16; ++i)
            to[i] = x.v[i];
    }
    static void storeBytes(std::int8_t* to, Ints x) {
        for (int i = 0; i < 16; ++i)
            to[i] = static_cast<std::int8_t>(x.v[i] < -128 ? -128 : x.v[i] > 127 ? 127 : x.v[i]);
    }
    static void storeShorts(std::int16_t* to, Ints x) {
        for (int i = 0; i < 16; ++i)
            to[i] = static_cast<std::int16_t>(x.v[i] < INT16_MIN   ? INT16_MIN
                                              : x.v[i] > INT16_MAX ? INT16_MAX
                                                                   : x.v[i]);
    }
    static Floats add(Floats a, Floats b) {
        for (int i = 0; i < 16; ++i)
            a.v[i] += b.v[i];
        return a;
    }
    static Floats sub(Floats a, Floats b) {
        for (int i = 0; i < 16; ++i)
            a.v[i] -= b.v[i];
        return a;
    }
    static Floats mul(Floats a, Floats b) {
        for (int i = 0; i < 16; ++i)
            a.v[i] *= b.v[i];
        return a;
    }
    static Floats div(Floats a, Floats b) {
        for (int i = 0; i < 16; ++i)
            a.v[i] /= b.v[i];
        return a;
    }
    static Floats fma(Floats a, Floats b, Floats c) { // a * b + c, rounded once
        for (int i = 0; i < 16; ++i)
            c.v[i] = __builtin_fmaf(a.v[i], b.v[i], c.v[i]);
        return c;
    }
    static Floats max(Floats a, Floats b) { // b where a is not a number, as the processors do
        for (int i = 0; i < 16; ++i)
            a.v[i] = a.v[i] > b.v[i] ? a.v[i] : b.v[i];
        return a;
    }
    static Floats min(Floats a, Floats b) {
        for (int i = 0; i < 16; ++i)
            a.v[i] = a.v[i] < b.v[i] ? a.v[i] : b.v[i];
        return a;
    }
    static Floats magnitude(Floats a) {
        for (auto& lane : a.v)
            lane = __builtin_fabsf(lane);
        return a;
    }
    static float mostOf(Floats x) { // of all lanes, none of them NaN
        float most = x.v[0];
        for (const float lane : x.v)
            most = most > lane ? most : lane;
        return most;
    }
    static Ints nearest(Floats x) { // ties to even; what no int can hold becomes the least one
        Ints r;
        for (int i = 0; i < 16; ++i)
            r.v[i] = x.v[i] > -0x1p31F && x.v[i] < 0x1p31F
                         ? static_cast<std::int32_t>(__builtin_rintf(x.v[i]))
                         : INT32_MIN;
        return r;
    }
    static Floats powerOfTwo(Ints n) { // 2^n for -126 to 127
        Floats r;
        for (int i = 0; i < 16; ++i)
            r.v[i] = floatOf(static_cast<std::uint32_t>(n.v[i] + 127) << 23);
        return r;
    }
    static Floats roundedToHalf(Floats x) {
        for (auto& lane : x.v)
            lane = fromHalf(toHalf(lane));
        return x;
    }
    static void storeHalves(std::uint16_t* to, Floats x) {
        for (int i = 0; i < 16; ++i)
            to[i] = toHalf(x.v[i]);
    }
    static void prefetch(const void*) {}
};

} // namespace
} // namespace parallax::inference::cpu
