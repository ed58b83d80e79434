// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

struct sqlite3;

namespace SQLite {
class Database;
}

namespace parallax::data {

enum class Access {
    Create,    // a new file, which must not exist
    ReadWrite, // an existing one
    ReadOnly,
    Frozen, // read-only where not even SQLite's own side files can be made; nobody may be writing
};

// "PLLX" in the file's header tells a library from any other SQLite file.
inline constexpr int libraryApplicationId = 0x504C4C58;

// The one place that opens a library file: settings of the connection and our tokenizer. Writes nothing to a
// file that is there. Throws what sqlite_error.h maps.
std::unique_ptr<SQLite::Database> openConnection(const std::filesystem::path& path, Access access);

// How the file can be opened for reading: Frozen in a folder where SQLite could not make its side files.
Access accessFor(const std::filesystem::path& path);

// True when opening a connection on this thread since the last call found the log of a program that had not
// closed the file (killed, power lost) and recovered it.
bool takeRecoveryNotice();

} // namespace parallax::data
