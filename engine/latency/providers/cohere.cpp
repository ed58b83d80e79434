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
    const Prompt& prompt = context.prompt;
    nlohmann::ordered_json body;
    body["model"] = requiredModel(context.endpoint);
    body["stream"] = true;
    body["max_tokens"] = prompt.maxTokens;
    if (const auto temperature = temperatureOf(context))
        body["temperature"] = *temperature; // both are set, since their defaults differ from the others'
    body["p"] = 0.75;
    if (prompt.seed >= 0)
        body["seed"] = prompt.seed;
    body["messages"] = {{{"role", "user"}, {"content", promptText(prompt)}}};
    return bearerRequest(baseUrlOf(context.endpoint, "https://api.cohere.com/v2") + "/chat", body,
                         context.key);
}

void end(const json& delta, StreamState& state) {
    const json& usage = objectIn(delta, "usage");
    const json& tokens = objectIn(usage, "tokens");
    const json& billed = objectIn(usage, "billed_units"); // other numbers: for the cost alone
    state.usage.input = countIn(tokens, "input_tokens");
    state.usage.output = countIn(tokens, "output_tokens");
    state.usage.cached = countIn(usage, "cached_tokens");
    state.usage.billedInput = countIn(billed, "input_tokens");
    state.usage.billedOutput = countIn(billed, "output_tokens");
    if (const std::string error = textIn(delta, "error"); !error.empty())
        noteStreamError("ERROR", error, state);
    finish(state, textIn(delta, "finish_reason"));
    state.terminal = true;
}

void event(std::string_view, std::string_view bytes, StreamState& state) {
    json event;
    if (!readEvent(bytes, state, event))
        return;
    const std::string type = textIn(event, "type");
    const json& delta = objectIn(event, "delta");
    const json& message = objectIn(delta, "message");
    if (type == "content-delta") {
        const json& content = objectIn(message, "content");
        state.add(TokenChannel::Text, textIn(content, "text"), bytes.size());
        state.add(TokenChannel::Reasoning, textIn(content, "thinking"), bytes.size());
    } else if (type == "tool-plan-delta") {
        state.add(TokenChannel::Reasoning, textIn(message, "tool_plan"), bytes.size());
    } else if (type == "tool-call-delta") {
        state.add(TokenChannel::Tool,
                  textIn(objectIn(objectIn(message, "tool_calls"), "function"), "arguments"), bytes.size());
    } else if (type == "message-end") {
        end(delta, state);
    }
}

} // namespace

const Provider cohere{.id = "cohere",
                      .title = "Cohere",
                      .keyVariable = "COHERE_API_KEY",
                      .domains = ".cohere.com .cohere.ai",
                      .request = request,
                      .event = event};

} // namespace parallax::latency
