// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "data/measure/attempt.h"
#include "engine/latency/prices.h"
#include "engine/latency/provider.h"

namespace parallax::latency {

// What a request can use at most, in tokens.
struct MostUsed {
    std::int64_t input = 0;
    std::int64_t output = 0;
};
MostUsed mostUsedBy(const Prompt& prompt);

// What an attempt counts for, for the budget of a run and for the cost of its tokens alike: what it reported,
// and where it was begun and never came to the end at which usage is told, the most that it can have used.
struct Spending {
    PicoDollars dollars = 0; // 0 where no price is known
    std::int64_t tokens = 0;
    bool atMost = false;
};
Spending spendingOf(const data::Attempt& attempt, const Quote& quote, const MostUsed& most);

// All that was paid, failures too, by the tokens of successes. Nothing where nothing succeeded, a success did
// not say what it used, or no price is known.
struct TokenCost {
    double dollars = 0;
    bool atMost = false; // some attempts count at their most
};
std::optional<TokenCost>
dollarsPerSuccessfulToken(const Quote& quote, std::span<const data::Attempt> attempts, const MostUsed& most);

} // namespace parallax::latency
