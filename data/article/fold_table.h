// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace parallax::data {

// What a code point is to a word, after folding.
enum class WordClass : std::uint8_t {
    None = 0, // ends a word
    Letter = 1,
    Digit = 2,
    Unspaced = 3, // Han, kana, hangul: written without blanks, indexed as overlapping pairs
    Nothing = 4,  // accents, joiners, variation selectors: comparisons skip them
};

// What foldText leaves where the original has a character of WordClass::Nothing.
inline constexpr char32_t foldedNothing = 0x00AD;

struct FoldedPoint {
    char32_t value = 0;
    WordClass wordClass = WordClass::None;
    std::uint8_t length = 0; // bytes of the original
};

// The map of resources/lexicon/fold.txt as pages of 256 code points, equal pages shared. An entry holds the
// class in its low 3 bits and target minus source above, so that pages without a mapping are all alike.
class FoldTable {
  public:
    static const FoldTable& get();

    FoldedPoint at(char32_t c) const noexcept { return lookUp(c <= 0x10FFFF ? c : 0xFFFD); }

    // The folded code point at byte `at` of `text` (at < size). Invalid bytes count as U+FFFD of length 1.
    FoldedPoint next(std::string_view text, std::size_t at) const noexcept {
        const auto first = static_cast<unsigned char>(text[at]);
        if (first < 0x80) {
            FoldedPoint point = lookUp(first);
            point.length = 1;
            return point;
        }
        // The common case, a well-formed three-byte sequence away from the surrogates, without a call.
        if (first >= 0xE1 && first <= 0xEC && text.size() - at >= 3) {
            const auto second = static_cast<unsigned char>(text[at + 1]);
            const auto third = static_cast<unsigned char>(text[at + 2]);
            if ((second & 0xC0U) == 0x80U && (third & 0xC0U) == 0x80U) {
                FoldedPoint point =
                    lookUp(((first & 0x0FU) << 12) | ((second & 0x3FU) << 6) | (third & 0x3FU));
                point.length = 3;
                return point;
            }
        }
        const CodePoint code = decodeAt(text, at);
        FoldedPoint point = lookUp(code.value);
        point.length = static_cast<std::uint8_t>(code.length);
        return point;
    }

  private:
    using Page = std::array<std::int32_t, 256>;

    FoldTable();
    FoldedPoint lookUp(char32_t c) const noexcept {
        const std::int32_t entry = m_pages[m_index[c >> 8]][c & 0xFF];
        return {static_cast<char32_t>(static_cast<std::int32_t>(c) + (entry >> 3)),
                static_cast<WordClass>(entry & 7), 0};
    }

    std::array<std::uint16_t, 0x1100> m_index{};
    std::vector<Page> m_pages;
};

} // namespace parallax::data
