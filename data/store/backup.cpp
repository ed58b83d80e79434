// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/backup.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include "data/article/identity.h"
#include "data/store/connection.h"
#include "data/store/file_copy.h"
#include "data/store/sqlite_error.h"

namespace parallax::data {
namespace {

namespace fs = std::filesystem;

constexpr int pagesPerStep = 512;

Error asBackupFailure(const Error& error, const fs::path& path) {
    const bool saysEnough = error.code() == ErrorCode::DiskFull || error.code() == ErrorCode::Cancelled ||
                            error.code() == ErrorCode::LibraryDamaged ||
                            error.code() == ErrorCode::LibraryBusy;
    if (saysEnough)
        return error;
    return Error(ErrorCode::BackupFailed, {path.string(), error.args().empty() ? "" : error.args().back()});
}

// The copy has the source's pages: what is wrong with them is wrong there. That there is no room to look is
// not.
void throwIfDamaged(SQLite::Database& copy, const fs::path& source, const fs::path& target) {
    std::string said;
    try {
        SQLite::Statement check(copy, "PRAGMA quick_check(1)");
        said = check.executeStep() ? check.getColumn(0).getString() : "";
    } catch (const SQLite::Exception& exception) {
        const Error error = sqliteError(target, copy.getHandle());
        if (error.code() != ErrorCode::LibraryDamaged && error.code() != ErrorCode::LibraryNotALibrary)
            throw error;
        said = exception.what();
    }
    if (said != "ok")
        throw damagedError(source, said);
}

} // namespace

void copyPages(sqlite3* source, sqlite3* target, const fs::path& path, const ProgressCallback& progress) {
    sqlite3_backup* const backup = sqlite3_backup_init(target, "main", source, "main");
    if (backup == nullptr)
        throw sqliteError(path, target);
    int code = SQLITE_OK;
    try {
        if (progress) // a small library is copied in one step, and may be cancelled, too
            progress({0, 0, path.filename().string()});
        while ((code = sqlite3_backup_step(backup, pagesPerStep)) == SQLITE_OK) {
            const int total = sqlite3_backup_pagecount(backup);
            if (progress)
                progress({total - sqlite3_backup_remaining(backup), total, path.filename().string()});
        }
    } catch (...) { // Cancel comes through the callback
        sqlite3_backup_finish(backup);
        throw;
    }
    const int finished = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE || finished != SQLITE_OK)
        throw sqliteError(path, target);
}

void removeLibraryFile(const fs::path& path) {
    std::error_code ignored;
    for (const char* const suffix : {"", "-wal", "-shm", "-journal"})
        fs::remove(path.string() + suffix, ignored);
}

void copyLibrary(const fs::path& source, const fs::path& target, const ProgressCallback& progress,
                 Damage damage) {
    const fs::path part = target.string() + ".part-" + newUid();
    try {
        // A connection of its own that stays in one read transaction: what others commit meanwhile neither
        // gets into the copy nor makes it start again.
        const auto from = openConnection(source, accessFor(source));
        if (sqlite3_exec(from->getHandle(), "BEGIN; SELECT count(*) FROM sqlite_schema", nullptr, nullptr,
                         nullptr) != SQLITE_OK)
            throw sqliteError(source, from->getHandle());
        const auto copy = openConnection(part, Access::Create);
        copyPages(from->getHandle(), copy->getHandle(), target, progress);
        if (damage == Damage::Refused)
            throwIfDamaged(*copy, source, target);
    } catch (const Error& error) {
        removeLibraryFile(part);
        throw asBackupFailure(error, target);
    } catch (...) {
        removeLibraryFile(part);
        throw;
    }
    // link() never replaces what is there; a file system without links has renameat2().
    const bool named = ::link(part.c_str(), target.c_str()) == 0 ||
                       (errno != EEXIST &&
                        ::renameat2(AT_FDCWD, part.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0);
    const int failure = errno;
    removeLibraryFile(part);
    if (!named)
        throw Error(ErrorCode::BackupFailed, {target.string(), std::strerror(failure)});
}

void backupTo(Library& library, const fs::path& target, const ProgressCallback& progress) {
    copyLibrary(library.path(), target, progress);
}

} // namespace parallax::data
