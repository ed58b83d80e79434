// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/jinja/builtins.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <utility>

#include "base/error.h"
#include "base/utf8.h"

namespace parallax::inference::jinja {
namespace {

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return text;
}
std::string raised(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 32);
    return text;
}
std::string titled(const std::string& text) {
    std::string out = lowered(text);
    bool start = true;
    for (char& c : out) {
        const bool letter = c >= 'a' && c <= 'z';
        if (letter && start)
            c = static_cast<char>(c - 32);
        start = !letter && static_cast<unsigned char>(c) < 0x80;
    }
    return out;
}

// What Python's str.strip() takes for a blank.
bool isPythonBlank(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0xA0 ||
           c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
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

std::string replaced(const std::string& text, const std::string& from, const std::string& to) {
    if (from.empty())
        return text;
    std::string out;
    std::size_t at = 0;
    for (std::size_t found; (found = text.find(from, at)) != std::string::npos; at = found + from.size())
        limitTo(out.append(text, at, found - at).append(to).size());
    return out.append(text, at);
}

// At most `most` cuts, from the left; the rest stays whole.
List split(const std::string& text, const Value& by, std::size_t most) {
    List parts;
    if (by.string() && !by.string()->empty()) {
        std::size_t at = 0;
        for (std::size_t found;
             parts.size() < most && (found = text.find(*by.string(), at)) != std::string::npos;
             at = found + by.string()->size())
            parts.emplace_back(text.substr(at, found - at));
        parts.emplace_back(text.substr(at));
        return parts;
    }
    constexpr const char* blanks = " \t\n\r\f\v";
    for (std::size_t at = 0; (at = text.find_first_not_of(blanks, at)) != std::string::npos;) {
        if (parts.size() == most) {
            parts.emplace_back(text.substr(at, text.find_last_not_of(blanks) + 1 - at));
            break;
        }
        const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end;
    }
    return parts;
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

Value lengthOf(const Value& value) {
    if (const auto* text = value.string())
        return static_cast<std::int64_t>(codePointCount(*text));
    if (const auto* list = value.list())
        return static_cast<std::int64_t>(list->size());
    if (const auto* dict = value.dict())
        return static_cast<std::int64_t>(dict->size());
    if (value.isUndefined())
        return std::int64_t{0};
    refuse("this has no length");
}

List itemsOf(const Value& dict) {
    List items;
    if (const auto* entries = dict.dict())
        for (const auto& [key, value] : *entries)
            items.emplace_back(List{key, value});
    return items;
}

std::string timeText(const std::string& format, std::int64_t now) {
    const auto seconds = static_cast<std::time_t>(now);
    std::tm time{};
    localtime_r(&seconds, &time);
    char text[256];
    return {text, std::strftime(text, sizeof text, format.c_str(), &time)};
}

// Filters of lists take none for an empty one.
List elementsOrNone(const Value& value) {
    return value.isNone() ? List() : elementsOf(value);
}

// selectattr and rejectattr: elements whose attribute passes a test, or is true.
Value selected(const Value& value, const Arguments& given, bool keep, bool attribute) {
    List out;
    const std::size_t testAt = attribute ? 1 : 0;
    for (const Value& element : elementsOrNone(value)) {
        Value subject = element;
        if (attribute) {
            const Value* found = element.find(given.at(0, "attribute").text());
            subject = found ? *found : Value();
        }
        bool passes = subject.truth();
        if (given.values.size() > testAt) {
            Arguments rest;
            rest.values.assign(given.values.begin() + static_cast<std::ptrdiff_t>(testAt) + 1,
                               given.values.end());
            passes = applyTest(given.values[testAt].text(), subject, rest);
        }
        if (passes == keep)
            out.push_back(element);
    }
    return out;
}

} // namespace

Value callFunction(const std::string& name, const Arguments& given, std::int64_t now) {
    if (name == "raise_exception")
        refuse(given.at(0, "message").text());
    if (name == "strftime_now")
        return timeText(given.at(0, "format").text(), now);
    if (name == "namespace" || name == "dict") {
        Value made = Dict{};
        for (const auto& [key, value] : given.named)
            made.set(key, value);
        return made;
    }
    // range(end), range(start, end), range(start, end, step)
    std::int64_t bounds[3] = {0, 0, 1};
    for (std::size_t i = 0; i < std::min<std::size_t>(given.values.size(), 3); ++i)
        bounds[given.values.size() == 1 ? 1 : i] = given.values[i].integer() ? *given.values[i].integer() : 0;
    if (bounds[2] == 0)
        refuse("a range has a step of 0");
    List list;
    for (std::int64_t i = bounds[0]; bounds[2] > 0 ? i < bounds[1] : i > bounds[1];) {
        if (static_cast<std::int64_t>(list.size()) >= mostElements)
            refuse("a range is too long");
        list.emplace_back(i);
        if (__builtin_add_overflow(i, bounds[2], &i))
            break;
    }
    return list;
}

Value callMethod(Value& object, const std::string& name, const Arguments& given) {
    if (const auto* text = object.string()) {
        const Value first = given.at(0, "");
        if (name == "strip" || name == "lstrip" || name == "rstrip")
            return stripped(*text, first, name != "rstrip", name != "lstrip");
        if (name == "split") {
            const Value cuts = given.at(1, "maxsplit");
            const Value by = first.isUndefined() ? given.at(0, "sep") : first;
            return split(*text, by,
                         cuts.integer() && *cuts.integer() >= 0 ? static_cast<std::size_t>(*cuts.integer())
                                                                : std::string::npos);
        }
        if (name == "startswith")
            return text->starts_with(first.text());
        if (name == "endswith")
            return text->ends_with(first.text());
        if (name == "replace")
            return replaced(*text, first.text(), given.at(1, "").text());
        if (name == "upper")
            return raised(*text);
        if (name == "lower")
            return lowered(*text);
        if (name == "title")
            return titled(*text);
        if (name == "find") {
            const std::size_t at = text->find(first.text());
            return at == std::string::npos
                       ? std::int64_t{-1}
                       : static_cast<std::int64_t>(codePointCount(std::string_view(*text).substr(0, at)));
        }
        if (name == "format")
            return formatted(*text, given);
        if (name == "join")
            return applyFilter("join", first, Arguments{{*text}, {}});
    }
    if (object.dict()) {
        if (name == "items")
            return itemsOf(object);
        if (name == "keys")
            return elementsOf(object);
        if (name == "values") {
            List values;
            for (const auto& [key, value] : *object.dict())
                values.push_back(value);
            return values;
        }
        if (name == "get") {
            const Value* found = object.find(given.at(0, "").text());
            const Value otherwise = given.at(1, "default");
            return found != nullptr ? *found : otherwise.isUndefined() ? Value(nullptr) : otherwise;
        }
    }
    refuse("the method \"" + name + "\" is not known here");
}

Value applyFilter(const std::string& name, const Value& value, const Arguments& given) {
    if (name == "trim")
        return stripped(value.text(), given.at(0, "chars"), true, true);
    if (name == "length" || name == "count")
        return lengthOf(value);
    if (name == "tojson") {
        const Value indent = given.at(0, "indent");
        return value.json(
            indent.integer() ? static_cast<int>(std::clamp<std::int64_t>(*indent.integer(), 0, 16)) : -1);
    }
    if (name == "default" || name == "d")
        return value.isUndefined() || (given.at(1, "boolean").truth() && !value.truth())
                   ? given.at(0, "default_value")
                   : value;
    if (name == "string")
        return value.text();
    if (name == "safe" || name == "e" || name == "escape")
        return value;
    if (name == "upper")
        return raised(value.text());
    if (name == "lower")
        return lowered(value.text());
    if (name == "title")
        return titled(value.text());
    if (name == "capitalize") {
        std::string text = lowered(value.text());
        if (!text.empty())
            text[0] = raised(text.substr(0, 1))[0];
        return text;
    }
    if (name == "replace")
        return replaced(value.text(), given.at(0, "old").text(), given.at(1, "new").text());
    if (name == "list")
        return elementsOf(value);
    if (name == "items")
        return itemsOf(value);
    if (name == "dictsort") {
        List items = itemsOf(value);
        std::ranges::stable_sort(items, {}, [](const Value& item) { return item.list()->front().text(); });
        return items;
    }
    if (name == "first" || name == "last")
        return itemOf(value, std::int64_t{name == "first" ? 0 : -1});
    if (name == "reverse") {
        List list = elementsOf(value);
        std::ranges::reverse(list);
        return list;
    }
    if (name == "join") {
        std::string text;
        const std::string between = given.at(0, "d").text();
        bool first = true;
        for (const Value& one : elementsOf(value)) {
            limitTo(text.append(first ? "" : between).append(one.text()).size());
            first = false;
        }
        return text;
    }
    if (name == "map") {
        List out;
        const Value* attribute = given.find("attribute");
        for (const Value& one : elementsOrNone(value)) {
            const Value* found = attribute != nullptr ? one.find(attribute->text()) : nullptr;
            out.push_back(attribute != nullptr ? (found ? *found : Value())
                                               : applyFilter(given.at(0, "").text(), one, {}));
        }
        return out;
    }
    if (name == "selectattr" || name == "rejectattr")
        return selected(value, given, name == "selectattr", true);
    if (name == "select" || name == "reject")
        return selected(value, given, name == "select", false);
    if (name == "int" || name == "float" || name == "abs") {
        double number = value.isNumber() ? value.number() : 0;
        if (value.string())
            number = std::strtod(value.string()->c_str(), nullptr);
        if (name == "abs")
            number = std::fabs(number);
        if (name == "float" || (name == "abs" && !value.integer()) || !(std::fabs(number) < 9e15))
            return number;
        return static_cast<std::int64_t>(number);
    }
    refuse("the filter \"" + name + "\" is not known");
}

bool applyTest(const std::string& name, const Value& value, const Arguments& given) {
    const Value other = given.at(0, "");
    if (name == "defined")
        return !value.isUndefined();
    if (name == "undefined")
        return value.isUndefined();
    if (name == "none")
        return value.isNone();
    if (name == "string")
        return value.string() != nullptr;
    if (name == "mapping")
        return value.dict() != nullptr;
    if (name == "iterable" || name == "sequence")
        return value.string() || value.list() || value.dict();
    if (name == "boolean")
        return std::holds_alternative<bool>(value.held);
    if (name == "true" || name == "false")
        return std::holds_alternative<bool>(value.held) && value.truth() == (name == "true");
    if (name == "integer")
        return value.integer() != nullptr;
    if (name == "number")
        return value.isNumber();
    if (name == "equalto" || name == "eq" || name == "==" || name == "sameas")
        return equal(value, other);
    if (name == "ne" || name == "!=")
        return !equal(value, other);
    if (name == "in")
        return contains(other, value);
    if (name == "odd" || name == "even")
        return value.integer() && (*value.integer() % 2 != 0) == (name == "odd");
    refuse("the test \"" + name + "\" is not known");
}

} // namespace parallax::inference::jinja
