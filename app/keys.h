// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "data/measure/endpoint.h"

namespace parallax::data {
class Library;
}

namespace parallax::app {

// The environment variable in which the key of an endpoint is looked for: the one that it names, else the
// provider's usual one, but that only for the provider's own address. Empty: none.
std::string keyVariableOf(const data::Endpoint& endpoint);

// The key of an endpoint, for latency::KeySource: from the variable that it names, from the keychain where
// one was put there, from the provider's usual variable. For AWS also AWS_ACCESS_KEY_ID and
// AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN), joined by ":". Empty: none. The key is nowhere else: in no
// file, log or error.
std::string keyFor(const data::Endpoint& endpoint);

// Puts a key into the keychain, or takes it out; the endpoint then remembers where it is (never what it is).
// Blanks and line ends around a key are left out. False where there is no keychain, or it does not answer
// within 5 s: the endpoint is as it was. Never on the GUI thread. Throws Error{Usage} where no key is given.
bool keepKey(data::Endpoint& endpoint, const std::string& key);
bool forgetKey(data::Endpoint& endpoint);
// `after` is `before` under another name, and its key goes with it.
bool renameKey(const data::Endpoint& before, data::Endpoint& after);

// The same for an endpoint of a library, which is written. Throws Error{Usage} also where there is none of
// that name.
bool keepKey(data::Library& library, const std::string& endpoint, const std::string& key);
// What an endpoint that is put in the place of one of its name has of that one's key: it keeps it where it
// goes to the same address. Else the key is taken out of the keychain, where nobody would ever ask for it
// again; false: one was there for another address.
bool keepKeyOf(data::Library& library, data::Endpoint& replacement);
void dropKeyOf(const data::Endpoint& removed); // takes it out of the keychain, where one is there
bool forgetKey(data::Library& library, const std::string& endpoint);

} // namespace parallax::app
