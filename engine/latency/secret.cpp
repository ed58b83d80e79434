// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/secret.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace parallax::latency {
namespace {

constexpr std::size_t shortest = 6; // of a part: less would be found in any text
constexpr std::string_view mark = "[key]";

// The parts of a key, and as JSON may write those that have a slash.
std::vector<std::string> partsOf(std::string_view secret) {
    std::vector<std::string> parts;
    while (!secret.empty()) {
        const std::size_t end = std::min(secret.find(':'), secret.size());
        const std::string_view part = secret.substr(0, end);
        secret.remove_prefix(std::min(end + 1, secret.size()));
        if (part.size() < shortest)
            continue;
        parts.emplace_back(part);
        std::string escaped;
        for (const char c : part) {
            if (c == '/')
                escaped += '\\';
            escaped += c;
        }
        if (escaped.size() != part.size())
            parts.push_back(std::move(escaped));
    }
    return parts;
}

char lowerAscii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Codes and types are kept in lower case, whatever the provider wrote.
std::size_t findPart(std::string_view text, std::string_view part, std::size_t from) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size()));
    const auto found = std::search(begin, text.end(), part.begin(), part.end(),
                                   [](char a, char b) { return lowerAscii(a) == lowerAscii(b); });
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

} // namespace

std::string withoutSecret(std::string text, std::string_view secret) {
    for (const std::string& part : partsOf(secret))
        for (std::size_t at = 0; (at = findPart(text, part, at)) != std::string::npos; at += mark.size())
            text.replace(at, part.size(), mark);
    return text;
}

void maskSecret(std::span<char> bytes, std::string_view secret) {
    const std::string_view text(bytes.data(), bytes.size());
    for (const std::string& part : partsOf(secret))
        for (std::size_t at = 0; (at = findPart(text, part, at)) != std::string_view::npos;
             at += part.size()) {
            std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), part.size(), '*');
            std::copy(mark.begin(), mark.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
        }
}

} // namespace parallax::latency
