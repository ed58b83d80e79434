// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/measure/attempt.h"
#include "data/measure/claim.h"
#include "data/measure/endpoint.h"
#include "data/measure/run.h"
#include "engine/latency/claim_readings.h"
#include "engine/latency/prices.h"
#include "engine/latency/stats/percentile.h"

namespace parallax::latency {

enum class ClaimVerdict { Consistent, Contradicted, NotEnoughData, NotTestable };

// A run of the library, as evidence.
struct ClaimRun {
    data::RunId id = 0;
    std::string begunAt;                   // UTC, ISO 8601
    std::vector<data::Endpoint> endpoints; // of its plan
    std::string comparison;                // comparisonKey of its plan; empty: it compares nothing
    bool oneAtATime = false;               // never two requests under way
    std::vector<data::Attempt> attempts;
};

// What a provider's contract promises, by its own page.
struct ContractTerm {
    std::string provider;
    double percent = 0;
    std::string source;
    std::string statedOn; // ISO day that the page names, from which it holds; empty: it names none
    std::string readOn;   // ISO day
};
const std::vector<ContractTerm>& knownContracts(); // resources/prices/sla.csv
// Throws Error{DocumentMalformed}, which names the line.
std::vector<ContractTerm> readContracts(std::string_view csv, const std::string& name);

struct ClaimEvidenceSources {
    std::span<const ClaimRun* const> runs;
    std::span<const data::Endpoint> endpoints; // of the library: some state prices of their own
    std::span<const Price> prices;
    std::span<const ContractTerm> contracts;
    std::string today; // ISO, where the claim has no day
};

// Behind a reason: it would decide, but Claim::unread is not empty.
inline constexpr std::string_view unreadEnding = "-unread";

// What one piece of evidence says of one reading. `reason` is a code: "inside", "outside", "straddles",
// "few", "wrong-length", "disturbed", "few-sessions", "no-session", "no-runs", "simulated-only",
// "not-remote", "future", "load", "currency", "price-fits", "price-fits-undated", "price-rounded",
// "price-differs", "price-undated", "price-mixed", "price-makers", "price-special", "no-price",
// "entered-fits", "entered-differs", "contract-same", "contract-within", "contract-differs",
// "contract-undated", "contract-service", "no-contract", "shown", "not-shown", "refuted"; of another time
// than the claim's: "inside-later", "outside-later", "shown-later", "refuted-later", "past".
struct ReadingResult {
    ClaimReading reading;
    ClaimVerdict verdict = ClaimVerdict::NotEnoughData;
    std::string reason;
    std::string source;    // the endpoint, or the address of a list; empty: there is none
    std::string readOn;    // of a list or a contract: ISO day; of a run the newest's
    std::string validFrom; // of a list: ISO days between which it held, empty where it names none
    std::string validTo;
    std::string service;         // whose contract it is
    std::size_t n = 0;           // measured values; of a ratio, sessions
    std::size_t needed = 0;      // that it takes
    std::size_t otherLength = 0; // answers that were no use, being of another length,
    std::size_t disturbed = 0;   // or under load, or over connections that had to be made
    std::optional<double> value; // in the claim's unit; of a ratio in times, of a price for a million
    std::optional<Interval> interval;
    Interval accepted; // within which the interval has to lie
    std::vector<data::RunId> runs;
    std::string simulation; // the profile that was measured instead of a provider
};

// What is known of a claim. `simulated` shows how the same test goes on the simulation, where its profile was
// named after the subject; it never decides anything about a provider.
struct ClaimJudgement {
    ClaimVerdict verdict = ClaimVerdict::NotEnoughData;
    std::string reason;                 // of the result that decided, or the likeliest reading's
    int decidedBy = -1;                 // in `results`
    std::vector<ReadingResult> results; // by reading, the likeliest first
    std::vector<ReadingResult> simulated;
    std::vector<std::string> missing;
};

// §7 of the design: a measured interval (95 %) within ±10 % of what is stated bears a claim out, one wholly
// outside contradicts it, all else is not enough. A list price or a contract has to be the same, or what a
// bound allows, and contradicts only what was written when it is known to have held. What was measured more
// than a month from the claim's time contradicts nothing, and of a time that is over it says nothing.
// A sentence with words that are not understood (Claim::unread) is neither contradicted nor borne out.
// Throughput of a machine that is not ours cannot be tested, and neither can what is foretold.
ClaimJudgement judgeClaim(const data::Claim& claim, const ClaimEvidenceSources& sources);

// ±10 % of the stated figure, or what a bound allows.
Interval acceptedFor(const data::ClaimFigure& stated);

const char* verdictName(ClaimVerdict verdict); // "consistent", "contradicted", "not_enough_data", …
const char* measureName(ClaimMeasure measure);

} // namespace parallax::latency
