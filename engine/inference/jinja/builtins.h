// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/inference/jinja/value.h"

namespace parallax::inference::jinja {

// What the language brings along: operators, functions, methods, filters, tests. What is not known is refused
// by name with Error{ModelTemplate}.

[[noreturn]] void refuse(const std::string& what);

struct Arguments {
    List values;
    Dict named;
    const Value* find(const std::string& name) const;
    // The argument at `index` or of this name; undefined when neither was given.
    Value at(std::size_t index, const std::string& name) const;
};

constexpr std::int64_t mostElements = 1'000'000; // of a list that a template makes

// In operations.cpp.
std::string limited(std::string text); // refuses what is too long: texts can be doubled in a loop
void limitTo(std::size_t bytes);       // the same for a text that is being made
bool contains(const Value& container, const Value& what);
List elementsOf(const Value& value); // of a list, keys of a dictionary, characters of a string
Value itemOf(const Value& object, const Value& key);
Value sliceOf(const Value& object, const Value& from, const Value& to, const Value& step);
Value combine(const std::string& sign, const Value& left, const Value& right);

// In builtins.cpp.
Value callFunction(const std::string& name, const Arguments& given, std::int64_t now);
Value callMethod(Value& object, const std::string& name, const Arguments& given);
Value applyFilter(const std::string& name, const Value& value, const Arguments& given);
bool applyTest(const std::string& name, const Value& value, const Arguments& given);

} // namespace parallax::inference::jinja
