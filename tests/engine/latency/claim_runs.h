// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Claims and runs for the tests of verdicts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/latency/claim_verdict.h"
#include "engine/latency/stats/random.h"

namespace parallax::latency {

inline data::Endpoint endpointAt(const std::string& name, const std::string& provider,
                                 const std::string& model) {
    data::Endpoint endpoint;
    endpoint.name = name;
    endpoint.provider = provider;
    endpoint.model = model;
    return endpoint;
}

// Answers of an endpoint: `seconds` to the last token, give or take 4 %, the first after a fifth of it.
inline void addAnswers(ClaimRun& run, const data::Endpoint& endpoint, int count, double seconds,
                       std::int64_t tokens, std::uint64_t seed = 7) {
    run.endpoints.push_back(endpoint);
    run.oneAtATime = true;
    for (int i = 0; i < count; ++i) {
        data::Attempt attempt;
        attempt.endpoint = endpoint.name;
        attempt.sequence = i;
        const double factor = 0.96 + 0.08 * randomUnit(seed, static_cast<std::uint64_t>(i));
        attempt.time.submitted = i * 10'000'000'000LL;
        attempt.time.scheduled = attempt.time.submitted;
        const auto after = [&](double share) {
            return attempt.time.submitted + static_cast<data::RunTime>(1e9 * seconds * factor * share);
        };
        attempt.time.firstAny = attempt.time.firstText = after(0.2);
        attempt.time.last = attempt.time.end = after(1);
        attempt.connection = data::ConnectionKind::Warm;
        attempt.usage.input = 120;
        attempt.usage.output = tokens;
        attempt.finishReason = "length";
        if (endpoint.provider == "simulation")
            attempt.simulation = endpoint.model;
        run.attempts.push_back(attempt);
    }
}

inline data::Claim latencyClaim(double low, double high) {
    data::Claim claim;
    claim.subject = {"Azure", {"azure", "azure-classic"}};
    claim.model = "GPT-4o";
    claim.modelMakers = {"openai"};
    claim.unit = "s";
    claim.stated.low = low;
    claim.stated.high = high;
    claim.statistic = data::ClaimStatistic::Quantile;
    claim.quantile = 0.5;
    claim.tokens = 500;
    claim.side = data::TokenSide::Output;
    claim.evidence.quote = "1.5 s";
    return claim;
}

inline ClaimJudgement judged(const data::Claim& claim, const std::vector<ClaimRun>& runs) {
    std::vector<const ClaimRun*> pointers;
    pointers.reserve(runs.size());
    for (const ClaimRun& run : runs)
        pointers.push_back(&run);
    ClaimEvidenceSources sources;
    sources.runs = pointers;
    sources.prices = knownPrices();
    sources.contracts = knownContracts();
    sources.today = "2026-11-26";
    return judgeClaim(claim, sources);
}

} // namespace parallax::latency
