// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/run_plan.h"

#include <nlohmann/json.hpp>

#include <utility>

#include "base/json_depth.h"
#include "data/measure/endpoint.h"
#include "data/measure/run.h"
#include "data/store/measure_store.h"

namespace parallax::data {
namespace {

using nlohmann::ordered_json;

ordered_json endpointObject(const Endpoint& endpoint) {
    ordered_json json{{"name", endpoint.name}, {"provider", endpoint.provider}};
    for (const auto& [key, text] : {std::pair{"base_url", &endpoint.baseUrl},
                                    {"model", &endpoint.model},
                                    {"region", &endpoint.region},
                                    {"key_variable", &endpoint.keyVariable}})
        if (!text->empty())
            json[key] = *text;
    if (!endpoint.options.empty())
        json["options"] = endpoint.options;
    return json;
}

enum class For { ThisLibrary, AnotherMachine };

std::string withEndpoints(MeasureStore& store, const std::string& plan, For whom) {
    if (jsonDepth(plan) > deepestPlan) // no plan of ours, and writing it anew would take a stack as deep
        return plan;
    ordered_json json = ordered_json::parse(plan, nullptr, false);
    if (!json.is_object() || !json.contains("endpoints") || !json["endpoints"].is_array())
        return plan;
    bool changed = false;
    for (ordered_json& endpoint : json["endpoints"]) {
        if (endpoint.is_string()) {
            const auto known = store.endpoint(endpoint.get<std::string>());
            if (!known)
                continue;
            endpoint = endpointObject(*known);
            changed = true;
        }
        if (whom == For::AnotherMachine && endpoint.is_object() && endpoint.contains("options") &&
            endpoint["options"].is_object() && endpoint["options"].erase(keyPlaceOption) > 0)
            changed = true;
    }
    return changed ? json.dump(-1, ' ', false, ordered_json::error_handler_t::replace) : plan;
}

} // namespace

std::string resolvedPlan(MeasureStore& store, const std::string& plan) {
    return withEndpoints(store, plan, For::ThisLibrary);
}

std::string portablePlan(MeasureStore& store, const std::string& plan) {
    return withEndpoints(store, plan, For::AnotherMachine);
}

} // namespace parallax::data
