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
    dialect.extras = true;
    return bearerRequest(rootUrlOf(context.endpoint, "/v1") + "/v1/chat/completions",
                         chatBody(context, dialect), context.key);
}

} // namespace

const Provider vllm{.id = "vllm",
                    .title = "vLLM (self-hosted)",
                    .keyVariable = "VLLM_API_KEY",
                    .selfHosted = true,
                    .fixesLength = true,
                    .request = request,
                    .event = chatEvent};

} // namespace parallax::latency
