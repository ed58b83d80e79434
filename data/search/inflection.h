// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parallax::data {

enum class Inflections { Plural, All }; // All: also -ed and -ing

// What an English word becomes by its regular endings: "price" gives prices, priced, pricing; "company"
// companies. Without the word itself. Nothing for a word of fewer than three letters, or more than
// forty.
std::vector<std::string> inflectionsOf(std::string_view word, Inflections wanted);

} // namespace parallax::data
