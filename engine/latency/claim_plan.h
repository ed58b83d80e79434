// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/latency/claim_verdict.h"

namespace parallax::latency {

// The run that would settle a claim.
struct ClaimPlan {
    std::string json;              // as `parallax latency run` takes it; empty where no run settles the claim
    int sessions = 1;              // how often it has to run, on different days
    std::int64_t requests = 0;     // in one session, warm-up included, over all endpoints
    std::int64_t inputTokens = 0;  // in one session, about
    std::int64_t outputTokens = 0; // in one session, at most
    std::optional<PicoDollars> cost; // of one session at most; nothing where a price is not known
    bool makersPrice = false; // by the list of the model's maker, where the provider's own is not known
    // What has to be put in before it runs: "resource", "model", "base-url", "project"; the plan has
    // "your-…" there.
    std::vector<std::string> toFill;
};

// For the likeliest reading that a run can settle; none for a price, a contract, the throughput of a machine,
// what is foretold, what is over and what is said of a load, which no run settles. Endpoints of the library
// that speak for the subject are named; where there is none the plan has one with what the article says.
// `day` (ISO) chooses the prices. What is settled of a judgement is not asked again: its next reading is.
ClaimPlan planFor(const data::Claim& claim, std::span<const data::Endpoint> endpoints, const std::string& day,
                  const ClaimJudgement* known = nullptr);

} // namespace parallax::latency
