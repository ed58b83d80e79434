// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/progress.h"

struct sqlite3;

namespace parallax::data {

// Copies all pages of one database into another, in one transaction of the target. `path` is for messages.
void copyPages(sqlite3* source, sqlite3* target, const std::filesystem::path& path,
               const ProgressCallback& progress);

// A copy page by page copies the damage, too: whoever keeps copies refuses it, so that in time it doesn't
// push the sound ones out.
enum class Damage { Refused, Copied };

// Copies a library file that nobody need have open. Never overwrites `target`. Throws BackupFailed, DiskFull,
// LibraryDamaged.
void copyLibrary(const std::filesystem::path& source, const std::filesystem::path& target,
                 const ProgressCallback& progress, Damage damage = Damage::Refused);

// Removes a library file with SQLite's side files.
void removeLibraryFile(const std::filesystem::path& path);

} // namespace parallax::data
