// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What tells one run from another.
#include <nlohmann/json.hpp>

#include <array>
#include <string>

#include "app/cli/latency_report.h"

namespace parallax::app {

const char* runStateName(data::MeasureState state) {
    constexpr std::array states{"under_way", "finished", "stopped", "budget_reached"};
    return states.at(static_cast<std::size_t>(state));
}

std::string runStateWords(data::MeasureState state) {
    constexpr std::array states{"under way, or cut off", "finished", "stopped", "ended by its budget"};
    return states.at(static_cast<std::size_t>(state));
}

std::string loadWords(const latency::RunPlan& plan) {
    const latency::LoadPlan& load = plan.load;
    std::string kind;
    switch (load.kind) {
    case latency::LoadKind::Pairs:
        kind = plan.endpoints.size() > 1 ? "in pairs" : "one at a time";
        break;
    case latency::LoadKind::Closed:
        kind = std::to_string(load.concurrency) + " at a time";
        break;
    case latency::LoadKind::Constant:
        kind = "evenly, " + decimals(load.perSecond, 2) + " a second";
        break;
    case latency::LoadKind::Poisson:
    case latency::LoadKind::Gamma:
        kind = "at random, " + decimals(load.perSecond, 2) + " a second";
        break;
    case latency::LoadKind::Ramp:
        kind = load.toPerSecond
                   ? "from " + decimals(load.perSecond, 2) + " to " + decimals(*load.toPerSecond, 2) +
                         " a second"
                   : "from " + std::to_string(load.concurrency) + " to " +
                         std::to_string(load.toConcurrency.value_or(load.concurrency)) + " at a time";
        break;
    case latency::LoadKind::Sweep:
        kind = "a sweep from " + decimals(load.perSecond, 2) + " a second on";
        break;
    }
    return kind + ", " + counted(static_cast<std::size_t>(load.requests), "request") + " each, up to " +
           std::to_string(plan.prompt.maxTokens) + " tokens" +
           (plan.level.since == latency::Since::Scheduled ? ", waits count from the schedule" : "");
}

nlohmann::ordered_json runFacts(const KeptRun& kept) {
    return {{"run", kept.row.id},
            {"name", kept.row.name},
            {"place", kept.plan.place.empty() ? nlohmann::ordered_json(nullptr)
                                              : nlohmann::ordered_json(kept.plan.place)},
            {"machine", kept.row.machine},
            {"begun", kept.row.begunAt},
            {"ended", kept.row.endedAt},
            {"state", runStateName(kept.row.state)}};
}

} // namespace parallax::app
