// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/endpoint_rules.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/error.h"
#include "engine/latency/provider.h"

namespace parallax::latency {
namespace {

constexpr std::array<std::string_view, 22> knownOptions{"api-version",
                                                        "arithmetic",
                                                        "auth",
                                                        "cache-tokens",
                                                        "context",
                                                        "device",
                                                        data::keyPlaceOption,
                                                        "kv",
                                                        "latency",
                                                        "max-tokens-field",
                                                        "price-hour",
                                                        "price-input",
                                                        "price-output",
                                                        "project",
                                                        "reasoning-effort",
                                                        "resource",
                                                        "temperature",
                                                        "thinking-budget",
                                                        "thinking-level",
                                                        "threads",
                                                        "tokenizer",
                                                        "usage"};

bool isVariable(std::string_view name) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return letter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

bool isPlain(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

EndpointProblem problemOfAddress(const std::string& url) {
    if (url.empty())
        return EndpointProblem::None;
    std::size_t host = 0;
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
    for (const std::string_view scheme : {"http://", "https://"})
        if (url.size() >= scheme.size() &&
            std::equal(scheme.begin(), scheme.end(), url.begin(), [&](char b, char a) { return same(a, b); }))
            host = scheme.size();
    if (host == 0 || host == url.size())
        return EndpointProblem::AddressScheme;
    if (url.substr(0, std::min(url.find('/', host), url.size())).find('@') != std::string::npos)
        return EndpointProblem::AddressCredentials;
    return url.find_first_of("?#") == std::string::npos ? EndpointProblem::None
                                                        : EndpointProblem::AddressQuery;
}

bool isKnownOption(std::string_view name) {
    return std::find(knownOptions.begin(), knownOptions.end(), name) != knownOptions.end();
}

} // namespace

std::span<const std::string_view> endpointOptions() {
    return knownOptions;
}

EndpointProblem problemOf(const data::Endpoint& endpoint) {
    for (const std::string* text :
         {&endpoint.name, &endpoint.provider, &endpoint.model, &endpoint.region, &endpoint.baseUrl})
        if (!isPlain(*text))
            return EndpointProblem::Text;
    if (const EndpointProblem address = problemOfAddress(endpoint.baseUrl); address != EndpointProblem::None)
        return address;
    if (!endpoint.keyVariable.empty() && !isVariable(endpoint.keyVariable))
        return EndpointProblem::KeyVariable;
    for (const auto& [name, value] : endpoint.options) {
        if (!isKnownOption(name))
            return EndpointProblem::UnknownOption;
        if (name == "temperature" && value != "no")
            return EndpointProblem::Temperature;
    }
    return EndpointProblem::None;
}

// What stands there is not repeated: it may be a key.
void checkEndpoint(const data::Endpoint& endpoint) {
    std::string what;
    switch (problemOf(endpoint)) {
    case EndpointProblem::None:
        return;
    case EndpointProblem::Text:
        what = "a name, model, region or address has no line breaks or other control characters";
        break;
    case EndpointProblem::AddressScheme:
        what = "an address begins with http:// or https://";
        break;
    case EndpointProblem::AddressCredentials:
        what = "an address may hold no name or password: keys are kept elsewhere";
        break;
    case EndpointProblem::AddressQuery:
        what = "an address may hold no \"?\" or \"#\": keys are kept elsewhere, and what a provider needs "
               "besides is an option";
        break;
    case EndpointProblem::KeyVariable:
        what = "a key variable is the name of an environment variable (letters, digits and _), never the key "
               "itself";
        break;
    case EndpointProblem::UnknownOption:
        what = "\"" + endpoint.name + "\" has an option that there is not; there are";
        for (const std::string_view one : knownOptions)
            if (one != data::keyPlaceOption)
                what.append(what.ends_with("are") ? " " : ", ").append(one);
        break;
    case EndpointProblem::Temperature:
        what = "the option \"temperature\" is \"no\" for a model that takes none, or left out";
        break;
    }
    throw Error(ErrorCode::Usage, {what});
}

std::string addressOf(const data::Endpoint& endpoint) {
    if (endpoint.provider == "simulation")
        return {}; // its port is made for each run
    try {
        const Prompt prompt;
        const std::string key;
        const std::string url =
            providerById(endpoint.provider).request({endpoint, prompt, key, "20260101T000000Z"}).url;
        const std::size_t host = url.find("://");
        return host == url.npos ? std::string() : url.substr(0, url.find('/', host + 3));
    } catch (const Error&) { // it lacks a region, a resource
        return endpoint.baseUrl;
    }
}

} // namespace parallax::latency
