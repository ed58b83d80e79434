// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "base/error.h"

struct sqlite3;

namespace parallax::data {

// What SQLite's result code means to a person: SQLITE_FULL is a full disk, INTERRUPT is Cancel, and so on.
// `code` may be an extended one; `message` is what SQLite said.
Error sqliteError(const std::filesystem::path& library, int code, const std::string& message);

// The last failure of a connection.
Error sqliteError(const std::filesystem::path& library, sqlite3* connection);

// `said` is what SQLite's checks or errors said of a damaged file, maybe in many lines and with the text of a
// definition. In the error it is one line: of several findings the first, of a definition its name.
Error damagedError(const std::filesystem::path& library, const std::string& said,
                   const std::string& newestSnapshot = {});

// How long a statement waits for another writer before it gives up with LibraryBusy.
inline constexpr int busyTimeoutSeconds = 5;

} // namespace parallax::data
