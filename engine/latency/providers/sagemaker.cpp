// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "engine/latency/providers/openai_format.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"
#include "engine/latency/sigv4.h"

namespace parallax::latency {
namespace {

// An endpoint whose container speaks OpenAI's format; its stream comes in frames, cut anywhere.
HttpRequest request(const RequestContext& context) {
    ChatDialect dialect;
    dialect.maxTokens = "max_tokens";
    return awsRequest(baseUrlOf(context.endpoint, "https://runtime.sagemaker.{region}.amazonaws.com") +
                          "/endpoints/" + percentEncoded(requiredModel(context.endpoint)) +
                          "/invocations-response-stream",
                      chatBody(context, dialect), context, "sagemaker");
}

} // namespace

const Provider sageMaker{.id = "sagemaker",
                         .title = "Amazon SageMaker endpoint",
                         .keyVariable = "SAGEMAKER_KEY",
                         .domains = ".amazonaws.com .amazonaws.com.cn .api.aws",
                         .framing = Framing::EventStreamOfSse,
                         .request = request,
                         .event = chatEvent};

} // namespace parallax::latency
