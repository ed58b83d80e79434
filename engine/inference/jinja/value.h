// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace parallax::inference::jinja {

// A value of a template: Python's types as far as chat templates use them. Lists and dictionaries are shared,
// as they are there.
struct Undefined {};
struct Value;
using List = std::vector<Value>;
using Dict = std::vector<std::pair<std::string, Value>>; // in order of insertion

// A list of another kind than [ ].
struct Tuple {
    enum class Sort {
        Plain, // shown in round brackets, and equal only to its like
        Group, // of groupby: its two elements have names as well
        Keys,  // of a dictionary, as are the next two: gone through, but without places
        Values,
        Items,
        Iterator // what map, select and their like give: gone through once, and true even when empty
    };
    List elements;
    Sort sort = Sort::Plain;
};

// A text that counts as HTML: what is added to it is escaped, as Python's Markup does.
struct Markup {
    std::string text;
};

struct Macro;

// How json() writes: by default as Python's json.dumps(ensure_ascii=False).
struct JsonStyle {
    int indent = -1; // none
    std::string comma = ", ";
    std::string colon = ": ";
    bool ascii = false;  // other characters as \u1234
    bool sorted = false; // by key
};

struct Value {
    std::variant<Undefined, std::nullptr_t, bool, std::int64_t, double, std::string, std::shared_ptr<List>,
                 std::shared_ptr<Dict>, std::shared_ptr<const Macro>, std::shared_ptr<Tuple>, Markup>
        held;

    Value() = default;
    Value(std::nullptr_t) // NOLINT: a template's literals become values everywhere
        : held(nullptr) {}
    Value(bool value) // NOLINT
        : held(value) {}
    Value(std::int64_t value) // NOLINT
        : held(value) {}
    Value(double value) // NOLINT
        : held(value) {}
    Value(std::string value) // NOLINT
        : held(std::move(value)) {}
    Value(const char* value) // NOLINT
        : held(std::string(value)) {}
    Value(List list) // NOLINT
        : held(std::make_shared<List>(std::move(list))) {}
    Value(Dict dict) // NOLINT
        : held(std::make_shared<Dict>(std::move(dict))) {}
    Value(Tuple tuple) // NOLINT
        : held(std::make_shared<Tuple>(std::move(tuple))) {}
    Value(Markup markup) // NOLINT
        : held(std::move(markup)) {}
    Value(std::shared_ptr<const Macro> macro) // NOLINT
        : held(std::move(macro)) {}

    bool isUndefined() const { return std::holds_alternative<Undefined>(held); }
    bool isNone() const { return std::holds_alternative<std::nullptr_t>(held); }
    const std::string* string() const { // of markup as well
        const auto* markup = std::get_if<Markup>(&held);
        return markup ? &markup->text : std::get_if<std::string>(&held);
    }
    bool isMarkup() const { return std::holds_alternative<Markup>(held); }
    List* list() const { // of a tuple as well, whatever its sort
        if (const auto* shared = std::get_if<std::shared_ptr<List>>(&held))
            return shared->get();
        const auto* tuple = std::get_if<std::shared_ptr<Tuple>>(&held);
        return tuple ? &(*tuple)->elements : nullptr;
    }
    const Tuple* tuple() const {
        const auto* shared = std::get_if<std::shared_ptr<Tuple>>(&held);
        return shared ? shared->get() : nullptr;
    }
    bool isTuple() const { return tuple() != nullptr && tuple()->sort <= Tuple::Sort::Group; }
    bool isIterator() const { return tuple() != nullptr && tuple()->sort == Tuple::Sort::Iterator; }
    bool hasPlaces() const { // is a list whose elements can be asked for by number
        return list() != nullptr && (tuple() == nullptr || isTuple());
    }
    Dict* dict() const {
        const auto* shared = std::get_if<std::shared_ptr<Dict>>(&held);
        return shared ? shared->get() : nullptr;
    }
    const std::int64_t* integer() const { return std::get_if<std::int64_t>(&held); }
    bool isNumber() const {
        return integer() || std::holds_alternative<double>(held) || std::holds_alternative<bool>(held);
    }
    double number() const; // of a number

    bool truth() const;
    std::string text() const;  // as {{ }} prints it
    std::string shown() const; // as within a list: texts in quotes
    std::string json(const JsonStyle& style = {}) const;
    const Value* find(std::string_view key) const; // in a dictionary
    void set(std::string_view key, Value value);
};

// Keys of dictionaries are kept as texts. One that is a number, a truth or none in Python is written behind a
// mark that no template begins a text with.
std::string keyOf(const Value& value); // throws Error{ModelTemplate} for what can be no key
Value keyValue(std::string_view key);

bool equal(const Value& a, const Value& b);

constexpr std::size_t mostText = 16U << 20; // bytes of any one text of a template

} // namespace parallax::inference::jinja
