// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/entities.h"

#include <optional>

#include <libxml/HTMLparser.h>

#include "base/utf8.h"

namespace parallax::data {
namespace {

struct EntityReference {
    std::size_t length = 0; // of "&…;"; 0 where none begins
    char32_t value = 0;
};

std::optional<char32_t> numberIn(std::string_view digits, unsigned base) {
    if (digits.empty() || digits.size() > 8)
        return std::nullopt;
    char32_t value = 0;
    for (const char c : digits) {
        const unsigned digit = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                               : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a' + 10)
                               : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A' + 10)
                                                      : 16U;
        if (digit >= base)
            return std::nullopt;
        value = value * base + digit;
    }
    const bool surrogate = value >= 0xD800 && value < 0xE000;
    return value == 0 || value > 0x10FFFF || surrogate ? std::nullopt : std::optional(value);
}

// "&name;", "&#233;" or "&#xe9;" at `at`, which is its "&".
EntityReference entityAt(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 12;
    const std::size_t end = text.substr(at, longest).find(';');
    if (end == text.npos || end < 2)
        return {};
    const std::string name(text.substr(at + 1, end - 1));
    if (name[0] == '#') {
        const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        const auto value = numberIn(std::string_view(name).substr(hex ? 2 : 1), hex ? 16 : 10);
        return value ? EntityReference{end + 1, *value} : EntityReference{};
    }
    if (name == "apos") // XML's, but not HTML 4's
        return {end + 1, U'\''};
    const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    return known ? EntityReference{end + 1, known->value} : EntityReference{};
}

// "\\u00e9" at `at`, which is its backslash.
EntityReference escapeAt(std::string_view text, std::size_t at) {
    if (text.substr(at, 2) != "\\u" || text.size() < at + 6)
        return {};
    const auto value = numberIn(text.substr(at + 2, 4), 16);
    return value ? EntityReference{6, *value} : EntityReference{};
}

} // namespace

std::string withoutEntities(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const EntityReference found = text[at] == '&' ? entityAt(text, at) : EntityReference{};
        if (found.length == 0) {
            out += text[at++];
            continue;
        }
        appendUtf8(out, found.value);
        at += found.length;
    }
    return out;
}

std::string withPlainCharacters(std::string_view text, NestedEntities nested) {
    constexpr std::string_view ampersand = "&amp;";
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        EntityReference found;
        std::size_t before = 0;
        if (text[at] == '&') {
            found = entityAt(text, at);
            if (nested == NestedEntities::Resolve && text.substr(at).starts_with(ampersand)) {
                before = ampersand.size() - 1; // its last byte takes the place of the inner "&"
                std::string inner("&");
                inner += text.substr(at + ampersand.size(), 12);
                found = entityAt(inner, 0);
            }
        } else if (text[at] == '\\') {
            found = escapeAt(text, at);
            if (found.length == 0 && at + 1 < text.size()) { // "\\\\u00e9" is a backslash and letters
                out += text[at++];
                if (text[at] != '\\')
                    continue;
            }
        }
        if (found.length == 0 || found.value < 0x80) {
            out += text[at++];
            continue;
        }
        appendUtf8(out, found.value);
        at += before + found.length;
    }
    return out;
}

} // namespace parallax::data
