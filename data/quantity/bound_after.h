// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/quantity/found.h"

namespace parallax::data {

// Takes in the words behind a figure that bound or blur it: "or more", "at most", "tops", 以上, 不到, 左右,
// 出頭, 多. One that may stand in front as well (不到, "at least") is the next figure's when one follows.
void takeBoundAfter(const FoldedText& text, Found& found, const QuantityContext& context);

} // namespace parallax::data
