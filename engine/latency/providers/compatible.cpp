// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "engine/latency/providers/openai_format.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"

namespace parallax::latency {
namespace {

HttpRequest request(const RequestContext& context) {
    const std::string maxTokens = optionOf(context.endpoint, "max-tokens-field");
    ChatDialect dialect;
    dialect.maxTokens = maxTokens.empty() ? "max_tokens" : maxTokens.c_str();
    dialect.streamOptions = optionOf(context.endpoint, "usage") != "no";
    return bearerRequest(baseUrlOf(context.endpoint, {}) + "/chat/completions", chatBody(context, dialect),
                         context.key);
}

} // namespace

const Provider compatible{.id = "compatible",
                          .title = "Any OpenAI-compatible address",
                          .keyVariable = "COMPATIBLE_API_KEY",
                          .selfHosted = true,
                          .request = request,
                          .event = chatEvent};

} // namespace parallax::latency
