// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string_view>

#include "engine/latency/provider.h"

namespace parallax::latency {

// What a status other than 200 means, with the provider's words from the body where it is JSON.
Failure failureOfStatus(int status, std::string_view body);

// A 200 whose body is no stream: an error in JSON, or the page of a proxy.
Failure failureOfContent(std::string_view contentType, std::string_view body);

// An error within a stream, after a 200: throttling, a rejected request, or the provider's failure by its
// name.
void noteStreamError(const nlohmann::json& event, StreamState& state);
void noteStreamError(std::string_view name, std::string_view words, StreamState& state);

// JSON that stood bare in a stream; false when it is no error.
bool noteStrayError(std::string_view text, StreamState& state);

// What an answer is in which nothing came, though its stream ended well. Reasoning that is told and not shown
// is something, where it used up all the tokens or the length that was asked for; a count of tokens alone is
// not: none of them arrived, whatever is charged for them.
Failure failureOfEmpty(const data::Timeline& time, const data::TokenUsage& usage,
                       std::string_view finishReason);

// The wait that the provider asks for: "retry-after-ms", "retry-after" in seconds, or its words in the body
// ("retry after 20 seconds", "retryDelay": "22s"). -1: none.
std::int64_t retryAfterMs(const Headers& headers, std::string_view body);

// Headers that are kept with an attempt.
bool isKeptHeader(std::string_view name);

} // namespace parallax::latency
