// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "data/quantity/found.h"

namespace parallax::data {

// Reads a text from left to right, once: the figures and dates in order.
std::vector<Found> scan(const FoldedText& text, const QuantityContext& context);

} // namespace parallax::data
