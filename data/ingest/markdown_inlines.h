// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/article/article.h"

struct cmark_node;

namespace parallax::data {

// What stands in a node as it was written; empty where nothing does.
std::string_view literalOf(cmark_node* node);

// Adds the words and marks of a block's or cell's inlines. In a cell a raised number is rather a note.
void readInlines(cmark_node* parent, std::string& text, std::vector<Mark>& marks, bool inCell = false);

} // namespace parallax::data
