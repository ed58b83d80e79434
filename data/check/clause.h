// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/check/text.h"

namespace parallax::data {

// How the figures of a clause belong together.
enum class Relation : std::uint8_t {
    Change,   // base → next, by `stated`
    ShareOf,  // `next` is `stated` of `base`
    PartWhole // `next` is a part of `base`
};

// What a clause says leads from one level to another: "from $20 billion in 2025 to $100 billion by 2028 (CAGR
// ~50%)". Figures are indices into the block's quantities; -1 where the clause has none.
struct StatedChange {
    Relation relation = Relation::Change;
    int base = -1, next = -1;
    int stated = -1;          // a percentage, points, a multiple, or a difference in the unit of the levels
    bool yearly = false;      // `stated` is a rate per year
    bool yearOnYear = false;  // … by "year on year" alone
    bool ratedByWord = false; // … or may be: "growth rate", over several years
    bool byWord = false;      // a word of rising, falling or growth stands beside `stated`
    bool apposed = false;     // `stated` stands bare beside the levels: "(35%)"
    bool ofBase = false;      // `stated` is what is left of the base: "fell to a third"
    bool dated = false;       // a date stands beside a level
    int baseYear = 0, nextYear = 0;  // 0: not said
    double years = 0;                // a duration between them; 0: not said
    int direction = 0;               // by the words: +1 up, -1 down, 0 nothing said
    std::size_t first = 0, last = 0; // tokens that take part
};

// All that a sentence asserts; no figure is `stated` twice.
std::vector<StatedChange> statedChanges(const ReadText& text, const Sentence& sentence,
                                        const std::vector<Quantity>& quantities, std::string_view blockText);

// Kinds of figures as clauses tell them apart.
bool isTimeFigure(const Quantity& quantity) noexcept;  // a period, a deadline, a duration
bool isLevelFigure(const Quantity& quantity) noexcept; // what a clause may lead from or to
// A percentage, points, a multiple, "a third".
bool isRateFigure(const Quantity& quantity) noexcept;
bool isMultiple(const Quantity& quantity) noexcept;
// "2024 to 2027": first and last year.
std::optional<std::pair<int, int>> yearRangeOf(const Quantity& quantity) noexcept;
// The year that a figure's own period or a date names, 0 when none.
int yearOf(const Quantity& quantity) noexcept;

// The direction that words near a figure give it, looking `before` tokens back and `after` ahead, within the
// sentence: +1, -1, or 0 where there is none or both.
int directionNear(const ReadText& text, const Sentence& sentence, std::size_t token, std::size_t before,
                  std::size_t after);

} // namespace parallax::data
