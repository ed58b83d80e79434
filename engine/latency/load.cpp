// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/load.h"

#include <algorithm>
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
    case LoadKind::Ramp:
    case LoadKind::Sweep:
        break;
    }
    return 1;
}

// A rate that goes from a to b within T has brought a·t + (b − a)·t²/(2·T) requests by t, and all n of them
// by T = 2·n/(a + b). This is the t of request `number`: the root that neither loses digits nor divides by b
// − a.
double rampTime(const LoadPlan& plan, double number) {
    const double a = plan.perSecond, b = plan.toPerSecond.value_or(a), n = static_cast<double>(plan.requests);
    return 2 * number / (a + std::sqrt(a * a + (b * b - a * a) * std::min(number / n, 1.0)));
}

} // namespace

bool isOpenLoop(const LoadPlan& plan) {
    switch (plan.kind) {
    case LoadKind::Pairs:
    case LoadKind::Closed:
        return false;
    case LoadKind::Ramp:
        return plan.toPerSecond.has_value();
    case LoadKind::Constant:
    case LoadKind::Poisson:
    case LoadKind::Gamma:
    case LoadKind::Sweep:
        break;
    }
    return true;
}

bool isOneAtATime(const LoadPlan& plan) {
    return plan.kind == LoadKind::Pairs || (plan.kind == LoadKind::Closed && plan.concurrency == 1);
}

std::int64_t rampStepOf(const LoadPlan& plan, std::int64_t number) {
    const double measured = static_cast<double>(number - plan.warmup), n = static_cast<double>(plan.requests);
    if (measured <= 0)
        return 0;
    const double share = plan.toPerSecond ? rampTime(plan, measured) / rampTime(plan, n) : measured / n;
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(share * rampSteps), 0, rampSteps - 1);
}

int concurrencyAt(const LoadPlan& plan, std::int64_t number) {
    if (plan.kind != LoadKind::Ramp || !plan.toConcurrency || plan.requests < 2)
        return plan.concurrency;
    const auto last = static_cast<double>(plan.requests - 1);
    const double share = std::clamp(static_cast<double>(number - plan.warmup) / last, 0.0, 1.0);
    return plan.concurrency + static_cast<int>(std::lround(share * (*plan.toConcurrency - plan.concurrency)));
}

RampRange rampRangeOf(const LoadPlan& plan, std::int64_t step) {
    const double from = plan.toPerSecond ? plan.perSecond : plan.concurrency;
    const double to = plan.toPerSecond ? *plan.toPerSecond : plan.toConcurrency.value_or(plan.concurrency);
    const double tenth = (to - from) / static_cast<double>(rampSteps);
    return {from + tenth * static_cast<double>(step), from + tenth * static_cast<double>(step + 1),
            plan.toPerSecond ? RampUnit::PerSecond : RampUnit::UnderWay};
}

std::vector<data::RunTime> arrivals(const LoadPlan& plan, data::RunTime begin) {
    std::vector<data::RunTime> times;
    if (plan.kind == LoadKind::Ramp) {
        const double warmup = static_cast<double>(plan.warmup) / plan.perSecond;
        for (std::int64_t i = 0; i < plan.warmup + plan.requests; ++i) {
            const double at = i < plan.warmup ? static_cast<double>(i) / plan.perSecond
                                              : warmup + rampTime(plan, static_cast<double>(i - plan.warmup));
            times.push_back(begin + static_cast<data::RunTime>(at * 1e9));
        }
        return times;
    }
    double at = 0; // seconds
    for (std::int64_t i = 0; i < plan.warmup + plan.requests; ++i) {
        times.push_back(begin + static_cast<data::RunTime>(at * 1e9));
        at += gap(plan, static_cast<std::uint64_t>(i)) / plan.perSecond;
    }
    return times;
}

void SweepSearch::took(bool kept) {
    if (kept)
        m_kept = m_rate;
    else
        m_missed = m_rate;
    m_rate = m_missed ? (m_kept + *m_missed) / 2 : 2 * m_kept;
}

std::int64_t sweepSample(double attainment) {
    constexpr double fewest = 20, most = 100;
    const double allowed = std::max(1 - attainment, 1e-9);
    return static_cast<std::int64_t>(std::clamp(std::ceil(1 / allowed - 1e-6), fewest, most));
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
