// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/reader/page.h"

namespace parallax::ui {

// What of a block list is shown, in which role. Headings over nothing but navigation go with it.
struct PageUnit {
    ItemKind kind = ItemKind::Paragraph;
    int block = -1;
    int question = -1; // index into Article::questions
    int related = -1;  // index into Article::related
};

// At most `limit` of them (0: all); `hidden` grows by how many were left out.
std::vector<PageUnit> unitsOf(const data::Article& article, int limit, int& hidden);

} // namespace parallax::ui
