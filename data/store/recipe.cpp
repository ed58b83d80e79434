// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/recipe.h"

#include "data/store/library.h"
#include "data/store/statement.h"

namespace parallax::data {

bool recipeIsOutdated(Library& library, std::string_view name, std::string_view version) {
    Statement query(library, "SELECT value FROM setting WHERE name = ?");
    return !query.bind(name).step() || query.view(0) != version;
}

void keepRecipe(Library& library, std::string_view name, std::string_view version) {
    Statement(library, "INSERT INTO setting (name, value) VALUES (?, ?) "
                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .bind(name)
        .bind(version)
        .run();
}

} // namespace parallax::data
