// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <algorithm>

#include "engine/latency/failure.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"
#include "engine/latency/sigv4.h"

namespace parallax::latency {
namespace {

using data::TokenChannel;
using nlohmann::json;

HttpRequest request(const RequestContext& context) {
    nlohmann::ordered_json body;
    body["messages"] = {
        {{"role", "user"},
         {"content", nlohmann::ordered_json::array({{{"text", promptText(context.prompt)}}})}}};
    body["inferenceConfig"]["maxTokens"] = context.prompt.maxTokens;
    if (const auto temperature = temperatureOf(context))
        body["inferenceConfig"]["temperature"] = *temperature;
    if (const std::string latency = optionOf(context.endpoint, "latency"); !latency.empty())
        body["performanceConfig"]["latency"] = latency;
    // The ":" of a model and the "/" of an ARN are encoded in the path, and once more for the signature.
    return awsRequest(baseUrlOf(context.endpoint, "https://bedrock-runtime.{region}.amazonaws.com") +
                          "/model/" + percentEncoded(requiredModel(context.endpoint)) + "/converse-stream",
                      body, context, "bedrock");
}

void addDelta(const json& delta, std::size_t bytes, StreamState& state) {
    state.add(TokenChannel::Text, textIn(delta, "text"), bytes);
    state.add(TokenChannel::Reasoning, textIn(objectIn(delta, "reasoningContent"), "text"), bytes);
    state.add(TokenChannel::Tool, textIn(objectIn(delta, "toolUse"), "input"), bytes);
}

void event(std::string_view type, std::string_view data, StreamState& state) {
    json event;
    if (!readEvent(data, state, event))
        return;
    if (type == "contentBlockDelta") {
        addDelta(objectIn(event, "delta"), data.size(), state);
    } else if (type == "messageStop") {
        finish(state, textIn(event, "stopReason"));
    } else if (type == "metadata") {
        const json& usage = objectIn(event, "usage");
        const std::int64_t cached = countIn(usage, "cacheReadInputTokens");
        const std::int64_t written = countIn(usage, "cacheWriteInputTokens");
        state.usage.input = countIn(usage, "inputTokens");
        if (state.usage.input >= 0) // counted beside it here, within it elsewhere
            state.usage.input += std::max<std::int64_t>(cached, 0) + std::max<std::int64_t>(written, 0);
        state.usage.output = countIn(usage, "outputTokens");
        state.usage.cached = cached;
        state.serverLatencyMs = countIn(objectIn(event, "metrics"), "latencyMs");
        state.terminal = !state.finishReason.empty();
    }
}

} // namespace

const Provider bedrock{.id = "bedrock",
                       .title = "Amazon Bedrock (Converse)",
                       .keyVariable = "AWS_BEARER_TOKEN_BEDROCK",
                       .domains = ".amazonaws.com .amazonaws.com.cn .api.aws",
                       .framing = Framing::EventStream,
                       .endsWithStream = true,
                       .request = request,
                       .event = event};

} // namespace parallax::latency
