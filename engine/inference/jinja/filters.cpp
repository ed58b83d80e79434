// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "engine/inference/jinja/builtins.h"
#include "engine/inference/unicode.h"

namespace parallax::inference::jinja {
namespace {

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

// Filters of lists take none for an empty one.
List elementsOrNone(const Value& value) {
    return value.isNone() ? List() : elementsOf(value);
}

Value iterator(List elements) {
    return Tuple{std::move(elements), Tuple::Sort::Iterator};
}

// "function.name": one after another; a number is a place.
Value attributeOf(Value value, const Value& path) {
    if (path.isUndefined())
        return value;
    if (path.integer())
        return itemOf(value, path);
    const std::string names = path.text();
    for (std::size_t at = 0; at <= names.size();) {
        const std::size_t end = std::min(names.find('.', at), names.size());
        const std::string name = names.substr(at, end - at);
        const bool place = !name.empty() && name.size() < 10 &&
                           std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
        if (value.isUndefined())
            refuse("what has no value has no \"" + name + "\"");
        value = itemOf(value, place ? Value(static_cast<std::int64_t>(std::stol(name))) : Value(name));
        at = end + 1;
    }
    return value;
}

// What sort, unique, min and max compare by: capitals are as small letters unless it is said.
Value comparedBy(const Value& element, const Arguments& given) {
    Value value = attributeOf(element, given.at(0, "attribute"));
    if (value.isUndefined())
        value = given.at(0, "default"); // of groupby alone
    if (value.string() != nullptr && !given.at(0, "case_sensitive").truth())
        return toLower(*value.string());
    return value;
}

// select, reject, selectattr, rejectattr: elements that pass a test, or whose attribute does; without a test,
// those that are true.
Value selected(const Value& value, const Arguments& given, bool keep, bool attribute) {
    if (!given.named.empty())
        refuse("select and its like take no arguments by name");
    if (attribute && given.values.empty())
        refuse("selectattr and rejectattr need an attribute");
    List out;
    const std::size_t testAt = attribute ? 1 : 0;
    Arguments rest;
    if (given.values.size() > testAt)
        rest.values.assign(given.values.begin() + static_cast<std::ptrdiff_t>(testAt) + 1,
                           given.values.end());
    for (const Value& element : elementsOrNone(value)) {
        const Value subject = attribute ? attributeOf(element, given.values[0]) : element;
        const bool passes = given.values.size() > testAt
                                ? applyTest(given.values[testAt].text(), subject, rest)
                                : subject.truth();
        if (passes == keep)
            out.push_back(element);
    }
    return iterator(std::move(out));
}

Value mapped(const Value& value, const Arguments& given) {
    List out;
    if (given.find("attribute") != nullptr) {
        const Arguments named = bound(given, "attribute default", "the filter \"map\"");
        for (const Value& one : elementsOrNone(value)) {
            Value found = attributeOf(one, named.at(0, "attribute"));
            out.push_back(found.isUndefined() ? named.at(0, "default") : std::move(found));
        }
        return iterator(std::move(out));
    }
    if (given.values.empty())
        refuse("the filter \"map\" needs an attribute or a filter");
    if (given.values[0].text() == "map") // of characters it could go on for ever
        refuse("\"map\" within \"map\" is not known");
    const Arguments rest{{given.values.begin() + 1, given.values.end()}, given.named};
    for (const Value& one : elementsOrNone(value))
        out.push_back(applyFilter(given.values[0].text(), one, rest));
    return iterator(std::move(out));
}

Value json(const Value& value, const Arguments& given) {
    JsonStyle style;
    const Value indent = given.at(0, "indent");
    if (indent.integer()) {
        style.indent = static_cast<int>(std::clamp<std::int64_t>(*indent.integer(), 0, 16));
        style.comma = ",";
    } else if (!indent.isUndefined() && !indent.isNone()) {
        refuse("an indentation is a number of blanks");
    }
    if (const Value separators = given.at(0, "separators"); separators.list() != nullptr) {
        if (separators.list()->size() != 2)
            refuse("there are two separators");
        style.comma = separators.list()->front().text();
        style.colon = separators.list()->back().text();
    }
    style.ascii = given.at(0, "ensure_ascii").truth();
    style.sorted = given.at(0, "sort_keys").truth();
    return value.json(style);
}

// As Python's int() and float() read a text; the whole of it, or nothing.
std::optional<double> numberOf(const Value& value) {
    if (value.isNumber())
        return value.number();
    if (value.string() == nullptr)
        return std::nullopt;
    std::string text = stripped(*value.string(), {}, true, true);
    if (text.empty() || text.find_first_not_of("0123456789+-.eE") != std::string::npos)
        return std::nullopt;
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    return *end == '\0' ? std::optional(number) : std::nullopt;
}

Value numeric(const std::string& name, const Value& value, const Arguments& given) {
    const auto number = numberOf(value);
    if (name == "abs") {
        if (!value.isNumber())
            refuse("\"abs\" needs a number");
        return value.integer() ? Value(std::abs(*value.integer())) : Value(std::fabs(*number));
    }
    if (!number) {
        const Value otherwise = given.at(0, "default");
        return !otherwise.isUndefined() ? otherwise : name == "int" ? Value(std::int64_t{0}) : Value(0.0);
    }
    if (name == "float" || !(std::fabs(*number) < 9e15))
        return *number;
    return static_cast<std::int64_t>(*number);
}

Value rounded(const Value& value, const Arguments& given) {
    if (!value.isNumber())
        refuse("\"round\" needs a number");
    const Value places = given.at(0, "precision");
    const Value method = given.at(0, "method");
    const bool common = method.isUndefined() || method.text() == "common";
    const double digits = places.isNumber() ? places.number() : 0;
    const bool whole = !std::holds_alternative<double>(value.held);
    if (common && digits >= 0 && digits <= 100) { // of the number as it is, as Python does; whole ones stay
        if (whole)
            return combine("+", value, std::int64_t{0});
        char text[512];
        std::snprintf(text, sizeof text, "%.*f", static_cast<int>(digits), value.number());
        return std::strtod(text, nullptr);
    }
    const double unit = std::pow(10.0, places.isNumber() ? std::clamp(places.number(), -300.0, 300.0) : 0);
    const double number = value.number() * unit;
    const double near = std::nearbyint(number) / unit; // to the even one of two that are as near
    if (common && whole && std::fabs(near) < 9e15)
        return static_cast<std::int64_t>(near);
    if (common)
        return near;
    if (method.text() == "ceil" || method.text() == "floor")
        return (method.text() == "ceil" ? std::ceil(number) : std::floor(number)) / unit;
    refuse("a number is rounded by common, ceil or floor");
}

// So many lists of about the same length, the first ones longer.
Value sliced(const List& list, const Arguments& given) {
    const Value count = given.at(0, "slices");
    if (!count.integer() || *count.integer() < 1 || *count.integer() > 10'000)
        refuse("\"slice\" needs a number above 0, and no large one");
    const auto slices = static_cast<std::size_t>(*count.integer());
    const std::size_t longer = list.size() % slices;
    const Value fill = given.at(0, "fill_with");
    List out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < slices; ++i) {
        const std::size_t size = list.size() / slices + (i < longer);
        List slice(list.begin() + static_cast<std::ptrdiff_t>(at),
                   list.begin() + static_cast<std::ptrdiff_t>(at + size));
        if (i >= longer && !fill.isUndefined() && !fill.isNone())
            slice.push_back(fill);
        out.emplace_back(std::move(slice));
        at += size;
    }
    return iterator(std::move(out));
}

Value listFilter(const std::string& name, const Value& value, const Arguments& given) {
    List list = elementsOf(value);
    const auto less = [&](const Value& a, const Value& b) {
        return before(comparedBy(a, given), comparedBy(b, given));
    };
    if (name == "sort") {
        if (given.at(0, "reverse").truth()) // equal ones stay in their order
            std::ranges::stable_sort(list, [&](const Value& a, const Value& b) { return less(b, a); });
        else
            std::ranges::stable_sort(list, less);
        return list;
    }
    if (name == "min" || name == "max") {
        if (list.empty())
            return {};
        return name == "min" ? *std::ranges::min_element(list, less)
                             : *std::ranges::max_element(
                                   list, [&](const Value& a, const Value& b) { return less(a, b); });
    }
    if (name == "unique") {
        List out;
        std::set<std::string> known;
        for (const Value& one : list)
            if (known.insert(keyOf(comparedBy(one, given))).second)
                out.push_back(one);
        return iterator(std::move(out));
    }
    if (name == "groupby") {
        std::ranges::stable_sort(list, less);
        List out;
        for (const Value& one : list) {
            if (!out.empty() && !before(comparedBy(out.back().list()->back().list()->front(), given),
                                        comparedBy(one, given))) {
                out.back().list()->back().list()->push_back(one);
                continue;
            }
            const Value found = attributeOf(one, given.at(0, "attribute"));
            out.emplace_back(
                Tuple{{found.isUndefined() ? given.at(0, "default") : found, List{one}}, Tuple::Sort::Group});
        }
        return out;
    }
    if (name == "slice")
        return sliced(list, given);
    if (name == "sum") {
        Value total = given.at(0, "start").isUndefined() ? Value(std::int64_t{0}) : given.at(0, "start");
        for (const Value& one : list) {
            const Value part = attributeOf(one, given.at(0, "attribute"));
            if (!part.isNumber() || !total.isNumber())
                refuse("\"sum\" needs numbers");
            total = combine("+", total, part);
        }
        return total;
    }
    // batch
    const Value count = given.at(0, "linecount");
    if (!count.integer() || *count.integer() < 1)
        refuse("\"batch\" needs a number above 0");
    const auto size = static_cast<std::size_t>(*count.integer());
    const Value fill = given.at(0, "fill_with");
    List out;
    for (std::size_t at = 0; at < list.size(); at += std::min(size, list.size())) {
        const std::size_t end = at + std::min(size, list.size() - at);
        List row(list.begin() + static_cast<std::ptrdiff_t>(at),
                 list.begin() + static_cast<std::ptrdiff_t>(end));
        if (!fill.isUndefined() && !fill.isNone()) {
            if (size > 10'000)
                refuse("a row of \"batch\" becomes too long");
            row.resize(size, fill);
        }
        out.emplace_back(std::move(row));
    }
    return iterator(std::move(out));
}

Value truncated(const std::string& text, const Arguments& given) {
    const auto number = [&](const char* name, std::int64_t otherwise) {
        const Value value = given.at(0, name);
        if (!value.isUndefined() && !value.isNone() && !value.integer())
            refuse("\"truncate\" needs whole numbers");
        return value.integer() ? *value.integer() : otherwise;
    };
    const std::string end = given.at(0, "end").isUndefined() ? "..." : given.at(0, "end").text();
    const std::int64_t length = number("length", 255);
    const std::int64_t leeway = number("leeway", 5);
    const std::int64_t left = length - static_cast<std::int64_t>(codePointCount(end));
    if (left < 0 || leeway < 0)
        refuse("\"truncate\" leaves no room for the end");
    const auto size = static_cast<std::int64_t>(codePointCount(text));
    if (size <= length || size - length <= leeway)
        return text;
    const std::string kept = sliceOf(text, {}, left, {}).text();
    return (given.at(0, "killwords").truth() ? kept : splitFromRight(kept, " ", 1)[0].text()) + end;
}

std::int64_t wordCount(const std::string& text) {
    std::int64_t count = 0;
    bool within = false;
    for (const char32_t c : toUtf32(text)) {
        const bool word = c == U'_' || isLetter(c) || charClass(c) == CharClass::Number;
        count += word && !within;
        within = word;
    }
    return count;
}

Value textFilter(const std::string& name, const Value& value, const Arguments& given) {
    const std::string text = value.text();
    if (name == "trim")
        return markupLike(value, stripped(text, given.at(0, "chars"), true, true));
    if (name == "e" || name == "escape" || name == "forceescape")
        return Markup{htmlEscaped(name == "forceescape" ? Value(text) : value)};
    if (name == "safe")
        return Markup{text};
    if (name == "upper")
        return markupLike(value, limited(toUpper(text)));
    if (name == "lower")
        return markupLike(value, limited(toLower(text)));
    if (name == "title")
        return limited(titledAtWords(text));
    if (name == "capitalize")
        return markupLike(value, limited(capitalized(text)));
    if (name == "wordcount")
        return wordCount(text);
    if (name == "truncate")
        return truncated(text, given);
    if (name == "center") {
        const Value width = given.at(0, "width");
        Value whole = value.string() != nullptr ? value : Value(text);
        return callMethod(whole, name, {{width.isUndefined() ? Value(std::int64_t{80}) : width}, {}});
    }
    if (name == "indent") {
        const Value width = given.at(0, "width");
        const std::string by =
            width.string() ? *width.string()
                           : std::string(width.integer() ? static_cast<std::size_t>(std::clamp<std::int64_t>(
                                                               *width.integer(), 0, 1000))
                                                         : 4,
                                         ' ');
        return markupLike(value,
                          indented(text, by, given.at(0, "first").truth(), given.at(0, "blank").truth()));
    }
    // replace
    const Value count = given.at(0, "count");
    return replaced(text, given.at(0, "old").text(), given.at(0, "new").text(),
                    count.integer() && *count.integer() >= 0 ? static_cast<std::size_t>(*count.integer())
                                                             : std::string::npos);
}

Value joined(const Value& value, const Arguments& given) {
    std::string text;
    const std::string between = given.at(0, "d").text();
    bool first = true;
    for (const Value& one : elementsOf(value)) {
        limitTo(text.append(first ? "" : between)
                    .append(attributeOf(one, given.at(0, "attribute")).text())
                    .size());
        first = false;
    }
    return text;
}

Value dictSorted(const Value& value, const Arguments& given) {
    const std::string by = given.at(0, "by").isUndefined() ? "key" : given.at(0, "by").text();
    if (by != "key" && by != "value")
        refuse("\"dictsort\" sorts by key or value");
    List items = itemsOf(value);
    Arguments place = given;
    place.named.emplace_back("attribute", std::int64_t{by == "key" ? 0 : 1});
    const auto less = [&](const Value& a, const Value& b) {
        return before(comparedBy(a, place), comparedBy(b, place));
    };
    if (given.at(0, "reverse").truth())
        std::ranges::stable_sort(items, [&](const Value& a, const Value& b) { return less(b, a); });
    else
        std::ranges::stable_sort(items, less);
    return items;
}

// What each filter takes, in order.
enum class Family { Text, List, Number, Other };
struct Filter {
    const char* name;
    const char* takes;
    Family family;
};
constexpr Filter filters[] = {
    {"trim", "chars", Family::Text},
    {"e", "", Family::Text},
    {"escape", "", Family::Text},
    {"forceescape", "", Family::Text},
    {"upper", "", Family::Text},
    {"lower", "", Family::Text},
    {"title", "", Family::Text},
    {"capitalize", "", Family::Text},
    {"safe", "", Family::Text},
    {"wordcount", "", Family::Text},
    {"center", "width", Family::Text},
    {"truncate", "length killwords end leeway", Family::Text},
    {"indent", "width first blank", Family::Text},
    {"replace", "old new count", Family::Text},
    {"sort", "reverse case_sensitive attribute", Family::List},
    {"min", "case_sensitive attribute", Family::List},
    {"max", "case_sensitive attribute", Family::List},
    {"unique", "case_sensitive attribute", Family::List},
    {"sum", "attribute start", Family::List},
    {"batch", "linecount fill_with", Family::List},
    {"slice", "slices fill_with", Family::List},
    {"groupby", "attribute default case_sensitive", Family::List},
    {"int", "default", Family::Number},
    {"float", "default", Family::Number},
    {"abs", "", Family::Number},
    {"length", "", Family::Other},
    {"count", "", Family::Other},
    {"tojson", "ensure_ascii indent separators sort_keys", Family::Other},
    {"default", "default_value boolean", Family::Other},
    {"d", "default_value boolean", Family::Other},
    {"string", "", Family::Other},
    {"list", "", Family::Other},
    {"items", "", Family::Other},
    {"dictsort", "case_sensitive by reverse", Family::Other},
    {"first", "", Family::Other},
    {"last", "", Family::Other},
    {"reverse", "", Family::Other},
    {"join", "d attribute", Family::Other},
    {"round", "precision method", Family::Other},
};

} // namespace

List itemsOf(const Value& dict) {
    List items;
    if (const auto* entries = dict.dict())
        for (const auto& [key, value] : *entries)
            items.emplace_back(Tuple{{keyValue(key), value}});
    else if (!dict.isUndefined())
        refuse("only a dictionary has items");
    return items;
}

bool before(const Value& a, const Value& b) {
    if (a.isNumber() && b.isNumber())
        return a.number() < b.number();
    if (a.string() == nullptr || b.string() == nullptr)
        refuse("these values have no order");
    return *a.string() < *b.string();
}

Value applyFilter(const std::string& name, const Value& value, const Arguments& given) {
    if (name == "map")
        return mapped(value, given);
    if (name == "selectattr" || name == "rejectattr")
        return selected(value, given, name == "selectattr", true);
    if (name == "select" || name == "reject")
        return selected(value, given, name == "select", false);
    if (name == "format" && (given.named.empty() || given.values.empty())) {
        const Value whole = value.string() != nullptr ? value : Value(value.text());
        return combine("%", whole, given.named.empty() ? Value(Tuple{given.values}) : Value(given.named));
    }
    const auto* const filter =
        std::ranges::find_if(filters, [&](const Filter& one) { return one.name == name; });
    if (filter == std::end(filters))
        refuse("the filter \"" + name + "\" is not known");
    const Arguments named = bound(given, filter->takes, "the filter \"" + name + "\"");
    if (filter->family == Family::Text)
        return textFilter(name, value, named);
    if (filter->family == Family::List)
        return listFilter(name, value, named);
    if (filter->family == Family::Number)
        return numeric(name, value, named);
    if (name == "length" || name == "count")
        return lengthOf(value);
    if (name == "tojson")
        return json(value, named);
    if (name == "default" || name == "d") {
        const bool missing = value.isUndefined() || (named.at(0, "boolean").truth() && !value.truth());
        const Value otherwise = named.at(0, "default_value");
        return !missing ? value : otherwise.isUndefined() ? Value("") : otherwise;
    }
    if (name == "string")
        return value.isMarkup() ? value : Value(value.text());
    if (name == "list")
        return elementsOf(value);
    if (name == "items")
        return iterator(itemsOf(value));
    if (name == "dictsort")
        return dictSorted(value, named);
    if (name == "first" && value.isIterator() && !value.list()->empty()) { // which goes on behind it
        Value first = std::move(value.list()->front());
        value.list()->erase(value.list()->begin());
        return first;
    }
    if (name == "first" || name == "last") {
        const bool places = value.hasPlaces() || value.isUndefined() || (value.string() && name == "last");
        return itemOf(places ? value : Value(elementsOf(value)), std::int64_t{name == "first" ? 0 : -1});
    }
    if (name == "reverse") {
        if (value.string() != nullptr)
            return sliceOf(value, {}, {}, std::int64_t{-1});
        List list = elementsOf(value);
        std::ranges::reverse(list);
        return iterator(std::move(list));
    }
    if (name == "round")
        return rounded(value, named);
    return joined(value, named);
}

} // namespace parallax::inference::jinja
