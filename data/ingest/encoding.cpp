// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/encoding.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "base/error.h"
#include "base/utf8.h"
#include "data/ingest/encoding_guess.h"
#include "data/ingest/feed.h"
#include "data/ingest/mojibake.h"
#include "data/ingest/stray_bytes.h"

namespace parallax::data {
namespace {

constexpr double tolerableLoss = 0.05;

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

// The value behind `key` ("charset=", "encoding=") in a header or tag, without quotes.
std::string_view valueAfter(std::string_view text, std::string_view lowered, std::string_view key) {
    const auto at = lowered.find(key);
    if (at == std::string_view::npos)
        return {};
    std::size_t begin = at + key.size();
    while (begin < text.size() &&
           (text[begin] == ' ' || text[begin] == '"' || text[begin] == '\'' || text[begin] == '='))
        ++begin;
    std::size_t end = begin;
    while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 ||
                                 text[end] == '-' || text[end] == '_' || text[end] == ':'))
        ++end;
    return text.substr(begin, end - begin);
}

// What HTTP, an XML declaration or a <meta> say, in this order.
std::string declaredEncoding(std::string_view bytes, const ParseHints& hints) {
    const std::string header = lower(hints.contentType);
    if (const auto name = valueAfter(hints.contentType, header, "charset="); !name.empty())
        if (std::string encoding = encodingForLabel(name); !encoding.empty())
            return encoding;
    const std::string_view head = bytes.substr(0, 4096);
    const std::string lowered = lower(head);
    const std::string_view view(lowered);
    if (const auto at = view.find("<?xml"); at != std::string_view::npos && at < 16) {
        const auto end = std::min(view.find("?>", at), view.size());
        const auto name = valueAfter(head.substr(at, end - at), view.substr(at, end - at), "encoding");
        if (std::string encoding = encodingForLabel(name); !encoding.empty())
            return encoding;
    }
    for (auto at = view.find("<meta"); at != std::string_view::npos; at = view.find("<meta", at + 5)) {
        const auto end = std::min(view.find('>', at), view.size());
        const auto name = valueAfter(head.substr(at, end - at), view.substr(at, end - at), "charset");
        if (std::string encoding = encodingForLabel(name); !encoding.empty())
            return encoding;
    }
    return {};
}

enum class NextLine { End, Keep };

// CRLF, CR, NEL, LINE and PARAGRAPH SEPARATOR become LF.
std::string withLineFeeds(std::string text, NextLine nextLine) {
    const bool other = text.find('\r') != std::string::npos ||
                       (nextLine == NextLine::End && text.find("\xC2\x85") != std::string::npos) ||
                       text.find("\xE2\x80\xA8") != std::string::npos ||
                       text.find("\xE2\x80\xA9") != std::string::npos;
    if (!other)
        return text;
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest = std::string_view(text).substr(at);
        if (text[at] == '\r') {
            at += rest.size() > 1 && rest[1] == '\n' ? 1 : 0;
            out.push_back('\n');
        } else if (nextLine == NextLine::End && rest.starts_with("\xC2\x85")) {
            at += 1;
            out.push_back('\n');
        } else if (rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9")) {
            at += 2;
            out.push_back('\n');
        } else {
            out.push_back(text[at]);
        }
    }
    return out;
}

// Control characters that no text has. A stray one is damage, many are a program or a picture.
bool looksBinary(std::string_view text) {
    std::size_t controls = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r' && byte != '\f' && byte != 0x1B)
            ++controls;
    }
    return controls > 4 + text.size() / 200;
}

std::string percent(double share) {
    return std::to_string(static_cast<int>(std::lround(share * 100))) + " %";
}

