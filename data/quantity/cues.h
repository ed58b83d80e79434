// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "data/quantity/folded_text.h"

namespace parallax::data {

// What a word beside a figure says of it. A filler says nothing, and the word beyond it is looked at.
enum class FigureCue {
    Filler,
    Cagr,
    Growth, // "growth rate of": the word before may make it a compound one
    Yoy,
    Mom,
    Share,
    Level,
    Return,
    Valuation,
    Up,
    Down,
    Reported,
    Estimated,
    Expected,
    Possible,
};

struct CueFound {
    FigureCue cue = FigureCue::Filler;
    std::size_t begin = 0, end = 0;
};

// The Latin word from `begin` to `end`, standing before a figure.
std::optional<FigureCue> cueOfWord(const FoldedText& text, std::size_t begin, std::size_t end);

// The Han word that ends at `end` and does not begin before `limit`.
std::optional<CueFound> hanCueBefore(const FoldedText& text, std::size_t end, std::size_t limit);

// The word or words at `i`, behind a figure.
std::optional<CueFound> cueAfter(const FoldedText& text, std::size_t i);

// (est.), est., (reported), （預估） behind a figure.
std::optional<CueFound> hedgeAfter(const FoldedText& text, std::size_t i);

} // namespace parallax::data
