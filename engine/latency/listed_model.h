// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace parallax::latency {

// What a provider's id of a model says, in the form in which it can be held against the name of a price list:
// words in their order and then the numbers of its version in theirs, so that "claude-sonnet-4-5",
// "Claude 4.5 Sonnet" and "claude-4.5-sonnet" are the same, and "claude-opus-4-1", "gpt-4o" and "gpt-4" are
// three others. No word is left out: what has one more ("gpt-4o-audio-preview") is another model.
struct ListedModel {
    std::string name;
    std::string snapshot; // ISO day of a dated id ("-20250929", "-2024-08-06"); empty: it has none
};
ListedModel listedModel(std::string_view id);

} // namespace parallax::latency
