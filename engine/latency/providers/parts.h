// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/latency/provider.h"

namespace parallax::latency {

// What providers share.

// The endpoint's own address, else `standard` with "{region}" filled in; without a slash at its end. Throws
// Error{Usage} where neither is there or the region is missing.
std::string baseUrlOf(const data::Endpoint& endpoint, std::string_view standard);
// Of a server, without the `path` that its own addresses begin with: people enter it with and without.
std::string rootUrlOf(const data::Endpoint& endpoint, std::string_view path);

// A field of the endpoint that cannot be left out.
const std::string& requiredModel(const data::Endpoint& endpoint);
std::string requiredOption(const data::Endpoint& endpoint, const std::string& option);
std::string optionOf(const data::Endpoint& endpoint, const std::string& option);

// What is asked for, or nothing: models that reason refuse one (the endpoint's option "temperature" is "no",
// or the plan's is null).
std::optional<double> temperatureOf(const RequestContext& context);

std::string_view hostOf(std::string_view url); // with its port
std::string_view pathOf(std::string_view url); // with its query

std::string dumped(const nlohmann::ordered_json& json); // invalid UTF-8 replaced

// POST of JSON; "Authorization: Bearer" where there is a key.
HttpRequest jsonRequest(std::string url, const nlohmann::ordered_json& body);
HttpRequest bearerRequest(std::string url, const nlohmann::ordered_json& body, const std::string& key);

// Signed for AWS where the key is "ID:SECRET" or "ID:SECRET:TOKEN", else a Bearer key.
HttpRequest awsRequest(std::string url, const nlohmann::ordered_json& body, const RequestContext& context,
                       std::string_view service);

// Reads an event's JSON object; what is none is noted as a failure of the provider.
bool readEvent(std::string_view data, StreamState& state, nlohmann::json& event);

// Members of any shape: what is not there, is of another type or counts more than a billion is empty, or -1.
std::string textIn(const nlohmann::json& object, const char* key);
std::int64_t countIn(const nlohmann::json& object, const char* key);
const nlohmann::json& objectIn(const nlohmann::json& object, const char* key); // else an empty object
const nlohmann::json& listIn(const nlohmann::json& object, const char* key);   // else an empty array

// Sets what an event names; one that does not leaves it.
void takeText(std::string& text, const nlohmann::json& object, const char* key);

void finish(StreamState& state, std::string_view reason);

} // namespace parallax::latency
