// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/sampler.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "base/error.h"
#include "engine/device/philox.h"

namespace parallax::inference {
namespace {

struct Candidate {
    Token token;
    double logit;
    double probability;
};

bool likelier(const Candidate& a, const Candidate& b) {
    return a.logit != b.logit ? a.logit > b.logit : a.token < b.token;
}

void applyPenalties(std::vector<Candidate>& all, std::span<const Token> history, const Sampling& s) {
    if (s.repetition != 1 || s.frequency != 0 || s.presence != 0) {
        const auto window = std::min(history.size(), static_cast<std::size_t>(std::max(0, s.penaltyWindow)));
        std::unordered_map<Token, int> counts;
        for (const Token token : history.last(window))
            ++counts[token];
        for (const auto& [token, count] : counts) {
            if (token < 0 || static_cast<std::size_t>(token) >= all.size())
                continue;
            double& logit = all[static_cast<std::size_t>(token)].logit;
            logit = logit > 0 ? logit / static_cast<double>(s.repetition)
                              : logit * static_cast<double>(s.repetition);
            logit -= count * static_cast<double>(s.frequency) + static_cast<double>(s.presence);
        }
    }
    for (const auto& [token, bias] : s.bias)
        if (token >= 0 && static_cast<std::size_t>(token) < all.size())
            all[static_cast<std::size_t>(token)].logit += static_cast<double>(bias);
}

// A number in [0, 1) of 53 bits.
double uniform(std::uint64_t seed, std::uint64_t step) {
    const auto low = [](std::uint64_t x) { return static_cast<std::uint32_t>(x); };
    const auto words = device::philox({low(step), low(step >> 32), 0, 0}, {low(seed), low(seed >> 32)});
    const std::uint64_t bits = (std::uint64_t{words[0]} << 21) ^ (words[1] >> 11);
    return static_cast<double>(bits) * 0x1p-53;
}

// Cuts the tail off and leaves the rest sorted, with probabilities that add up to 1.
void narrow(std::vector<Candidate>& all, const Sampling& s) {
    const auto temperature = static_cast<double>(s.temperature);
    if (s.topK > 0 && static_cast<std::size_t>(s.topK) < all.size()) {
        std::nth_element(all.begin(), all.begin() + s.topK, all.end(), likelier);
        all.resize(static_cast<std::size_t>(s.topK));
    }
    std::sort(all.begin(), all.end(), likelier);
    double total = 0;
    for (Candidate& one : all)
        total += one.probability = std::exp((one.logit - all[0].logit) / temperature);
    double before = 0;
    std::size_t kept = 0;
    for (; kept < all.size(); ++kept) {
        const double probability = all[kept].probability / total;
        const bool enough = s.topP < 1 && before >= static_cast<double>(s.topP);
        const bool small = all[kept].probability < static_cast<double>(s.minP);
        if (kept > 0 && (enough || small))
            break;
        before += probability;
    }
    all.resize(kept);
    for (Candidate& one : all)
        one.probability /= total * before;
}

[[noreturn]] void noNumbers() {
    throw Error(ErrorCode::ModelFailed, {"its logits are no numbers; the file may be damaged"});
}
[[noreturn]] void notFinite() {
    throw Error(ErrorCode::ModelFailed, {"its logits are not finite; the file may be damaged"});
}

// Whether the largest logit is all that is asked for.
bool largestAlone(const Sampling& s) {
    return !(s.temperature > 0) && !s.probability && s.logprobs <= 0 && s.repetition == 1 &&
           s.frequency == 0 && s.presence == 0 && s.bias.empty();
}
Token largest(std::span<const float> logits) {
    constexpr std::size_t lanes = 16; // that know nothing of each other, as vectors want it
    float most[lanes];
    unsigned undefined[lanes] = {};
    std::ranges::fill(most, -std::numeric_limits<float>::infinity());
    const auto take = [&](std::size_t lane, float one) {
        undefined[lane] |= one != one ? 1U : 0U;
        most[lane] = one > most[lane] ? one : most[lane];
    };
    std::size_t at = 0;
    for (; at + lanes <= logits.size(); at += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            take(lane, logits[at + lane]);
    for (; at < logits.size(); ++at)
        take(0, logits[at]);
    if (std::ranges::any_of(undefined, [](unsigned one) { return one != 0; }))
        noNumbers();
    const float best = *std::ranges::max_element(most);
    if (!std::isfinite(best))
        notFinite();
    return static_cast<Token>(std::ranges::find(logits, best) - logits.begin());
}

} // namespace

Chosen chooseToken(std::span<const float> logits, std::span<const Token> history, std::uint64_t step,
                   const Sampling& s) {
    Chosen chosen;
    if (largestAlone(s)) {
        chosen.token = largest(logits);
        return chosen;
    }
    std::vector<Candidate> all;
    all.reserve(logits.size());
    double most = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < logits.size(); ++i) {
        if (std::isnan(logits[i]))
            noNumbers();
        all.push_back({static_cast<Token>(i), static_cast<double>(logits[i]), 0});
        most = std::max(most, all.back().logit);
    }
    if (!std::isfinite(most))
        notFinite();
    double normal = 0;
    if (s.probability || s.logprobs > 0) {
        double sum = 0;
        for (const Candidate& one : all)
            sum += std::exp(one.logit - most);
        normal = most + std::log(sum);
    }
    if (s.logprobs > 0) {
        std::vector<Candidate> top = all;
        const auto count = std::min(top.size(), static_cast<std::size_t>(s.logprobs));
        std::partial_sort(top.begin(), top.begin() + static_cast<std::ptrdiff_t>(count), top.end(), likelier);
        for (std::size_t i = 0; i < count; ++i)
            chosen.top.emplace_back(top[i].token, static_cast<float>(top[i].logit - normal));
    }
    applyPenalties(all, history, s);
    if (!(s.temperature > 0)) {
        chosen.token = std::min_element(all.begin(), all.end(), likelier)->token;
    } else {
        narrow(all, s);
        double left = uniform(s.seed, step);
        chosen.token = all.back().token;
        for (const Candidate& one : all) {
            if (left < one.probability) {
                chosen.token = one.token;
                break;
            }
            left -= one.probability;
        }
    }
    if (s.probability)
        chosen.logprob =
            static_cast<float>(static_cast<double>(logits[static_cast<std::size_t>(chosen.token)]) - normal);
    return chosen;
}

} // namespace parallax::inference
