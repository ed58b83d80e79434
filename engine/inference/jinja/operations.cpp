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
        return found ? *found : Value();
    }
    if (!key.integer())
        return {};
    const auto place = [&](std::size_t count) { // the count itself: none
        const std::int64_t at =
            *key.integer() < 0 ? *key.integer() + static_cast<std::int64_t>(count) : *key.integer();
        return at < 0 || at >= static_cast<std::int64_t>(count) ? count : static_cast<std::size_t>(at);
    };
    if (const auto* text = object.string()) {
        const std::u32string points = toUtf32(*text);
        const std::size_t at = place(points.size());
        return at < points.size() ? Value(toUtf8(std::u32string_view(points).substr(at, 1))) : Value();
    }
    if (const auto* list = object.list()) {
        const std::size_t at = place(list->size());
        return at < list->size() ? (*list)[at] : Value();
    }
    elementsOf(object); // refuses it
    return {};
}

Value sliceOf(const Value& object, const Value& from, const Value& to, const Value& step) {
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
        return toUtf8(text);
    return object.isTuple() ? Value(Tuple{std::move(out)}) : Value(std::move(out));
}

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
        if (sign == "+")
            return limited(*left.string() + *right.string());
        const int order = left.string()->compare(*right.string());
        if (sign == "<" || sign == ">" || sign == "<=" || sign == ">=")
            return sign == "<" ? order < 0 : sign == ">" ? order > 0 : sign == "<=" ? order <= 0 : order >= 0;
    }
    if (sign == "%" && left.string())
        return percentFormatted(*left.string(), right);
    if (sign == "*" && left.integer() && (right.list() || right.string()))
        return combine(sign, right, left);
    if (left.list() && right.integer() && sign == "*") {
        const auto size = static_cast<std::int64_t>(left.list()->size());
        const std::int64_t times = std::max<std::int64_t>(*right.integer(), 0);
        if (size > 0 && times > mostElements / size)
            refuse("a list becomes too long");
        List all;
        for (std::int64_t i = 0; size > 0 && i < times; ++i)
            all.insert(all.end(), left.list()->begin(), left.list()->end());
        return left.isTuple() ? Value(Tuple{std::move(all)}) : Value(std::move(all));
    }
    if (left.list() && right.list() && left.isTuple() == right.isTuple() && sign == "+") {
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
        return out;
    }
    if (!left.isNumber() || !right.isNumber())
        refuse("\"" + sign + "\" does not go with these values");
    const double a = left.number();
    const double b = right.number();
    if (sign == "<")
        return a < b;
    if (sign == ">")
        return a > b;
    if (sign == "<=")
        return a <= b;
    if (sign == ">=")
        return a >= b;
    const bool whole =
        !std::holds_alternative<double>(left.held) && !std::holds_alternative<double>(right.held);
    if (sign == "**") {
        const double power = std::pow(a, b);
        return whole && b >= 0 && std::fabs(power) < 9e15 ? Value(static_cast<std::int64_t>(power))
                                                          : Value(power);
    }
    if (sign != "+" && sign != "-" && sign != "*" && b == 0)
        refuse("a division by 0");
    if (sign == "/")
        return a / b;
    const double result = sign == "+"    ? a + b
                          : sign == "-"  ? a - b
                          : sign == "*"  ? a * b
                          : sign == "//" ? std::floor(a / b)
                                         : a - b * std::floor(a / b);
    if (whole && std::fabs(result) < 9e15)
        return static_cast<std::int64_t>(result);
    return result;
}

} // namespace parallax::inference::jinja
