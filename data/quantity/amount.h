// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/quantity/found.h"

namespace parallax::data {

// A figure that begins at `i` with its sign, currency, unit, range and what follows it (+, 以上, per …),
// without the words before it. Bare numbers count: the caller decides whether one is a name's part.
std::optional<Found> amountAt(const FoldedText& text, std::size_t i, const QuantityContext& context);

// Negative as accountants write it, with the unit behind: (10)%, $(1.2)M.
std::optional<Found> accountingAt(const FoldedText& text, std::size_t i, const QuantityContext& context);

// between $5B and $7B, 介於10億至20億美元之間
std::optional<Found> betweenAt(const FoldedText& text, std::size_t i, const QuantityContext& context);

// Whether a figure may begin at the place itself or only behind a word of bounds that stands there.
enum class Opening { Any, Word };

// … with bounds and approximations before it: over $13 billion, ~50%, 約1800%, 年增35%, 每小時2.5美元.
std::optional<Found> boundedAmountAt(const FoldedText& text, std::size_t i, const QuantityContext& context,
                                     Opening opening = Opening::Any);

// 下降30%至40%, 年增35%, 下降兩個百分點: the verb gives sign and role and belongs to the figure.
std::optional<Found> chineseChangeAt(const FoldedText& text, std::size_t i, const QuantityContext& context);

// doubled, threefold, 翻倍, 增長了三倍, nearly doubling
std::optional<Found> multiplierAt(const FoldedText& text, std::size_t i);

// mid-single digits, high teens, low-30% range: a third of ten
std::optional<Found> tierAt(const FoldedText& text, std::size_t i);

} // namespace parallax::data
