// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parallax::data {

struct EncodingGuess {
    std::string encoding;  // empty: no encoding makes sense of the bytes
    double confidence = 0; // 0 to 1
};

// Which encoding makes the bytes into a text of some language: every candidate is tried and judged by the
// share of characters that are frequent in the languages written in it; what uchardet says counts a little.
EncodingGuess guessEncoding(std::string_view bytes);

// Encodings that write Han in plain bytes below 0x80 and say so by escapes: ISO-2022-JP, ISO-2022-KR,
// HZ-GB-2312. Empty where the escapes are missing or what stands between them is no text.
std::string escapedEncoding(std::string_view bytes);

// Converters by ICU. Strictly: nothing when a byte does not fit. Otherwise each such sequence becomes U+FFFD.
std::optional<std::string> convertStrictly(std::string_view bytes, const std::string& encoding);
std::string convertToUtf8(std::string_view bytes, const std::string& encoding);

} // namespace parallax::data
