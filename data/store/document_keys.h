// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "data/store/stored_form.h"

namespace parallax::data {

// Gives the articles of one document keys that differ: many feeds link all items to one page, or to parts of
// it. `forms` go with document.articles. What is the same item twice keeps one key.
void keepItemsApart(const Document& document, std::vector<StoredForm>& forms);

} // namespace parallax::data
