// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdio>

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
    if (!by.string() && most != std::string::npos)
        refuse("\"rsplit\" with a count needs what to split at");
    if (!by.string() || by.string()->empty() || most == std::string::npos)
        return split(text, by, most);
    List parts;
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

std::string htmlEscaped(const std::string& text) {
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

// str.format(): {} in turn, {0}, {name}; {{ and }} for the signs themselves.
std::string formatted(const std::string& text, const Arguments& given) {
    std::string out;
    std::size_t next = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c != '{' && c != '}') {
            out += c;
            continue;
        }
        if (at + 1 < text.size() && text[at + 1] == c) {
            out += c;
            ++at;
            continue;
        }
        const std::size_t end = c == '{' ? text.find('}', at) : std::string::npos;
        if (end == std::string::npos)
            refuse("a brace is alone in a text to be formatted");
        const std::string field = text.substr(at + 1, end - at - 1);
        const bool number = field.size() <= 3 && field.find_first_not_of("0123456789") == std::string::npos;
        const std::size_t index = field.empty() ? next++ : number ? std::stoul(field) : given.values.size();
        const Value* value = index < given.values.size() ? &given.values[index]
                             : number                    ? nullptr
                                                         : given.find(field);
        if (value == nullptr)
            refuse("\"{" + field + "}\" has no value, or is not known here");
        limitTo(out.append(value->text()).size());
        at = end;
    }
    return out;
}

std::string percentFormatted(const std::string& text, const Value& arguments) {
    const List values = arguments.isTuple() ? *arguments.list() : List{arguments};
    std::size_t next = 0;
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            out += text[at];
            continue;
        }
        std::size_t end = at + 1;
        int places = -1;
        if (end < text.size() && text[end] == '.')
            for (places = 0, ++end; end < text.size() && isDigit(static_cast<unsigned char>(text[end]));
                 ++end)
                places = std::min(10 * places + (text[end] - '0'), 100);
        const char kind = end < text.size() ? text[end] : ' ';
        at = end;
        if (kind == '%') {
            out += '%';
            continue;
        }
        if (next >= values.size())
            refuse("\"%\" has more places than values");
        const Value& value = values[next++];
        if (kind == 's' && places < 0) {
            out += value.text();
        } else if ((kind == 'd' || kind == 'i') && places < 0 && value.isNumber()) {
            out += Value(static_cast<std::int64_t>(value.number())).text();
        } else if (kind == 'f' && value.isNumber()) {
            char digits[512];
            std::snprintf(digits, sizeof digits, "%.*f", places < 0 ? 6 : places, value.number());
            out += digits;
        } else {
            refuse(std::string("\"%") + kind + "\" is not known, or does not go with its value");
        }
        limitTo(out.size());
    }
    if (next < values.size() && (arguments.isTuple() || next == 0))
        refuse("\"%\" has more values than places");
    return out;
}

std::string indented(const std::string& text, const std::string& by, bool first, bool blank) {
    std::string out = first ? by : std::string();
    bool start = false; // of another line than the first
    for (const char c : text) {
        if (start && (blank || c != '\n'))
            limitTo(out.append(by).size());
        start = c == '\n';
        out += c;
    }
    return limited(std::move(out));
}

} // namespace parallax::inference::jinja
