// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/mojibake.h"

#include <optional>

#include "base/utf8.h"
#include "data/ingest/windows1252.h"

namespace parallax::data {
namespace {

enum class Alphabet { Latin, Greek };

// The byte that the character was before it was misread.
std::optional<unsigned char> byteOf(char32_t c, Alphabet alphabet) {
    if (c < 0x80)
        return static_cast<unsigned char>(c);
    for (std::size_t i = 0; i < windows1252Middle.size(); ++i)
        if (windows1252Middle[i] == c && !(alphabet == Alphabet::Greek && c == 0x20AC))
            return static_cast<unsigned char>(0x80 + i);
    if (c < 0xA0)
        return static_cast<unsigned char>(c); // kept as a control character
    if (alphabet == Alphabet::Latin)
        return c <= 0xFF ? std::optional(static_cast<unsigned char>(c)) : std::nullopt;
    // ISO 8859-7 (2003) with the Greek letters from 0xB4 on, and the euro at 0xA4.
    if (c == 0x20AC)
        return static_cast<unsigned char>(0xA4);
    if (c == 0x2015)
        return static_cast<unsigned char>(0xAF);
    if (c == 0x2018)
        return static_cast<unsigned char>(0xA1);
    if (c == 0x2019)
        return static_cast<unsigned char>(0xA2);
    if (c >= 0x384 && c <= 0x3CE)
        return static_cast<unsigned char>(c - 0x384 + 0xB4);
    if (c <= 0xBF)
        return static_cast<unsigned char>(c);
    return std::nullopt;
}

// A damaged sequence that begins at `at`: its length there, and the character it was.
struct Undone {
    std::size_t length = 0;
    char32_t value = 0;
};

std::optional<Undone> undoAt(std::string_view text, std::size_t at, Alphabet alphabet) {
    std::string bytes;
    std::size_t end = at;
    std::size_t wanted = 0;
    while (end < text.size() && bytes.size() < 4) {
        const CodePoint c = decodeAt(text, end);
        const auto byte = byteOf(c.value, alphabet);
        if (!byte || *byte < 0x80)
            break;
        if (bytes.empty()) {
            wanted = *byte >= 0xC2 && *byte <= 0xDF   ? 2
                     : *byte >= 0xE0 && *byte <= 0xEF ? 3
                     : *byte >= 0xF0 && *byte <= 0xF4 ? 4
                                                      : 0;
            if (wanted == 0)
                return std::nullopt;
        }
        bytes.push_back(static_cast<char>(*byte));
        end += c.length;
        if (bytes.size() == wanted)
            break;
    }
    if (wanted == 0 || bytes.size() != wanted || !isUtf8(bytes))
        return std::nullopt;
    return Undone{end - at, decodeAt(bytes, 0).value};
}

// Only these bytes can begin what a first byte of UTF-8 was misread as: U+00C2–U+00F4, or a Greek letter.
bool mayBegin(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value == 0xC3 || value == 0xCE || value == 0xCF;
}

template <typename Visit>
void forEachSequence(std::string_view text, const Visit& visit) {
    for (std::size_t at = 0; at < text.size();) {
        if (!mayBegin(text[at])) {
            ++at;
            continue;
        }
        const Alphabet alphabet =
            static_cast<unsigned char>(text[at]) == 0xC3 ? Alphabet::Latin : Alphabet::Greek;
        const auto undone = undoAt(text, at, alphabet);
        visit(at, undone);
        at += undone ? undone->length : 2;
    }
}

std::string repairOnce(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t copied = 0;
    forEachSequence(text, [&](std::size_t at, const std::optional<Undone>& undone) {
        if (!undone)
            return;
        out.append(text.substr(copied, at - copied));
        appendUtf8(out, undone->value);
        copied = at + undone->length;
    });
    out.append(text.substr(copied));
    return out;
}

// Blanks, and what becomes a blank or nothing.
bool isFragile(unsigned char byte) {
    return byte <= ' ' || (byte >= 0x7F && byte <= 0xA0);
}

bool isMisreadIn(std::string_view line, std::string_view right, Alphabet alphabet) {
    std::string bytes, wanted;
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint c = decodeAt(line, at);
        at += c.length;
        const auto byte = byteOf(c.value, alphabet);
        if (!byte)
            return false;
        if (!isFragile(*byte))
            bytes += static_cast<char>(*byte);
    }
    for (const char c : right)
        if (!isFragile(static_cast<unsigned char>(c)))
            wanted += c;
    return !wanted.empty() && bytes == wanted;
}

} // namespace

bool isMisread(std::string_view line, std::string_view right) {
    return isMisreadIn(line, right, Alphabet::Latin) || isMisreadIn(line, right, Alphabet::Greek);
}

Mojibake findMojibake(std::string_view text) {
    Mojibake result;
    std::size_t clean = 0; // letters that could begin a sequence and do not
    std::size_t strong = 0;
    forEachSequence(text, [&](std::size_t at, const std::optional<Undone>& undone) {
        if (!undone) {
            ++clean;
            return;
        }
        // Three bytes or more, or what no language writes: an accented capital before a sign.
        strong += undone->value >= 0x800 ? 1 : 0;
        if (result.sequences++ == 0) {
            result.broken = text.substr(at, undone->length);
            appendUtf8(result.repaired, undone->value);
        }
    });
    const bool damaged = (strong > 0 || result.sequences >= 2) && result.sequences * 2 > clean;
    if (!damaged)
        result = {};
    return result;
}

std::string repairMojibake(std::string_view text) {
    std::string repaired = repairOnce(text);
    return findMojibake(repaired).found() ? repairOnce(repaired) : repaired;
}

} // namespace parallax::data
