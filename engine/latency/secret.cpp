// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/secret.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <vector>

#include "base/ascii.h"

namespace parallax::latency {
namespace {

constexpr std::size_t shortest = 6;       // of a part: less would be found in any text
constexpr std::size_t mostSlashes = 7;    // JSON in a text of JSON in a text of JSON
constexpr std::size_t mostDigits = 7;     // of an entity
constexpr std::size_t longestEscape = 12; // seven of them and "u002d"
constexpr std::size_t nowhere = std::string_view::npos;
constexpr std::string_view mark = "[key]";

std::vector<std::string_view> partsOf(std::string_view secret) {
    std::vector<std::string_view> parts;
    while (!secret.empty()) {
        const std::size_t end = std::min(secret.find(':'), secret.size());
        if (end >= shortest)
            parts.push_back(secret.substr(0, end));
        secret.remove_prefix(std::min(end + 1, secret.size()));
    }
    return parts;
}

bool isAlphanumeric(char c) {
    const char low = lowerAscii(c);
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9');
}

// Of what begins an escape.
bool isLead(char c) {
    return c == '\\' || c == '%' || c == '&';
}

int digitOf(char c) {
    const char low = lowerAscii(c);
    return c >= '0' && c <= '9' ? c - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : 16;
}

bool stands(int value, char c) {
    return value >= 0 && value < 0x80 && lowerAscii(static_cast<char>(value)) == lowerAscii(c);
}

// Whether exactly so many hexadecimal digits stand for `c`.
bool hexStands(std::string_view text, std::size_t at, std::size_t digits, char c) {
    if (at + digits > text.size())
        return false;
    int value = 0;
    for (const char digit : text.substr(at, digits)) {
        if (digitOf(digit) > 15)
            return false;
        value = value * 16 + digitOf(digit);
    }
    return stands(value, c);
}

// Each gives the end of `c` as it is escaped at `at`, or nowhere.

std::size_t afterSlashes(std::string_view text, std::size_t at, char c) {
    std::size_t end = at;
    while (end < text.size() && text[end] == '\\' && end - at < mostSlashes)
        ++end;
    if (end < text.size() && text[end] == 'u' && hexStands(text, end + 1, 4, c))
        return end + 5;
    if (c == '\\')
        return end - at >= 2 ? at + 2 : nowhere;
    return end < text.size() && text[end] == c && !isAlphanumeric(c) ? end + 1 : nowhere;
}

std::size_t afterPercent(std::string_view text, std::size_t at, char c) {
    for (std::size_t from = at + 1; from <= at + 5; from += 2) { // "%2D", "%252D", "%25252D"
        if (hexStands(text, from, 2, c))
            return from + 2;
        if (text.substr(std::min(from, text.size()), 2) != "25")
            break;
    }
    return nowhere;
}

std::size_t afterEntity(std::string_view text, std::size_t at, char c) {
    if (text.substr(at, 2) != "&#")
        return nowhere;
    std::size_t from = at + 2;
    const bool hex = from < text.size() && lowerAscii(text[from]) == 'x';
    from += hex ? 1 : 0;
    const int base = hex ? 16 : 10;
    int value = 0;
    std::size_t end = from;
    while (end < text.size() && end - from < mostDigits && digitOf(text[end]) < base)
        value = value * base + digitOf(text[end++]);
    return end > from && end < text.size() && text[end] == ';' && stands(value, c) ? end + 1 : nowhere;
}

std::size_t afterEscape(std::string_view text, std::size_t at, char c) {
    switch (text[at]) {
    case '\\':
        return afterSlashes(text, at, c);
    case '%':
        return afterPercent(text, at, c);
    case '&':
        return afterEntity(text, at, c);
    default:
        return nowhere;
    }
}

// Where a part may have come to by its next character: a sign that begins an escape may stand for itself,
// too.
class Places {
  public:
    void add(std::size_t at) {
        if (at != nowhere && m_count < m_at.size() && std::find(begin(), end(), at) == end())
            m_at[m_count++] = at;
    }
    const std::size_t* begin() const { return m_at.data(); }
    const std::size_t* end() const { return m_at.data() + m_count; }
    bool empty() const { return m_count == 0; }

