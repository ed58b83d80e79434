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

struct Macro;

struct Value {
    std::variant<Undefined, std::nullptr_t, bool, std::int64_t, double, std::string, std::shared_ptr<List>,
                 std::shared_ptr<Dict>, std::shared_ptr<const Macro>>
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
    Value(std::shared_ptr<const Macro> macro) // NOLINT
        : held(std::move(macro)) {}

    bool isUndefined() const { return std::holds_alternative<Undefined>(held); }
    bool isNone() const { return std::holds_alternative<std::nullptr_t>(held); }
    const std::string* string() const { return std::get_if<std::string>(&held); }
    List* list() const {
        const auto* shared = std::get_if<std::shared_ptr<List>>(&held);
        return shared ? shared->get() : nullptr;
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
    std::string text() const;                      // as {{ }} prints it
    std::string json(int indent = -1) const;       // as Python's json.dumps without escapes for other scripts
    const Value* find(std::string_view key) const; // in a dictionary
    void set(std::string_view key, Value value);
};

bool equal(const Value& a, const Value& b);

constexpr std::size_t mostText = 16U << 20; // bytes of any one text of a template

} // namespace parallax::inference::jinja
