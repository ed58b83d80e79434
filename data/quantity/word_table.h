// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "data/quantity/folded_text.h"

namespace parallax::data {

template <typename Value>
struct WordEntry {
    std::u32string_view word;
    Value value;
};

// Words (folded: ASCII in lower case, Han characters as FoldedText has them) with a value each. find() gives
// the longest that stands at a place; a word that ends in a letter must not go on there. Built by the
// compiler, sorted into buckets by first character: a look-up compares a few words, however many there are.
template <typename Value, std::size_t N>
class WordTable {
  public:
    using Entry = WordEntry<Value>;

    consteval explicit WordTable(const Entry (&entries)[N])
        : m_entries{} {
        for (std::size_t i = 0; i < N; ++i)
            m_entries[i] = entries[i];
        for (std::size_t i = 1; i < N; ++i)
            for (std::size_t k = i; k > 0 && before(m_entries[k], m_entries[k - 1]); --k) {
                const Entry entry = m_entries[k];
                m_entries[k] = m_entries[k - 1];
                m_entries[k - 1] = entry;
            }
        for (std::size_t i = 0; i < N; ++i) {
            const auto word = m_entries[i].word;
            m_heads[i] = {word[0], word.size() > 1 ? word[1] : 0};
            ++m_begins[bucket(word[0]) + 1];
        }
        for (std::size_t b = 1; b < m_begins.size(); ++b)
            m_begins[b] = static_cast<std::uint16_t>(m_begins[b] + m_begins[b - 1]);
    }

    const Entry* find(const FoldedText& text, std::size_t i) const { return look(text, i, true); }
    // … and may go on with a digit: "USD15".
    const Entry* findPrefix(const FoldedText& text, std::size_t i) const { return look(text, i, false); }

  private:
    const Entry* look(const FoldedText& text, std::size_t i, bool whole) const {
        const char32_t first = lower(text[i]);
        const char32_t second = lower(text[i + 1]);
        const std::size_t b = bucket(first);
        for (std::size_t k = m_begins[b]; k < m_begins[b + 1]; ++k) {
            if (m_heads[k][0] != first || (m_heads[k][1] != second && m_heads[k][1] != 0))
                continue;
            const Entry& entry = m_entries[k];
            if (text.startsWith(i, entry.word) && (!whole || ends(text, i, entry.word)))
                return &entry;
        }
        return nullptr;
    }

    static constexpr std::size_t bucket(char32_t c) { return (c ^ (c >> 6)) & 63; }
    static constexpr bool before(const Entry& a, const Entry& b) {
        const std::size_t left = bucket(a.word[0]);
        const std::size_t right = bucket(b.word[0]);
        return left != right ? left < right : a.word.size() > b.word.size();
    }
    static bool ends(const FoldedText& text, std::size_t i, std::u32string_view word) {
        return !isLatinLetter(word.back()) ||
               (!isLatinLetter(text[i + word.size()]) && !isDigit(text[i + word.size()]));
    }

    std::array<Entry, N> m_entries;
    std::array<std::array<char32_t, 2>, N> m_heads{}; // the first two characters: most looks end with them
    std::array<std::uint16_t, 65> m_begins{};
};

// wordTable<int>({{U"one", 1}, {U"two", 2}})
template <typename Value, std::size_t N>
consteval WordTable<Value, N> wordTable(const WordEntry<Value> (&entries)[N]) {
    return WordTable<Value, N>(entries);
}

} // namespace parallax::data
