// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/inference/engine.h"
#include "engine/latency/run.h"
#include "engine/serve/server.h"

namespace parallax::app {

// The engines of a run that this machine answers itself: each file is loaded once for the same options, for
// the endpoints in process and for servers of our own alike.
class LocalEngines {
  public:
    explicit LocalEngines(std::stop_token stop)
        : m_stop(std::move(stop)) {}

    // Starts a server for each endpoint of the provider "parallax" that names a file and no address, and
    // fills the address in. Throws what loading and listening throw.
    void serve(latency::RunPlan& plan);

    // Must not outlive this object.
    latency::EngineSource source();

  private:
    std::shared_ptr<inference::Engine> engineOf(const data::Endpoint& endpoint);

    std::stop_token m_stop;
    std::map<std::string, std::shared_ptr<inference::Engine>> m_engines; // by file and options
    std::vector<std::unique_ptr<serve::Server>> m_servers;
};

} // namespace parallax::app
