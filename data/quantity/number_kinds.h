// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "data/quantity/number.h"

namespace parallax::data {

// The kinds that numberAt() chooses from by the first character.
std::optional<Number> digitsAt(const FoldedText& text, std::size_t i);
std::optional<Number> chineseNumberAt(const FoldedText& text, std::size_t i);
std::optional<Number> englishNumberAt(const FoldedText& text, std::size_t i);
std::optional<Number> vulgarFractionAt(const FoldedText& text, std::size_t i);

// Adds a fraction to a whole number: 1 1/2. False where the sum is too large.
bool addFraction(Number& number, const std::pair<std::int64_t, std::int64_t>& fraction);

// ½, ¾: its numerator and denominator, 0 and 1 for any other character.
std::pair<std::int64_t, std::int64_t> vulgarFraction(char32_t c);

} // namespace parallax::data
