// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/quantity/found.h"

namespace parallax::data {

// A figure that begins at `i` with its sign, currency, unit, range and what follows it (+, 以上, per …),
// without the words before it. Bare numbers count: the caller decides whether one is a name's part.
std::optional<Found> amountAt(const FoldedText& text, std::size_t i, const QuantityContext& context);

// … with bounds and approximations before it: over $13 billion, ~50%, 約1800%, between $5B and $7B, 年增35%.
std::optional<Found> boundedAmountAt(const FoldedText& text, std::size_t i, const QuantityContext& context);

// doubled, threefold, 翻倍, 增長了三倍, nearly doubling
std::optional<Found> multiplierAt(const FoldedText& text, std::size_t i);

} // namespace parallax::data
