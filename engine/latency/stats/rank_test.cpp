// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/stats/rank_test.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/latency/stats/distributions.h"

namespace parallax::latency {
namespace {

constexpr std::size_t mostExact = 50; // 2^50 ways are still exact in a double

// P(the sum of the ranks of positive differences ≤ sum): each rank is in it or not, all ways alike.
double exactAtMost(std::size_t n, double sum) {
    const std::size_t most = n * (n + 1) / 2;
    std::vector<double> ways(most + 1);
    ways[0] = 1;
    for (std::size_t rank = 1; rank <= n; ++rank)
        for (std::size_t s = most; s >= rank; --s)
            ways[s] += ways[s - rank];
    const auto last = std::min(static_cast<std::size_t>(sum), most);
    const double total =
        std::accumulate(ways.begin(), ways.begin() + static_cast<std::ptrdiff_t>(last) + 1, 0.0);
    return total / std::pow(2.0, static_cast<double>(n));
}

} // namespace

SignedRank signedRankTest(std::span<const double> differences) {
    std::vector<double> kept;
    for (const double d : differences)
        if (d != 0)
            kept.push_back(d);
    std::sort(kept.begin(), kept.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    SignedRank out;
    out.n = kept.size();
    if (kept.empty())
        return out;
    double ties = 0; // Σ t³ − t over the groups of equal sizes
    for (std::size_t begin = 0; begin < kept.size();) {
        std::size_t end = begin + 1;
        while (end < kept.size() && std::abs(kept[end]) == std::abs(kept[begin]))
            ++end;
        const auto size = static_cast<double>(end - begin);
        const double rank = (static_cast<double>(begin + 1) + static_cast<double>(end)) / 2;
        ties += size * size * size - size;
        for (; begin < end; ++begin)
            if (kept[begin] > 0)
                out.positive += rank;
    }
    const auto n = static_cast<double>(out.n);
    const double all = n * (n + 1) / 2;
    out.exact = ties == 0 && out.n <= mostExact;
    if (out.exact) {
        out.p = std::min(1.0, 2 * exactAtMost(out.n, std::min(out.positive, all - out.positive)));
        return out;
    }
    const double variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48;
    const double away = std::max(0.0, std::abs(out.positive - all / 2) - 0.5);
    out.p = std::min(1.0, 2 * normalBeyond(away / std::sqrt(variance)));
    return out;
}

std::size_t pairsToShow(std::size_t tests, double level) {
    std::size_t n = 1;
    for (double p = 1; p * static_cast<double>(std::max<std::size_t>(tests, 1)) >= level; p /= 2)
        ++n;
    return n;
}

std::vector<double> holmAdjusted(std::span<const double> p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> out(p.size());
    double highest = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        highest = std::max(highest, std::min(1.0, static_cast<double>(p.size() - i) * p[order[i]]));
        out[order[i]] = highest;
    }
    return out;
}

} // namespace parallax::latency
