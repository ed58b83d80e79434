// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "data/check/check_article.h"

namespace parallax::data {

// Columns that follow from each other by more than a sum: the time of an answer is the wait for its first
// token plus its length over the speed. A relation counts where at least three rows of four keep it.
void checkRelations(const ReadArticle& article, std::vector<Check>& out);

} // namespace parallax::data
