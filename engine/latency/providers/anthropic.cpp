// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <algorithm>

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
    body["max_tokens"] = prompt.maxTokens;
    if (const auto temperature = temperatureOf(context))
        body["temperature"] = std::min(*temperature, 1.0);
    body["stream"] = true;
    body["messages"] = {{{"role", "user"}, {"content", promptText(prompt)}}};
    HttpRequest request =
        jsonRequest(baseUrlOf(context.endpoint, "https://api.anthropic.com/v1") + "/messages", body);
    request.headers.emplace_back("anthropic-version", "2023-06-01");
    if (!context.key.empty())
        request.headers.emplace_back("x-api-key", context.key);
    return request;
}

// Cumulative: the last one counts. Input is what was read anew, written to the cache and read from it.
void readUsage(const json& usage, StreamState& state) {
    const std::int64_t fresh = countIn(usage, "input_tokens");
    const std::int64_t written = countIn(usage, "cache_creation_input_tokens");
    const std::int64_t cached = countIn(usage, "cache_read_input_tokens");
    if (fresh >= 0)
        state.usage.input = fresh + std::max<std::int64_t>(written, 0) + std::max<std::int64_t>(cached, 0);
    if (cached >= 0)
        state.usage.cached = cached;
    if (const std::int64_t output = countIn(usage, "output_tokens"); output >= 0)
        state.usage.output = output;
    const std::int64_t thinking = countIn(objectIn(usage, "output_tokens_details"), "thinking_tokens");
    if (thinking >= 0)
        state.usage.reasoning = thinking;
    takeText(state.serviceTier, usage, "service_tier");
}

void event(std::string_view, std::string_view bytes, StreamState& state) {
    json event;
    if (!readEvent(bytes, state, event))
        return;
    const std::string type = textIn(event, "type");
    if (type == "message_start") { // may come before the prompt was read: no token
        const json& message = objectIn(event, "message");
        state.model = textIn(message, "model");
        readUsage(objectIn(message, "usage"), state);
    } else if (type == "content_block_delta") {
        const json& delta = objectIn(event, "delta");
        state.add(TokenChannel::Text, textIn(delta, "text"), bytes.size());
        state.add(TokenChannel::Reasoning, textIn(delta, "thinking"), bytes.size());
        state.add(TokenChannel::Tool, textIn(delta, "partial_json"), bytes.size());
    } else if (type == "message_delta") {
        finish(state, textIn(objectIn(event, "delta"), "stop_reason"));
        readUsage(objectIn(event, "usage"), state);
    } else if (type == "message_stop") {
        state.terminal = true;
    } else if (type == "error") {
        noteStreamError(event, state);
    } // others are to be ignored: new ones may come
}

} // namespace

const Provider anthropic{.id = "anthropic",
                         .title = "Anthropic",
                         .keyVariable = "ANTHROPIC_API_KEY",
                         .domains = ".anthropic.com",
                         .request = request,
                         .event = event};

} // namespace parallax::latency
