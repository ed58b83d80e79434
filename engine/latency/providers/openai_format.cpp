// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/providers/openai_format.h"

#include <nlohmann/json.hpp>

#include "engine/latency/failure.h"
#include "engine/latency/providers/parts.h"

namespace parallax::latency {
namespace {

using data::TokenChannel;
using nlohmann::json;

// "delta.content" is a text, or with thinking models a list of chunks.
void addContent(const json& delta, std::size_t bytes, StreamState& state) {
    state.add(TokenChannel::Text, textIn(delta, "content"), bytes);
    for (const json& part : listIn(delta, "content")) {
        state.add(TokenChannel::Text, textIn(part, "text"), bytes);
        for (const json& thought : listIn(part, "thinking"))
            state.add(TokenChannel::Reasoning, textIn(thought, "text"), bytes);
    }
}

void addChoice(const json& choice, std::size_t bytes, StreamState& state) {
    const json& delta = objectIn(choice, "delta");
    for (const char* key : {"reasoning_content", "reasoning"})
        state.add(TokenChannel::Reasoning, textIn(delta, key), bytes);
    addContent(delta, bytes, state);
    state.add(TokenChannel::Text, textIn(delta, "refusal"), bytes);
    for (const json& call : listIn(delta, "tool_calls")) {
        const json& function = objectIn(call, "function");
        state.add(TokenChannel::Tool, textIn(function, "name") + textIn(function, "arguments"), bytes);
    }
    finish(state, textIn(choice, "finish_reason"));
}

void readUsage(const json& usage, StreamState& state) {
    if (usage.empty())
        return;
    state.usage.input = countIn(usage, "prompt_tokens");
    state.usage.output = countIn(usage, "completion_tokens");
    state.usage.cached = countIn(objectIn(usage, "prompt_tokens_details"), "cached_tokens");
    state.usage.reasoning = countIn(objectIn(usage, "completion_tokens_details"), "reasoning_tokens");
}

} // namespace

nlohmann::ordered_json chatBody(const RequestContext& context, const ChatDialect& dialect) {
    const Prompt& prompt = context.prompt;
    nlohmann::ordered_json body;
    body["model"] = requiredModel(context.endpoint);
    body["stream"] = true;
    if (dialect.streamOptions) {
        body["stream_options"]["include_usage"] = true;
        if (dialect.obfuscation)
            body["stream_options"]["include_obfuscation"] = false;
        if (dialect.extras)
            body["stream_options"]["continuous_usage_stats"] = true;
    }
    body[dialect.maxTokens] = prompt.maxTokens;
    if (dialect.extras && prompt.fixedLength) {
        body["min_tokens"] = prompt.maxTokens;
        body["ignore_eos"] = true;
    }
    if (const auto temperature = temperatureOf(context))
        body["temperature"] = *temperature;
    if (dialect.seed != nullptr && prompt.seed >= 0)
        body[dialect.seed] = prompt.seed;
    if (const std::string effort = optionOf(context.endpoint, "reasoning-effort"); !effort.empty())
        body["reasoning_effort"] = effort;
    body["messages"] = {{{"role", "user"}, {"content", promptText(prompt)}}};
    return body;
}

void chatEvent(std::string_view, std::string_view data, StreamState& state) {
    if (data == "[DONE]") {
        state.terminal = true;
        return;
    }
    json event;
    if (!readEvent(data, state, event))
        return;
    if (const auto error = event.find("error"); error != event.end() && !error->is_null()) {
        noteStreamError(event, state);
        return;
    }
    takeText(state.model, event, "model");
    takeText(state.fingerprint, event, "system_fingerprint");
    takeText(state.serviceTier, event, "service_tier");
    for (const json& choice : listIn(event, "choices"))
        addChoice(choice, data.size(), state);
    readUsage(objectIn(event, "usage"), state);
}

} // namespace parallax::latency
