// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "data/article/article.h"

namespace parallax::data {

// A pair of block indices that say the same; -1 on one side where the other language has nothing.
struct BlockPair {
    int left = -1;
    int right = -1;
};

// Pairs the content blocks of two editions of one article, in order: dynamic programming over kinds, tables,
// list numbers and lengths (Gale & Church 1993 for the length term). Linear-ish: a band around the diagonal.
std::vector<BlockPair> alignBlocks(const std::vector<Block>& left, const std::vector<Block>& right);

} // namespace parallax::data
