// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "data/measure/attempt.h"
#include "data/measure/run.h"
#include "data/store/library.h"
#include "engine/latency/metrics.h"
#include "engine/latency/report.h"
#include "engine/latency/run.h"
#include "engine/latency/sessions.h"

namespace parallax::ui {

// What the strips and bars of one endpoint are drawn from. Of a long run only the latest is kept.
struct EndpointSeries {
    static constexpr std::size_t mostPoints = 240;

    std::string endpoint;
    std::string simulation;                 // the profile, where no provider was asked
    std::vector<double> firstToken;         // ms of measured requests, as the report counts; NaN: it has none
    std::vector<double> chunks;             // of the latest answer: ms from the submission, ascending
    std::vector<latency::PhaseSpan> phases; // of the latest answer
    std::array<std::int64_t, 7> outcomes{}; // by data::Outcome, warm-up left out
    std::map<std::string, std::int64_t> faults;

    void add(const data::Attempt& attempt, latency::Since since);
};

// One run as the page shows it, under way or kept.
struct RunContent {
    data::MeasureRun run;
    std::shared_ptr<const latency::RunPlan> plan; // nullptr: nothing is shown
    std::vector<EndpointSeries> series;           // in the plan's order
    std::vector<data::Attempt> attempts; // without chunks (but for what they said), headers and texts
    static constexpr std::size_t mostGaps = 2'000'000; // 8 MB; of a longer run those of its first answers
    latency::Report report;
    std::vector<latency::SessionsReport> sessions; // over the runs of the same comparison from this place
    int sessionCount = 0;                          // those runs, this one among them
    int runsElsewhere = 0;                         // of the same comparison, from other places
    std::size_t gapsKept = 0;                      // between chunks, of all attempts
    std::optional<Error> problem;                  // it cannot be shown

    static RunContent of(std::shared_ptr<const latency::RunPlan> plan, data::MeasureRun run);
    void add(data::Attempt attempt); // keeps what is needed of it
    const EndpointSeries* find(const std::string& endpoint) const;
    bool simulated() const; // nobody was asked at all
};

// The plan of a run of this library; endpoints that were named and are gone stay as names. Throws Error.
latency::RunPlan planOf(data::Library& library, const data::MeasureRun& run);

// Reads a run and, where it compares, the other sessions of the same comparison. Never throws: what is wrong
// stands in `problem`.
RunContent loadRun(data::Library& library, data::RunId id);
RunContent loadRunAlone(data::Library& library, data::RunId id); // without the other sessions

// The attempt of this run whose metric is nearest to `value`, over connections of that kind alone where one
// is named; nullptr where there is none.
const data::Attempt* nearestAttempt(const RunContent& content, const std::string& endpoint,
                                    latency::ReportMetric metric, double value,
                                    std::optional<data::ConnectionKind> connection = {});

} // namespace parallax::ui
