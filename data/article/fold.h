// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace parallax::data {

// One code point folded for comparison: width (full to half), case, Traditional to Simplified (OpenCC's
// TSCharacters and the pairs of both regional variants that do not meet there), dashes and quotes to ASCII.
// One to one, so that the n-th code point of the folded text is the n-th of the original.
char32_t fold(char32_t codePoint) noexcept;

std::u32string foldText(std::string_view text);

// Raised whenever the fold map or the tokenizer's rules change; a library with another one is re-indexed.
inline constexpr int tokenizerVersion = 3;

} // namespace parallax::data
