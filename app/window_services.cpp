// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_services.h"

#include <memory>
#include <stop_token>
#include <string>
#include <utility>

#include "app/keys.h"
#include "app/local_engines.h"

namespace parallax::app {

ui::RunServices windowServices() {
    return {
        .key = keyFor,
        .keyVariable = keyVariableOf,
        .keepKey = [](data::Endpoint& endpoint, const std::string& key) { return keepKey(endpoint, key); },
        .forgetKey = [](data::Endpoint& endpoint) { return forgetKey(endpoint); },
        .renameKey = renameKey,
        .engines =
            [](latency::RunPlan& plan, std::stop_token stop) {
                auto engines = std::make_shared<LocalEngines>(std::move(stop));
                engines->serve(plan);
                return latency::EngineSource(
                    [engines, source = engines->source()](const data::Endpoint& endpoint) {
                        return source(endpoint);
                    });
            },
    };
}

} // namespace parallax::app
