// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "engine/latency/failure.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"

namespace parallax::latency {
namespace {

using data::TokenChannel;
using nlohmann::json;

HttpRequest request(const RequestContext& context) {
    nlohmann::ordered_json body;
    body["model"] = requiredModel(context.endpoint);
    body["input"] = promptText(context.prompt);
    body["max_output_tokens"] = context.prompt.maxTokens;
    if (const auto temperature = temperatureOf(context))
        body["temperature"] = *temperature;
    if (const std::string effort = optionOf(context.endpoint, "reasoning-effort"); !effort.empty())
        body["reasoning"]["effort"] = effort;
    body["stream"] = true;
    body["stream_options"]["include_obfuscation"] = false;
    return bearerRequest(baseUrlOf(context.endpoint, "https://api.openai.com/v1") + "/responses", body,
                         context.key);
}

void end(const json& event, std::string_view status, StreamState& state) {
    const json& response = objectIn(event, "response");
    takeText(state.model, response, "model");
    takeText(state.serviceTier, response, "service_tier");
    const json& usage = objectIn(response, "usage");
    if (!usage.empty()) {
        state.usage.input = countIn(usage, "input_tokens");
        state.usage.output = countIn(usage, "output_tokens");
        state.usage.cached = countIn(objectIn(usage, "input_tokens_details"), "cached_tokens");
        state.usage.reasoning = countIn(objectIn(usage, "output_tokens_details"), "reasoning_tokens");
    }
    if (status == "failed")
        noteStreamError(response, state);
    else if (status == "incomplete")
        finish(state, textIn(objectIn(response, "incomplete_details"), "reason"));
    else
        finish(state, "completed");
    state.terminal = true;
}

void event(std::string_view, std::string_view data, StreamState& state) {
    json event;
    if (data == "[DONE]" || !readEvent(data, state, event)) // optional here: the event of the end counts
        return;
    const std::string type = textIn(event, "type");
    if (type == "error") {
        noteStreamError(event, state);
    } else if (type == "response.completed" || type == "response.incomplete" || type == "response.failed") {
        end(event, std::string_view(type).substr(9), state);
    } else if (type.ends_with(".delta")) {
        const std::string piece = textIn(event, "delta");
        if (type.find("reasoning") != std::string::npos)
            state.add(TokenChannel::Reasoning, piece, data.size());
        else if (type.find("arguments") != std::string::npos || type.find("_call") != std::string::npos)
            state.add(TokenChannel::Tool, piece, data.size());
        else
            state.add(TokenChannel::Text, piece, data.size());
    }
}

} // namespace

const Provider openAiResponses{.id = "openai-responses",
                               .title = "OpenAI (Responses)",
                               .keyVariable = "OPENAI_API_KEY",
                               .domains = ".openai.com",
                               .request = request,
                               .event = event};

} // namespace parallax::latency
