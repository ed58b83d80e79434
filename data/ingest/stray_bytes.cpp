// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/stray_bytes.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"

namespace parallax::data {
namespace {

// 0x80 to 0x9F of windows-1252; 0: none.
constexpr std::array<char32_t, 32> middle{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                          0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t fromWindows1252(unsigned char byte) {
    return byte >= 0x80 && byte < 0xA0 ? middle[byte - 0x80U] : byte;
}

bool isSmall(char c) {
    return c >= 'a' && c <= 'z';
}
bool isCapital(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isFigure(char c) {
    return c >= '0' && c <= '9';
}
bool isOfWord(char c) {
    return isAsciiLetter(c) || isFigure(c);
}
bool isSeen(char c) {
    return c > ' ' && c < 0x7F;
}

// Between two ASCII characters, 0 at the ends of the text.
bool makesSense(char32_t character, char before, char after) {
    switch (character) {
    case U'‘':
    case U'“':
    case U'„':
    case U'«':
        return !isOfWord(before) && isSeen(after);
    case U'’':
        return isSeen(before);
    case U'”':
    case U'»':
        return isSeen(before) && !isOfWord(after);
    case U'–':
    case U'—':
        return isSeen(before) == isSeen(after);
    case U'…':
    case 0xA0:
        return isSeen(before) || isSeen(after);
    case U'€':
        return !isAsciiLetter(before) && !isAsciiLetter(after);
    case U'£':
    case U'¥':
        return isFigure(after);
    case U'°':
        return isFigure(before);
    case U'™':
    case U'®':
        return isSeen(before) && !isOfWord(after);
    case U'©':
        return !isOfWord(before);
    case U'•':
    case U'·':
        return !isOfWord(before) && !isOfWord(after);
    case U'Š':
    case U'Œ':
    case U'Ž':
    case U'Ÿ':
        return !isSmall(before) && isAsciiLetter(after);
    case U'š':
    case U'œ':
    case U'ž':
        return isAsciiLetter(before) || isSmall(after);
    default:
        break;
    }
    if (character < 0xC0 || character > 0xFF || character == U'×' || character == U'÷')
        return false;
    if (character < 0xDF) // upper case
        return !isSmall(before) && (isAsciiLetter(after) || isCapital(before));
    return (isAsciiLetter(before) && !isCapital(after)) || isSmall(after);
}

} // namespace

std::optional<StrayBytes> readStrayBytes(std::string_view bytes) {
    if (bytes.find("\uFFFD") != bytes.npos)
        return std::nullopt;
    StrayBytes found;
    found.text.reserve(bytes.size());
    const std::size_t most = bytes.size() / 20;
    const auto ascii = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]) < 0x80; };
    const auto character = [&](std::size_t at) {
        return fromWindows1252(static_cast<unsigned char>(bytes[at]));
    };
    for (std::size_t from = 0; from < bytes.size();) {
        const std::size_t length = std::min(findInvalidUtf8(bytes.substr(from)), bytes.size() - from);
        found.text += bytes.substr(from, length);
        const std::size_t at = from + length;
        if (at == bytes.size())
            break;
        const bool first = at == 0, last = at + 1 == bytes.size();
        if (!first && !ascii(at - 1))
            return std::nullopt;
        std::size_t taken = 1;
        if (!last && !ascii(at + 1)) { // l’été: the one pair that is no character of two bytes
            const bool elided = !first && isAsciiLetter(bytes[at - 1]) && character(at) == U'’' &&
                                at + 2 < bytes.size() && isSmall(bytes[at + 2]) &&
                                character(at + 1) >= 0xC0 &&
                                makesSense(character(at + 1), '\'', bytes[at + 2]);
            if (!elided)
                return std::nullopt;
            taken = 2;
        } else if (!makesSense(character(at), first ? '\0' : bytes[at - 1], last ? '\0' : bytes[at + 1])) {
            return std::nullopt;
        }
        found.count += taken;
        if (found.count > most)
            return std::nullopt;
        for (from = at; from < at + taken; ++from)
            appendUtf8(found.text, character(from));
    }
    const auto high =
        std::ranges::count_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    found.alone = static_cast<std::size_t>(high) == found.count;
    found.confidence = 0.75 + 0.05 * static_cast<double>(std::min<std::size_t>(found.count, 4));
    return found.count > 0 ? std::optional(std::move(found)) : std::nullopt;
}

} // namespace parallax::data
