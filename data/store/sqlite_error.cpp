// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite_error.h"

#include <cerrno>

#include <sqlite3.h>

namespace parallax::data {
namespace {

// SQLite reports a write beyond RLIMIT_FSIZE or a quota as an I/O error; errno tells that it was for space.
bool outOfSpace(int systemError) {
    return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
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
    if ((code & 0xff) == SQLITE_IOERR && outOfSpace(sqlite3_system_errno(connection)))
        return Error(ErrorCode::DiskFull, {library.string()});
    return sqliteError(library, code, sqlite3_errmsg(connection));
}

} // namespace parallax::data
