// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstring>
#include <random>
#include <vector>

#include "engine/inference/half.h"
#include "engine/inference/quant.h"

namespace parallax::test {

constexpr inference::Format allFormats[] = {
    inference::Format::F32,  inference::Format::F16,    inference::Format::BF16,  inference::Format::Q4_0,
    inference::Format::Q4_1, inference::Format::Q5_0,   inference::Format::Q5_1,  inference::Format::Q8_0,
    inference::Format::Q2_K, inference::Format::Q3_K,   inference::Format::Q4_K,  inference::Format::Q5_K,
    inference::Format::Q6_K, inference::Format::IQ4_NL, inference::Format::IQ4_XS};

// Blocks of random bits, or with all of them set, but with scales that are ordinary numbers.
inline std::vector<std::byte> randomBlocks(inference::Format format, std::size_t numbers,
                                           std::mt19937& random, bool full = false) {
    using inference::Format;
    std::vector<std::byte> bytes(inference::formatBytes(format, numbers));
    for (auto& byte : bytes)
        byte = full ? std::byte{0xFF} : static_cast<std::byte>(random());
    const inference::FormatInfo& info = inference::formatInfo(format);
    std::normal_distribution<float> normal;
    const auto put = [&](std::size_t at) {
        const std::uint16_t half = inference::toHalf(normal(random) / 64);
        std::memcpy(bytes.data() + at, &half, 2);
    };
    for (std::size_t at = 0; at < bytes.size(); at += info.blockBytes) {
        if (format == Format::F32) {
            const float value = normal(random);
            std::memcpy(bytes.data() + at, &value, 4);
        } else if (format == Format::BF16) {
            const std::uint16_t value = inference::toBfloat(normal(random));
            std::memcpy(bytes.data() + at, &value, 2);
        } else if (format == Format::Q2_K) {
            put(at + 80);
            put(at + 82);
        } else if (format == Format::Q3_K || format == Format::Q6_K) {
            put(at + info.blockBytes - 2);
        } else {
            put(at);
            if (format == Format::Q4_1 || format == Format::Q5_1 || format == Format::Q4_K ||
                format == Format::Q5_K)
                put(at + 2);
        }
    }
    return bytes;
}

} // namespace parallax::test
