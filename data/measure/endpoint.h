// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace parallax::data {

// A place that answers prompts. Its key is never part of it: only the name of the environment variable that
// may hold one.
struct Endpoint {
    std::string name;
    std::string provider;                       // a row of latency::providers()
    std::string baseUrl;                        // empty: the provider's own
    std::string model;                          // model, deployment or endpoint name
    std::string region;                         // where the provider has regions
    std::string keyVariable;                    // empty: the provider's usual one
    std::map<std::string, std::string> options; // by provider: "api-version", "project", "resource" …
};

// The option that says where a key of this endpoint was put, never what it is.
inline constexpr const char* keyPlaceOption = "key-in";
inline constexpr const char* keyPlaceKeychain = "keychain"; // the system's

inline bool keyIsInKeychain(const Endpoint& endpoint) {
    const auto place = endpoint.options.find(keyPlaceOption);
    return place != endpoint.options.end() && place->second == keyPlaceKeychain;
}

// Where a key of this endpoint goes: to the provider, at the address that is written or that is made of an
// option (Azure's "resource", which anyone can register). A key that was kept for one target is sent to no
// other.
inline std::string keyTargetOf(const Endpoint& endpoint) {
    std::string address = endpoint.baseUrl;
    if (const auto resource = endpoint.options.find("resource");
        address.empty() && resource != endpoint.options.end())
        address = resource->second;
    return address.empty() ? endpoint.provider : endpoint.provider + ", " + address;
}

} // namespace parallax::data
