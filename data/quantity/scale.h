// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "data/quantity/characters.h"
#include "data/quantity/folded_text.h"

namespace parallax::data {

// thousand, K, 萬, million, bn, 億, 萬億, 兆 …
struct Scale {
    int power = 0; // of ten
    std::size_t end = 0;
    bool chinese = false;
    bool trillionSign = false; // 兆: 10^12, but some read it as 10^6
};

enum class ScaleStyle {
    AfterDigits, // K, M, B, T count too, with no letter or digit after them
    Word,        // only words: thousand, million, 億
};

// The scale at `i`; Chinese ones are chained (萬億 = 10^12).
std::optional<Scale> scaleAt(const FoldedText& text, std::size_t i, ScaleStyle style);

} // namespace parallax::data
