// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "data/store/article_store.h"

namespace parallax::data {

// An article with a known one's key that is another one all the same.

// Many files have neither source nor month, and titles like "Notes"; two sites may use one slug; two titles
// may be alike in one language alone. Such a file is another article where the file that brought the known
// edition is still there; a file that was moved is the same. `key` is the article's.
bool isAnotherFile(Library& library, EditionId known, const Article& article, std::string_view key,
                   std::string_view origin);

// A file in one Chinese script that has a title like 筆記 in common with an edition in the other one, and
// neither source nor month: of one article they are about as long, character for character.
bool isAnotherText(Library& library, EditionId other, const Article& article, std::string_view key);

} // namespace parallax::data
