// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "data/measure/attempt.h"

namespace parallax::latency {

enum class LoadKind {
    Pairs,    // one prompt to each endpoint in random order, then the next: the fair comparison
    Closed,   // so many requests under way at any time
    Constant, // open loop: a fixed rate,
    Poisson,  // or random arrivals at that rate,
    Gamma,    // or burstier (shape < 1) or more even ones (shape > 1)
    Sweep,    // Poisson arrivals, step by step at another rate: the highest that keeps the service level
};

struct LoadPlan {
    LoadKind kind = LoadKind::Pairs;
    std::int64_t requests = 30; // measured ones, for each endpoint
    std::int64_t warmup = 2;    // before them, for each endpoint
    int concurrency = 1;        // of a closed loop
    double perSecond = 1;       // of an open one
    double shape = 1;           // of Gamma; its mean stays the rate's
    double attainment = 0.95;   // of a sweep: the share of requests that has to keep the service level
    int steps = 8;              // of a sweep, from perSecond on: doubled until it fails, then halved between
    std::uint64_t seed = 1;
};

// When each request of an open loop is wanted, from `begin` on: whatever becomes of the ones before.
std::vector<data::RunTime> arrivals(const LoadPlan& plan, data::RunTime begin);

// The order in which the endpoints get prompt `number`, all orders alike (Fisher and Yates).
std::vector<std::size_t> orderOf(std::uint64_t seed, std::int64_t number, std::size_t endpoints);

} // namespace parallax::latency
