// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace parallax::data {

class Library;

// What is worked out of other rows (the index, digests, keys) is made by a recipe, whose version the library
// keeps under a name: another one's work is made anew when the library is next opened for writing.

// True where the library's was made by another recipe, or by none.
bool recipeIsOutdated(Library& library, std::string_view name, std::string_view version);

// Within the caller's transaction.
void keepRecipe(Library& library, std::string_view name, std::string_view version);

} // namespace parallax::data
