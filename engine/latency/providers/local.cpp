// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/local_engine.h"
#include "engine/latency/local_transport.h"
#include "engine/latency/providers/rows.h"

namespace parallax::latency {
namespace {

// There is no network to send anything over: only what is wrong with the endpoint is said.
HttpRequest request(const RequestContext& context) {
    modelFileOf(context.endpoint);
    engineOptionsOf(context.endpoint);
    return {};
}

std::unique_ptr<Transport> transport(const TransportContext& context) {
    auto engine =
        context.engines ? context.engines(context.endpoint) : openEngine(context.endpoint, context.stop);
    return std::make_unique<LocalTransport>(std::move(engine), context);
}

} // namespace

const Provider local{.id = "local",
                     .title = "The local engine, in process (model: a GGUF file)",
                     .keyVariable = "",
                     .unpaid = true,
                     .fixesLength = true,
                     .request = request,
                     .transport = transport};

} // namespace parallax::latency
