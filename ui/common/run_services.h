// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "data/measure/endpoint.h"
#include "engine/latency/run.h"

namespace parallax::ui {

// What app/ brings to a run of a latency plan. All of it may take seconds, hence never on the GUI thread; an
// empty function brings nothing.
struct RunServices {
    // Keys: app/ alone knows where they are kept. `keyVariable` says where one is looked for.
    latency::KeySource key = {};
    std::function<std::string(const data::Endpoint&)> keyVariable = {};
    // The system's keychain, which may take 5 s. The endpoint remembers that it has its key, never the key.
    // False: there is no keychain here, or it did not answer, and nothing has changed. `renameKey` takes the
    // key of `before` along to another name.
    std::function<bool(data::Endpoint&, const std::string& key)> keepKey = {};
    std::function<bool(data::Endpoint&)> forgetKey = {};
    std::function<bool(const data::Endpoint& before, data::Endpoint& after)> renameKey = {};
    // Models of this machine: starts the servers that the plan wants, fills their addresses in, and says
    // where engines come from. They live as long as what is returned.
    std::function<latency::EngineSource(latency::RunPlan&, std::stop_token)> engines = {};
};

// For all windows of the program; set at its start, before there is one.
void setRunServices(RunServices services);
const RunServices& runServices();

} // namespace parallax::ui
