// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/jinja/value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/error.h"

namespace parallax::inference::jinja {
namespace {

std::string numberText(double value) {
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    char digits[40];
    const auto [end, problem] = std::to_chars(digits, digits + sizeof digits, value);
    std::string text(digits, problem == std::errc() ? end : digits);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

// Between marks; other control characters than line ends and tabs as `control` and two digits.
std::string escaped(std::string_view text, char mark, const char* control) {
    static const char* hex = "0123456789abcdef";
    std::string out(1, mark);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == mark || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20) {
            out += control;
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += c;
        }
    }
    return out + mark;
}

std::string quoted(std::string_view text) {
    return escaped(text, '"', "\\u00");
}

// As Python shows a string within a list.
std::string shown(std::string_view text) {
    const bool twofold =
        text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
    return escaped(text, twofold ? '"' : '\'', "\\x");
}

enum class Writing { Json, Python };

// Values may hold themselves, and a short template can make one of astronomical size.
bool equalWithin(const Value& a, const Value& b, int depth, int& steps) {
    if (depth > 50 || --steps < 0)
        throw Error(ErrorCode::ModelTemplate, {"it compares values of great size"});
    if (a.isNumber() && b.isNumber())
        return a.number() == b.number();
    if (a.held.index() != b.held.index())
        return false;
    if (const auto* text = a.string())
        return *text == *b.string();
    if (const auto* list = a.list())
        return std::ranges::equal(*list, *b.list(), [&](const Value& one, const Value& other) {
            return equalWithin(one, other, depth + 1, steps);
        });
    if (const auto* dict = a.dict())
        return dict->size() == b.dict()->size() && std::ranges::all_of(*dict, [&](const auto& entry) {
                   const Value* other = b.find(entry.first);
                   return other != nullptr && equalWithin(entry.second, *other, depth + 1, steps);
               });
    return true; // undefined, none
}

void write(const Value& value, Writing as, int indent, int level, std::string& out) {
    const auto text = [&](std::string_view words) {
        return as == Writing::Json ? quoted(words) : shown(words);
    };
    const auto newLine = [&](int deeper) {
        if (indent >= 0)
            out += "\n" + std::string(static_cast<std::size_t>(indent * (level + deeper)), ' ');
    };
    if (out.size() > mostText)
        throw Error(ErrorCode::ModelTemplate, {"it prints too much"});
    const char* comma = indent >= 0 ? "," : ", ";
    if (level > 100) {
        out += as == Writing::Json ? "null" : "..."; // a list that holds itself
    } else if (const auto* list = value.list()) {
        out += '[';
        for (std::size_t i = 0; i < list->size(); ++i) {
            out += i > 0 ? comma : "";
            newLine(1);
            write((*list)[i], as, indent, level + 1, out);
        }
        if (!list->empty())
            newLine(0);
        out += ']';
    } else if (const auto* dict = value.dict()) {
        out += '{';
        for (std::size_t i = 0; i < dict->size(); ++i) {
            out += i > 0 ? comma : "";
            newLine(1);
            out += text((*dict)[i].first) + ": ";
            write((*dict)[i].second, as, indent, level + 1, out);
        }
        if (!dict->empty())
            newLine(0);
        out += '}';
    } else if (const auto* words = value.string()) {
        out += text(*words);
    } else if (const auto* truth = std::get_if<bool>(&value.held); truth != nullptr && as == Writing::Json) {
        out += *truth ? "true" : "false";
    } else if (value.isNumber()) {
        out += value.text();
    } else {
        out += as == Writing::Json ? "null" : value.isUndefined() ? "Undefined" : "None";
    }
}

} // namespace

double Value::number() const {
    if (const auto* whole = std::get_if<std::int64_t>(&held))
        return static_cast<double>(*whole);
    if (const auto* truth = std::get_if<bool>(&held))
        return *truth ? 1 : 0;
    const auto* real = std::get_if<double>(&held);
    return real ? *real : 0;
}

bool Value::truth() const {
    if (isUndefined() || isNone())
        return false;
    if (isNumber())
        return number() != 0;
    if (const auto* text = string())
        return !text->empty();
    if (const auto* elements = list())
        return !elements->empty();
    if (const auto* entries = dict())
        return !entries->empty();
    return true;
}

std::string Value::text() const {
    if (const auto* text = string())
        return *text;
    if (isUndefined())
        return {};
    if (isNone())
        return "None";
    if (const auto* truth = std::get_if<bool>(&held))
        return *truth ? "True" : "False";
    if (const auto* whole = integer())
        return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&held))
        return numberText(*real);
    std::string out;
    write(*this, Writing::Python, -1, 0, out);
    return out;
}

std::string Value::json(int indent) const {
    std::string out;
    write(*this, Writing::Json, indent, 0, out);
    return out;
}

const Value* Value::find(std::string_view key) const {
    if (const auto* entries = dict())
        for (const auto& [name, value] : *entries)
            if (name == key)
                return &value;
    return nullptr;
}

void Value::set(std::string_view key, Value value) {
    Dict* entries = dict();
    if (entries == nullptr)
        return;
    for (auto& [name, old] : *entries)
        if (name == key) {
            old = std::move(value);
            return;
        }
    entries->emplace_back(key, std::move(value));
}

bool equal(const Value& a, const Value& b) {
    int steps = 100'000;
    return equalWithin(a, b, 0, steps);
}

} // namespace parallax::inference::jinja
