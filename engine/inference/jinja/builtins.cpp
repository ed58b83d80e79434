// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/jinja/builtins.h"

#include <algorithm>
#include <ctime>

#include "base/utf8.h"
#include "engine/inference/unicode.h"

namespace parallax::inference::jinja {
namespace {

// A namespace's values are found before the methods of a dictionary.
constexpr const char* namespaceMark = "\x01N";

std::string timeText(const std::string& format, std::int64_t now) {
    const auto seconds = static_cast<std::time_t>(now);
    std::tm time{};
    localtime_r(&seconds, &time);
    char text[256];
    return {text, std::strftime(text, sizeof text, format.c_str(), &time)};
}

List rangeOf(const Arguments& given) {
    if (given.values.empty() || given.values.size() > 3 || !given.named.empty())
        refuse("a range takes one to three numbers");
    // range(end), range(start, end), range(start, end, step)
    std::int64_t bounds[3] = {0, 0, 1};
    for (std::size_t i = 0; i < given.values.size(); ++i) {
        if (!given.values[i].integer())
            refuse("a range takes whole numbers");
        bounds[given.values.size() == 1 ? 1 : i] = *given.values[i].integer();
    }
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

const std::string& textOf(const Value& value, const std::string& method) {
    if (value.string() == nullptr)
        refuse("the method \"" + method + "\" needs a text");
    return *value.string();
}

// One text, or any of a tuple.
bool beginsOrEnds(const std::string& text, const Value& with, bool begins) {
    if (!with.isTuple()) {
        const std::string& part = textOf(with, begins ? "startswith" : "endswith");
        return begins ? text.starts_with(part) : text.ends_with(part);
    }
    return std::ranges::any_of(*with.list(),
                               [&](const Value& one) { return beginsOrEnds(text, one, begins); });
}

std::size_t timesOf(const Value& count) { // missing or below 0: always
    if (!count.isUndefined() && !count.isNone() && !count.integer())
        refuse("a count is a whole number");
    return count.integer() && *count.integer() >= 0 ? static_cast<std::size_t>(*count.integer())
                                                    : std::string::npos;
}

// What find and its like look into when they are told where: from `start` to `end`, as in a slice.
struct Within {
    std::string text;
    std::int64_t before = 0; // characters of the whole
};
Within within(const std::string& text, const Arguments& given) {
    const Value start = given.at(0, "start");
    const Value end = given.at(0, "end");
    if (start.isUndefined() && end.isUndefined())
        return {text};
    Within out{sliceOf(text, start, end, {}).text()};
    if (const auto* at = start.integer()) {
        const auto size = static_cast<std::int64_t>(codePointCount(text));
        out.before = *at < 0 ? std::max<std::int64_t>(*at + size, 0) : *at;
        if (out.before > size)
            refuse("a text is looked into behind its end");
    }
    return out;
}

// What stands before `by`, itself, and the rest.
Value parted(const std::string& text, const std::string& by, bool fromRight) {
    if (by.empty())
        refuse("a text cannot be split at nothing");
    const std::size_t at = fromRight ? text.rfind(by) : text.find(by);
    if (at == std::string::npos)
        return Tuple{fromRight ? List{"", "", text} : List{text, "", ""}};
    return Tuple{{text.substr(0, at), by, text.substr(at + by.size())}};
}

std::string widened(const std::string& text, const std::string& name, const Arguments& given) {
    const Value width = given.at(0, "width");
    const Value fill = given.at(0, "fillchar");
    if (!width.integer() || (!fill.isUndefined() && codePointCount(textOf(fill, name)) != 1))
        refuse("\"" + name + "\" needs a width, and one character to fill with");
    const auto wide = static_cast<std::size_t>(std::clamp<std::int64_t>(*width.integer(), 0, mostElements));
    if (name == "zfill") {
        const std::size_t sign = text.starts_with('-') || text.starts_with('+');
        return text.substr(0, sign) + padded(text.substr(sign), wide - std::min(wide, sign), '>', "0");
    }
    std::string by = fill.isUndefined() ? " " : *fill.string();
    if (name != "center")
        return padded(text, wide, name == "ljust" ? '<' : '>', by);
    // Python puts the odd one to the left when the width is odd, else to the right.
    const std::size_t size = codePointCount(text);
    const std::size_t missing = wide > size ? wide - size : 0;
    const std::size_t left = missing / 2 + (missing & wide & 1U);
    return padded(padded(text, size + left, '>', by), wide, '<', by);
}

std::string swappedCase(const std::string& text) {
    std::string out;
    for (const char32_t c : toUtf32(text)) {
        const std::string one = toUtf8(std::u32string_view(&c, 1));
        out += letterCase(c) == LetterCase::Upper ? toLower(one) : toUpper(one);
    }
    return limited(std::move(out));
}

Value countOf(const std::string& text, const std::string& part) {
    std::int64_t count = 0;
    if (part.empty())
        return static_cast<std::int64_t>(codePointCount(text)) + 1;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size())
        ++count;
    return count;
}

struct Method {
    const char* name;
    const char* takes;
};
constexpr Method textMethods[] = {
    {"strip", "chars"},
    {"lstrip", "chars"},
    {"rstrip", "chars"},
    {"split", "sep maxsplit"},
    {"rsplit", "sep maxsplit"},
    {"splitlines", "keepends"},
    {"startswith", "prefix start end"},
    {"endswith", "prefix start end"},
    {"replace", "old new count"},
    {"upper", ""},
    {"lower", ""},
    {"title", ""},
    {"capitalize", ""},
    {"swapcase", ""},
    {"center", "width fillchar"},
    {"ljust", "width fillchar"},
    {"rjust", "width fillchar"},
    {"zfill", "width"},
    {"partition", "sep"},
    {"rpartition", "sep"},
    {"find", "sub start end"},
    {"rfind", "sub start end"},
    {"index", "sub start end"},
    {"rindex", "sub start end"},
    {"count", "sub start end"},
    {"removeprefix", "prefix"},
    {"removesuffix", "prefix"},
    {"isdigit", ""},
    {"isalpha", ""},
    {"isalnum", ""},
    {"isspace", ""},
    {"isascii", ""},
    {"islower", ""},
    {"isupper", ""},
    {"join", "iterable"},
};

Value textMethod(const std::string& text, const std::string& name, const Arguments& given) {
    if (name == "strip" || name == "lstrip" || name == "rstrip")
        return stripped(text, given.at(0, "chars"), name != "rstrip", name != "lstrip");
    if (name == "split")
        return split(text, given.at(0, "sep"), timesOf(given.at(0, "maxsplit")));
    if (name == "rsplit")
        return splitFromRight(text, given.at(0, "sep"), timesOf(given.at(0, "maxsplit")));
    if (name == "splitlines")
        return lines(text, given.at(0, "keepends").truth());
    if (name == "startswith" || name == "endswith")
        return beginsOrEnds(within(text, given).text, given.at(0, "prefix"), name == "startswith");
    if (name == "replace")
        return replaced(text, textOf(given.at(0, "old"), name), textOf(given.at(0, "new"), name),
                        timesOf(given.at(0, "count")));
    if (name == "upper")
        return limited(toUpper(text));
    if (name == "lower")
        return limited(toLower(text));
    if (name == "title")
        return limited(titledAtLetters(text));
    if (name == "capitalize")
        return limited(capitalized(text));
    if (name == "swapcase")
        return swappedCase(text);
    if (name == "center" || name == "ljust" || name == "rjust" || name == "zfill")
        return widened(text, name, given);
    if (name == "partition" || name == "rpartition")
        return parted(text, textOf(given.at(0, "sep"), name), name == "rpartition");
    if (name == "isascii")
        return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (name == "isdigit")
        return everyCharacter(text, [](char32_t c) { return isDigit(c); });
    if (name == "isalpha")
        return everyCharacter(text, isLetter);
    if (name == "isalnum")
        return everyCharacter(text, [](char32_t c) { return isLetter(c) || isDigit(c); });
    if (name == "isspace")
        return everyCharacter(text, isPythonBlank);
    if (name == "islower" || name == "isupper")
        return applyTest(name.substr(2), text, {});
    if (name == "join")
        return applyFilter("join", given.at(0, "iterable"), Arguments{{text}, {}});
    if (name == "removeprefix" || name == "removesuffix") {
        const std::string part = textOf(given.at(0, "prefix"), name); // of a value that ends here
        if (name == "removeprefix")
            return text.starts_with(part) ? text.substr(part.size()) : text;
        return text.ends_with(part) ? text.substr(0, text.size() - part.size()) : text;
    }
    const std::string part = textOf(given.at(0, "sub"), name);
    const Within place = within(text, given);
    if (name == "count")
        return countOf(place.text, part);
    const std::size_t at = name.starts_with('r') ? place.text.rfind(part) : place.text.find(part);
    if (at != std::string::npos)
        return place.before +
               static_cast<std::int64_t>(codePointCount(std::string_view(place.text).substr(0, at)));
    if (name == "index" || name == "rindex")
        refuse("\"" + name + "\" does not find it");
    return std::int64_t{-1};
}

Value listMethod(const List& list, const std::string& name, const Value& what) {
    if (name == "count")
        return static_cast<std::int64_t>(
            std::ranges::count_if(list, [&](const Value& one) { return equal(one, what); }));
    for (std::size_t i = 0; i < list.size(); ++i)
        if (equal(list[i], what))
            return static_cast<std::int64_t>(i);
    refuse("\"index\" does not find it");
}

Value dictMethod(const Value& dict, const std::string& name, const Arguments& given) {
    if (name == "items")
        return Tuple{itemsOf(dict), Tuple::Sort::Items};
    if (name == "keys")
        return Tuple{elementsOf(dict), Tuple::Sort::Keys};
    if (name == "copy")
        return *dict.dict();
    if (name == "values") {
        List values;
        for (const auto& [key, value] : *dict.dict())
            values.push_back(value);
        return Tuple{std::move(values), Tuple::Sort::Values};
    }
    const Value* found = dict.find(keyOf(given.at(0, "key")));
    const Value otherwise = given.at(0, "default");
    return found != nullptr ? *found : otherwise.isUndefined() ? Value(nullptr) : otherwise;
}

} // namespace

Arguments bound(const Arguments& given, std::string_view takes, const std::string& what) {
    Arguments out;
    std::size_t index = 0;
    for (std::size_t at = 0; at < takes.size();) {
        const std::size_t end = std::min(takes.find(' ', at), takes.size());
        const std::string name(takes.substr(at, end - at));
        const Value* const named = given.find(name);
        if (index < given.values.size())
            out.named.emplace_back(name, given.values[index]);
        else if (named != nullptr)
            out.named.emplace_back(name, *named);
        ++index;
        at = end + 1;
    }
    if (given.values.size() > index)
        refuse(what + " is given too many arguments");
    for (const auto& [name, value] : given.named)
        if (out.find(name) == nullptr)
            refuse(what + " has no argument \"" + name + "\" that is known here");
    return out;
}

Value callFunction(const std::string& name, const Arguments& given, std::int64_t now) {
    if (name == "raise_exception")
        refuse(given.at(0, "message").text());
    if (name == "strftime_now")
        return timeText(given.at(0, "format").text(), now);
    if (name == "range")
        return rangeOf(given);
    if (name == "namespace" || name == "dict") {
        Value made = Dict{};
        if (name == "namespace")
            made.set(namespaceMark, nullptr);
        for (const Value& one : given.values) {
            if (one.dict() == nullptr)
                refuse("\"" + name + "\" takes values by name, or a dictionary");
            for (const auto& [key, value] : *one.dict())
                made.set(key, value);
        }
        for (const auto& [key, value] : given.named)
            made.set(key, value);
        return made;
    }
    refuse("\"" + name + "\" cannot be called like this");
}

bool isMethod(const Value& object, const std::string& name) {
    if (object.string() != nullptr)
        return name == "format" ||
               std::ranges::any_of(textMethods, [&](const Method& one) { return name == one.name; });
    if (object.hasPlaces())
        return name == "index" || name == "count" || (name == "copy" && !object.isTuple());
    return object.dict() != nullptr && object.find(namespaceMark) == nullptr &&
           (name == "items" || name == "keys" || name == "values" || name == "get" || name == "copy" ||
            name == "pop" || name == "update");
}

Value callMethod(Value& object, const std::string& name, const Arguments& given) {
    const std::string what = "the method \"" + name + "\"";
    if (object.isMarkup()) { // what is written into it is escaped, and what it becomes is markup as well
        Arguments escaped = given;
        if (name == "format" || name == "join")
            for (Value& one : escaped.values)
                one = escapedParts(one);
        if (name == "format")
            for (auto& [key, one] : escaped.named)
                one = escapedParts(one);
        if (name == "replace" && escaped.values.size() > 1)
            escaped.values[1] = escapedParts(escaped.values[1]);
        Value plain = *object.string();
        return markupLike(object, callMethod(plain, name, escaped));
    }
    if (const auto* text = object.string()) {
        if (name == "format")
            return formatted(*text, given);
        for (const Method& method : textMethods)
            if (name == method.name)
                return textMethod(*text, name, bound(given, method.takes, what));
    }
    if (object.dict() && name == "cycle" && object.find("revindex0") != nullptr) { // of a loop
        if (given.values.empty() || !given.named.empty())
            refuse("\"cycle\" needs values");
        const auto turn = static_cast<std::size_t>(*object.find("index0")->integer());
        return given.values[turn % given.values.size()];
    }
    if (object.dict() && (name == "items" || name == "keys" || name == "values" || name == "copy"))
        return dictMethod(object, name, bound(given, "", what));
    if (object.dict() && name == "get")
        return dictMethod(object, name, bound(given, "key default", what));
    if (object.hasPlaces() && name == "copy" && !object.isTuple())
        return List(*object.list());
    if (object.hasPlaces() && (name == "index" || name == "count"))
        return listMethod(*object.list(), name, bound(given, "value", what).at(0, "value"));
    refuse(what + " is not known here");
}

} // namespace parallax::inference::jinja
