// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "data/measure/attempt.h"
#include "engine/latency/report.h"

namespace parallax::latency {

// Whether what was measured stayed the same over the run (§1.4 of the design: stationarity).
void addDrifts(std::span<const data::Attempt> attempts, const ReportOptions& options, EndpointReport& report);

// What has a limit, by the tail that decides.
void addTails(std::span<const data::Attempt> attempts, const ReportOptions& options, EndpointReport& report);

} // namespace parallax::latency
