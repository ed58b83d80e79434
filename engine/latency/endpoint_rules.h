// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "data/measure/endpoint.h"

namespace parallax::latency {

// The options that an endpoint can have, of any provider.
std::span<const std::string_view> endpointOptions();

// What is written down of an endpoint may hold no key, and nothing of it is left unread.
enum class EndpointProblem {
    None,
    Text,               // a control character, which would break a line of a report or a table
    AddressScheme,      // neither http:// nor https://
    AddressCredentials, // a name or password
    AddressQuery,       // "?" or "#"
    KeyVariable,        // no name of an environment variable: perhaps the key itself
    UnknownOption,
    Temperature, // neither left out nor "no"
};
EndpointProblem problemOf(const data::Endpoint& endpoint);

// Throws Error{Usage} with what problemOf() finds.
void checkEndpoint(const data::Endpoint& endpoint);

// Where an endpoint's requests go, and its key with them: "https://host:port". Empty where it answers on this
// machine without an address of its own, and where it lacks what its address is made of.
std::string addressOf(const data::Endpoint& endpoint);

} // namespace parallax::latency
