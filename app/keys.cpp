// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keys.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "app/keychain.h"
#include "base/error.h"
#include "data/store/measure_store.h"
#include "engine/latency/provider.h"

namespace parallax::app {
namespace {

std::string withoutBlanks(std::string text) {
    std::erase_if(text, [](unsigned char c) { return c <= ' '; }); // a line end from a file
    return text;
}

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? withoutBlanks(value) : std::string();
}

// A plan that names the endpoint with another target gets no key.
std::string entryOf(const data::Endpoint& endpoint) {
    return endpoint.name + " (" + keyTargetOf(endpoint) + ")";
}

data::Endpoint endpointOf(data::MeasureStore& store, const std::string& name) {
    auto found = store.endpoint(name);
    if (!found)
        throw Error(ErrorCode::Usage, {"there is no endpoint \"" + name + "\""});
    return std::move(*found);
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
    if (data::keyIsInKeychain(endpoint)) {
        // A variable that the endpoint names was chosen for it; the usual one of a provider was not.
        std::string chosen = endpoint.keyVariable.empty() ? std::string() : variable(name.c_str());
        if (!chosen.empty())
            return chosen;
        if (auto kept = keychain().read(entryOf(endpoint)))
            return withoutBlanks(std::move(*kept));
    }
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

bool keepKey(data::Endpoint& endpoint, const std::string& key) {
    const std::string bare = withoutBlanks(key);
    if (bare.empty())
        throw Error(ErrorCode::Usage, {"no key was given"});
    if (!keychain().write(entryOf(endpoint), bare))
        return false;
    endpoint.options[data::keyPlaceOption] = data::keyPlaceKeychain;
    return true;
}

bool forgetKey(data::Endpoint& endpoint) {
    if (!keychain().remove(entryOf(endpoint)))
        return false;
    endpoint.options.erase(data::keyPlaceOption);
    return true;
}

bool renameKey(const data::Endpoint& before, data::Endpoint& after) {
    const auto kept = keychain().read(entryOf(before));
    if (!kept || !keepKey(after, *kept))
        return false;
    keychain().remove(entryOf(before));
    return true;
}

bool keepKey(data::Library& library, const std::string& name, const std::string& key) {
    data::MeasureStore store(library);
    data::Endpoint endpoint = endpointOf(store, name);
    if (!keepKey(endpoint, key))
        return false;
    store.saveEndpoint(endpoint);
    return true;
}

bool keepKeyOf(data::Library& library, data::Endpoint& replacement) {
    const auto before = data::MeasureStore(library).endpoint(replacement.name);
    if (!before || !data::keyIsInKeychain(*before))
        return true;
    if (entryOf(*before) == entryOf(replacement)) {
        replacement.options[data::keyPlaceOption] = data::keyPlaceKeychain;
        return true;
    }
    keychain().remove(entryOf(*before));
    return false;
}

void dropKeyOf(const data::Endpoint& removed) {
    if (data::keyIsInKeychain(removed)) // else nobody waits for a keychain
        keychain().remove(entryOf(removed));
}

bool forgetKey(data::Library& library, const std::string& name) {
    data::MeasureStore store(library);
    data::Endpoint endpoint = endpointOf(store, name);
    const bool remembered = endpoint.options.contains(data::keyPlaceOption);
    if (!forgetKey(endpoint))
        return false;
    if (remembered)
        store.saveEndpoint(endpoint);
    return true;
}

} // namespace parallax::app
