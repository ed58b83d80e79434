// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/stray_bytes.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "data/ingest/windows1252.h"

namespace parallax::data {
namespace {

char32_t fromWindows1252(unsigned char byte) {
    return byte >= 0x80 && byte < 0xA0 ? windows1252Middle[byte - 0x80U] : byte;
}

bool isAmong(std::u32string_view all, char32_t c) {
    return all.find(c) != all.npos;
}

// Letters are those of ASCII and of Latin scripts.
bool isSmall(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != U'÷') || isAmong(U"šœž", c);
}
bool isCapital(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != U'×') || isAmong(U"ŠŒŽŸ", c);
}
bool isLetter(char32_t c) {
    return isSmall(c) || isCapital(c) || (c >= 0x100 && c < 0x250);
}
bool isFigure(char32_t c) {
    return c >= '0' && c <= '9';
}
bool isOfWord(char32_t c) {
    return isLetter(c) || isFigure(c);
}
bool isSeen(char32_t c) {
    return c > ' ' && c != 0x7F && c != 0xA0;
}
bool opens(char32_t c) {
    return isAmong(U"‘“‚„‹«", c);
}
bool closes(char32_t c) {
    return isAmong(U"’”›»", c);
}

struct Character {
    char32_t value = 0;
    bool stray = false;
};

// A text in which some characters are stray bytes, read as windows-1252.
class StrayText {
  public:
    explicit StrayText(const std::vector<Character>& text)
        : m_text(text) {}

    bool makesSense(std::size_t at) const {
        const char32_t c = m_text[at].value;
        return isSmall(c) || isCapital(c) ? letterMakesSense(at)
                                          : signMakesSense(c, valueAt(at, -1), valueAt(at, 1));
    }

  private:
    char32_t valueAt(std::size_t at, std::ptrdiff_t by) const { // 0 at the ends of the text
        const std::size_t there = at + static_cast<std::size_t>(by);
        return there < m_text.size() ? m_text[there].value : 0;
    }

    // Within or at a word that has other letters too, and as many; or a word of its own.
    bool letterMakesSense(std::size_t at) const {
        const char32_t c = m_text[at].value, before = valueAt(at, -1), after = valueAt(at, 1);
        if (isCapital(c) ? isSmall(before) : isCapital(after))
            return false;
        if (!isLetter(before) && !isLetter(after)) {
            const auto isApart = [](char32_t next) { return next < 0x80 ? !isFigure(next) : next == 0xA0; };
            return isAmong(U"ÀÁÅÈÉÌÍÒÓÚÝàáåèéìíòóúý", c) &&
                   (isApart(before) || opens(before) || isAmong(U"’–—", before)) &&
                   (isApart(after) || isAmong(U"’…", after));
        }
        std::size_t stray = 0, sound = 0, beside = 0, most = 0;
        constexpr std::size_t reach = 40; // a run of letters that is no word is not read over and over
        std::size_t from = at;
        while (from > 0 && at - from < reach && isLetter(m_text[from - 1].value))
            --from;
        for (std::size_t i = from; i < m_text.size() && i - from < 2 * reach && isLetter(m_text[i].value);
             ++i) {
            ++(m_text[i].stray ? stray : sound);
            beside = m_text[i].stray ? beside + 1 : 0;
            most = std::max(most, beside);
        }
        return most <= 2 && stray <= 2 * sound;
    }

