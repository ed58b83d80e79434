// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parallax {

// One decoded code point and the bytes it took. Invalid input yields U+FFFD and length 1.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;
};

// The code point at byte `at` (at < text.size()).
CodePoint decodeAt(std::string_view text, std::size_t at) noexcept;

void appendUtf8(std::string& out, char32_t codePoint);

// Offset of the first byte that is not strict UTF-8 (overlong, surrogate, > U+10FFFF, cut), npos when all is.
std::size_t findInvalidUtf8(std::string_view text) noexcept;

inline bool isUtf8(std::string_view text) noexcept {
    return findInvalidUtf8(text) == std::string_view::npos;
}

// Each invalid byte sequence replaced by U+FFFD (maximal subpart rule); valid text comes back as it is.
std::string repairUtf8(std::string_view text);

// Characters that turn the direction of all that follows them (embeddings, overrides, isolates: U+202A to
// U+202E, U+2066 to U+2069). In a title they reach beyond it, into the line that it is shown on.
constexpr bool turnsDirection(char32_t c) noexcept {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
// A title or name to be shown, without them; what is stored keeps them.
std::string withoutTurns(std::string_view text);

// As repairUtf8(), and control characters (C0, DEL, C1, and what turns direction) as JSON writes them (\n,
// \u001b): a name from a hostile file stays on its line and cannot steer the terminal that shows it. What
// came out of it once stays as it is.
std::string visibleUtf8(std::string_view text);

std::size_t codePointCount(std::string_view text) noexcept;
std::u32string toUtf32(std::string_view text);
std::string toUtf8(std::u32string_view text);

// The longest prefix of at most `bytes` bytes that does not cut a code point.
std::string_view utf8Prefix(std::string_view text, std::size_t bytes) noexcept;

// 0 to 9 alone.
constexpr bool isDigit(char32_t c) noexcept {
    return c >= U'0' && c <= U'9';
}

// Han ideographs (unified, extensions, compatibility), without kana and hangul.
bool isHan(char32_t c) noexcept;
bool isKana(char32_t c) noexcept;
bool isHangul(char32_t c) noexcept;

std::string_view trim(std::string_view text) noexcept; // ASCII blanks, U+3000 and U+00A0 at both ends

} // namespace parallax
