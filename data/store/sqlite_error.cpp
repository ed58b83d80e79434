// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite_error.h"

#include <cerrno>

#include <sqlite3.h>

namespace parallax::data {
namespace {

// SQLite calls a full file system SQLITE_FULL, but a write beyond a quota or RLIMIT_FSIZE only an I/O error;
// the system's own number is kept with the file, which may be the library or its log.
bool outOfSpace(sqlite3* connection) {
    sqlite3_file* files[2] = {nullptr, nullptr};
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &files[0]);
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &files[1]);
    for (sqlite3_file* const file : files) {
        int number = 0;
        if (file != nullptr && file->pMethods != nullptr &&
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK &&
            (number == ENOSPC || number == EDQUOT || number == EFBIG))
            return true;
    }
    return false;
}

} // namespace

Error sqliteError(const std::filesystem::path& library, int code, const std::string& message) {
    const std::string path = library.string();
    switch (code & 0xff) {
    case SQLITE_INTERRUPT:
        return Error(ErrorCode::Cancelled);
    case SQLITE_FULL:
        return Error(ErrorCode::DiskFull, {path});
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return Error(ErrorCode::LibraryBusy, {path, std::to_string(busyTimeoutSeconds)});
    case SQLITE_READONLY:
        return Error(ErrorCode::LibraryReadOnly, {path});
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Error(ErrorCode::LibraryUnopenable, {path, message});
    case SQLITE_NOTADB:
        return Error(ErrorCode::LibraryNotALibrary, {path});
    case SQLITE_CORRUPT:
        return Error(ErrorCode::LibraryDamaged, {path, message, ""});
    default:
        return Error(ErrorCode::LibraryFailed, {path, message});
    }
}

Error sqliteError(const std::filesystem::path& library, sqlite3* connection) {
    const int code = sqlite3_extended_errcode(connection);
    if ((code & 0xff) == SQLITE_IOERR && outOfSpace(connection))
        return Error(ErrorCode::DiskFull, {library.string()});
    return sqliteError(library, code, sqlite3_errmsg(connection));
}

} // namespace parallax::data
