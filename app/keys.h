// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "data/measure/endpoint.h"

namespace parallax::app {

// The environment variable in which the key of an endpoint is looked for: the one that it names, else the
// provider's usual one, but that only for the provider's own address. Empty: none.
std::string keyVariableOf(const data::Endpoint& endpoint);

// The key of an endpoint, for latency::KeySource. For AWS also AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY
// (and AWS_SESSION_TOKEN), joined by ":". Empty: none. The key is nowhere else: in no file, log or error.
std::string keyFor(const data::Endpoint& endpoint);

} // namespace parallax::app
