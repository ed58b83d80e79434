// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "engine/inference/jinja/builtins.h"
#include "engine/inference/unicode.h"

namespace parallax::inference::jinja {
namespace {

// A comparison's sign behind the many names it has as a test.
std::string signOf(const std::string& name) {
    static constexpr const char* names[][2] = {
        {"equalto", "=="}, {"eq", "=="}, {"==", "=="}, {"ne", "!="},        {"!=", "!="}, {"lt", "<"},
        {"<", "<"},        {"le", "<="}, {"<=", "<="}, {"lessthan", "<"},   {"gt", ">"},  {">", ">"},
        {"ge", ">="},      {">=", ">="}, {"in", "in"}, {"greaterthan", ">"}};
    for (const auto& [known, sign] : names)
        if (name == known)
            return sign;
    return {};
}

std::int64_t wholeOf(const Value& value) {
    if (!value.integer())
        refuse("this test needs a whole number");
    return *value.integer();
}

// Tests of one value alone; nothing when the name is none of theirs.
bool applied(const std::string& name, const Value& value, bool& known) {
    known = true;
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
    if (name == "iterable" || name == "sequence") // what has no value has no elements
        return value.string() || value.dict() || value.isUndefined() ||
               (name == "iterable" ? value.list() != nullptr : value.hasPlaces());
    if (name == "escaped")
        return value.isMarkup();
    if (name == "boolean")
        return std::holds_alternative<bool>(value.held);
    if (name == "true" || name == "false")
        return std::holds_alternative<bool>(value.held) && value.truth() == (name == "true");
    if (name == "integer")
        return value.integer() != nullptr;
    if (name == "float")
        return std::holds_alternative<double>(value.held);
    if (name == "number")
        return value.isNumber();
    if (name == "callable")
        return std::holds_alternative<std::shared_ptr<const Macro>>(value.held);
    if (name == "odd" || name == "even")
        return (wholeOf(value) % 2 != 0) == (name == "odd");
    if (name == "lower" || name == "upper") {
        const std::string text = value.text();
        const std::string small = toLower(text);
        const std::string large = toUpper(text);
        return small != large && text == (name == "lower" ? small : large);
    }
    known = false;
    return false;
}

} // namespace

bool applyTest(const std::string& name, const Value& value, const Arguments& given) {
    bool known = false;
    const bool passes = applied(name, value, known);
    const bool other = !known && (name == "divisibleby" || name == "sameas" || !signOf(name).empty());
    if (!known && !other)
        refuse("the test \"" + name + "\" is not known");
    if (given.values.size() + given.named.size() != (known ? 0U : 1U))
        refuse("the test \"" + name + "\" takes " + (known ? "no argument" : "one argument"));
    if (known)
        return passes;
    const Value argument = given.values.empty() ? given.named[0].second : given.values[0];
    if (name == "divisibleby") {
        if (wholeOf(argument) == 0)
            refuse("a division by 0");
        return wholeOf(argument) == -1 || wholeOf(value) % wholeOf(argument) == 0;
    }
    if (name == "sameas")
        return value.held.index() == argument.held.index() && equal(value, argument);
    return combine(signOf(name), value, argument).truth();
}

} // namespace parallax::inference::jinja
