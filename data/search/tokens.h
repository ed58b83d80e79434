// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "data/article/fold_table.h"
#include "data/search/frequent.h"

namespace parallax::data {

// Documents also get the last character of each unspaced run alone, so that a one-character query (a prefix
// query "鏈"*) finds a character wherever it stands.
enum class TokenMode { Document, Query };

// A token as the index sees it: folded UTF-8, valid until the sink returns.
struct IndexToken {
    std::string_view text;
    std::size_t begin = 0; // bytes of the original text
    std::size_t end = 0;
    bool colocated = false; // stands at the position of the token before it
};

// Cuts text into the tokens of the index. The rules:
//  - a run of Han, kana or hangul becomes its overlapping pairs; a run of one becomes that character;
//  - the commonest characters are also there by themselves, once in a text (frequent.h);
//  - letters and digits make a word, which ends where an unspaced run begins ("H100晶片" → h100, 晶片);
//  - a point between digits stays (1.6, v1.2.3); thousands separators go (4,160 → 4160);
//  - everything else separates: GPT-4o → gpt, 4o (as a phrase it matches GPT 4o too), R&D → r, d;
//  - C++ and C# keep their signs, since the letter alone says nothing;
//  - accents, joiners and variation selectors are not there (café = cafe, whichever way it is written);
//  - a word is known by its first 128 bytes.
// sink(const IndexToken&) returns 0 to go on; anything else ends the walk and is returned.
template <typename Sink>
class TokenWalk {
  public:
    TokenWalk(std::string_view text, TokenMode mode, Sink& sink)
        : m_table(FoldTable::get())
        , m_text(text)
        , m_mode(mode)
        , m_sink(sink) {}

    int run() {
        while (m_at < m_text.size()) {
            const FoldedPoint point = m_table.next(m_text, m_at);
            int result = 0;
            switch (point.wordClass) {
            case WordClass::Unspaced:
                result = unspacedRun(point);
                break;
            case WordClass::Letter:
            case WordClass::Digit:
                result = word();
                break;
            default:
                m_at += point.length;
            }
            if (result != 0)
                return result;
        }
        return 0;
    }

  private:
    // The folded character in UTF-8; returns its length.
    static std::size_t encode(char32_t c, char* out) {
        const auto byte = [](char32_t b) { return static_cast<char>(static_cast<unsigned char>(b)); };
        if (c < 0x80) {
            out[0] = byte(c);
            return 1;
        }
        if (c < 0x800) {
            out[0] = byte(0xC0 | (c >> 6));
            out[1] = byte(0x80 | (c & 0x3F));
            return 2;
        }
        if (c < 0x10000) {
            out[0] = byte(0xE0 | (c >> 12));
            out[1] = byte(0x80 | ((c >> 6) & 0x3F));
            out[2] = byte(0x80 | (c & 0x3F));
            return 3;
        }
        out[0] = byte(0xF0 | (c >> 18));
        out[1] = byte(0x80 | ((c >> 12) & 0x3F));
        out[2] = byte(0x80 | ((c >> 6) & 0x3F));
        out[3] = byte(0x80 | (c & 0x3F));
        return 4;
    }

    int unspacedRun(FoldedPoint point) {
        std::array<char, 8> pair{};
        std::size_t firstLength = encode(point.value, pair.data());
        char32_t first = point.value;
        std::size_t begin = m_at;
        m_at += point.length;
        std::size_t end = m_at;
        bool alone = true;
        while (m_at < m_text.size()) {
            point = m_table.next(m_text, m_at);
            if (point.wordClass == WordClass::Nothing) {
                m_at += point.length;
                continue;
            }
            if (point.wordClass != WordClass::Unspaced)
                break;
            const std::size_t secondBegin = m_at;
            const std::size_t secondLength = encode(point.value, pair.data() + firstLength);
            m_at += point.length;
            end = m_at;
            if (const int result =
                    m_sink(IndexToken{{pair.data(), firstLength + secondLength}, begin, end, false}))
                return result;
            if (m_mode == TokenMode::Document && isNewFrequent(first))
                if (const int result =
                        m_sink(IndexToken{{pair.data(), firstLength}, begin, secondBegin, true}))
                    return result;
            std::memmove(pair.data(), pair.data() + firstLength, secondLength);
            firstLength = secondLength;
            begin = secondBegin;
            first = point.value;
            alone = false;
        }
        if (alone || m_mode == TokenMode::Document)
            return m_sink(IndexToken{{pair.data(), firstLength}, begin, end, !alone});
        return 0;
    }

