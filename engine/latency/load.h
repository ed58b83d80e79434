// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "data/measure/attempt.h"

namespace parallax::latency {

enum class LoadKind {
    Pairs,    // one prompt to each endpoint in random order, then the next: the fair comparison
    Closed,   // so many requests under way at any time
    Constant, // open loop: a fixed rate,
    Poisson,  // or random arrivals at that rate,
    Gamma,    // or burstier (shape < 1) or more even ones (shape > 1)
    Ramp,     // a rate, or so many under way, that rises or falls linearly from one to another
    Sweep,    // Poisson arrivals, step by step at another rate: the highest that keeps the service level
};

struct LoadPlan {
    LoadKind kind = LoadKind::Pairs;
    std::int64_t requests = 30;        // measured ones, for each endpoint
    std::int64_t warmup = 2;           // before them, for each endpoint
    int concurrency = 1;               // of a closed loop
    double perSecond = 1;              // of an open one
    std::optional<double> toPerSecond; // where a ramp ends that begins at perSecond,
    std::optional<int> toConcurrency;  // or one that begins at concurrency
    double shape = 1;                  // of Gamma; its mean stays the rate's
    double attainment = 0.95;          // of a sweep: the share of requests that has to keep the service level
    int steps = 8; // of a sweep, from perSecond on: doubled until it fails, then halved between
    std::int64_t mostRequests =
        0; // of a step of a sweep, which goes on until it says something; 0: `requests`
    std::uint64_t seed = 1;
};

// Whether requests come at times of their own, whatever becomes of the ones before: a queue of ours is then
// part of what they wait for.
bool isOpenLoop(const LoadPlan& plan);

// Whether there is never more than one request under way: nothing waits for another.
bool isOneAtATime(const LoadPlan& plan);

// When each request of an open loop is wanted, from `begin` on. Of a ramp the warm-up comes at its first
// rate.
std::vector<data::RunTime> arrivals(const LoadPlan& plan, data::RunTime begin);

// A ramp is looked at in tenths: of its time where its rate changes, of its requests where it is how many are
// under way. Of request `number`, warm-up included (which is of the first).
inline constexpr std::int64_t rampSteps = 10;
std::int64_t rampStepOf(const LoadPlan& plan, std::int64_t number);

// How many requests a closed loop keeps under way when `number` is to be sent.
int concurrencyAt(const LoadPlan& plan, std::int64_t number);

// What a step of a ramp goes from and to.
enum class RampUnit { PerSecond, UnderWay };
struct RampRange {
    double from = 0, to = 0;
    RampUnit unit = RampUnit::PerSecond;
};
RampRange rampRangeOf(const LoadPlan& plan, std::int64_t step);

// Which rate a sweep tries next: twice the last one until one fails, then halfway between the highest that
// kept the service level and the lowest that did not.
class SweepSearch {
  public:
    explicit SweepSearch(double firstPerSecond)
        : m_rate(firstPerSecond) {}
    double rate() const { return m_rate; }
    void took(bool kept);

  private:
    double m_rate;
    double m_kept = 0;
    std::optional<double> m_missed;
};

// Requests that a step of a sweep needs before it says anything: one failure among them has to be less than
// what the attainment allows.
std::int64_t sweepSample(double attainment);

// The order in which the endpoints get prompt `number`, all orders alike (Fisher and Yates).
std::vector<std::size_t> orderOf(std::uint64_t seed, std::int64_t number, std::size_t endpoints);

} // namespace parallax::latency
