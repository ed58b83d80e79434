// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/spending.h"

#include <algorithm>

namespace parallax::latency {
namespace {

using data::Outcome;

// Where the provider may have worked, and hence may ask to be paid.
bool wasBegun(const data::Attempt& attempt) {
    const bool refused = attempt.outcome == Outcome::Client || attempt.outcome == Outcome::Throttled ||
                         attempt.outcome == Outcome::Rejected;
    return attempt.status == 200 || (attempt.status == 0 && !refused);
}

// Some providers count as they go: what was said before a stream broke is no sum.
bool cameToItsEnd(const data::Attempt& attempt) {
    return attempt.outcome == Outcome::Success || attempt.outcome == Outcome::Filtered ||
           attempt.time.terminal != data::never;
}

} // namespace

MostUsed mostUsedBy(const Prompt& prompt) {
    // A token has at least a byte; some for the nonce and for what a provider wraps around a prompt.
    Prompt sent = prompt;
    sent.nonce.assign(8, '0');
    return {static_cast<std::int64_t>(promptText(sent).size()) + 64, prompt.maxTokens};
}

Spending spendingOf(const data::Attempt& attempt, const Quote& quote, const MostUsed& most) {
    Spending out;
    const bool told = attempt.usage.input >= 0 && attempt.usage.output >= 0;
    if (told) {
        out.dollars = costOf(quote, attempt.usage).value_or(0);
        out.tokens = attempt.usage.input + attempt.usage.output;
    }
    if (!wasBegun(attempt) || (told && cameToItsEnd(attempt)))
        return out;
    out.atMost = true;
    out.dollars = std::max(out.dollars, mostItCanCost(quote, most.input, most.output).value_or(0));
    out.tokens = std::max(out.tokens, most.input + most.output);
    return out;
}

std::optional<TokenCost>
dollarsPerSuccessfulToken(const Quote& quote, std::span<const data::Attempt> attempts, const MostUsed& most) {
    if (!quote.complete())
        return std::nullopt;
    PicoDollars paid = 0;
    std::int64_t tokens = 0;
    bool atMost = false;
    for (const data::Attempt& attempt : attempts) {
        const Spending one = spendingOf(attempt, quote, most);
        paid = summed(paid, one.dollars);
        atMost = atMost || (one.atMost && one.dollars > 0);
        if (attempt.outcome != Outcome::Success)
            continue;
        if (attempt.usage.output < 0 || attempt.usage.input < 0)
            return std::nullopt; // by how many tokens?
        tokens += attempt.usage.output;
    }
    if (tokens == 0)
        return std::nullopt;
    return TokenCost{static_cast<double>(paid) / 1e12 / static_cast<double>(tokens), atMost};
}

} // namespace parallax::latency