    // True once in a text for each frequent character.
    bool isNewFrequent(char32_t c) {
        const int number = frequentNumber(c);
        if (number == 0)
            return false;
        const std::uint64_t bit = std::uint64_t{1} << (number - 1);
        const bool isNew = (m_frequentSeen & bit) == 0;
        m_frequentSeen |= bit;
        return isNew;
    }

    FoldedPoint peek(std::size_t at) const {
        return at < m_text.size() ? m_table.next(m_text, at) : FoldedPoint{};
    }

    bool digitAt(std::size_t at) const { return peek(at).wordClass == WordClass::Digit; }

    // Exactly three digits from `at` on: what follows a thousands separator.
    bool thousandsAt(std::size_t at) const {
        for (int i = 0; i < 3; ++i) {
            const FoldedPoint point = peek(at);
            if (point.wordClass != WordClass::Digit)
                return false;
            at += point.length;
        }
        return !digitAt(at);
    }

    int word() {
        std::array<char, 132> buffer{};
        std::size_t length = 0;
        const std::size_t begin = m_at;
        std::size_t end = m_at;
        int letters = 0, digits = 0;
        bool separable = true; // a whole number so far, whose next comma may separate thousands
        bool grouped = false;  // and one already did
        bool afterDigit = false;
        const auto append = [&](char32_t c) {
            if (length < 128)
                length += encode(c, buffer.data() + length);
        };
        while (m_at < m_text.size()) {
            const FoldedPoint point = m_table.next(m_text, m_at);
            if (point.wordClass == WordClass::Letter || point.wordClass == WordClass::Digit) {
                append(point.value);
                m_at += point.length;
                end = m_at;
                afterDigit = point.wordClass == WordClass::Digit;
                (afterDigit ? digits : letters) += 1;
                continue;
            }
            if (point.wordClass == WordClass::Nothing) {
                m_at += point.length;
                end = m_at;
                continue;
            }
            if (afterDigit && point.value == U'.' && digitAt(m_at + point.length)) {
                append(U'.');
                m_at += point.length;
                separable = false;
                continue;
            }
            if (afterDigit && point.value == U',' && separable && letters == 0 && (digits <= 3 || grouped) &&
                thousandsAt(m_at + point.length)) {
                m_at += point.length;
                grouped = true;
                continue;
            }
            if (digits == 0 && letters <= 2 && point.value == U'+' && peek(m_at + 1).value == U'+' &&
                m_text[m_at] == '+') {
                append(U'+');
                append(U'+');
                m_at += 2;
                end = m_at;
            } else if (digits == 0 && letters == 1 && m_text[m_at] == '#' && !isWord(peek(m_at + 1))) {
                append(U'#');
                m_at += 1;
                end = m_at;
            }
            break;
        }
        return m_sink(IndexToken{{buffer.data(), length}, begin, end, false});
    }

    static bool isWord(FoldedPoint point) {
        return point.wordClass == WordClass::Letter || point.wordClass == WordClass::Digit;
    }

    const FoldTable& m_table;
    std::string_view m_text;
    TokenMode m_mode;
    Sink& m_sink;
    std::size_t m_at = 0;
    std::uint64_t m_frequentSeen = 0;
};

template <typename Sink>
int forEachToken(std::string_view text, TokenMode mode, Sink&& sink) {
    return TokenWalk<std::remove_reference_t<Sink>>(text, mode, sink).run();
}

} // namespace parallax::data
