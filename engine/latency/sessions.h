// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "data/measure/run.h"
#include "engine/latency/report.h"
#include "engine/latency/run.h"

namespace parallax::latency {

// Runs with the same key time the same comparison: endpoints with provider, model, address, region and
// options, the prompt with its length, the kind of connection. Empty: the plan compares nothing.
std::string comparisonKey(const RunPlan& plan);

// Where a run was made: what its plan calls the place, else its machine. Machines of one kind look alike
// wherever they stand, so that those of several regions have to be named.
std::string placeOf(const RunPlan& plan, const data::MeasureRun& run);

// A run of the library as a session of its comparison; the report outlives the call.
struct SessionRun {
    std::int64_t run = 0;
    std::string key;     // comparisonKey of its plan
    std::string place;   // placeOf it
    std::string begunAt; // UTC, ISO 8601
    const Report* report = nullptr;
};

// Sessions are of different hours: what holds for one window may hold for that hour alone.
inline constexpr std::int64_t secondsBetweenSessions = 3600;

// When a run of a comparison began.
struct SessionMark {
    std::string begunAt; // UTC, ISO 8601
    std::int64_t run = 0;
};

// Which of the runs of one comparison are sessions of their own, the earliest first: it, and each that began
// an hour or more after the last one that is.
std::vector<std::size_t> ownSessions(std::span<const SessionMark> runs);

// What the same comparison says over several runs of one place, each counted once: with five it is more than
// a window. What holds in Frankfurt is no repetition of what holds in Tokyo.
struct SessionsReport {
    std::string place;
    std::string a, b;
    ReportMetric metric = ReportMetric::FirstToken;
    SessionsResult result;
    double adjustedP = 1;        // Holm, over all that could be tested
    std::size_t comparisons = 0; // those it is over
    Ordering ordering = Ordering::Undecided;
    // The interval leaves 1 out, and still the sessions are too few for so many comparisons.
    bool tooFewSessions() const {
        return result.enough() && ordering == Ordering::Undecided && !result.interval.contains(1);
    }
    bool simulated = false;         // one of the two is no provider
    std::vector<std::int64_t> runs; // that count, the earliest first
    std::size_t tooClose = 0; // runs of this place that began within the hour of one that counts, and do not
};

struct SessionsComparison {
    std::vector<SessionsReport> comparisons;
    std::vector<std::int64_t> repeated; // runs that were given more than once
    std::vector<std::int64_t> single;   // runs that compare nothing, or too few pairs
    std::size_t kinds = 0;              // different comparisons among the runs: none is mixed with another
    std::vector<std::string> places;    // of the runs that compare, each once: nor is any of these
};
SessionsComparison acrossSessions(std::span<const SessionRun> runs);

nlohmann::ordered_json toJson(const SessionsComparison& sessions);

} // namespace parallax::latency
