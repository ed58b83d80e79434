// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/recovery.h"

#include <array>
#include <chrono>
#include <ctime>
#include <string>
#include <system_error>

#include "base/error.h"
#include "data/article/identity.h"
#include "data/store/file_copy.h"
#include "data/store/library.h"

namespace parallax::data {

namespace {

std::string utcStamp() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts = {};
    gmtime_r(&now, &parts);
    std::array<char, 32> text = {};
    std::strftime(text.data(), text.size(), "%Y%m%d-%H%M%S", &parts);
    return text.data();
}

// An older one is brought up to date when it is opened next.
void requireLibrary(const std::filesystem::path& snapshot) {
    try {
        Library library(snapshot, Library::Mode::ReadOnly);
        if (library.readOnlyReason() == errorName(ErrorCode::LibraryNewer))
            throw library.readOnlyError();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::LibraryOlder)
            throw;
    }
}

} // namespace

std::filesystem::path putSnapshotInPlace(const std::filesystem::path& damaged,
                                         const std::filesystem::path& snapshot) {
    namespace fs = std::filesystem;
    std::error_code failure;
    // Of a symbolic link what it points at: that is the damaged one.
    fs::path library = fs::weakly_canonical(damaged, failure);
    if (failure)
        library = damaged;
    if (fs::equivalent(library, snapshot, failure))
        throw Error(ErrorCode::RestoreFailed, {snapshot.string(), "it is the library itself"});
    const auto beside = [&library](const std::string& ending) { return fs::path(library.string() + ending); };
    const fs::path fresh = beside(".restoring-" + newUid());
    try {
        requireLibrary(snapshot);
        copyLibrary(snapshot, fresh, {});
    } catch (const Error& error) {
        switch (error.code()) {
        case ErrorCode::DiskFull:
            throw Error(ErrorCode::DiskFull, {library.string()});
        case ErrorCode::LibraryDamaged:
        case ErrorCode::BackupFailed:
            throw Error(ErrorCode::RestoreFailed, {snapshot.string(), error.args().at(1)});
        default:
            throw;
        }
    }

    std::string stamp = ".damaged-" + utcStamp();
    for (int again = 2; fs::exists(beside(stamp), failure); ++again)
        stamp = ".damaged-" + utcStamp() + "-" + std::to_string(again);
    // The main file last: as long as it stands, its journal belongs to it.
    for (const char* part : {"-wal", "-shm", ""}) {
        if (!fs::exists(beside(part), failure))
            continue;
        fs::rename(beside(part), beside(stamp + part), failure);
        if (failure) {
            std::error_code ignored;
            for (const char* moved : {"-wal", "-shm"})
                if (fs::exists(beside(stamp + moved), ignored))
                    fs::rename(beside(stamp + moved), beside(moved), ignored);
            fs::remove(fresh, ignored);
            throw Error(ErrorCode::RestoreFailed, {snapshot.string(), failure.message()});
        }
    }
    fs::rename(fresh, library, failure);
    if (failure) {
        std::error_code ignored;
        for (const char* part : {"", "-wal", "-shm"})
            if (fs::exists(beside(stamp + part), ignored))
                fs::rename(beside(stamp + part), beside(part), ignored);
        throw Error(ErrorCode::RestoreFailed, {snapshot.string(), failure.message()});
    }
    return beside(stamp);
}

} // namespace parallax::data
