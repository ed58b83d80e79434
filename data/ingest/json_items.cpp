// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/json_items.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace parallax::data {
namespace {

// Behind the string that begins at `at`, or the end of the text.
std::size_t behindString(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return text.size();
}

std::size_t skipBlanks(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

// Behind the "[" of the outermost object's "items"; npos where there is none.
std::size_t beginOfItems(std::string_view text) {
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"') {
            const std::size_t end = behindString(text, at);
            const std::size_t colon = skipBlanks(text, end);
            if (depth == 1 && text.substr(at, end - at) == "\"items\"" && colon < text.size() &&
                text[colon] == ':') {
                const std::size_t bracket = skipBlanks(text, colon + 1);
                return bracket < text.size() && text[bracket] == '[' ? bracket + 1 : text.npos;
            }
            at = end;
            continue;
        }
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && depth > 0)
            --depth;
        ++at;
    }
    return text.npos;
}

} // namespace

std::optional<JsonItems> splitJsonItems(std::string_view text) {
    const std::size_t first = beginOfItems(text);
    if (first == text.npos)
        return std::nullopt;
    JsonItems split;
    std::size_t begin = first;
    std::size_t at = first;
    std::size_t comma = text.npos; // where one is the last that stood before a blank or this place
    std::string open;              // brackets
    const auto endAt = [&](std::size_t end) {
        if (const std::string_view item = trim(text.substr(begin, end - begin)); !item.empty())
            split.items.push_back(item);
        begin = end + 1;
    };
    for (; at < text.size(); ++at) {
        const char c = text[at];
        // Behind a comma in an object stands a name: this is the next item, and the last one has no end.
        if (c == '{' && comma != text.npos && open.ends_with('{')) {
            endAt(comma);
            open.clear();
        }
        // Nor has the last one of all where the feed ends behind this list.
        if (c == ']' && open.ends_with('{') && trim(text.substr(at + 1)) == "}")
            open.clear();
        if (c == ',')
            comma = at;
        else if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            comma = text.npos;
        if (c == '"')
            at = behindString(text, at) - 1;
        else if (c == '{' || c == '[')
            open += c;
        else if ((c == '}' || c == ']') && !open.empty())
            open.pop_back();
        else if (c == ']')
            break;
        else if (c == ',' && open.empty())
            endAt(at);
    }
    at = std::min(at, text.size());
    endAt(at);
    split.rest.append(text.substr(0, first)).append("]");
    split.rest += at < text.size() ? text.substr(at + 1) : std::string_view("}");
    return split;
}

std::string titleInJson(std::string_view item) {
    constexpr std::string_view key = "\"title\"";
    const std::size_t at = item.find(key);
    if (at == item.npos)
        return {};
    const std::size_t colon = skipBlanks(item, at + key.size());
    const std::size_t quote =
        colon < item.size() && item[colon] == ':' ? skipBlanks(item, colon + 1) : item.size();
    if (quote >= item.size() || item[quote] != '"')
        return {};
    const std::string_view written = item.substr(quote, behindString(item, quote) - quote);
    const nlohmann::json title = nlohmann::json::parse(written, nullptr, false);
    if (title.is_string())
        return title.get<std::string>();
    return std::string(trim(written.substr(1, written.size() - (written.size() > 1 ? 2 : 1))));
}

} // namespace parallax::data
