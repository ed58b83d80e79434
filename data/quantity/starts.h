// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "data/quantity/folded_text.h"

namespace parallax::data {

// What may begin at a place. Nearly all words begin nothing, so this one look-up is what makes running text
// fast.
using Starts = std::uint8_t;
constexpr Starts startsNumber = 1;      // three, half, a
constexpr Starts startsBound = 2;       // over, at least, between, 約, 下降
constexpr Starts startsPeriod = 4;      // April, Q, late, since, 今
constexpr Starts startsDeadline = 8;    // by, within, in, 未來
constexpr Starts startsMultiplier = 16; // doubled, 翻
constexpr Starts startsCurrency = 32;   // US, RMB, 人
constexpr Starts startsTier = 64;       // low, mid, high

// Of the Latin word at `i`, whose letters end at `end`.
Starts wordStarts(const FoldedText& text, std::size_t i, std::size_t& end);

} // namespace parallax::data
