// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/article/article.h"

namespace parallax::data {

// What a reader sees of an article, a line for each block and for each row of a table ("a | b").
std::vector<std::string> linesOf(const Article& article);

enum class LineChange { Same, Removed, Added };

struct ChangedLine {
    LineChange change = LineChange::Same;
    std::string text;
};

// How the lines before became those after: the fewest that were removed and added, in reading order. Where
// more than 2,000 lines in a row differ, what is in both is not sought any further.
std::vector<ChangedLine> lineChanges(const std::vector<std::string>& before,
                                     const std::vector<std::string>& after);

} // namespace parallax::data
