// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keys.h"

#include <algorithm>
#include <cstdlib>

#include "engine/latency/provider.h"

namespace parallax::app {
namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    std::string text = value != nullptr ? value : "";
    std::erase_if(text, [](unsigned char c) { return c <= ' '; }); // a line end from a file
    return text;
}

} // namespace

std::string keyVariableOf(const data::Endpoint& endpoint) {
    if (!endpoint.keyVariable.empty())
        return endpoint.keyVariable;
    const latency::Provider& provider = latency::providerById(endpoint.provider);
    if (!endpoint.baseUrl.empty() && !provider.selfHosted)
        return {};
    return std::string(provider.keyVariable);
}

std::string keyFor(const data::Endpoint& endpoint) {
    const std::string name = keyVariableOf(endpoint);
    if (name.empty())
        return {};
    std::string key = variable(name.c_str());
    const bool aws = endpoint.provider == "bedrock" || endpoint.provider == "bedrock-openai" ||
                     endpoint.provider == "sagemaker";
    if (!key.empty() || !aws || !endpoint.keyVariable.empty())
        return key;
    const std::string id = variable("AWS_ACCESS_KEY_ID"), secret = variable("AWS_SECRET_ACCESS_KEY");
    if (id.empty() || secret.empty())
        return {};
    const std::string token = variable("AWS_SESSION_TOKEN");
    return id + ':' + secret + (token.empty() ? "" : ':' + token);
}

} // namespace parallax::app
