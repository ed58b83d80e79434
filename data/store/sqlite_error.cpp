// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite_error.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <unistd.h>

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

// A name of a definition may be damaged itself.
std::string asName(std::string_view text) {
    const bool isName = !text.empty() && text.size() <= 64 &&
                        text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                               "0123456789_.") == std::string_view::npos;
    return isName ? std::string(text) : "?";
}

std::string inOneLine(std::string_view said) {
    constexpr std::size_t longest = 160;
    constexpr std::string_view banner = "*** in database main ***\n";
    if (said.starts_with(banner))
        said.remove_prefix(banner.size());
    const std::size_t end = said.find('\n');
    std::string line(said.substr(0, end));
    for (char& c : line)
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7f')
            c = ' ';
    bool more = end != std::string_view::npos;
    if (line.size() > longest) {
        std::size_t cut = longest;
        while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xc0) == 0x80)
            --cut;
        line.resize(cut);
        more = true;
    }
    return more ? line + " …" : line;
}

std::string damageReason(std::string_view said) {
    constexpr std::string_view schema = "malformed database schema (";
    if (said.starts_with(schema)) {
        said.remove_prefix(schema.size());
        return "the definition of " + asName(said.substr(0, said.find(')'))) + " cannot be read";
    }
    for (const std::string_view missing : {"no such table: ", "no such column: "})
        if (said.starts_with(missing))
            return "it has no " + asName(said.substr(missing.size())) + " any more";
    return inOneLine(said);
}

// Our statements fit our tables: where SQLite finds a name of theirs missing, the file's definitions changed.
bool tellsOfDamage(int code, std::string_view message) {
    if ((code & 0xff) != SQLITE_ERROR)
        return false;
    for (const std::string_view beginning : {"no such table: ", "no such column: ", "no such index: ",
                                             "vtable constructor failed: ", "malformed database schema"})
        if (message.starts_with(beginning))
            return true;
    return message.find(" has no column named ") != std::string_view::npos;
}

// SQLite says of every reason alike that it is "unable to open database file".
std::string openingReason(const std::filesystem::path& library) {
    std::error_code failure;
    if (std::filesystem::exists(library, failure))
        return ::access(library.c_str(), R_OK) == 0 ? "the file cannot be opened" : std::strerror(errno);
    const std::filesystem::path folder = library.parent_path();
    return ::access(folder.c_str(), W_OK) == 0 ? "no file can be made there" : std::strerror(errno);
}

} // namespace

Error damagedError(const std::filesystem::path& library, const std::string& said,
                   const std::string& newestSnapshot) {
    return Error(ErrorCode::LibraryDamaged, {library.string(), damageReason(said), newestSnapshot});
}

Error sqliteError(const std::filesystem::path& library, int code, const std::string& message) {
    const std::string path = library.string();
    if (tellsOfDamage(code, message))
        return damagedError(library, message);
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
        return Error(ErrorCode::LibraryUnopenable, {path, openingReason(library)});
    case SQLITE_NOTADB:
        return Error(ErrorCode::LibraryNotALibrary, {path});
    case SQLITE_CORRUPT:
        return damagedError(library, message);
    default:
        return Error(ErrorCode::LibraryFailed, {path, inOneLine(message)});
    }
}

Error sqliteError(const std::filesystem::path& library, sqlite3* connection) {
    const int code = sqlite3_extended_errcode(connection);
    // The memory that connections share is a file of its own, which only lack of room keeps from growing.
    if (code == SQLITE_IOERR_SHMSIZE || ((code & 0xff) == SQLITE_IOERR && outOfSpace(connection)))
        return Error(ErrorCode::DiskFull, {library.string()});
    return sqliteError(library, code, sqlite3_errmsg(connection));
}

} // namespace parallax::data
