// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/folded_text.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/quantity/number.h"

namespace parallax::data {
namespace {

// The 20,992 unified ideographs in one table: a look-up per character, not a hash.
using HanTable = std::array<char16_t, 0x5200>;
const HanTable& hanTable() {
    static const auto table = [] {
        HanTable built{};
        for (std::size_t i = 0; i < built.size(); ++i) {
            const auto c = static_cast<char32_t>(0x4E00 + i);
            const char32_t folded = fold(c);
            built[i] = static_cast<char16_t>(folded < 0x10000 ? folded : c);
        }
        built[U'參' - 0x4E00] = static_cast<char16_t>(U'叁'); // a formal three; elsewhere 参
        return built;
    }();
    return table;
}

char32_t foldPoint(char32_t c, const HanTable& han) {
    if (c < 0x80)
        return c;
    if (c >= 0x4E00 && c < 0xA000)
        return han[c - 0x4E00];
    switch (c) {
    case 0x2212:
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D:
        return U'-';
    case 0x301C:
    case 0xFF5E:
    case 0x2248:
        return U'~';
    case 0x3000:
        return U' ';
    case 0xA0:
    case 0x202F:
    case 0x2007:
    case 0x2008:
        return 0x2009; // thin and fixed spaces may group digits
    case 0x2019:
        return U'\'';
    case 0x3BC:
        return 0xB5; // micro
    case 0xFFE5:
        return 0xA5; // ¥
    case 0xFFE1:
        return 0xA3; // £
    case 0x2044:
    case 0x2215:
        return U'/';
    default:
        return c >= 0xFF01 && c <= 0xFF5D ? c - 0xFEE0 : c;
    }
}

// How many of eight bytes come before the first beyond ASCII.
std::size_t asciiBefore(std::uint64_t bytes) {
    const std::uint64_t beyond = bytes & 0x8080808080808080U;
    const int bits =
        std::endian::native == std::endian::little ? std::countr_zero(beyond) : std::countl_zero(beyond);
    return static_cast<std::size_t>(bits) / 8;
}

} // namespace

FoldedText::FoldedText(std::string_view text)
    : m_text(text)
    , m_numbers(std::make_unique<NumberMemory>()) {
    const auto& han = hanTable();
    m_points = std::make_unique_for_overwrite<char32_t[]>(text.size() + 16);
    m_offsets = std::make_unique_for_overwrite<std::uint32_t[]>(text.size() + 16);
    char32_t* points = m_points.get();
    std::uint32_t* offsets = m_offsets.get();
    const auto byteAt = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    for (std::size_t at = 0; at < text.size();) {
        // ASCII by up to eight at a time: all eight are written, as many as are ASCII count.
        if (byteAt(at) < 0x80 && at + 8 <= text.size()) {
            std::array<unsigned char, 8> eight;
            std::memcpy(eight.data(), text.data() + at, eight.size());
            for (std::size_t k = 0; k < 8; ++k)
                points[k] = eight[k];
            for (std::size_t k = 0; k < 8; ++k)
                offsets[k] = static_cast<std::uint32_t>(at + k);
            const auto count = asciiBefore(std::bit_cast<std::uint64_t>(eight));
            points += count;
            offsets += count;
            at += count;
            continue;
        }
        *offsets++ = static_cast<std::uint32_t>(at);
        const unsigned char byte = byteAt(at);
        if (byte < 0x80) {
            *points++ = byte;
            ++at;
            continue;
        }
        // Three bytes from U+4000 on are nearly all Han text has; the rest goes the careful way.
        if (byte >= 0xE4 && byte <= 0xE9 && at + 2 < text.size() && (byteAt(at + 1) & 0xC0) == 0x80 &&
            (byteAt(at + 2) & 0xC0) == 0x80) {
            const char32_t c =
                (byte & 0x0FU) << 12 | (byteAt(at + 1) & 0x3FU) << 6 | (byteAt(at + 2) & 0x3FU);
            *points++ = c >= 0x4E00 && c < 0xA000 ? han[c - 0x4E00] : c;
            at += 3;
            continue;
        }
        const CodePoint c = decodeAt(text, at);
        *points++ = foldPoint(c.value, han);
        at += c.length;
    }
    m_size = static_cast<std::size_t>(points - m_points.get());
    if (text.find('[') != std::string_view::npos)
        leaveOutNotes();
    points = m_points.get() + m_size;
    offsets = m_offsets.get() + m_size;
    // Behind the end stand zeros: the grammar looks ahead without asking.
    std::fill_n(points, 16, char32_t{0});
    std::fill_n(offsets, 16, static_cast<std::uint32_t>(text.size()));
}

FoldedText::~FoldedText() = default;

namespace {

// Code points of the mark of a note at `at`, "[1]", "[12]", "[^1]", "[1, 2]", "[a]", "[註1]"; 0 where none
// is.
std::size_t noteLength(std::u32string_view text, std::size_t at) {
    constexpr std::size_t longest = 9;
    if (text[at] != U'[')
        return 0;
    std::size_t digits = 0;
    std::size_t letters = 0;
    for (std::size_t i = at + 1; i < text.size() && i - at < longest; ++i) {
        const char32_t c = text[i];
        if (c == U']')
            return digits + letters > 0 && letters <= 1 ? i + 1 - at : 0;
        digits = isDigit(c) ? digits + 1 : 0;
        letters += c >= U'a' && c <= U'z' ? 1U : 0U;
        const bool other = c == U',' || c == U' ' || c == U'-' || c == U'*' || c == U'註' || c == U'注';
        const bool caret = c == U'^' && i == at + 1;
        if (digits > 3 || !(isDigit(c) || (c >= U'a' && c <= U'z') || other || caret))
            return 0;
    }
    return 0;
}

} // namespace

void FoldedText::leaveOutNotes() {
    const std::u32string_view text(m_points.get(), m_size);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_size;) {
        // It hangs on something, and no figure begins right behind it.
        if (text[i] == U'[' && kept > 0 && !isBlank(m_points[kept - 1]) && m_points[kept - 1] != U'\n' &&
            m_points[kept - 1] != U'[')
            if (const std::size_t length = noteLength(text, i);
                length > 0 && (i + length >= m_size || !isDigit(text[i + length]))) {
                i += length;
                m_hasNotes = true;
                continue;
            }
        m_points[kept] = m_points[i];
        m_offsets[kept++] = m_offsets[i++];
    }
    m_size = kept;
}

std::size_t FoldedText::endOf(std::size_t end, std::size_t begin) const {
    std::size_t at = m_offsets[end];
    // Only a mark that was left out ends in a bracket which the last code point is not.
    while (end > 0 && at > begin && m_text[at - 1] == ']' && m_points[end - 1] != U']') {
        const std::size_t open = m_text.rfind('[', at - 1);
        if (open == std::string_view::npos || open < m_offsets[end - 1])
            break;
        at = open;
    }
    return at;
}

std::string FoldedText::original(std::size_t begin, std::size_t end) const {
    const Span span = bytes(begin, end);
    return std::string(m_text.substr(span.begin, span.end - span.begin));
}

} // namespace parallax::data
