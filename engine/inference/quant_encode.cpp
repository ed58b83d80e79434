// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstring>

#include "engine/inference/half.h"
#include "engine/inference/quant.h"

// Simple encoders: the scale is the largest value's, without a search for a better one. For tests and made-up
// models, where it is the format that matters.

namespace parallax::inference {
namespace {

void putHalf(std::uint8_t* at, float value) {
    const std::uint16_t half = toHalf(value);
    at[0] = static_cast<std::uint8_t>(half);
    at[1] = static_cast<std::uint8_t>(half >> 8);
}

float largest(const float* x, int count) {
    float most = 0;
    for (int i = 0; i < count; ++i)
        most = std::max(most, std::fabs(x[i]));
    return most;
}

int nearest(float value, int low, int high) {
    return std::clamp(static_cast<int>(std::nearbyint(value)), low, high);
}

float inverse(float value) {
    return value == 0 ? 0 : 1 / value;
}

void encodeQ8_0(const float* x, std::uint8_t* out) {
    const float scale = largest(x, 32) / 127;
    putHalf(out, scale);
    for (int j = 0; j < 32; ++j)
        out[2 + j] = static_cast<std::uint8_t>(nearest(x[j] * inverse(scale), -127, 127));
}

void encodeQ45_0(bool five, const float* x, std::uint8_t* out) {
    const int half = five ? 16 : 8;
    const float scale = largest(x, 32) / static_cast<float>(half - 1);
    putHalf(out, scale);
    std::uint8_t* nibbles = out + (five ? 6 : 2);
    std::memset(out + 2, 0, five ? 20 : 16);
    for (int j = 0; j < 32; ++j) {
        const int q = nearest(x[j] * inverse(scale), -half, half - 1) + half;
        nibbles[j % 16] = static_cast<std::uint8_t>(nibbles[j % 16] | ((q & 15) << (j / 16 * 4)));
        if (five)
            out[2 + j / 8] = static_cast<std::uint8_t>(out[2 + j / 8] | ((q >> 4) << (j % 8)));
    }
}

void encodeQ4_K(const float* x, std::uint8_t* out) {
    float scales[8];
    float minima[8];
    for (int j = 0; j < 8; ++j) {
        const auto [low, high] = std::minmax_element(x + 32 * j, x + 32 * j + 32);
        minima[j] = std::max(0.0F, -*low);
        scales[j] = (std::max(*high, 0.0F) + minima[j]) / 15;
    }
    const float d = largest(scales, 8) / 63;
    const float dmin = largest(minima, 8) / 63;
    putHalf(out, d);
    putHalf(out + 2, dmin);
    std::memset(out + 4, 0, 140);
    for (int j = 0; j < 8; ++j) {
        const int scale = nearest(scales[j] * inverse(d), 0, 63);
        const int minimum = nearest(minima[j] * inverse(dmin), 0, 63);
        std::uint8_t* s = out + 4;
        if (j < 4) {
            s[j] = static_cast<std::uint8_t>(s[j] | scale);
            s[j + 4] = static_cast<std::uint8_t>(s[j + 4] | minimum);
        } else {
            s[j + 4] = static_cast<std::uint8_t>((scale & 15) | ((minimum & 15) << 4));
            s[j - 4] = static_cast<std::uint8_t>(s[j - 4] | ((scale >> 4) << 6));
            s[j] = static_cast<std::uint8_t>(s[j] | ((minimum >> 4) << 6));
        }
        const float step = d * static_cast<float>(scale);
        for (int i = 0; i < 32; ++i) {
            const float shifted = x[32 * j + i] + dmin * static_cast<float>(minimum);
            const int q = nearest(shifted * inverse(step), 0, 15);
            std::uint8_t& byte = out[16 + j / 2 * 32 + i];
            byte = static_cast<std::uint8_t>(byte | (q << (j % 2 * 4)));
        }
    }
}

void encodeQ6_K(const float* x, std::uint8_t* out) {
    float scales[16];
    for (int g = 0; g < 16; ++g)
        scales[g] = largest(x + 16 * g, 16) / 31;
    const float d = largest(scales, 16) / 127;
    std::memset(out, 0, 210);
    putHalf(out + 208, d);
    for (int i = 0; i < 256; ++i) {
        const int scale = nearest(scales[i / 16] * inverse(d), 0, 127);
        out[192 + i / 16] = static_cast<std::uint8_t>(scale);
        const int q = nearest(x[i] * inverse(d * static_cast<float>(scale)), -32, 31) + 32;
        const int half = i / 128;
        const int quarter = i % 128 / 32;
        std::uint8_t& low = out[half * 64 + quarter % 2 * 32 + i % 32];
        std::uint8_t& high = out[128 + half * 32 + i % 32];
        low = static_cast<std::uint8_t>(low | ((q & 15) << (quarter / 2 * 4)));
        high = static_cast<std::uint8_t>(high | ((q >> 4) << (2 * quarter)));
    }
}

} // namespace

void encode(Format format, const float* numbers, std::size_t count, std::byte* blocks) {
    const FormatInfo& info = formatInfo(format);
    for (std::size_t b = 0; b < count; ++b) {
        auto* out = reinterpret_cast<std::uint8_t*>(blocks) + b * info.blockBytes;
        const float* x = numbers + b * info.blockNumbers;
        switch (format) {
        case Format::F32:
            std::memcpy(out, x, 4);
            break;
        case Format::F16:
            putHalf(out, *x);
            break;
        case Format::BF16: {
            const std::uint16_t bits = toBfloat(*x);
            std::memcpy(out, &bits, 2);
            break;
        }
        case Format::Q8_0:
            encodeQ8_0(x, out);
            break;
        case Format::Q4_0:
        case Format::Q5_0:
            encodeQ45_0(format == Format::Q5_0, x, out);
            break;
        case Format::Q4_K:
            encodeQ4_K(x, out);
            break;
        case Format::Q6_K:
            encodeQ6_K(x, out);
            break;
        default:
            std::memset(out, 0, info.blockBytes);
        }
    }
}

} // namespace parallax::inference
