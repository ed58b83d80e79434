// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "engine/latency/providers/openai_format.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"

namespace parallax::latency {
namespace {

HttpRequest request(const RequestContext& context) {
    ChatDialect dialect;
    dialect.maxTokens = "max_tokens";
    dialect.extras = true; // vLLM is behind its ingress
    return bearerRequest(rootUrlOf(context.endpoint, "/v1") + "/v1/chat/completions",
                         chatBody(context, dialect), context.key);
}

} // namespace

const Provider rayServe{.id = "ray-serve",
                        .title = "Ray Serve LLM (self-hosted)",
                        .keyVariable = "RAY_SERVE_API_KEY",
                        .selfHosted = true,
                        .fixesLength = true,
                        .request = request,
                        .event = chatEvent};

} // namespace parallax::latency
