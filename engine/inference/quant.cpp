// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/quant.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "engine/inference/half.h"

// Layouts: ../shared/design/gguf.md §2, after the public headers of llama.cpp.

namespace parallax::inference {
namespace {

constexpr std::array<FormatInfo, 15> formats{{{Format::F32, "F32", 1, 4},
                                              {Format::F16, "F16", 1, 2},
                                              {Format::Q4_0, "Q4_0", 32, 18},
                                              {Format::Q4_1, "Q4_1", 32, 20},
                                              {Format::Q5_0, "Q5_0", 32, 22},
                                              {Format::Q5_1, "Q5_1", 32, 24},
                                              {Format::Q8_0, "Q8_0", 32, 34},
                                              {Format::Q2_K, "Q2_K", 256, 84},
                                              {Format::Q3_K, "Q3_K", 256, 110},
                                              {Format::Q4_K, "Q4_K", 256, 144},
                                              {Format::Q5_K, "Q5_K", 256, 176},
                                              {Format::Q6_K, "Q6_K", 256, 210},
                                              {Format::IQ4_NL, "IQ4_NL", 32, 18},
                                              {Format::IQ4_XS, "IQ4_XS", 256, 136},
                                              {Format::BF16, "BF16", 1, 2}}};

// Names of what the file may hold and this program cannot run, by number.
constexpr struct {
    std::uint32_t number;
    const char* name;
} otherFormats[] = {{9, "Q8_1"},   {15, "Q8_K"},  {16, "IQ2_XXS"}, {17, "IQ2_XS"}, {18, "IQ3_XXS"},
                    {19, "IQ1_S"}, {21, "IQ3_S"}, {22, "IQ2_S"},   {24, "I8"},     {25, "I16"},
                    {26, "I32"},   {27, "I64"},   {28, "F64"},     {29, "IQ1_M"},  {34, "TQ1_0"},
                    {35, "TQ2_0"}, {39, "MXFP4"}, {40, "NVFP4"},   {41, "Q1_0"},   {42, "Q2_0"}};

using Bytes = const std::uint8_t*;

std::uint16_t halfAt(Bytes at) {
    return static_cast<std::uint16_t>(at[0] | (at[1] << 8));
}

// 32 nibbles: byte j holds number j below and number j + 16 above.
void nibbles32(Bytes bytes, std::uint8_t* q) {
    for (int j = 0; j < 16; ++j) {
        q[j] = bytes[j] & 15;
        q[j + 16] = bytes[j] >> 4;
    }
}

// Bit j of the four bytes is bit 4 of number j.
void fifthBits(Bytes bytes, std::uint8_t* q) {
    for (int j = 0; j < 32; ++j)
        q[j] = static_cast<std::uint8_t>(q[j] | (((bytes[j / 8] >> (j % 8)) & 1) << 4));
}

bool hasSum(Format format) { // d * q + m
    return format == Format::Q4_1 || format == Format::Q5_1;
}

void legacyScales(Format format, Bytes b, Codes& c) {
    const bool sum = hasSum(format);
    c.d = halfAt(b);
    c.dmin = sum ? halfAt(b + 2) ^ 0x8000U : 0;
    std::fill_n(c.scale, 2, std::int8_t{1});
    std::fill_n(c.minimum, 2, std::uint8_t{sum});
}

void legacyCodes(Format format, Bytes b, Codes& c) {
    b += hasSum(format) ? 4 : 2;
    if (format == Format::Q8_0) {
        for (int j = 0; j < 32; ++j)
            c.q[j] = b[j] ^ 0x80U; // -128 to 127 becomes 0 to 255
        return;
    }
    const bool five = format == Format::Q5_0 || format == Format::Q5_1;
    nibbles32(b + (five ? 4 : 0), c.q);
    if (five)
        fifthBits(b, c.q);
}

// Two halves of 128; for each pair of bits in turn 32 numbers, one from each of the half's 32 bytes.
void pairsOfBits(Bytes bytes, std::uint8_t* q) {
    for (int part = 0; part < 8; ++part) // plain loops of 32 become a few instructions
        for (int i = 0; i < 32; ++i)
            q[32 * part + i] = (bytes[part / 4 * 32 + i] >> (part % 4 * 2)) & 3;
}

void q2Scales(Bytes b, Codes& c) {
    for (int g = 0; g < 16; ++g) {
        c.scale[g] = static_cast<std::int8_t>(b[g] & 15);
        c.minimum[g] = b[g] >> 4;
    }
    c.d = halfAt(b + 80);
    c.dmin = halfAt(b + 82);
}

void q3Scales(Bytes b, Codes& c) {
    const Bytes scales = b + 96;
    for (int g = 0; g < 16; ++g) {
        const int low = g < 8 ? scales[g] & 15 : scales[g - 8] >> 4;
        const int high = (scales[8 + g % 4] >> (2 * (g / 4))) & 3;
        c.scale[g] = static_cast<std::int8_t>((low | (high << 4)) - 32);
        c.minimum[g] = 0;
    }
    c.d = halfAt(b + 108);
    c.dmin = 0;
}

void q3Codes(Bytes b, Codes& c) {
    pairsOfBits(b + 32, c.q);
    for (int part = 0; part < 8; ++part)
        for (int i = 0; i < 32; ++i)
            c.q[32 * part + i] = static_cast<std::uint8_t>(c.q[32 * part + i] | (((b[i] >> part) & 1) << 2));
}

void q45Scales(Bytes b, Codes& c) {
    c.d = halfAt(b);
    c.dmin = halfAt(b + 2);
    const Bytes s = b + 4; // twelve bytes: eight scales and eight minima of six bits
    for (int j = 0; j < 8; ++j) {
        const int scale = j < 4 ? s[j] & 63 : (s[j + 4] & 15) | ((s[j - 4] >> 6) << 4);
        const int minimum = j < 4 ? s[j + 4] & 63 : (s[j + 4] >> 4) | ((s[j] >> 6) << 4);
        c.scale[2 * j] = c.scale[2 * j + 1] = static_cast<std::int8_t>(scale);
        c.minimum[2 * j] = c.minimum[2 * j + 1] = static_cast<std::uint8_t>(minimum);
    }
}

void q45Codes(bool five, Bytes b, Codes& c) {
    const Bytes low = b + (five ? 48 : 16);
    for (int part = 0; part < 8; ++part)
        for (int i = 0; i < 32; ++i)
            c.q[32 * part + i] = (low[part / 2 * 32 + i] >> (part % 2 * 4)) & 15;
    if (five)
        for (int part = 0; part < 8; ++part)
            for (int i = 0; i < 32; ++i)
                c.q[32 * part + i] =
                    static_cast<std::uint8_t>(c.q[32 * part + i] | (((b[16 + i] >> part) & 1) << 4));
}

void q6Codes(Bytes b, Codes& c) {
    for (int part = 0; part < 8; ++part) {
        const Bytes lows = b + part / 4 * 64 + part % 2 * 32;
        const Bytes highs = b + 128 + part / 4 * 32;
        for (int i = 0; i < 32; ++i) {
            const int low = (lows[i] >> (part % 4 / 2 * 4)) & 15;
            const int high = (highs[i] >> (2 * (part % 4))) & 3;
            c.q[32 * part + i] = static_cast<std::uint8_t>(low | (high << 4));
        }
    }
}

void q6Scales(Bytes b, Codes& c) {
    for (int g = 0; g < 16; ++g) {
        c.scale[g] = static_cast<std::int8_t>(b[192 + g]);
        c.minimum[g] = 0;
    }
    c.d = halfAt(b + 208);
    c.dmin = 0;
}

void iq4xsScales(Bytes b, Codes& c) {
    c.d = halfAt(b);
    c.dmin = 0;
    const unsigned high = halfAt(b + 2);
    for (int j = 0; j < 8; ++j) {
        const unsigned scale = ((b[4 + j / 2] >> (4 * (j % 2))) & 15U) | (((high >> (2 * j)) & 3U) << 4);
        c.scale[2 * j] = c.scale[2 * j + 1] = static_cast<std::int8_t>(static_cast<int>(scale) - 32);
        c.minimum[2 * j] = c.minimum[2 * j + 1] = 0;
    }
}

// Whether none of the numbers side by side has all bits of its exponent: one more would carry into the sign.
template <class Number>
bool noneOf(Number exponent, Bytes bytes, std::size_t count) {
    const auto one = static_cast<Number>(exponent & -exponent);
    const auto sign = static_cast<Number>(exponent + one);
    Number carried = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Number number;
        std::memcpy(&number, bytes + sizeof number * i, sizeof number);
        carried |= static_cast<Number>((number & exponent) + one);
    }
    return (carried & sign) == 0;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

const std::int8_t nonlinear4[16] = {-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113};

const FormatInfo& formatInfo(Format format) {
    return *std::find_if(formats.begin(), formats.end(),
                         [&](const FormatInfo& info) { return info.format == format; });
}

std::optional<Format> formatFromNumber(std::uint32_t number) {
    for (const auto& info : formats)
        if (static_cast<std::uint32_t>(info.format) == number)
            return info.format;
    return std::nullopt;
}

std::optional<Format> formatFromName(std::string_view name) {
    for (const auto& info : formats)
        if (std::ranges::equal(name, std::string_view(info.name), {}, lower, lower))
            return info.format;
    return std::nullopt;
}

std::string_view formatNumberName(std::uint32_t number) {
    if (const auto format = formatFromNumber(number))
        return formatInfo(*format).name;
    for (const auto& other : otherFormats)
        if (other.number == number)
            return other.name;
    return {};
}

std::size_t formatBytes(Format format, std::size_t numbers) {
    const FormatInfo& info = formatInfo(format);
    return numbers / info.blockNumbers * info.blockBytes;
}

int codeOffset(Format format) {
    switch (format) {
    case Format::Q4_0:
        return 8;
    case Format::Q5_0:
        return 16;
    case Format::Q8_0:
        return 128;
    case Format::Q3_K:
        return 4;
    case Format::Q6_K:
        return 32;
    default:
        return 0;
    }
}

void scalesOf(Format format, const std::byte* block, Codes& codes) {
    const auto* bytes = reinterpret_cast<Bytes>(block);
    switch (format) {
    case Format::Q2_K:
        return q2Scales(bytes, codes);
    case Format::Q3_K:
        return q3Scales(bytes, codes);
    case Format::Q4_K:
    case Format::Q5_K:
        return q45Scales(bytes, codes);
    case Format::Q6_K:
        return q6Scales(bytes, codes);
    case Format::IQ4_XS:
        return iq4xsScales(bytes, codes);
    default:
        return legacyScales(format, bytes, codes);
    }
}

void codesOf(Format format, const std::byte* block, Codes& codes) {
    scalesOf(format, block, codes);
    const auto* bytes = reinterpret_cast<Bytes>(block);
    switch (format) {
    case Format::Q2_K:
        return pairsOfBits(bytes + 16, codes.q);
    case Format::Q3_K:
        return q3Codes(bytes, codes);
    case Format::Q4_K:
    case Format::Q5_K:
        return q45Codes(format == Format::Q5_K, bytes, codes);
    case Format::Q6_K:
        return q6Codes(bytes, codes);
    case Format::IQ4_XS:
        for (int j = 0; j < 8; ++j)
            nibbles32(bytes + 8 + 16 * j, codes.q + 32 * j);
        return;
    default:
        return legacyCodes(format, bytes, codes);
    }
}

void decode(Format format, const std::byte* blocks, std::size_t count, float* numbers) {
    const auto* bytes = reinterpret_cast<Bytes>(blocks);
    if (format == Format::F32) {
        std::memcpy(numbers, blocks, count * sizeof(float));
        return;
    }
    if (format == Format::F16 || format == Format::BF16) {
        for (std::size_t i = 0; i < count; ++i)
            numbers[i] =
                format == Format::F16 ? fromHalf(halfAt(bytes + 2 * i)) : fromBfloat(halfAt(bytes + 2 * i));
        return;
    }
    const FormatInfo& info = formatInfo(format);
    const bool nonlinear = format == Format::IQ4_NL || format == Format::IQ4_XS;
    const int offset = codeOffset(format);
    Codes codes;
    for (std::size_t b = 0; b < count; ++b) {
        codesOf(format, blocks + b * info.blockBytes, codes);
        const float d = fromHalf(codes.d);
        const float dmin = fromHalf(codes.dmin);
        for (std::size_t i = 0; i < info.blockNumbers; ++i) {
            const int q = nonlinear ? nonlinear4[codes.q[i]] : codes.q[i] - offset;
            const std::size_t part = i / 16;
            const float scale = d * static_cast<float>(codes.scale[part]);
            const float minimum = dmin * static_cast<float>(codes.minimum[part]);
            *numbers++ = scale * static_cast<float>(q) - minimum;
        }
    }
}

bool allFinite(Format format, const std::byte* blocks, std::size_t count) {
    const auto* bytes = reinterpret_cast<Bytes>(blocks);
    const auto none = [&](std::uint16_t exponent, std::size_t at, std::size_t stride) {
        bool found = false;
        for (std::size_t i = 0; i < count; ++i) {
            std::uint16_t number;
            std::memcpy(&number, bytes + at + stride * i, sizeof number);
            found |= (number & exponent) == exponent;
        }
        return !found;
    };
    constexpr std::uint16_t half = 0x7C00;
    const std::size_t stride = formatInfo(format).blockBytes;
    switch (format) {
    case Format::F32:
        return noneOf(std::uint32_t{0x7F800000}, bytes, count);
    case Format::F16:
        return noneOf(half, bytes, count);
    case Format::BF16:
        return noneOf(std::uint16_t{0x7F80}, bytes, count);
    case Format::Q4_1:
    case Format::Q5_1:
    case Format::Q4_K:
    case Format::Q5_K:
        return none(half, 0, stride) && none(half, 2, stride);
    case Format::Q2_K:
        return none(half, stride - 4, stride) && none(half, stride - 2, stride);
    case Format::Q3_K:
    case Format::Q6_K:
        return none(half, stride - 2, stride);
    default:
        return none(half, 0, stride);
    }
}

} // namespace parallax::inference
