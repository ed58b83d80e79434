// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "engine/latency/claim_verdict.h"

namespace parallax::latency {

enum class MeasuredOn { Providers, Simulation };

inline constexpr double claimConfidence = 0.95;

// What the library's runs say of a reading: one result for each endpoint that speaks for the claim's subject
// (or plays it), none where there is no such endpoint.
std::vector<ReadingResult> measuredResults(const data::Claim& claim, const ClaimReading& reading,
                                           std::span<const ClaimRun* const> runs, MeasuredOn on);

// The same of a claim against another's (claim.base), by pairs of one prompt: one result for each comparison
// and two of its endpoints, whose n are sessions.
std::vector<ReadingResult> pairedResults(const data::Claim& claim, const ClaimReading& reading,
                                         std::span<const ClaimRun* const> runs, MeasuredOn on);

// What lists of prices say, one result for each source; and contracts likewise.
std::vector<ReadingResult> listedResults(const data::Claim& claim, const ClaimReading& reading,
                                         const ClaimEvidenceSources& sources);
std::vector<ReadingResult> contractResults(const data::Claim& claim, const ClaimReading& reading,
                                           const ClaimEvidenceSources& sources);

// Inside, outside or across the accepted interval.
void decide(ReadingResult& result);
// What was measured at another time than the claim's contradicts nothing, and says of one that is over
// nothing at all.
void laterThan(ReadingResult& result, const data::Claim& claim);

} // namespace parallax::latency
