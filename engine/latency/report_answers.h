// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "data/measure/attempt.h"
#include "engine/latency/metrics.h"
#include "engine/latency/report.h"

namespace parallax::latency {

// The whole answer at the fixed length that was asked for.
void addAtLength(std::span<const data::Attempt> attempts, const ReportOptions& options,
                 EndpointReport& report);

// How long the answers of an endpoint are, how fast they come, and what lies between their chunks.
void addLengths(std::span<const data::Attempt> attempts, const ReportOptions& options,
                EndpointReport& report);

// What answered, by its own account, and over which connections.
void addWhoAnswered(std::span<const data::Attempt> attempts, Since since, EndpointReport& report);

} // namespace parallax::latency
