// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/latency/report.h"
#include "engine/latency/run.h"

namespace parallax::latency {

// How the runs of a plan are reported: the same for the window, the command line and exports. `begunAt` (ISO
// 8601) chooses the prices of that day.
ReportOptions reportOptions(const RunPlan& plan, const std::string& begunAt);

} // namespace parallax::latency
