// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/latency/claim_evidence.h"
#include "engine/latency/metrics.h"

namespace parallax::latency {

// What one attempt is worth to a reading.

// Whether the endpoint speaks for the subject, or plays it.
bool plays(const data::Endpoint& endpoint, const data::ClaimSubject& subject, MeasuredOn on);

// An attempt at the claim's model and region; what was really asked decides, not what was planned.
bool fits(const data::Claim& claim, const data::Endpoint& endpoint, const data::Attempt& attempt,
          MeasuredOn on);

bool isAnswer(const data::Attempt& attempt);

// Whether it had the endpoint for itself: one request at a time, over a connection that was there. Under load
// a time says what the load was, and a handshake is no model's doing.
bool isUndisturbed(const ClaimRun& run, const data::Attempt& attempt);

// Whether the answer has the length that the reading speaks of.
bool hasLength(const ClaimReading& reading, const data::Attempt& attempt);

// In the claim's unit; from the submission.
Metric valueOf(const ClaimReading& reading, const data::Attempt& attempt);

} // namespace parallax::latency
