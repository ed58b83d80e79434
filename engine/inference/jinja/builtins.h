// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
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
List elementsOf(const Value& value); // of a list, keys of a dictionary, characters of a string; an iterator's
                                     // are gone then
Value itemOf(const Value& object, const Value& key);
Value sliceOf(const Value& object, const Value& from, const Value& to, const Value& step);
Value combine(const std::string& sign, const Value& left, const Value& right);

// In builtins.cpp.
Value callFunction(const std::string& name, const Arguments& given, std::int64_t now);
Value callMethod(Value& object, const std::string& name, const Arguments& given);
bool isMethod(const Value& object, const std::string& name); // found before a key of this name

// The arguments by the names in `takes`, which stand in order with spaces between; others are refused, so
// that none is ever left out unseen. `what` is said then.
// A function or method as a value, which a template may look for ("x.strip is defined"). In render.cpp.
Value namedFunction(const std::string& name);

Arguments bound(const Arguments& given, std::string_view takes, const std::string& what);

// In filters.cpp and tests.cpp.
Value applyFilter(const std::string& name, const Value& value, const Arguments& given);
bool applyTest(const std::string& name, const Value& value, const Arguments& given);
std::vector<Value> itemsOf(const Value& dict); // pairs of key and value
bool before(const Value& a, const Value& b);   // in Python's order; refuses what has none

// In text.cpp: methods of texts, as Python's. `what`: characters, undefined for blanks.
std::string stripped(const std::string& text, const Value& what, bool left, bool right);
std::string replaced(const std::string& text, const std::string& from, const std::string& to,
                     std::size_t most = std::string::npos);
List split(const std::string& text, const Value& by, std::size_t most); // cuts, from the left
List splitFromRight(const std::string& text, const Value& by, std::size_t most);
List lines(const std::string& text, bool keepEnds);
std::string capitalized(const std::string& text);
std::string titledAtLetters(const std::string& text); // str.title(): "O'Neil"
std::string titledAtWords(const std::string& text);   // the filter: "O'neil"
std::string htmlEscaped(const Value& value);          // markup stays
Value markupLike(const Value& old, Value made);       // made of markup: texts become markup as well
Value escapedParts(const Value& value);               // what is written into markup, one by one
std::string indented(const std::string& text, const std::string& by, bool first, bool blank);
bool everyCharacter(const std::string& text, bool (*is)(char32_t)); // and there is one
bool isLetter(char32_t c);
bool isPythonBlank(char32_t c); // what str.strip() takes for a blank

// In format.cpp.
std::string padded(const std::string& text, std::size_t width, char align, const std::string& fill);
std::string fielded(const Value& value, std::string_view how);                 // format()
std::string formatted(const std::string& text, const Arguments& given);        // str.format()
std::string percentFormatted(const std::string& text, const Value& arguments); // "%s" % arguments

} // namespace parallax::inference::jinja
