// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/utf8.h"
#include "engine/inference/jinja/builtins.h"
#include "engine/inference/unicode.h"

namespace parallax::inference::jinja {

bool isPythonBlank(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0xA0 ||
           c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}
bool isLetter(char32_t c) {
    return charClass(c) == CharClass::Letter;
}
bool everyCharacter(const std::string& text, bool (*is)(char32_t)) {
    return !text.empty() && std::ranges::all_of(toUtf32(text), is);
}

std::string stripped(const std::string& text, const Value& what, bool left, bool right) {
    const std::u32string points = toUtf32(text);
    const std::u32string given = what.string() ? toUtf32(*what.string()) : std::u32string();
    const auto goes = [&](char32_t c) {
        return what.string() ? given.find(c) != std::u32string::npos : isPythonBlank(c);
    };
    std::size_t first = 0;
    std::size_t last = points.size();
    while (left && first < last && goes(points[first]))
        ++first;
    while (right && last > first && goes(points[last - 1]))
        --last;
    return toUtf8(std::u32string_view(points).substr(first, last - first));
}

std::string replaced(const std::string& text, const std::string& from, const std::string& to,
                     std::size_t most) {
    std::string out;
    std::size_t at = 0;
    if (from.empty()) { // before each character and at the end
        for (; most > 0 && at < text.size(); --most) {
            const std::size_t length = decodeAt(text, at).length;
            limitTo(out.append(to).append(text, at, length).size());
            at += length;
        }
        if (most > 0)
            out += to;
        return limited(out.append(text, at));
    }
    for (std::size_t found; most > 0 && (found = text.find(from, at)) != std::string::npos;
         at = found + from.size(), --most)
        limitTo(out.append(text, at, found - at).append(to).size());
    return out.append(text, at);
}

List split(const std::string& text, const Value& by, std::size_t most) {
    List parts;
    if (by.string()) {
        if (by.string()->empty())
            refuse("a text cannot be split at nothing");
        std::size_t at = 0;
        for (std::size_t found;
             parts.size() < most && (found = text.find(*by.string(), at)) != std::string::npos;
             at = found + by.string()->size())
            parts.emplace_back(text.substr(at, found - at));
        parts.emplace_back(text.substr(at));
        return parts;
    }
    const std::u32string points = toUtf32(text);
    const auto end = points.end();
    for (auto at = points.begin(); (at = std::find_if_not(at, end, isPythonBlank)) != end;) {
        const auto next = parts.size() == most ? end : std::find_if(at, end, isPythonBlank);
        parts.emplace_back(
            toUtf8(std::u32string(at, next))); // the last one keeps its blanks, if cuts ran out
        at = next;
    }
    return parts;
}

List splitFromRight(const std::string& text, const Value& by, std::size_t most) {
    if ((by.string() && by.string()->empty()) || most == std::string::npos)
        return split(text, by, most);
    List parts;
    if (!by.string()) {
        const std::u32string points = toUtf32(text);
        const auto rend = points.rend();
        for (auto at = points.rbegin(); (at = std::find_if_not(at, rend, isPythonBlank)) != rend;) {
            const auto next = parts.size() == most ? rend : std::find_if(at, rend, isPythonBlank);
            parts.emplace_back(toUtf8(std::u32string(next.base(), at.base())));
            at = next;
        }
        std::ranges::reverse(parts);
        return parts;
    }
    std::size_t end = text.size();
    for (std::size_t found;
         parts.size() < most && end >= by.string()->size() &&
         (found = text.rfind(*by.string(), end - by.string()->size())) != std::string::npos;
         end = found)
        parts.emplace_back(text.substr(found + by.string()->size(), end - found - by.string()->size()));
    parts.emplace_back(text.substr(0, end));
    std::ranges::reverse(parts);
    return parts;
}

List lines(const std::string& text, bool keepEnds) {
    const auto ends = [](char32_t c) {
        return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 ||
               c == 0x2029;
    };
    List parts;
    const std::u32string points = toUtf32(text);
    for (std::size_t at = 0; at < points.size();) {
        std::size_t end = at;
        while (end < points.size() && !ends(points[end]))
            ++end;
        std::size_t next = std::min(end + 1, points.size());
        if (next < points.size() && points[end] == U'\r' && points[next] == U'\n')
            ++next;
        parts.emplace_back(toUtf8(std::u32string_view(points).substr(at, (keepEnds ? next : end) - at)));
        at = next;
    }
    return parts;
}

std::string capitalized(const std::string& text) {
    const std::size_t first = text.empty() ? 0 : decodeAt(text, 0).length;
    return toUpper(text.substr(0, first)) + toLower(text.substr(first));
}

namespace {

// Large after what `divides`, else small.
template <class Divides>
std::string titled(const std::string& text, const Divides& divides) {
    std::string out;
    bool within = false;
    for (const char32_t c : toUtf32(text)) {
        if (c < 0x80) { // most texts, and far faster
            const bool large = c >= 'A' && c <= 'Z';
            const bool small = c >= 'a' && c <= 'z';
            out += static_cast<char>(large && within ? c + 32 : small && !within ? c - 32 : c);
        } else {
            const std::string one = toUtf8(std::u32string_view(&c, 1));
            out += within ? toLower(one) : toUpper(one);
        }
        within = !divides(c);
    }
    return out;
}

} // namespace

std::string titledAtLetters(const std::string& text) {
    return titled(text, [](char32_t c) { return letterCase(c) == LetterCase::None; });
}

std::string titledAtWords(const std::string& text) {
    return titled(text, [](char32_t c) {
        return isPythonBlank(c) || std::u32string_view(U"-({[<").find(c) != std::u32string_view::npos;
    });
}

std::string htmlEscaped(const Value& value) {
    std::string text = value.text();
    if (value.isMarkup())
        return text;
    std::string out;
    for (const char c : text) {
        const char* as = c == '&'    ? "&amp;"
                         : c == '<'  ? "&lt;"
                         : c == '>'  ? "&gt;"
                         : c == '\'' ? "&#39;"
                         : c == '"'  ? "&#34;"
                                     : nullptr;
        if (as != nullptr)
            out += as;
        else
            out += c;
    }
    return limited(std::move(out));
}

Value markupLike(const Value& old, Value made) {
    if (!old.isMarkup())
        return made;
    if (made.string() != nullptr)
        return Markup{*made.string()};
    if (auto* parts = made.list())
        for (Value& part : *parts)
            part = markupLike(old, std::move(part));
    return made;
}

Value escapedParts(const Value& value) {
    if (value.isNumber())
        return value;
    if (value.list() == nullptr)
        return htmlEscaped(value);
    List parts;
    for (const Value& part : elementsOf(value))
        parts.push_back(part.isNumber() ? part : Value(htmlEscaped(part)));
    return value.isTuple() ? Value(Tuple{std::move(parts)}) : Value(std::move(parts));
}

std::string indented(const std::string& text, const std::string& by, bool first, bool blank) {
    std::string out = first ? by : std::string();
    bool start = false; // of another line than the first
    // Every kind of line end becomes this one, and one at the end stays.
    for (const Value& line : lines(text + "\n", false)) {
        out += start ? "\n" : "";
        if (start && (blank || !line.string()->empty()))
            out += by;
        limitTo(out.append(*line.string()).size());
        start = true;
    }
    return out;
}

} // namespace parallax::inference::jinja
