// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/recovery.h"

#include <array>
#include <chrono>
#include <ctime>
#include <string>
#include <system_error>

#include "base/error.h"

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

} // namespace

std::filesystem::path putSnapshotInPlace(const std::filesystem::path& library,
                                         const std::filesystem::path& snapshot) {
    namespace fs = std::filesystem;
    const auto beside = [&library](const std::string& ending) { return fs::path(library.string() + ending); };
    const fs::path fresh = beside(".restoring");
    std::error_code failure;
    fs::remove(fresh, failure);
    fs::copy_file(snapshot, fresh, failure);
    if (failure) {
        std::error_code ignored;
        fs::remove(fresh, ignored);
        if (failure == std::errc::no_space_on_device)
            throw Error(ErrorCode::DiskFull, {library.string()});
        throw Error(ErrorCode::RestoreFailed, {snapshot.string(), failure.message()});
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
