// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/providers/parts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/error.h"
#include "base/utf8.h"
#include "engine/latency/sigv4.h"

namespace parallax::latency {
namespace {

using nlohmann::json;

[[noreturn]] void lacks(const data::Endpoint& endpoint, const std::string& what) {
    throw Error(ErrorCode::Usage, {"the endpoint \"" + endpoint.name + "\" has no " + what});
}

// Finish reasons of all providers, in lower case, by what they mean.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> meanings{{
    {"length", "length"},
    {"max_tokens", "length"},
    {"max_output_tokens", "length"},
    {"stop", "stop"},
    {"end_turn", "stop"},
    {"stop_sequence", "stop"},
    {"complete", "stop"},
    {"completed", "stop"},
    {"tool_calls", "tool"},
    {"function_call", "tool"},
    {"tool_use", "tool"},
    {"tool_call", "tool"},
    {"content_filter", "filtered"},
    {"content_filtered", "filtered"},
    {"guardrail_intervened", "filtered"},
    {"refusal", "filtered"},
    {"safety", "filtered"},
    {"recitation", "filtered"},
    {"blocklist", "filtered"},
    {"prohibited_content", "filtered"},
    {"spii", "filtered"},
    {"language", "filtered"},
}};

constexpr std::array<std::string_view, 6> failedReasons{
    "error", "timeout", "malformed_model_output", "malformed_tool_use", "malformed_function_call", "failed"};

// No request has a billion tokens, and no server works on one for a billion milliseconds: what says so is
// taken for not said.
constexpr double mostCounted = 1e9;

} // namespace

std::string baseUrlOf(const data::Endpoint& endpoint, std::string_view standard) {
    std::string url(endpoint.baseUrl.empty() ? standard : std::string_view(endpoint.baseUrl));
    if (url.empty())
        lacks(endpoint, "base-url");
    if (const std::size_t at = url.find("{region}"); at != std::string::npos) {
        if (endpoint.region.empty())
            lacks(endpoint, "region");
        url.replace(at, 8, percentEncoded(endpoint.region));
    }
    while (url.ends_with('/'))
        url.pop_back();
    return url;
}

std::string rootUrlOf(const data::Endpoint& endpoint, std::string_view path) {
    std::string url = baseUrlOf(endpoint, {});
    if (url.ends_with(path))
        url.resize(url.size() - path.size());
    return url;
}

const std::string& requiredModel(const data::Endpoint& endpoint) {
    if (endpoint.model.empty())
        lacks(endpoint, "model");
    return endpoint.model;
}

std::string optionOf(const data::Endpoint& endpoint, const std::string& option) {
    const auto found = endpoint.options.find(option);
    return found == endpoint.options.end() ? std::string() : found->second;
}

std::string requiredOption(const data::Endpoint& endpoint, const std::string& option) {
    std::string value = optionOf(endpoint, option);
    if (value.empty())
        lacks(endpoint, option);
    return value;
}

std::optional<double> temperatureOf(const RequestContext& context) {
    return optionOf(context.endpoint, "temperature") == "no" ? std::nullopt : context.prompt.temperature;
}

std::string_view hostOf(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    return url.substr(0, url.find_first_of("/?#"));
}

std::string_view pathOf(std::string_view url) {
    const std::string_view host = hostOf(url);
    return url.substr(static_cast<std::size_t>(host.data() - url.data()) + host.size());
}

std::string dumped(const nlohmann::ordered_json& body) {
    return body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

HttpRequest jsonRequest(std::string url, const nlohmann::ordered_json& body) {
    return {std::move(url), {{"Content-Type", "application/json"}}, dumped(body)};
}

HttpRequest bearerRequest(std::string url, const nlohmann::ordered_json& body, const std::string& key) {
    HttpRequest request = jsonRequest(std::move(url), body);
    if (!key.empty())
        request.headers.emplace_back("Authorization", "Bearer " + key);
    return request;
}

HttpRequest awsRequest(std::string url, const nlohmann::ordered_json& body, const RequestContext& context,
                       std::string_view service) {
    const std::string& key = context.key;
    const std::size_t first = key.find(':');
    if (first == std::string::npos)
        return bearerRequest(std::move(url), body, key);
    const std::size_t second = std::min(key.find(':', first + 1), key.size());
    const AwsCredentials credentials{key.substr(0, first), key.substr(first + 1, second - first - 1),
                                     key.substr(std::min(second + 1, key.size()))};
    if (context.endpoint.region.empty())
        lacks(context.endpoint, "region");
    HttpRequest request = jsonRequest(std::move(url), body);
    AwsRequest toSign;
    const std::string_view path = pathOf(request.url);
    const std::size_t query = std::min(path.find('?'), path.size());
    toSign.path = path.substr(0, query);
    toSign.query = path.substr(std::min(query + 1, path.size()));
    toSign.headers = {{"content-type", "application/json"}, {"host", std::string(hostOf(request.url))}};
    toSign.body = request.body;
    toSign.region = context.endpoint.region;
    toSign.service = service;
    toSign.time = context.time;
    for (auto& header : signAws(toSign, credentials).headers)
        request.headers.push_back(std::move(header));
    return request;
}

bool readEvent(std::string_view data, StreamState& state, json& event) {
    event = json::parse(data, nullptr, false);
    if (event.is_object())
        return true;
    if (!state.failure)
        state.failure = {data::Outcome::Provider, "malformed", {}};
    return false;
}

std::string textIn(const json& object, const char* key) {
    if (!object.is_object())
        return {};
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void takeText(std::string& text, const json& object, const char* key) {
    if (std::string named = textIn(object, key); !named.empty())
        text = std::move(named);
}

std::int64_t countIn(const json& object, const char* key) {
    if (!object.is_object())
        return -1;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number())
        return -1;
    const double value = found->get<double>(); // some write 26.0
    return value >= 0 && value <= mostCounted ? static_cast<std::int64_t>(value) : -1;
}

const json& objectIn(const json& object, const char* key) {
    static const json none = json::object();
    if (!object.is_object())
        return none;
    const auto found = object.find(key);
    return found != object.end() && found->is_object() ? *found : none;
}

const json& listIn(const json& object, const char* key) {
    static const json none = json::array();
    if (!object.is_object())
        return none;
    const auto found = object.find(key);
    return found != object.end() && found->is_array() ? *found : none;
}

void finish(StreamState& state, std::string_view reason) {
    std::string low(reason);
    std::transform(low.begin(), low.end(), low.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (low.empty())
        return;
    const auto known =
        std::find_if(meanings.begin(), meanings.end(), [&](const auto& row) { return row.first == low; });
    state.finishReason = known == meanings.end() ? low : std::string(known->second);
    if (state.failure)
        return;
    if (state.finishReason == "filtered")
        state.failure = {data::Outcome::Filtered, "filtered", low};
    else if (std::find(failedReasons.begin(), failedReasons.end(), low) != failedReasons.end())
        state.failure = {data::Outcome::Provider, "in-stream", low};
}

} // namespace parallax::latency
