// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace parallax::inference {

// The number formats of a GGUF file that can be run; the numbers are the file's own.
enum class Format : std::uint32_t {
    F32 = 0,
    F16 = 1,
    Q4_0 = 2,
    Q4_1 = 3,
    Q5_0 = 6,
    Q5_1 = 7,
    Q8_0 = 8,
    Q2_K = 10,
    Q3_K = 11,
    Q4_K = 12,
    Q5_K = 13,
    Q6_K = 14,
    IQ4_NL = 20,
    IQ4_XS = 23,
    BF16 = 30,
};

// A row is a run of blocks: so many numbers in so many bytes each.
struct FormatInfo {
    Format format;
    const char* name; // "Q4_K"
    std::size_t blockNumbers;
    std::size_t blockBytes;
};

const FormatInfo& formatInfo(Format format);

// By the file's number, or by name in any case ("q4_k"); nothing for a format that cannot be run.
std::optional<Format> formatFromNumber(std::uint32_t number);
std::optional<Format> formatFromName(std::string_view name);

// The file's name for any of its numbers, also for formats that cannot be run; empty when there is none.
std::string_view formatNumberName(std::uint32_t number);

// Bytes of `numbers` numbers, which must be a multiple of blockNumbers.
std::size_t formatBytes(Format format, std::size_t numbers);

// What the weights of one block of the file really are, in small integers. With g = i / 16:
//     weight i = (d * scale[g]) * (q[i] - offset) - dmin * minimum[g]
// where q counts from 0; IQ4_NL and IQ4_XS say nonlinear4[q] instead of q - offset. Formats with one scale
// per 32 numbers say it twice. Floating-point formats have no codes.
struct Codes {
    std::uint8_t q[256]; // [blockNumbers]
    std::int8_t scale[16];
    std::uint8_t minimum[16];
    std::uint16_t d;    // a half
    std::uint16_t dmin; // a half
};
void codesOf(Format format, const std::byte* block, Codes& codes);
void scalesOf(Format format, const std::byte* block, Codes& codes); // all but q

// What is taken from every code of the format: 8 for Q4_0, whose nibbles mean -8 to 7.
int codeOffset(Format format);

// The numbers of `count` blocks, as the file's makers define them, bit by bit. Any bytes are allowed.
void decode(Format format, const std::byte* blocks, std::size_t count, float* numbers);

// Whether all numbers of `count` blocks are finite; of blocks of codes it is their scales that tell.
bool allFinite(Format format, const std::byte* blocks, std::size_t count);

// The nearest blocks that are easily found: what tests and made-up models are written with. F32, F16, BF16,
// Q8_0, Q4_0, Q5_0, Q4_K and Q6_K.
void encode(Format format, const float* numbers, std::size_t count, std::byte* blocks);

// The 16 values that a nibble of IQ4_NL and IQ4_XS stands for.
extern const std::int8_t nonlinear4[16];

} // namespace parallax::inference
