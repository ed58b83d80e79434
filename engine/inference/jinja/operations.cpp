// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.h"
#include "base/utf8.h"
#include "engine/inference/jinja/builtins.h"

namespace parallax::inference::jinja {

// Texts and lists can be doubled in a loop: what becomes too long is refused.
void limitTo(std::size_t bytes) {
    if (bytes > mostText)
        refuse("a text becomes too long");
}
std::string limited(std::string text) {
    limitTo(text.size());
    return text;
}

bool contains(const Value& container, const Value& what) {
    if (const auto* text = container.string()) {
        if (!what.string())
            refuse("only a text is in a text");
        return text->find(*what.string()) != std::string::npos;
    }
    if (container.dict())
        return container.find(keyOf(what)) != nullptr;
    if (container.isIterator()) { // what was looked at is gone
        const List elements = elementsOf(container);
        const auto found = std::ranges::find_if(elements, [&](const Value& one) { return equal(one, what); });
        if (found != elements.end())
            container.list()->assign(found + 1, elements.end());
        return found != elements.end();
    }
    if (const auto* list = container.list())
        return std::ranges::any_of(*list, [&](const Value& one) { return equal(one, what); });
    if (container.isUndefined()) // has no elements
        return false;
    refuse("\"in\" needs a string, a list or a dictionary");
}

void refuse(const std::string& what) {
    throw Error(ErrorCode::ModelTemplate, {visibleUtf8(what)}); // it may quote the file's template
}

const Value* Arguments::find(const std::string& name) const {
    for (const auto& [known, value] : named)
        if (known == name)
            return &value;
    return nullptr;
}

Value Arguments::at(std::size_t index, const std::string& name) const {
    if (index < values.size())
        return values[index];
    const Value* found = find(name);
    return found != nullptr ? *found : Value();
}

List elementsOf(const Value& value) {
    if (value.isIterator())
        return std::exchange(*value.list(), {});
    if (const auto* list = value.list())
        return *list;
    List out;
    if (const auto* dict = value.dict())
        for (const auto& [key, element] : *dict)
            out.push_back(keyValue(key));
    else if (const auto* text = value.string())
        for (const char32_t c : toUtf32(*text))
            out.emplace_back(toUtf8(std::u32string_view(&c, 1)));
    else if (!value.isUndefined())
        refuse("this cannot be gone through");
    return out;
}

Value itemOf(const Value& object, const Value& key) {
    if (object.isUndefined())
        refuse("what has no value has no items");
    if (object.dict()) {
        const Value* found = key.list() || key.dict() ? nullptr : object.find(keyOf(key));
        if (found)
            return *found;
    }
    if (const auto* tuple = object.tuple(); key.string() && tuple && tuple->sort == Tuple::Sort::Group)
        if (*key.string() == "grouper" || *key.string() == "list")
            return tuple->elements[*key.string() == "list" ? 1 : 0];
    if (key.string() && isMethod(object, *key.string())) // what is in no place may be an attribute
        return namedFunction(*key.string());
    const auto* const truth = std::get_if<bool>(&key.held);
    if (object.dict() || (!key.integer() && !truth))
        return {};
    const std::int64_t number = truth ? *truth : *key.integer();
    const auto place = [&](std::size_t count) { // the count itself: none
        const std::int64_t at = number < 0 ? number + static_cast<std::int64_t>(count) : number;
        return at < 0 || at >= static_cast<std::int64_t>(count) ? count : static_cast<std::size_t>(at);
    };
    if (const auto* text = object.string()) {
        const std::u32string points = toUtf32(*text);
        const std::size_t at = place(points.size());
        return at < points.size() ? markupLike(object, toUtf8(std::u32string_view(points).substr(at, 1)))
                                  : Value();
    }
    if (object.list() != nullptr && !object.hasPlaces())
        return {};
    if (const auto* list = object.list()) {
        const std::size_t at = place(list->size());
        return at < list->size() ? (*list)[at] : Value();
    }
    elementsOf(object); // refuses it
    return {};
}

Value sliceOf(const Value& object, const Value& from, const Value& to, const Value& step) {
    if (object.string() == nullptr && !object.hasPlaces())
        refuse("this cannot be sliced");
    const std::u32string points = object.string() != nullptr ? toUtf32(*object.string()) : std::u32string();
    const List elements = object.string() != nullptr ? List() : elementsOf(object);
    const auto count = static_cast<std::int64_t>(points.size() + elements.size());
    const std::int64_t by = step.integer() ? std::clamp(*step.integer(), -count - 1, count + 1) : 1;
    if (by == 0)
        refuse("a slice has a step of 0");
    const auto bound = [&](const Value& value, std::int64_t otherwise) {
        if (!value.integer())
            return otherwise;
        const std::int64_t at = *value.integer() < 0 ? *value.integer() + count : *value.integer();
        return by > 0 ? std::clamp<std::int64_t>(at, 0, count) : std::clamp<std::int64_t>(at, -1, count - 1);
    };
    List out;
    std::u32string text;
    const std::int64_t end = bound(to, by > 0 ? count : -1);
    for (std::int64_t i = bound(from, by > 0 ? 0 : count - 1); by > 0 ? i < end : i > end; i += by) {
        const auto at = static_cast<std::size_t>(i);
        if (object.string() != nullptr)
            text += points[at];
        else
            out.push_back(elements[at]);
    }
    if (object.string() != nullptr)
        return markupLike(object, toUtf8(text));
    return object.isTuple() ? Value(Tuple{std::move(out)}) : Value(std::move(out));
}

namespace {

bool ordered(const std::string& sign, int order) { // by what a comparison gave: below 0, 0 or above
    return sign == "<" ? order < 0 : sign == ">" ? order > 0 : sign == "<=" ? order <= 0 : order >= 0;
}

// Whole numbers stay exact; Python's never become too large, these are refused then.
std::int64_t combineWhole(const std::string& sign, std::int64_t a, std::int64_t b) {
    std::int64_t result = 1;
    const auto checked = [&result](bool overflows) {
        if (overflows)
            refuse("a number becomes too large");
        return result;
    };
    if (sign == "+")
        return checked(__builtin_add_overflow(a, b, &result));
    if (sign == "-")
        return checked(__builtin_sub_overflow(a, b, &result));
    if (sign == "*")
        return checked(__builtin_mul_overflow(a, b, &result));
    if (sign == "**") {
        if (a == 0 || a == 1 || a == -1)
            return b == 0 || (a == -1 && b % 2 == 0) ? 1 : a;
        for (std::int64_t i = 0; i < b; ++i)
            checked(__builtin_mul_overflow(result, a, &result));
        return result;
    }
    if (b == -1) // the one division that may become too large
        return sign == "//" ? checked(__builtin_sub_overflow(std::int64_t{0}, a, &result)) : 0;
    const std::int64_t rest = a % b;
    const bool below = rest != 0 && (rest < 0) != (b < 0); // Python rounds down
    return sign == "//" ? a / b - below : below ? rest + b : rest;
}

} // namespace

Value combine(const std::string& sign, const Value& left, const Value& right) {
    if (sign == "==")
        return equal(left, right);
    if (sign == "!=")
        return !equal(left, right);
    if (sign == "in")
        return contains(right, left);
    if (sign == "not in")
        return !contains(right, left);
    if (sign == "~")
        return limited(left.text() + right.text());
    if (left.string() && right.string()) {
        if (sign == "+" && (left.isMarkup() || right.isMarkup()))
            return Markup{limited(htmlEscaped(left) + htmlEscaped(right))};
        if (sign == "+")
            return limited(*left.string() + *right.string());
        if (sign == "<" || sign == ">" || sign == "<=" || sign == ">=")
            return ordered(sign, left.string()->compare(*right.string()));
    }
    if (sign == "%" && left.string())
        return markupLike(left,
                          percentFormatted(*left.string(), left.isMarkup() ? escapedParts(right) : right));
    if (sign == "*" && left.integer() && (right.list() || right.string()))
        return combine(sign, right, left);
    if (left.hasPlaces() && right.integer() && sign == "*") {
        const auto size = static_cast<std::int64_t>(left.list()->size());
        const std::int64_t times = std::max<std::int64_t>(*right.integer(), 0);
        if (size > 0 && times > mostElements / size)
            refuse("a list becomes too long");
        List all;
        for (std::int64_t i = 0; size > 0 && i < times; ++i)
            all.insert(all.end(), left.list()->begin(), left.list()->end());
        return left.isTuple() ? Value(Tuple{std::move(all)}) : Value(std::move(all));
    }
    if (left.hasPlaces() && right.hasPlaces() && left.isTuple() == right.isTuple() && sign == "+") {
        List both = *left.list();
        both.insert(both.end(), right.list()->begin(), right.list()->end());
        if (static_cast<std::int64_t>(both.size()) > mostElements)
            refuse("a list becomes too long");
        return left.isTuple() ? Value(Tuple{std::move(both)}) : Value(std::move(both));
    }
    if (left.string() && right.integer() && sign == "*") {
        std::string out;
        if (*right.integer() > mostElements ||
            (*right.integer() > 0 &&
             left.string()->size() > static_cast<std::size_t>(mostElements / *right.integer())))
            refuse("a text becomes too long");
        for (std::int64_t i = 0; i < *right.integer(); ++i)
            out += *left.string();
        return markupLike(left, std::move(out));
    }
    if (!left.isNumber() || !right.isNumber())
        refuse("\"" + sign + "\" does not go with these values");
    const double a = left.number();
    const double b = right.number();
    const bool whole =
        !std::holds_alternative<double>(left.held) && !std::holds_alternative<double>(right.held);
    const auto number = [](const Value& value) { // a truth counts as 0 or 1
        return value.integer() ? *value.integer() : static_cast<std::int64_t>(value.truth());
    };
    if (sign == "<" || sign == ">" || sign == "<=" || sign == ">=") {
        if (std::isnan(a) || std::isnan(b))
            return false;
        if (whole)
            return ordered(sign, number(left) < number(right) ? -1 : number(left) > number(right));
        return ordered(sign, a < b ? -1 : a > b);
    }
    if (sign != "+" && sign != "-" && sign != "*" && sign != "**" && b == 0)
        refuse("a division by 0");
    if (whole && sign != "/" && (sign != "**" || b >= 0))
        return combineWhole(sign, number(left), number(right));
    if (sign == "**")
        return std::pow(a, b);
    if (sign == "/")
        return a / b;
    return sign == "+"    ? a + b
           : sign == "-"  ? a - b
           : sign == "*"  ? a * b
           : sign == "//" ? std::floor(a / b)
                          : a - b * std::floor(a / b);
}

} // namespace parallax::inference::jinja
