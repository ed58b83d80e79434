// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/snapshot.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace parallax::data {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> reasonNames{"daily", "migration", "restore", "manual"};
constexpr std::string_view extension = ".sqlite3";
constexpr int dailyKept = 7;
constexpr std::size_t weeklyKept = 4;
constexpr int othersKept = 5;

std::string_view nameOf(SnapshotReason reason) {
    return reasonNames.at(static_cast<std::size_t>(reason));
}

// "2026-04-09T08-15-30Z-daily.sqlite3": the colons of ISO 8601 are not allowed on every file system.
std::string fileName(Instant at, SnapshotReason reason) {
    std::string name = toIso(at);
    std::replace(name.begin(), name.end(), ':', '-');
    return name + '-' + std::string(nameOf(reason)) + std::string(extension);
}

std::optional<Snapshot> fromFile(const fs::path& path) {
    const std::string name = path.filename().string();
    constexpr std::size_t instantLength = 20;
    if (name.size() <= instantLength + 1 + extension.size() || !name.ends_with(extension))
        return std::nullopt;
    std::string instant = name.substr(0, instantLength);
    instant[13] = instant[16] = ':';
    if (fromIso(instant) == Instant{})
        return std::nullopt;
    std::string reason = name.substr(instantLength + 1, name.size() - instantLength - 1 - extension.size());
    if (std::find(reasonNames.begin(), reasonNames.end(), reason) == reasonNames.end())
        return std::nullopt;
    std::error_code failure;
    const auto bytes = fs::file_size(path, failure);
    return Snapshot{path, instant, failure ? 0 : bytes, std::move(reason)};
}

std::chrono::sys_days dayOf(const Snapshot& snapshot) {
    return std::chrono::floor<std::chrono::days>(fromIso(snapshot.takenAt));
}

} // namespace

fs::path snapshotFolder(const fs::path& library) {
    std::error_code failure;
    const fs::path real = fs::weakly_canonical(library, failure);
    return (failure ? library : real).string() + ".snapshots";
}

std::vector<Snapshot> snapshots(const fs::path& library) {
    std::vector<Snapshot> found;
    std::error_code failure;
    for (fs::directory_iterator entry(snapshotFolder(library), failure), end; !failure && entry != end;
         entry.increment(failure))
        if (auto snapshot = fromFile(entry->path()))
            found.push_back(std::move(*snapshot));
    std::sort(found.begin(), found.end(), [](const Snapshot& a, const Snapshot& b) {
        return std::tie(a.takenAt, a.reason) > std::tie(b.takenAt, b.reason);
    });
    return found;
}

fs::path takeSnapshot(Library& library, SnapshotReason reason, const ProgressCallback& progress, Instant at) {
    const fs::path folder = snapshotFolder(library.path());
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        throw Error(ErrorCode::BackupFailed, {folder.string(), failure.message()});
    for (;; at += std::chrono::seconds(1)) {
        fs::path path = folder / fileName(at, reason);
        if (fs::exists(path, failure)) // two in one second
            continue;
        try {
            backupTo(library, path, progress);
            return path;
        } catch (const Error& error) { // another process can have taken the name meanwhile
            if (error.code() != ErrorCode::BackupFailed || !fs::exists(path, failure))
                throw;
        }
    }
}

void rotateSnapshots(const fs::path& library, Instant at) {
    const auto today = std::chrono::floor<std::chrono::days>(at);
    std::set<std::chrono::sys_days> days, weeks;
    std::map<std::string, int> others;
    for (const Snapshot& snapshot : snapshots(library)) { // newest first
        bool keep = false;
        if (snapshot.reason == nameOf(SnapshotReason::Daily)) {
            // Weeks of the calendar: with weeks counted back from today no snapshot would ever grow old.
            const std::chrono::sys_days day = dayOf(snapshot);
            const auto week = day - (std::chrono::weekday(day) - std::chrono::Monday);
            if (today - day < std::chrono::days(dailyKept)) // also one of tomorrow: the clock was set back
                keep = days.insert(day).second;
            else
                keep = weeks.size() < weeklyKept && weeks.insert(week).second;
        } else {
            keep = ++others[snapshot.reason] <= othersKept;
        }
        std::error_code ignored;
        if (!keep)
            fs::remove(snapshot.path, ignored);
    }
}

bool takeDailySnapshot(Library& library, const ProgressCallback& progress, Instant at) {
    const auto today = std::chrono::floor<std::chrono::days>(at);
    for (const Snapshot& snapshot : snapshots(library.path()))
        if (snapshot.reason == nameOf(SnapshotReason::Daily) && dayOf(snapshot) == today)
            return false;
    takeSnapshot(library, SnapshotReason::Daily, progress, at);
    rotateSnapshots(library.path(), at);
    return true;
}

} // namespace parallax::data