    static bool signMakesSense(char32_t c, char32_t before, char32_t after) {
        switch (c) {
        case U'‘':
        case U'“':
        case U'‚':
        case U'„':
        case U'‹':
        case U'«':
            return !isOfWord(before) && (after < 0x80 ? isSeen(after) : isWritten(after));
        case U'’':
            return isWritten(before) || (!isSeen(before) && isOfWord(after)); // ’tis
        case U'”':
        case U'›':
        case U'»':
            return isWritten(before) && !isOfWord(after);
        case U'–':
        case U'—':
            return isSeen(before) == isSeen(after) || opens(after) || closes(after) || opens(before) ||
                   closes(before);
        case U'…':
            return isWritten(before) || isWritten(after);
        case 0xA0:
            return isSeen(before) || isSeen(after);
        case 0xAD:
            return isLetter(before) && isLetter(after);
        case U'´':
            return isLetter(before) && isSmall(after);
        case U'€':
        case U'¢':
            return !isLetter(before) && !isLetter(after) &&
                   (isFigure(before) || isFigure(after) || !isSeen(before) || !isSeen(after));
        case U'£':
        case U'¥':
            return isFigure(after) || (!isLetter(after) && isFigureOrBlank(before));
        case U'°':
            return isFigure(before) || (!isSeen(before) && isAmong(U"CFK", after));
        case U'²':
        case U'³':
        case U'¹':
        case U'º':
        case U'ª':
            return before < 0x80 && isOfWord(before) && !isLetter(after);
        case U'½':
        case U'¼':
        case U'¾':
            return !isLetter(before) && before < 0x80 && !isOfWord(after) && after < 0x100;
        case U'±':
        case U'×':
        case U'÷':
            return isFigureOrBlank(before) && isFigureOrBlank(after);
        case U'‰':
            return isFigureOrBlank(before) && !isOfWord(after);
        case U'µ':
            return !isLetter(before) && (isSmall(after) || isAmong(U"AFV", after));
        case U'§':
            return !isLetter(before) && (isFigureOrBlank(after) || after == U'§' || after == 0xA0);
        case U'¿':
        case U'¡':
            return !isOfWord(before) && (isOfWord(after) || isAmong(U"¿¡“«\"", after));
        case U'™':
        case U'®':
            return isSeen(before) && before < 0x250 && !isOfWord(after);
        case U'†':
        case U'‡':
            return isWritten(before) && !isOfWord(after);
        case U'©':
            return !isOfWord(before) && before < 0x80 && after < 0x80;
        case U'•':
        case U'·':
            return !isOfWord(before) && !isOfWord(after);
        default:
            return false;
        }
    }

    // What quotation marks may stand at: a letter, a figure, a sign of ASCII, typographic punctuation.
    static bool isWritten(char32_t c) {
        return (c < 0x80 && isSeen(c)) || isOfWord(c) || opens(c) || closes(c) ||
               isAmong(U"–—…¿¡€£™®°²³½%", c) || c == 0xA0;
    }
    static bool isFigureOrBlank(char32_t c) { return isFigure(c) || c == ' ' || c == 0xA0; }

    const std::vector<Character>& m_text;
};

// “Spaß”: to UTF-8 the last two bytes are a letter of a script that never stands at a small one of ours.
bool isSharpS(std::string_view bytes, std::size_t at) {
    if (at == 0 || bytes[at] != '\xDF' || bytes[at - 1] < 'a' || bytes[at - 1] > 'z' ||
        at + 1 >= bytes.size())
        return false;
    const char32_t next = fromWindows1252(static_cast<unsigned char>(bytes[at + 1]));
    return isAmong(U"’”“›»…–—", next) || next == 0xA0;
}

std::size_t validLength(std::string_view rest) {
    return std::min(findInvalidUtf8(rest), rest.size());
}

} // namespace

std::optional<StrayBytes> readStrayBytes(std::string_view bytes) {
    if (bytes.find("\uFFFD") != bytes.npos)
        return std::nullopt;
    std::vector<Character> text;
    text.reserve(bytes.size());
    StrayBytes found;
    const std::size_t most = bytes.size() / 10;
    bool alone = true;
    for (std::size_t at = 0, valid = validLength(bytes); at < bytes.size();) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (at < valid && isSharpS(bytes, at)) {
            text.push_back({U'ß', true});
            text.push_back({fromWindows1252(static_cast<unsigned char>(bytes[at + 1])), true});
            found.count += 2;
            at += 2;
        } else if (at < valid) {
            const CodePoint c = decodeAt(bytes, at);
            alone = alone && byte < 0x80;
            text.push_back({c.value, false});
            at += c.length;
        } else {
            const char32_t value = fromWindows1252(byte);
            if (value == 0 || ++found.count > most)
                return std::nullopt;
            text.push_back({value, true});
            ++at;
        }
        if (at >= valid && at < bytes.size())
            valid = at + validLength(bytes.substr(at));
    }
    if (found.count == 0)
        return std::nullopt;
    const StrayText judged(text);
    std::size_t senseless = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        senseless += text[at].stray && !judged.makesSense(at) ? 1 : 0;
    constexpr std::size_t oneIn = 8; // of those that make no sense, what is let pass
    if (senseless * oneIn > found.count)
        return std::nullopt;
    found.text.reserve(bytes.size() + found.count * 2);
    for (const Character& c : text)
        appendUtf8(found.text, c.value);
    found.alone = alone;
    const double sensible = 1 - static_cast<double>(senseless) / static_cast<double>(found.count);
    found.confidence = sensible * (0.75 + 0.05 * static_cast<double>(std::min<std::size_t>(found.count, 4)));
    return found;
}

} // namespace parallax::data
