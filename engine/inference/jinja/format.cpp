// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/utf8.h"
#include "engine/inference/jinja/builtins.h"
#include "engine/inference/unicode.h"

// How Python writes values into texts: format(), str.format() and "%".
namespace parallax::inference::jinja {

// `align` is <, > or ^.
std::string padded(const std::string& text, std::size_t width, char align, const std::string& fill) {
    const std::size_t size = codePointCount(text);
    const std::size_t missing = width > size ? width - size : 0;
    limitTo(missing * fill.size());
    const std::size_t left = align == '<' ? 0 : align == '>' ? missing : missing / 2;
    std::string out;
    for (std::size_t i = 0; i < left; ++i)
        out += fill;
    out += text;
    for (std::size_t i = left; i < missing; ++i)
        out += fill;
    return out;
}

namespace {

// What stands behind the colon in "{:>8.2f}", and in "%8.2f":
// [[fill]align][sign][0][width][,][.places][kind].
struct Field {
    std::string fill = " ";
    char align = 0; // 0: as the value has it
    char sign = '-';
    char comma = 0; // between thousands
    int width = 0;
    int places = -1;
    char kind = 0;
};

int numberIn(std::string_view how, std::size_t& at) {
    int number = 0;
    for (; at < how.size() && isDigit(static_cast<unsigned char>(how[at])); ++at)
        number = std::min(10 * number + (how[at] - '0'), 10'000);
    return number;
}

Field fieldOf(std::string_view how) {
    const auto aligns = [&](std::size_t at) {
        return at < how.size() && std::string_view("<>^=").find(how[at]) != std::string_view::npos;
    };
    Field field;
    std::size_t at = 0;
    const std::size_t first = how.empty() ? 0 : decodeAt(how, 0).length;
    if (aligns(first)) {
        field.fill = how.substr(0, first);
        at = first;
    }
    if (aligns(at))
        field.align = how[at++];
    if (at < how.size() && std::string_view("+- ").find(how[at]) != std::string_view::npos)
        field.sign = how[at++];
    if (at < how.size() && how[at] == '0') {
        field.fill = field.align == 0 ? "0" : field.fill;
        field.align = field.align == 0 ? '=' : field.align;
        ++at;
    }
    field.width = numberIn(how, at);
    if (at < how.size() && (how[at] == ',' || how[at] == '_'))
        field.comma = how[at++];
    if (at < how.size() && how[at] == '.')
        field.places = numberIn(how, ++at);
    if (at < how.size())
        field.kind = how[at++];
    if (at < how.size() || field.width >= 10'000 || field.places > 100)
        refuse("the format \"" + std::string(how) + "\" is not known");
    return field;
}

// Without its sign.
std::string digitsOf(const Value& value, const Field& field) {
    const char kind = field.kind;
    const bool whole = !std::holds_alternative<double>(value.held);
    const double size = std::fabs(value.number());
    char text[512];
    if (whole && (kind == 0 || kind == 'd' || kind == 'x' || kind == 'X' || kind == 'o')) {
        const std::int64_t number = value.integer() ? *value.integer() : std::int64_t{value.truth()};
        const auto amount =
            static_cast<unsigned long long>(number < 0 ? -(number + 1) : number) + (number < 0);
        const char* const how = kind == 'x' ? "%llx" : kind == 'X' ? "%llX" : kind == 'o' ? "%llo" : "%llu";
        std::snprintf(text, sizeof text, how, amount);
        return text;
    }
    if (kind == 0 && field.places < 0)
        return Value(size).text();
    const int places = field.places < 0 ? 6 : field.places;
    if (kind == '%')
        std::snprintf(text, sizeof text, "%.*f%%", places, size * 100);
    else if (kind == 'f' || kind == 'F')
        std::snprintf(text, sizeof text, "%.*f", places, size);
    else if (kind == 'e' || kind == 'E')
        std::snprintf(text, sizeof text, kind == 'e' ? "%.*e" : "%.*E", places, size);
    else if (kind == 'g' || kind == 'G')
        std::snprintf(text, sizeof text, kind == 'g' ? "%.*g" : "%.*G", places, size);
    else
        refuse(std::string("the format \"") + (kind == 0 ? '.' : kind) + "\" does not go with its value");
    return text;
}

std::string withThousands(std::string digits, char comma) {
    const std::size_t whole = std::min(digits.find_first_not_of("0123456789"), digits.size());
    for (std::size_t at = whole; comma != 0 && at > 3;)
        digits.insert(at -= 3, 1, comma);
    return digits;
}

} // namespace

std::string fielded(const Value& value, std::string_view how) {
    if (how.empty())
        return value.text();
    Field field = fieldOf(how);
    const auto width = static_cast<std::size_t>(field.width);
    if (value.string() != nullptr) {
        if ((field.kind != 0 && field.kind != 's') || field.sign != '-' || field.comma != 0 ||
            (field.align == '=' && field.fill != "0"))
            refuse("the format \"" + std::string(how) + "\" does not go with a text");
        const std::string text = field.places < 0
                                     ? *value.string()
                                     : sliceOf(*value.string(), {}, std::int64_t{field.places}, {}).text();
        return padded(text, width, field.align == 0 || field.align == '=' ? '<' : field.align, field.fill);
    }
    if (!value.isNumber())
        refuse("the format \"" + std::string(how) + "\" does not go with its value");
    const std::string sign = std::signbit(value.number()) ? "-"
                             : field.sign == '-'          ? ""
                                                          : std::string(1, field.sign);
    const std::string digits = withThousands(digitsOf(value, field), field.comma);
    if (field.align != '=')
        return padded(sign + digits, width, field.align == 0 ? '>' : field.align, field.fill);
    if (field.comma != 0 && field.fill == "0") // the zeros would take commas as well
        refuse("the format \"" + std::string(how) + "\" is not known");
    return sign + padded(digits, width - std::min(width, sign.size()), '>', field.fill);
}

// str.format(): {} in turn, {0}, {name}, each with ":" and how, or "!r"; {{ and }} for the signs themselves.
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
        const std::string all = text.substr(at + 1, end - at - 1);
        const std::string field = all.substr(0, all.find_first_of("!:"));
        const bool number = field.size() <= 3 && field.find_first_not_of("0123456789") == std::string::npos;
        const std::size_t index = field.empty() ? next++ : number ? std::stoul(field) : given.values.size();
        const Value* value = index < given.values.size() ? &given.values[index]
                             : number                    ? nullptr
                                                         : given.find(field);
        if (value == nullptr)
            refuse("\"{" + all + "}\" has no value, or is not known here");
        std::string_view how = std::string_view(all).substr(field.size());
        Value shown = *value;
        if (how.starts_with("!r") || how.starts_with("!s")) {
            shown = how[1] == 'r' ? value->shown() : value->text();
            how.remove_prefix(2);
        }
        if (!how.empty() && how[0] != ':')
            refuse("\"{" + all + "}\" is not known here");
        limitTo(out.append(fielded(shown, how.substr(how.empty() ? 0 : 1))).size());
        at = end;
    }
    return out;
}

// "%s", "%(name)s", "%-8s", "%05.1f" …: the kinds s, r, d, i, x, X, o, e, f and g.
std::string percentFormatted(const std::string& text, const Value& arguments) {
    const List values = arguments.isTuple() ? *arguments.list() : List{arguments};
    std::size_t next = 0;
    bool named = false;
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            out += text[at];
            continue;
        }
        ++at;
        const Value* value = nullptr;
        if (at < text.size() && text[at] == '(' && arguments.dict() != nullptr) {
            const std::size_t end = std::min(text.find(')', at), text.size());
            value = arguments.find(text.substr(at + 1, end - at - 1));
            if (value == nullptr)
                refuse("\"%" + text.substr(at, end - at + 1) + "\" has no value");
            named = true;
            at = std::min(end + 1, text.size());
        }
        const std::size_t end = std::min(text.find_first_not_of("-+ 0123456789.", at), text.size());
        std::string how = text.substr(at, end - at);
        const char kind = end < text.size() ? text[end] : ' ';
        at = end;
        if (kind == '%' && how.empty()) {
            out += '%';
            continue;
        }
        if (value == nullptr && next >= values.size())
            refuse("\"%\" has more places than values");
        if (value == nullptr)
            value = &values[next++];
        const bool left = how.starts_with('-'); // else to the right, even a text
        how = left ? "<" + how.substr(1) : how;
        if (kind == 's' || kind == 'r') {
            const std::string shown = kind == 'r' ? value->shown() : value->text();
            out += how.empty() ? shown : fielded(shown, (left ? "" : ">") + how);
        } else if (value->isNumber() && std::string_view("dixXoefg").find(kind) != std::string_view::npos) {
            const bool whole = std::string_view("efg").find(kind) == std::string_view::npos;
            const bool cut = (kind == 'd' || kind == 'i') && std::holds_alternative<double>(value->held);
            if (whole && how.find('.') != std::string::npos)
                refuse(std::string("\"%.") + kind + "\" is not known");
            out += fielded(cut ? Value(static_cast<std::int64_t>(value->number())) : *value,
                           how + (kind == 'i' ? 'd' : kind));
        } else {
            refuse(std::string("\"%") + kind + "\" is not known, or does not go with its value");
        }
        limitTo(out.size());
    }
    if (next < values.size() && !named && (arguments.isTuple() || (next == 0 && arguments.dict() == nullptr)))
        refuse("\"%\" has more values than places");
    return out;
}

} // namespace parallax::inference::jinja
