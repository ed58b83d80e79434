// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parallax::data {

// A JSON feed cut into its items, by its brackets and quotes alone: one of them may be no JSON.
struct JsonItems {
    std::string rest; // the feed with an empty list of items
    std::vector<std::string_view> items;
};
std::optional<JsonItems> splitJsonItems(std::string_view text);

// The title that a piece of JSON seems to have; empty where none is seen.
std::string titleInJson(std::string_view item);

} // namespace parallax::data
