// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/quantity/folded_text.h"

namespace parallax::data {

// Some figure or date can begin with the Latin word at `i`. Nearly all words begin none, so this one look-up
// is what makes running text fast. `end` is the end of its letters.
bool mayBeginFigure(const FoldedText& text, std::size_t i, std::size_t& end);

} // namespace parallax::data
