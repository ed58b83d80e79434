// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "data/claim/claim_sentence.h"

namespace parallax::data {

// Of which time a figure is said, where that is another than the article's.
struct SaidOf {
    std::string from, to; // ISO days; empty: not stated, or it cannot be told
    bool past = false;    // it was over when the article was written
};

struct SaidAt {
    Span span; // the words for it
    SaidOf time;
};
// All times that a sentence names, once for all of its figures. `day` is the article's, ISO ("2026-04-15",
// "2026-04"), may be empty.
std::vector<SaidAt> timesIn(const ClaimSentence& sentence, std::string_view day);

// "2024 年 6 月時": bytes of the word for "when" right behind a date, which belongs to it; 0 where there is
// none.
std::size_t whenBehind(std::string_view text, const Quantity& figure);

// "In March 2026 …", "last month", "reached 99.97 % in March", 上個月: only of a figure that stands in the
// same clause or behind an opening that says when. What a date belongs to otherwise (a version, the opening
// of a region) is no time of the figure.
SaidOf saidOf(const ClaimSentence& sentence, const std::vector<SaidAt>& times, const Quantity& figure,
              std::string_view day);

// "…, the prices of June 2024", ，是 2024 年 6 月的價格: behind a figure, of which day it says all of them
// are.
SaidOf timeOfPrices(const ClaimSentence& sentence, const std::vector<SaidAt>& times);

} // namespace parallax::data
