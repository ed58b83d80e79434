// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/load.h"

#include <cmath>
#include <numeric>
#include <utility>

#include "engine/latency/stats/distributions.h"
#include "engine/latency/stats/random.h"

namespace parallax::latency {
namespace {

// A gap of mean 1.
double gap(const LoadPlan& plan, std::uint64_t number) {
    switch (plan.kind) {
    case LoadKind::Poisson:
        return -std::log(randomUnit(plan.seed, number));
    case LoadKind::Gamma:
        return gammaQuantile(randomUnit(plan.seed, number), plan.shape) / plan.shape;
    case LoadKind::Pairs:
    case LoadKind::Closed:
    case LoadKind::Constant:
    case LoadKind::Sweep:
        break;
    }
    return 1;
}

} // namespace

std::vector<data::RunTime> arrivals(const LoadPlan& plan, data::RunTime begin) {
    std::vector<data::RunTime> times;
    double at = 0; // seconds
    for (std::int64_t i = 0; i < plan.warmup + plan.requests; ++i) {
        times.push_back(begin + static_cast<data::RunTime>(at * 1e9));
        at += gap(plan, static_cast<std::uint64_t>(i)) / plan.perSecond;
    }
    return times;
}

std::vector<std::size_t> orderOf(std::uint64_t seed, std::int64_t number, std::size_t endpoints) {
    std::vector<std::size_t> order(endpoints);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = endpoints; i > 1; --i) {
        const auto counter = static_cast<std::uint64_t>(number) * endpoints + i;
        std::swap(order[i - 1], order[randomBelow(seed, counter, i)]);
    }
    return order;
}

} // namespace parallax::latency
