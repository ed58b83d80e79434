// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "data/measure/attempt.h"
#include "data/measure/endpoint.h"
#include "engine/latency/client.h"
#include "engine/latency/live.h"
#include "engine/latency/load.h"
#include "engine/latency/metrics.h"
#include "engine/latency/prices.h"

namespace parallax::latency {

// The key of an endpoint, from wherever app/ keeps keys; empty: none.
using KeySource = std::function<std::string(const data::Endpoint&)>;

// What a run may spend. It stops before a request that could exceed it, counting what is under way at its
// most.
struct Budget {
    std::optional<PicoDollars> money;
    std::optional<std::int64_t> tokens; // in and out together
};

// Prices that the endpoint states itself (options price-input, price-output, in dollars a million tokens), or
// the table's on that day.
Quote quoteOf(const data::Endpoint& endpoint, const std::string& day);

struct RunPlan {
    std::string name;
    std::string place; // where it is made, as a person calls it; may be empty
    std::vector<data::Endpoint> endpoints;
    LoadPlan load;
    Prompt prompt;
    ClientOptions client;
    Budget budget;
    ServiceLevel level;
};

// Reads a plan (JSON; docs/latency.md has its fields). Endpoints may stand in it or be named; `named` finds
// those. Throws Error{Usage} with what is wrong: nothing of a plan is guessed.
RunPlan readPlan(std::string_view json, const std::string& file,
                 const std::function<std::optional<data::Endpoint>(const std::string&)>& named);

struct RunResult {
    Window window; // submissions of measured requests: neither warm-up nor drain
    std::int64_t attempts = 0;
    bool budgetReached = false;
    bool stopped = false;
    data::RunTime worstLag = 0; // of our own event loop
    PicoDollars spent = 0;      // at most; what was not reported is counted at its most
};

// Throws Error{Usage} with what an endpoint lacks, or where a budget in money is to be kept but a price is
// not known on that day (ISO).
void checkPlan(const RunPlan& plan, const std::string& day);

// Checks and runs it. Each attempt is handed over as soon as it has ended, cancelled ones too. `day` chooses
// the prices. Models of this machine come from `engines`, or are opened for the run where there are none.
// `live`, where given, has room for the plan's endpoints and is told what is under way.
RunResult runPlan(const RunPlan& plan, const KeySource& keys, const std::string& day, std::stop_token stop,
                  const AttemptSink& sink, const ProgressCallback& progress, const EngineSource& engines = {},
                  LiveBoard* live = nullptr);

} // namespace parallax::latency
