// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>

#include "engine/latency/provider.h"

namespace parallax::latency {

// The format of OpenAI's chat completions, which six providers speak and four more imitate. Fields that are
// not known to a provider are answered with 400, so each says what it takes.
struct ChatDialect {
    const char* maxTokens = "max_completion_tokens";
    bool streamOptions = true; // include_usage
    bool obfuscation = false;  // can be told to leave out its padding, which falsifies byte counts
    bool extras = false;       // vLLM's: fixed length, usage in every chunk
    const char* seed = "seed"; // nullptr: has none
};

nlohmann::ordered_json chatBody(const RequestContext& context, const ChatDialect& dialect);

void chatEvent(std::string_view type, std::string_view data, StreamState& state);

} // namespace parallax::latency
