// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/quantity/found.h"

namespace parallax::data {

// Whether "over" at `i` says how long what stands before it went on ("grew 40 % over seven years", "$38
// billion over five years") and not that `length`, which it stands before, was exceeded ("over seven years
// old"). `before` is the figure before it, if there is one.
bool saysDuring(const FoldedText& text, std::size_t i, const Found& length, const Found* before);

} // namespace parallax::data
