// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/check/clause.h"

namespace parallax::data {

// A sentence with its figures and words.
struct ClauseText {
    const ReadText& text;
    const Sentence& sentence;
    const std::vector<Quantity>& quantities;
    std::string_view blockText;

    const Quantity& quantity(std::size_t token) const {
        return quantities[static_cast<std::size_t>(text.tokens[token].figure)];
    }
    // Folded: "the", "约".
    std::string word(std::size_t token) const;
    // The folded words of the tokens [first, last).
    std::string words(std::size_t first, std::size_t last) const;
};

// What a figure is to the two levels it stands beside.
enum class Seat : std::uint8_t {
    None,    // a figure of something else: "30% of revenue", "with 99.9% availability"
    Rate,    // the words say that it is the change: "up 35%", "a 35% increase", "or 35%"
    Apposed, // stands bare beside the levels: "(35%)"; to be believed only where it fits
    OfBase   // what is left of the base: "to a third", "40% of what it was"
};

// The levels are figures of the sentence; the rate stands before, between or after them.
Seat seatOf(const ClauseText& clause, std::size_t levelA, std::size_t levelB, std::size_t rate);

// One of the levels is a loss and the other none: their ratio says nothing.
bool isAcrossZero(const ClauseText& clause, std::size_t levelA, std::size_t levelB);

// "from $20 to $27 billion": the scale of the second may be meant for the first, too.
bool isScaleInDoubt(const ClauseText& clause, std::size_t levelA, std::size_t levelB);

// The sentence asserts what its tokens [first, last] say: it neither denies nor supposes nor asks it.
bool isAsserted(const ClauseText& clause, std::size_t first, std::size_t last);

} // namespace parallax::data
