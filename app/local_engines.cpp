// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/local_engines.h"

#include <utility>

#include "app/version.h"
#include "engine/latency/local_engine.h"
#include "engine/latency/own_count.h"

namespace parallax::app {

std::shared_ptr<inference::Engine> LocalEngines::engineOf(const data::Endpoint& endpoint) {
    std::string key = latency::modelFileOf(endpoint).string();
    for (const auto& [name, value] : endpoint.options)
        if (!name.starts_with("price-") && name != latency::tokenizerOption && name != data::keyPlaceOption)
            key.append("\n").append(name).append("=").append(value);
    auto& engine = m_engines[key];
    if (!engine)
        engine = latency::openEngine(endpoint, m_stop);
    return engine;
}

void LocalEngines::serve(latency::RunPlan& plan) {
    for (data::Endpoint& endpoint : plan.endpoints) {
        if (endpoint.provider != "parallax" || !endpoint.baseUrl.empty())
            continue;
        serve::ServerOptions options;
        options.service.model = endpoint.model;
        options.service.version = version();
        options.service.requestLimit = 4096; // the plan says how many there are
        options.connectionLimit = 4096;
        m_servers.push_back(std::make_unique<serve::Server>(engineOf(endpoint), options));
        endpoint.baseUrl = m_servers.back()->url();
    }
}

latency::EngineSource LocalEngines::source() {
    return [this](const data::Endpoint& endpoint) { return engineOf(endpoint); };
}

} // namespace parallax::app
