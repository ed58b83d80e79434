// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "data/store/stored_form.h"

namespace parallax::data {

class Library;

// Gives the articles of one document keys that differ: many feeds link all items to one page, or to parts of
// it. `forms` go with document.articles. What is the same item twice keeps one key.
void keepItemsApart(const Document& document, std::vector<StoredForm>& forms);

// True where articles may have keys of another recipe: in a library of an older program.
bool articleKeysAreOutdated(Library& library);

// Gives articles the keys that their documents have now, within the caller's transaction. An article stays as
// it is where another one has that key.
void renewArticleKeys(Library& library);

} // namespace parallax::data