  private:
    std::array<std::size_t, 8> m_at{};
    std::size_t m_count = 0;
};

// So many of a part's characters in a row are as good as the part: a provider may shorten what it repeats.
std::size_t enoughOf(std::string_view part) {
    constexpr std::size_t plenty = 16;
    return std::max(shortest, std::min(part.size() / 2, plenty));
}

// The end of what stands at `at` of a part's characters from `first` on, as many as there are; nowhere where
// they are not enough.
std::size_t endOfRun(std::string_view text, std::size_t at, std::string_view part, std::size_t first) {
    const std::size_t enough = enoughOf(part);
    Places places;
    places.add(at);
    for (std::size_t i = first; i < part.size(); ++i) {
        Places next;
        bool cut = false; // by the end of the text, within an escape or between two
        for (const std::size_t place : places) {
            if (place < text.size()) {
                if (lowerAscii(text[place]) == lowerAscii(part[i]))
                    next.add(place + 1);
                next.add(afterEscape(text, place, part[i]));
            }
            cut = cut || place >= text.size() || (text.size() - place < longestEscape && isLead(text[place]));
        }
        if (next.empty()) {
            if (i - first < enough)
                return nowhere;
            return cut ? text.size() : *places.begin();
        }
        places = next;
    }
    return part.size() - first < enough ? nowhere : *places.begin();
}

// Where a run of a part may begin: a stream of megabytes is gone through in a look at each three characters.
class Beginnings {
  public:
    explicit Beginnings(std::string_view part) {
        for (std::size_t at = 0; at + look <= part.size(); ++at)
            m_known.set(hashOf(part, at));
    }
    bool mayBegin(std::string_view text, std::size_t at) const {
        for (std::size_t i = at; i < at + look; ++i)
            if (i >= text.size() || isLead(text[i]))
                return true;
        return m_known.test(hashOf(text, at));
    }

  private:
    static constexpr std::size_t look = 3;
    static constexpr std::size_t hashes = 4096;
    static std::size_t hashOf(std::string_view text, std::size_t at) {
        std::size_t hash = 0;
        for (const char c : text.substr(at, look))
            hash = hash * 31 + static_cast<unsigned char>(lowerAscii(c));
        return hash % hashes;
    }
    std::bitset<hashes> m_known;
};

// Calls found(begin, end) for each place of a part, or of enough of it.
template <typename Function>
void eachPlace(std::string_view text, std::string_view part, const Function& found) {
    const Beginnings beginnings(part);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = nowhere;
        const std::size_t firsts = beginnings.mayBegin(text, at) ? part.size() - enoughOf(part) + 1 : 0;
        for (std::size_t first = 0; first < firsts; ++first)
            if (isLead(text[at]) || lowerAscii(text[at]) == lowerAscii(part[first]))
                if (const std::size_t here = endOfRun(text, at, part, first); here != nowhere)
                    end = end == nowhere ? here : std::max(end, here);
        if (end != nowhere)
            found(at, end);
        at = end != nowhere ? end : at + 1;
    }
}

} // namespace

std::string withoutSecret(std::string text, std::string_view secret) {
    for (const std::string_view part : partsOf(secret)) {
        std::string kept;
        std::size_t from = 0;
        eachPlace(text, part, [&](std::size_t begin, std::size_t end) {
            kept.append(text, from, begin - from).append(mark);
            from = end;
        });
        if (from > 0)
            text = kept.append(text, from);
    }
    return text;
}

void maskSecret(std::span<char> bytes, std::string_view secret) {
    const std::string_view text(bytes.data(), bytes.size());
    for (const std::string_view part : partsOf(secret))
        eachPlace(text, part, [&](std::size_t begin, std::size_t end) {
            const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(begin);
            std::fill_n(from, end - begin, '*');
            std::copy(mark.begin(), mark.end(), from); // a part is longer
        });
}

std::size_t longestWritten(std::string_view secret) {
    return secret.size() * longestEscape;
}

} // namespace parallax::latency
