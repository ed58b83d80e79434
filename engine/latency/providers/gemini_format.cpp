// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/providers/gemini_format.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>

#include "engine/latency/failure.h"
#include "engine/latency/providers/parts.h"

namespace parallax::latency {
namespace {

using data::TokenChannel;
using nlohmann::json;

bool isTrue(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

} // namespace

nlohmann::ordered_json geminiBody(const RequestContext& context) {
    const Prompt& prompt = context.prompt;
    nlohmann::ordered_json body;
    body["contents"] = {
        {{"role", "user"}, {"parts", nlohmann::ordered_json::array({{{"text", promptText(prompt)}}})}}};
    auto& generation = body["generationConfig"];
    generation["maxOutputTokens"] = prompt.maxTokens;
    if (const auto temperature = temperatureOf(context))
        generation["temperature"] = *temperature;
    generation["candidateCount"] = 1;
    if (prompt.seed >= 0)
        generation["seed"] = prompt.seed;
    // Older models take a budget of tokens (0: off), newer ones a level.
    if (const std::string budget = optionOf(context.endpoint, "thinking-budget"); !budget.empty())
        generation["thinkingConfig"] = {{"thinkingBudget", std::atoi(budget.c_str())},
                                        {"includeThoughts", false}};
    else if (const std::string level = optionOf(context.endpoint, "thinking-level"); !level.empty())
        generation["thinkingConfig"]["thinkingLevel"] = level;
    return body;
}

void geminiEvent(std::string_view, std::string_view bytes, StreamState& state) {
    json event;
    if (!readEvent(bytes, state, event))
        return;
    if (event.contains("error")) {
        noteStreamError(event, state);
        return;
    }
    takeText(state.model, event, "modelVersion");
    for (const json& candidate : listIn(event, "candidates")) {
        for (const json& part : listIn(objectIn(candidate, "content"), "parts")) // a part may have no text
            if (part.is_object())
                state.add(isTrue(part, "thought") ? TokenChannel::Reasoning : TokenChannel::Text,
                          textIn(part, "text"), bytes.size());
        finish(state, textIn(candidate, "finishReason"));
    }
    if (const std::string blocked = textIn(objectIn(event, "promptFeedback"), "blockReason");
        !blocked.empty() && !state.failure)
        state.failure = {data::Outcome::Filtered, "filtered", blocked};
    const json& usage = objectIn(event, "usageMetadata"); // cumulative; an early one may hold the tier alone
    takeText(state.serviceTier, usage, "trafficType");    // Vertex: ON_DEMAND, PROVISIONED_THROUGHPUT
    const std::int64_t input = countIn(usage, "promptTokenCount");
    const std::int64_t output = countIn(usage, "candidatesTokenCount");
    const std::int64_t thoughts = countIn(usage, "thoughtsTokenCount");
    if (input >= 0)
        state.usage.input = input;
    if (output >= 0 || thoughts >= 0) { // thoughts are billed as output, and take as long
        state.usage.output = std::max<std::int64_t>(output, 0) + std::max<std::int64_t>(thoughts, 0);
        state.usage.reasoning = thoughts;
    }
    if (const std::int64_t cached = countIn(usage, "cachedContentTokenCount"); cached >= 0)
        state.usage.cached = cached;
}

} // namespace parallax::latency