bool isWordByte(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

bool endsAQuestion(std::string_view text) {
    constexpr std::array<std::string_view, 8> last{"嗎", "吗", "呢", "麼", "么", "吧", "啊", "呀"};
    return std::ranges::any_of(last, [&](std::string_view word) { return text.ends_with(word); });
}

bool isAscii(std::string_view bytes) {
    return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct DamagedUtf8 {
    std::string text;
    std::size_t fits = 0;   // bytes that had to follow others and do
    std::size_t breaks = 0; // places where they do not
};

DamagedUtf8 repairedUtf8(std::string_view bytes) {
    DamagedUtf8 damaged{repairUtf8(bytes)};
    for (std::size_t at = 0; at < damaged.text.size();) {
        const CodePoint c = decodeAt(damaged.text, at);
        damaged.breaks += c.value == 0xFFFD ? 1 : 0;
        damaged.fits += c.value == 0xFFFD ? 0 : c.length - 1;
        at += c.length;
    }
    return damaged;
}

// What is UTF-8 but for some of its bytes. `repaired` is the text with U+FFFD for them.
DecodedText nearlyUtf8(std::string_view bytes, std::string repaired, const ParseHints& hints) {
    DecodedText decoded;
    decoded.encoding = "UTF-8";
    decoded.text = std::move(repaired);
    if (std::optional<StrayBytes> stray = readStrayBytes(bytes)) {
        decoded.text = std::move(stray->text);
        decoded.confidence = stray->confidence;
        if (stray->alone)
            decoded.encoding = "windows-1252";
        decoded.issues.push_back({IssueSeverity::Warning,
                                  "stray-bytes",
                                  {hints.name, std::to_string(stray->count), percent(stray->confidence)},
                                  {}});
    }
    return decoded;
}

DecodedText decodeBytes(std::string_view bytes, const ParseHints& hints) {
    DecodedText decoded;
    const auto marked = [&](std::string_view mark, const char* encoding) {
        if (!bytes.starts_with(mark))
            return false;
        decoded.encoding = encoding;
        const std::string_view rest = bytes.substr(mark.size());
        if (decoded.encoding == "UTF-8")
            decoded = nearlyUtf8(rest, repairUtf8(rest), hints);
        else
            decoded.text = convertToUtf8(rest, encoding);
        return true;
    };
    using namespace std::string_view_literals;
    if (marked("\xEF\xBB\xBF"sv, "UTF-8") || marked("\xFF\xFE\0\0"sv, "UTF-32LE") ||
        marked("\0\0\xFE\xFF"sv, "UTF-32BE") || marked("\xFF\xFE"sv, "UTF-16LE") ||
        marked("\xFE\xFF"sv, "UTF-16BE"))
        return decoded;

    // All bytes of these are below 0x80, so that they would pass for UTF-8.
    if (std::string escaped = escapedEncoding(bytes); !escaped.empty() && isAscii(bytes)) {
        decoded.text = convertToUtf8(bytes, escaped);
        decoded.encoding = std::move(escaped);
        return decoded;
    }
    const std::string declared = declaredEncoding(bytes, hints);
    const std::size_t invalid = findInvalidUtf8(bytes);
    const bool utf8 = invalid == std::string_view::npos;
    // Text that is valid UTF-8 with characters beyond ASCII is UTF-8 whatever was declared: a server's
    // default is wrong more often than chance makes eight bytes of Big5 or GBK into UTF-8.
    if (utf8 && bytes.find('\0') == std::string_view::npos) {
        const auto high =
            std::ranges::count_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        const bool legacy = !declared.empty() && declared != "UTF-8" && !declared.starts_with("UTF-");
        if (!legacy || high == 0 || high >= 8) {
            decoded.encoding = "UTF-8";
            decoded.text = bytes;
            return decoded;
        }
    }
    if (declared == "UTF-8" && !utf8) {
        std::string repaired = repairUtf8(bytes);
        if (findLostText(repaired).share < tolerableLoss && bytes.find('\0') == std::string_view::npos)
            return nearlyUtf8(bytes, std::move(repaired), hints);
    }
    if (!declared.empty() && declared != "UTF-8") {
        if (auto text = convertStrictly(bytes, declared)) {
            decoded.encoding = declared;
            decoded.text = std::move(*text);
            return decoded;
        }
        std::string text = convertToUtf8(bytes, declared);
        if (findLostText(text).share < 0.01) {
            decoded.encoding = declared;
            decoded.text = std::move(text);
            return decoded;
        }
    }
    const bool textual = !utf8 && bytes.find('\0') == std::string_view::npos;
    DamagedUtf8 damaged;
    if (textual) {
        damaged = repairedUtf8(bytes);
        // In GBK or Big5 one character in ten looks like a sequence of UTF-8, and all others like damage.
        if (damaged.fits >= 4 && damaged.fits > damaged.breaks)
            return nearlyUtf8(bytes, std::move(damaged.text), hints);
    }
    const EncodingGuess guess = guessEncoding(bytes);
    // A few stray bytes in a text that is none of any other encoding either.
    constexpr double doubtful = 0.4;
    if (textual && guess.confidence < doubtful && findLostText(damaged.text).share < 0.01)
        return nearlyUtf8(bytes, std::move(damaged.text), hints);
    if (guess.encoding.empty())
        throw Error(ErrorCode::EncodingUnknown, {hints.name});
    decoded.encoding = guess.encoding;
    decoded.confidence = guess.confidence;
    decoded.text = convertToUtf8(bytes, guess.encoding);
    decoded.issues.push_back(
        {IssueSeverity::Warning, "encoding-guessed", {guess.encoding, percent(guess.confidence)}, {}});
    return decoded;
}

// Whether U+FFFD in the text is what the bytes say themselves. Else it stands for some that are there and fit
// no character.
bool saysReplacement(std::string_view bytes, const DecodedText& decoded) {
    return decoded.encoding == "UTF-8" ? bytes.find("\uFFFD") != bytes.npos
                                       : convertStrictly(bytes, decoded.encoding).has_value();
}

// From 1.
std::ptrdiff_t lineOf(std::string_view text, std::size_t at) {
    return 1 + std::ranges::count(text.substr(0, at), '\n');
}

// The place with what stands before and behind it on its line.
std::string wordsAround(std::string_view text, const Span& place) {
    constexpr std::size_t most = 40; // bytes on either side
    const auto isInside = [&](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    std::size_t begin = place.begin, end = std::min(place.end, place.begin + most);
    while (begin > 0 && text[begin - 1] != '\n' && (place.begin - begin < most || isInside(begin)))
        --begin;
    while (end < text.size() && text[end] != '\n' && (end - place.begin < 2 * most || isInside(end)))
        ++end;
    return std::string(trim(text.substr(begin, end - begin)));
}

} // namespace

LostText findLostText(std::string_view text) {
    std::size_t lost = 0;
    std::size_t total = 0;
    LostText found;
    const auto lose = [&](std::size_t characters, std::size_t at, std::size_t bytes) {
        if (lost == 0)
            found.first = {at, at + bytes};
        lost += characters;
    };
    constexpr std::string_view replacement = "\uFFFD";
    constexpr std::string_view replacementAsGbk = "锟斤拷";
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '?') {
            std::size_t run = 1;
            while (at + run < text.size() && text[at + run] == '?')
                ++run;
            total += run;
            // "Really???" and "真的嗎??我不信" are questions; "??? ????" were words, and so were four and
            // more that Han follows at once, but for a question's last word.
            const bool afterWord = at > 0 && isWordByte(text[at - 1]);
            const bool withinHan = run >= 4 && !endsAQuestion(text.substr(0, at)) && at + run < text.size() &&
                                   isHan(decodeAt(text, at + run).value);
            if (run >= 6 || (run >= 2 && (!afterWord || withinHan)))
                lose(run, at, run);
            at += run;
        } else if (c == ' ' || c == '\n' || c == '\t') {
            ++at;
        } else if (c == replacement[0] && text.substr(at).starts_with(replacement)) {
            lose(1, at, replacement.size());
            ++total;
            at += replacement.size();
        } else if (c == replacementAsGbk[0] && text.substr(at).starts_with(replacementAsGbk)) {
            lose(2, at, replacementAsGbk.size());
            total += 2;
            at += replacementAsGbk.size();
        } else {
            ++total;
            ++at;
            while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
                ++at;
        }
    }
    found.share = total == 0 ? 0 : static_cast<double>(lost) / static_cast<double>(total);
    return found;
}

