// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "data/measure/run.h"
#include "engine/latency/report.h"
#include "engine/latency/sessions.h"

namespace parallax::app {

// A run's report, as text or JSON; whether limits were met where its plan states any.
enum class Limits { None, Stated };
void printReport(const Session& session, const data::MeasureRun& run, const latency::Report& report,
                 Limits limits);

// Medians, speed and cost of several runs beside each other, as text.
void printBesideEachOther(const std::vector<std::int64_t>& runs, const std::vector<latency::Report>& reports);

nlohmann::ordered_json besideEachOther(const std::vector<std::int64_t>& runs,
                                       const std::vector<latency::Report>& reports);

// What several runs come to together, as text.
void printSessions(const latency::SessionsComparison& sessions);

std::string decimals(double value, int digits);
// "286.0 (273.1–292.4)", or "needs 36" where there is not enough data.
std::string percentileText(const latency::Percentile& percentile, int digits = 1);

const char* runStateName(data::MeasureState state); // "finished", as in JSON
std::string runStateWords(data::MeasureState state);

} // namespace parallax::app
