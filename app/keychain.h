// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace parallax::app {

// Where keys of endpoints are kept: nowhere in files of ours. Safe from any thread; each call may take
// `keychainLimit`, so never on the GUI thread.
class Keychain {
  public:
    virtual ~Keychain() = default;
    virtual std::optional<std::string> read(const std::string& entry) = 0;    // nothing: none, or no keychain
    virtual bool write(const std::string& entry, const std::string& key) = 0; // false: it is not kept
    virtual bool remove(const std::string& entry) = 0;                        // false: it may still be there
};

inline constexpr int keychainLimit = 5000; // milliseconds; then there is none

// The system's (Secret Service, KWallet), asked by a child of this program that is killed at the limit: no
// service that hangs and no library that waits for one holds us up. Without QtKeychain, without a service,
// and in programs other than `parallax` there is none.
Keychain& keychain();
void useKeychain(Keychain* other); // for tests; nullptr: the system's

// The child: one request from stdin, its answer to stdout. main calls it for "keychain-worker".
int runKeychainWorker(int argc, char** argv);

} // namespace parallax::app
