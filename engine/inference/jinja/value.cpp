// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/jinja/value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "base/error.h"
#include "base/utf8.h"
#include "engine/inference/unicode.h"

namespace parallax::inference::jinja {
namespace {

std::string numberText(double value) {
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    // Python writes an exponent below 1e-4 and from 1e16 on.
    const double size = std::fabs(value);
    const bool plain = size == 0 || (size >= 1e-4 && size < 1e16);
    char digits[40];
    const auto [end, problem] =
        std::to_chars(digits, digits + sizeof digits, value,
                      plain ? std::chars_format::fixed : std::chars_format::scientific);
    std::string text(digits, problem == std::errc() ? end : digits);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

std::string unicodeEscape(char32_t c) {
    char text[16];
    if (c < 0x10000)
        std::snprintf(text, sizeof text, "\\u%04x", static_cast<unsigned>(c));
    else
        std::snprintf(text, sizeof text, "\\u%04x\\u%04x",
                      static_cast<unsigned>(0xD800 + ((c - 0x10000) >> 10)),
                      static_cast<unsigned>(0xDC00 + ((c - 0x10000) & 0x3FF)));
    return text;
}

// Between marks; other control characters than line ends and tabs as `control` and two digits.
std::string escaped(std::string_view text, char mark, const char* control) {
    static const char* hex = "0123456789abcdef";
    const bool json = std::string_view(control) == "\\u00";
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
        } else if (json && (c == '\b' || c == '\f')) {
            out += c == '\b' ? "\\b" : "\\f";
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

std::string quoted(std::string_view text, bool ascii) {
    std::string words = escaped(text, '"', "\\u00");
    if (!ascii)
        return words;
    std::string out;
    for (const char32_t c : toUtf32(words))
        if (c > 0x7E)
            out += unicodeEscape(c);
        else
            appendUtf8(out, c);
    return out;
}

bool isShown(char32_t c) {
    const CharClass kind = charClass(c);
    return c == U' ' || (kind != CharClass::Other && kind != CharClass::Space);
}

// As Python shows a string within a list: what would not be seen by its number.
std::string shown(std::string_view text) {
    const bool twofold =
        text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
    std::string words = escaped(text, twofold ? '"' : '\'', "\\x");
    if (std::ranges::all_of(words, [](char c) { return c >= ' ' && c < 0x7F; }))
        return words;
    std::string out;
    for (const char32_t c : toUtf32(words)) {
        char number[16];
        std::snprintf(number, sizeof number,
                      c > 0xFFFF ? "\\U%08x"
                      : c > 0xFF ? "\\u%04x"
                                 : "\\x%02x",
                      static_cast<unsigned>(c));
        if (isShown(c))
            appendUtf8(out, c);
        else
            out += number;
    }
    return out;
}

constexpr char keyMark = '\x01'; // before the keys that are no texts

[[noreturn]] void refuseValue(const char* what) {
    throw Error(ErrorCode::ModelTemplate, {what});
}

enum class Writing { Json, Python };

// Values may hold themselves, and a short template can make one of astronomical size.
bool equalWithin(const Value& a, const Value& b, int depth, int& steps) {
    if (depth > 50 || --steps < 0)
        throw Error(ErrorCode::ModelTemplate, {"it compares values of great size"});
    if (a.integer() && b.integer())
        return *a.integer() == *b.integer();
    if (a.isNumber() && b.isNumber())
        return a.number() == b.number();
    if (a.string() && b.string())
        return *a.string() == *b.string();
    if (a.held.index() != b.held.index())
        return false;
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

bool keyBefore(const std::string& a, const std::string& b) {
    const Value left = keyValue(a);
    const Value right = keyValue(b);
    if (left.isNumber() && right.isNumber())
        return left.number() < right.number();
    if (left.string() == nullptr || right.string() == nullptr)
        refuseValue("keys of different kinds cannot be sorted");
    return a < b;
}

class Writer {
  public:
    Writer(Writing as, const JsonStyle& style, std::string& out)
        : m_as(as)
        , m_style(style)
        , m_out(out) {}

    void write(const Value& value, int level) {
        if (m_out.size() > mostText)
            refuseValue("it prints too much");
        if (level > 100) {
            m_out += m_as == Writing::Json ? "null" : "..."; // a list that holds itself
        } else if (const auto* list = value.list()) {
            const bool round = m_as == Writing::Python && value.isTuple();
            const char* view = m_as == Writing::Python ? viewOf(value) : nullptr;
            m_out += view != nullptr ? view : "";
            m_out += round ? '(' : '[';
            for (std::size_t i = 0; i < list->size(); ++i) {
                m_out += i > 0 ? m_style.comma : "";
                newLine(level + 1);
                write((*list)[i], level + 1);
            }
            if (!list->empty())
                newLine(level);
            m_out += round ? (list->size() == 1 ? ",)" : ")") : view != nullptr ? "])" : "]";
        } else if (const auto* dict = value.dict()) {
            entries(*dict, level);
        } else if (const auto* words = value.string()) {
            const bool markup = m_as == Writing::Python && value.isMarkup();
            m_out += markup ? "Markup(" : "";
            text(*words);
            m_out += markup ? ")" : "";
        } else if (const auto* truth = std::get_if<bool>(&value.held);
                   truth != nullptr && m_as == Writing::Json) {
            m_out += *truth ? "true" : "false";
        } else if (value.isNumber()) {
            number(value);
        } else if (value.isNone()) {
            m_out += m_as == Writing::Json ? "null" : "None";
        } else if (m_as == Writing::Json) {
            refuseValue("what has no value, or is a macro, cannot be written as JSON");
        } else {
            m_out += value.isUndefined() ? "Undefined" : "None";
        }
    }

  private:
    static const char* viewOf(const Value& value) {
        using Sort = Tuple::Sort;
        const Sort sort = value.tuple() != nullptr ? value.tuple()->sort : Sort::Plain;
        return sort == Sort::Keys     ? "dict_keys("
               : sort == Sort::Values ? "dict_values("
               : sort == Sort::Items  ? "dict_items("
                                      : nullptr;
    }
    void entries(const Dict& dict, int level) {
        std::vector<const Dict::value_type*> order;
        for (const auto& entry : dict)
            order.push_back(&entry);
        if (m_style.sorted)
            std::ranges::stable_sort(order, keyBefore, [](const auto* entry) { return entry->first; });
        m_out += '{';
        for (std::size_t i = 0; i < order.size(); ++i) {
            m_out += i > 0 ? m_style.comma : "";
            newLine(level + 1);
            const Value key = keyValue(order[i]->first);
            if (m_as == Writing::Python || key.string() != nullptr) {
                write(key, level + 1);
            } else { // JSON's keys are texts
                m_out += '"';
                write(key, level + 1);
                m_out += '"';
            }
            m_out += m_style.colon;
            write(order[i]->second, level + 1);
        }
        if (!dict.empty())
            newLine(level);
        m_out += '}';
    }
    void text(const std::string& words) {
        m_out += m_as == Writing::Json ? quoted(words, m_style.ascii) : shown(words);
    }
    void number(const Value& value) {
        const double size = value.number();
        if (m_as == Writing::Json && std::isnan(size))
            m_out += "NaN";
        else if (m_as == Writing::Json && std::isinf(size))
            m_out += size < 0 ? "-Infinity" : "Infinity";
        else
            m_out += value.text();
    }
    void newLine(int level) {
        if (m_style.indent >= 0)
            m_out += "\n" + std::string(static_cast<std::size_t>(m_style.indent * level), ' ');
    }

    Writing m_as;
    const JsonStyle& m_style;
    std::string& m_out;
};

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
        return isIterator() || !elements->empty();
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
    return shown();
}

std::string Value::shown() const {
    std::string out;
    const JsonStyle style;
    Writer(Writing::Python, style, out).write(*this, 0);
    return out;
}

std::string Value::json(const JsonStyle& style) const {
    std::string out;
    Writer(Writing::Json, style, out).write(*this, 0);
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

std::string keyOf(const Value& value) {
    if (const auto* text = value.string())
        return *text;
    std::string key(1, keyMark);
    if (const auto* truth = std::get_if<bool>(&value.held))
        return key + (*truth ? 't' : 'f');
    if (value.isNone())
        return key + 'n';
    if (!value.isNumber())
        refuseValue("this cannot be a key of a dictionary");
    if (value.number() == std::floor(value.number()) && std::fabs(value.number()) < 9e15) // 1.0 is 1
        return key + 'i' + std::to_string(static_cast<std::int64_t>(value.number()));
    return key + 'd' + value.text();
}

Value keyValue(std::string_view key) {
    if (key.size() < 2 || key[0] != keyMark)
        return std::string(key);
    const char* const end = key.data() + key.size();
    std::int64_t whole = 0;
    double real = 0;
    switch (key[1]) {
    case 't':
    case 'f':
        return key[1] == 't';
    case 'n':
        return nullptr;
    case 'i':
        std::from_chars(key.data() + 2, end, whole);
        return whole;
    case 'd':
        std::from_chars(key.data() + 2, end, real);
        return real;
    default:
        return std::string(key);
    }
}

bool equal(const Value& a, const Value& b) {
    int steps = 100'000;
    return equalWithin(a, b, 0, steps);
}

} // namespace parallax::inference::jinja
