// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "data/article/article.h"

namespace parallax::data {

// Letters of Latin script; one look-up for ASCII, which is nearly all of them.
inline bool isLatinLetter(char32_t c) {
    if (c < 0x80)
        return static_cast<char32_t>((c | 0x20) - U'a') < 26;
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || c == 0xB5 || c == 0x3BC;
}
inline bool isUpper(char32_t c) {
    return c >= U'A' && c <= U'Z';
}
inline char32_t lower(char32_t c) {
    return isUpper(c) ? c + 32 : c;
}

struct NumberMemory; // of numberAt(), which the grammar asks several times about one place

inline bool isBlank(char32_t c) {
    return c <= U' ' ? c == U' ' || c == U'\t' : c == 0x2009;
}

// A text as the grammar reads it: one folded code point for each of the original (width, dashes, Han
// characters to Simplified), so that places stay true. Case is kept: B and b differ. The mark of a note
// behind a figure or word ("$15[1] billion") is not there: it is no figure and parts none from its unit.
class FoldedText {
  public:
    explicit FoldedText(std::string_view text);
    ~FoldedText();
    FoldedText(const FoldedText&) = delete;
    FoldedText& operator=(const FoldedText&) = delete;

    std::size_t size() const { return m_size; }
    char32_t operator[](std::size_t i) const { return m_points[i]; } // 0 at and after the end (some way)
    std::u32string_view view(std::size_t begin, std::size_t end) const {
        return {m_points.get() + begin, end - begin};
    }
    // Where the last code point ends, which is before the mark of a note that hangs on it.
    Span bytes(std::size_t begin, std::size_t end) const {
        if (!m_hasNotes)
            return {m_offsets[begin], m_offsets[end]};
        return {m_offsets[begin], endOf(end, m_offsets[begin])};
    }
    std::string original(std::size_t begin, std::size_t end) const;

    // `word` (ASCII lower case or folded Chinese) stands at i, whatever its case.
    bool startsWith(std::size_t i, std::u32string_view word) const;
    // … and ends at a word's end.
    bool isWordAt(std::size_t i, std::u32string_view word) const;
    std::size_t skipBlanks(std::size_t i) const {
        while (isBlank(m_points[i]))
            ++i;
        return i;
    }

    // Eight bytes of the original from i on; false where fewer are left.
    bool eightBytes(std::size_t i, std::uint64_t& bytes) const {
        if (m_offsets[i] + sizeof(bytes) > m_text.size())
            return false;
        std::memcpy(&bytes, m_text.data() + m_offsets[i], sizeof(bytes));
        return true;
    }

    NumberMemory& numbers() const { return *m_numbers; }

  private:
    void leaveOutNotes();
    std::size_t endOf(std::size_t end, std::size_t begin) const;

    std::string_view m_text;
    std::unique_ptr<NumberMemory> m_numbers;
    // Not vectors: zeroing them first costs a tenth of the whole parse.
    std::unique_ptr<char32_t[]> m_points;
    std::unique_ptr<std::uint32_t[]> m_offsets;
    std::size_t m_size = 0;
    bool m_hasNotes = false;
};

inline bool FoldedText::startsWith(std::size_t i, std::u32string_view word) const {
    // Behind the end stand zeros, so the first difference comes before anything is read that is not there.
    for (std::size_t k = 0; k < word.size(); ++k) {
        const char32_t difference = m_points[i + k] ^ word[k];
        if (difference != 0 && (difference != 0x20 || lower(m_points[i + k]) != word[k]))
            return false;
    }
    return true;
}

inline bool FoldedText::isWordAt(std::size_t i, std::u32string_view word) const {
    return startsWith(i, word) && !isLatinLetter(m_points[i + word.size()]) &&
           !isDigit(m_points[i + word.size()]);
}

} // namespace parallax::data
