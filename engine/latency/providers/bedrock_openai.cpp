// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "engine/latency/providers/openai_format.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"

namespace parallax::latency {
namespace {

HttpRequest request(const RequestContext& context) {
    return awsRequest(baseUrlOf(context.endpoint, "https://bedrock-mantle.{region}.api.aws/v1") +
                          "/chat/completions",
                      chatBody(context, ChatDialect{}), context, "bedrock");
}

} // namespace

const Provider bedrockOpenAi{.id = "bedrock-openai",
                             .title = "Amazon Bedrock (OpenAI style)",
                             .keyVariable = "AWS_BEARER_TOKEN_BEDROCK",
                             .domains = ".amazonaws.com .amazonaws.com.cn .api.aws",
                             .request = request,
                             .event = chatEvent};

} // namespace parallax::latency