std::vector<std::string> lostTextArgs(const ParseHints& hints, std::string_view text, const LostText& lost,
                                      std::ptrdiff_t line) {
    return {hints.name, lost.share < 0.01 ? "< 1 %" : percent(lost.share), std::to_string(line),
            wordsAround(text, lost.first)};
}

bool isTooLost(const LostText& lost) noexcept {
    return lost.share > tolerableLoss;
}

bool isLostTitle(std::string_view title) {
    return findLostText(title).share >= 0.5;
}

DecodedText decodeText(std::string_view bytes, const ParseHints& hints) {
    // A few zeros in what is text otherwise are damage; where every second byte is one, it is UTF-16.
    const auto zeros = static_cast<std::size_t>(std::ranges::count(bytes, '\0'));
    if (zeros > 0 && zeros * 50 < bytes.size() && isUtf8(bytes)) {
        std::string mended;
        for (const char c : bytes)
            c == '\0' ? mended.append("\uFFFD") : mended.append(1, c);
        return decodeText(mended, hints);
    }
    DecodedText decoded = decodeBytes(bytes, hints);
    if (decoded.text.find('\0') != std::string::npos || looksBinary(decoded.text))
        throw Error(ErrorCode::EncodingUnknown, {hints.name});
    // Before the line ends: in misread text a NEL is half of a character.
    bool damaged = false;
    if (const Mojibake mojibake = findMojibake(decoded.text); mojibake.found()) {
        if (hints.repairMojibake)
            decoded.text = repairMojibake(decoded.text);
        else
            decoded.issues.push_back(
                {IssueSeverity::Warning, "mojibake", {mojibake.broken, mojibake.repaired}, {}});
        damaged = !hints.repairMojibake;
    }
    decoded.text = withLineFeeds(std::move(decoded.text), damaged ? NextLine::Keep : NextLine::End);
    constexpr std::string_view replacement = "\uFFFD";
    const std::size_t unfit =
        saysReplacement(bytes, decoded) ? decoded.text.npos : decoded.text.find(replacement);
    const LostText lost = findLostText(decoded.text);
    if (isTooLost(lost) && !looksLikeFeed(decoded.text)) {
        if (unfit != decoded.text.npos)
            throw Error(ErrorCode::EncodingUnknown, {hints.name});
        throw Error(ErrorCode::TextLost, {hints.name, percent(lost.share)});
    }
    if (unfit != decoded.text.npos)
        decoded.issues.push_back({IssueSeverity::Warning,
                                  "bytes-unfit",
                                  {hints.name, decoded.encoding, std::to_string(lineOf(decoded.text, unfit)),
                                   wordsAround(decoded.text, {unfit, unfit + replacement.size()})},
                                  {}});
    else if (lost.share > 0)
        decoded.issues.push_back(
            {IssueSeverity::Warning,
             "text-lost",
             lostTextArgs(hints, decoded.text, lost, lineOf(decoded.text, lost.first.begin)),
             {}});
    return decoded;
}

} // namespace parallax::data
