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

// Candidates from the likeliest on, sorted only as far as they are asked for: of a vocabulary of 128,000
// tokens a draw seldom looks at more than a hundred, and sorting all of them takes as long as a small model's
// step.
class Ranking {
  public:
    explicit Ranking(std::vector<Candidate>& all)
        : m_all(all) {}

    const Candidate& operator[](std::size_t rank) {
        while (rank >= m_sorted)
            sortMore();
        return m_all[rank];
    }

  private:
    void sortMore() {
        constexpr std::size_t first = 64, growth = 8;
        const std::size_t end = std::min(m_all.size(), m_sorted == 0 ? first : m_sorted * growth);
        const auto at = [this](std::size_t i) { return m_all.begin() + static_cast<std::ptrdiff_t>(i); };
        if (end < m_all.size())
            std::nth_element(at(m_sorted), at(end), m_all.end(), likelier);
        std::sort(at(m_sorted), at(end), likelier);
        m_sorted = end;
    }

    std::vector<Candidate>& m_all;
    std::size_t m_sorted = 0;
};

// One of the candidates that top-k, top-p and min-p leave; `draw` in [0, 1) goes over them from the
// likeliest.
Token drawn(std::vector<Candidate>& all, const Sampling& s, double draw) {
    if (s.topK > 0 && static_cast<std::size_t>(s.topK) < all.size()) {
        std::nth_element(all.begin(), all.begin() + s.topK, all.end(), likelier);
        all.resize(static_cast<std::size_t>(s.topK));
    }
    const double most = std::ranges::min_element(all, likelier)->logit;
    double total = 0;
    for (Candidate& one : all)
        total += one.probability = std::exp((one.logit - most) / static_cast<double>(s.temperature));
    // The likeliest has probability 1 here, so it stays whatever min-p is.
    double kept = total;
    if (s.minP > 0) {
        const double least = std::min(1.0, static_cast<double>(s.minP));
        std::erase_if(all, [least](const Candidate& one) { return one.probability < least; });
        kept = 0;
        for (const Candidate& one : all)
            kept += one.probability;
    }
    Ranking ranking(all);
    std::size_t count = all.size();
    if (s.topP < 1) {
        kept = 0;
        for (count = 0; count < all.size() && (count == 0 || kept < static_cast<double>(s.topP) * total);
             ++count)
            kept += ranking[count].probability;
    }
    double left = draw * kept;
    std::size_t rank = 0;
    for (; rank + 1 < count && left >= ranking[rank].probability; ++rank)
        left -= ranking[rank].probability;
    return ranking[rank].token;
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
        chosen.token = drawn(all, s, uniform(s.seed, step));
    }
    if (s.probability)
        chosen.logprob =
            static_cast<float>(static_cast<double>(logits[static_cast<std::size_t>(chosen.token)]) - normal);
    return chosen;
}

} // namespace parallax::inference
