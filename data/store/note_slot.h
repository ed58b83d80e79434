// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/article_store.h"

namespace parallax::data {

// A free number for a note of this article in the index (search_index.h). Throws LibraryFailed when all are
// taken.
int freeNoteSlot(Library& library, ArticleId article);

} // namespace parallax::data
