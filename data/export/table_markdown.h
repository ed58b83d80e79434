// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "data/article/article.h"

namespace parallax::data {

// A GFM table, its caption on the line above. Cells are padded, so that it also reads well as text. GFM knows
// no table without a header: without one (or without `header`) the header row is empty.
std::string tableMarkdown(const Table& table, bool header = true);

} // namespace parallax::data
