// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/report_options.h"

#include "engine/latency/load.h"
#include "engine/latency/machine_cost.h"

namespace parallax::latency {

ReportOptions reportOptions(const RunPlan& plan, const std::string& begunAt) {
    ReportOptions options;
    options.level = plan.level;
    if (plan.load.kind == LoadKind::Sweep)
        options.sweep = plan.load;
    if (plan.load.kind == LoadKind::Ramp)
        options.ramp = plan.load;
    options.most = mostUsedBy(plan.prompt);
    options.maxTokens = plan.prompt.maxTokens;
    options.fixedTokens = plan.prompt.fixedLength ? plan.prompt.maxTokens : 0;
    for (const data::Endpoint& endpoint : plan.endpoints)
        if (const Provider* provider = knownProvider(endpoint.provider);
            plan.prompt.fixedLength && provider != nullptr && !provider->fixesLength)
            options.lengthNotFixed.insert(endpoint.name);
    options.paired = plan.load.kind == LoadKind::Pairs;
    options.openLoop = isOpenLoop(plan.load);
    options.dollarsPerHour = hourlyPrices(plan.endpoints);
    options.served = servedPairs(plan.endpoints);
    options.quote = [endpoints = plan.endpoints, day = begunAt.substr(0, 10)](const std::string& name) {
        for (const data::Endpoint& endpoint : endpoints)
            if (endpoint.name == name)
                return quoteOf(endpoint, day);
        return Quote{};
    };
    return options;
}

} // namespace parallax::latency
