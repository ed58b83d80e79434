// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "data/quantity/number.h"

namespace parallax::data {

// The kinds that numberAt() chooses from by the first character.
std::optional<Number> digitsAt(const FoldedText& text, std::size_t i);
std::optional<Number> chineseNumberAt(const FoldedText& text, std::size_t i);
std::optional<Number> englishNumberAt(const FoldedText& text, std::size_t i);

} // namespace parallax::data
