// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/backup.h"

#include "data/article/identity.h"
#include "data/store/file_copy.h"

namespace parallax::data {

namespace fs = std::filesystem;

void backupOver(Library& library, const fs::path& target, const ProgressCallback& progress) {
    std::error_code failed;
    if (fs::equivalent(library.path(), target, failed))
        throw Error(ErrorCode::BackupFailed, {target.string(), "it is the library itself"});
    const fs::path whole = target.string() + ".new-" + newUid();
    try {
        copyLibrary(library.path(), whole, progress);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::BackupFailed)
            throw;
        throw Error(ErrorCode::BackupFailed, {target.string(), error.args().back()});
    }
    // A log that belongs to the old file would be played into the new one.
    for (const char* const suffix : {"-wal", "-shm", "-journal"})
        fs::remove(target.string() + suffix, failed);
    fs::rename(whole, target, failed);
    if (failed) {
        removeLibraryFile(whole);
        throw Error(ErrorCode::BackupFailed, {target.string(), failed.message()});
    }
}

} // namespace parallax::data
