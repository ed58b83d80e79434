// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "data/measure/attempt.h"
#include "engine/latency/metrics.h"
#include "engine/latency/report.h"

namespace parallax::latency {

// Of values in any order.
MetricSummary summarised(ReportMetric metric, std::vector<double> values);

// Of successes alone; of streams that a proxy kept back only what their end says.
MetricSummary summaryOf(ReportMetric metric, std::span<const data::Attempt> attempts, Since since);

// The rates that a sweep tried, and the highest that kept the service level.
void addSweep(std::span<const data::Attempt> attempts, const ReportOptions& options, EndpointReport& report);

// A ramp by its tenths: those in which anything was sent.
std::vector<RampStep> rampOf(std::span<const data::Attempt> attempts, const ReportOptions& options);

} // namespace parallax::latency
