// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "data/measure/attempt.h"
#include "data/measure/endpoint.h"
#include "engine/latency/live.h"
#include "engine/latency/provider.h"
#include "engine/latency/run_clock.h"

namespace parallax::inference {
class Engine;
}

namespace parallax::latency {

struct ClientOptions;

struct Submission {
    const Provider* provider = nullptr;
    HttpRequest request; // what goes over a network,
    Prompt prompt;       // or what is asked within this process
    std::string endpoint;
    std::string secret; // cut out of whatever the provider says
    std::int64_t sequence = 0;
    data::RunTime scheduled = 0;
    LiveEndpoint* live = nullptr; // outlives the transport; nullptr: nobody looks
};

using AttemptSink = std::function<void(data::Attempt&&)>;

// What carries requests, stamps what comes back and hands over each attempt when it has ended: libcurl's
// Client, or a provider's own. Used by one thread; attempts are handed over on it, within work() and
// cancelAll().
class Transport {
  public:
    virtual ~Transport() = default;

    virtual void submit(Submission submission) = 0;
    virtual std::size_t active() const = 0;

    // Works until `until`, or until an attempt has ended.
    virtual void work(data::RunTime until) = 0;

    // Ends what is under way as cancelled.
    virtual void cancelAll() = 0;

    // The longest that an event has waited for our own loop.
    virtual data::RunTime worstLag() const = 0;
};

// The engine of an endpoint that this process answers itself, from whoever keeps engines.
using EngineSource = std::function<std::shared_ptr<inference::Engine>(const data::Endpoint&)>;

// What a provider's own transport is made of; references outlive it.
struct TransportContext {
    const data::Endpoint& endpoint;
    const RunClock& clock;
    const ClientOptions& options; // its limits on time
    AttemptSink sink;
    const EngineSource& engines; // empty: it opens its own
    std::stop_token stop;
};

// UTC, ISO 8601: for display and joins alone.
std::string wallClock();

} // namespace parallax::latency
