// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/measure/attempt.h"

namespace parallax::latency {

enum class PriceUnit { Input, CachedInput, Output, Reasoning };

// Millionths of a millionth of a dollar, for one token: whole numbers, so that no sum is rounded.
using PicoDollars = std::int64_t;

// One statement of one source. Dates are ISO days; an empty end is open.
struct Price {
    std::string provider;
    std::string model;
    PriceUnit unit = PriceUnit::Input;
    PicoDollars perToken = 0;
    std::string from;
    std::string to;
    std::string source;
    std::string readOn;
};

// The table that the program brings along (resources/prices/prices.csv).
const std::vector<Price>& knownPrices();

// Reads such a table: a line of names, then one price a line. Throws Error{DocumentMalformed}, which names
// the line.
std::vector<Price> readPrices(std::string_view csv, const std::string& name);

// What holds for a model on a day. Where sources disagree the dearest counts, so that a budget is never
// overrun, and the others are kept to be shown. A name of the list is taken as it is; a provider's own id is
// found by listedModel(), and one of a dated snapshot takes no other snapshot's price (versionOf in
// prices.cpp): where the list does not tell whose a price is, there is none.
struct Quote {
    std::map<PriceUnit, PicoDollars> perToken;
    std::vector<Price> statements;
    bool disagreement = false;
    bool complete() const; // input and output are known
};
Quote quoteFor(std::span<const Price> prices, std::string_view provider, std::string_view model,
               std::string_view day);

// What an attempt cost: uncached and cached input, output, reasoning where it has a price of its own. Billed
// counts go first where the provider tells them. Nothing without a price or without usage.
std::optional<PicoDollars> costOf(const Quote& quote, const data::TokenUsage& usage);

// The most that a request can cost, for a budget that stops a run before it is exceeded.
std::optional<PicoDollars> mostItCanCost(const Quote& quote, std::int64_t inputTokens,
                                         std::int64_t outputTokens);

// What is too much to be counted is the most that can be: a budget is never passed by an overflow.
PicoDollars summed(PicoDollars a, PicoDollars b);

} // namespace parallax::latency
