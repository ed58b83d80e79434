// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "engine/latency/providers/openai_format.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"

namespace parallax::latency {
namespace {

HttpRequest request(const RequestContext& context) {
    // No stream_options: the usage comes with the last chunk by itself.
    ChatDialect dialect;
    dialect.maxTokens = "max_tokens";
    dialect.streamOptions = false;
    dialect.seed = "random_seed";
    return bearerRequest(baseUrlOf(context.endpoint, "https://api.mistral.ai/v1") + "/chat/completions",
                         chatBody(context, dialect), context.key);
}

} // namespace

const Provider mistral{.id = "mistral",
                       .title = "Mistral",
                       .keyVariable = "MISTRAL_API_KEY",
                       .domains = ".mistral.ai",
                       .request = request,
                       .event = chatEvent};

} // namespace parallax::latency
