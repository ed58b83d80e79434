// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

#include "app/cli/command.h"
#include "app/cli/kept_run.h"
#include "data/measure/run.h"
#include "engine/latency/report.h"
#include "engine/latency/sessions.h"

namespace parallax::app {

// A run's report, as text or JSON.
void printReport(const Session& session, const KeptRun& kept, const latency::Report& report);

// What tells a run from another, as JSON: name, place, machine, begin and end, state.
nlohmann::ordered_json runFacts(const KeptRun& kept);

std::string loadWords(const latency::RunPlan& plan); // "in pairs, 40 requests each, up to 500 tokens"

// A run with what was found in it.
struct ReportedRun {
    KeptRun kept;
    latency::Report report;
};

// Which runs they are, then their medians, speed and cost beside each other, as text.
void printBesideEachOther(const std::vector<ReportedRun>& runs);

nlohmann::ordered_json besideEachOther(const std::vector<ReportedRun>& runs);

// What several runs come to together, as text.
void printSessions(const latency::SessionsComparison& sessions);

std::string decimals(double value, int digits);
// "286.0 (273.1–292.4)", or "not enough data".
std::string percentileText(const latency::Percentile& percentile, int digits = 1);

const char* runStateName(data::MeasureState state); // "finished", as in JSON
std::string runStateWords(data::MeasureState state);

} // namespace parallax::app
