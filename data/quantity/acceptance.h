// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/quantity/found.h"

namespace parallax::data {

// The last Latin word (with what is glued to it) that was passed over before a figure.
struct LastWord {
    std::size_t begin = 0, end = 0;
};

// Whether a figure that could be read at `i` is one: not a name's part (Windows 11, Claude 3.5, Section 230),
// an ordinal (第三), a list's number or a word that happens to hold numerals (五角大廈, "a third party").
bool isFigure(const FoldedText& text, const Found& found, std::size_t i, const LastWord& last);

// "1. Technical debt", "2) …", "三、…" at the beginning of a line; 24/7, 401(k), 12:30: digits that are none.
bool isNoFigure(const FoldedText& text, std::size_t i);

} // namespace parallax::data
