// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/progress.h"
#include "data/store/clock.h"
#include "data/store/library.h"
#include "data/store/reading_digest.h"

namespace parallax::data {

// A consistent copy through SQLite's backup API while others read and write; never overwrites `target`. A
// damaged library is not copied: LibraryDamaged.
void backupTo(Library& library, const std::filesystem::path& target, const ProgressCallback& progress);

// The same in place of `target`, if it is there: it stays as it was until the copy is whole. The library
// itself is refused.
void backupOver(Library& library, const std::filesystem::path& target, const ProgressCallback& progress);

struct Snapshot {
    std::filesystem::path path;
    std::string takenAt; // UTC, ISO 8601
    std::uintmax_t bytes = 0;
    std::string reason; // "daily", "migration", "restore", "manual"
};

enum class SnapshotReason { Daily, Migration, Restore, Manual };

// Snapshots live in "<library>.snapshots/". Daily ones are kept for 7 days, then one a week for 4 weeks; of
// each other kind the 5 newest.
std::vector<Snapshot> snapshots(const std::filesystem::path& library); // newest first
// Copies the library into its snapshot folder and returns the copy's path. Throws BackupFailed, DiskFull,
// LibraryDamaged.
std::filesystem::path takeSnapshot(Library& library, SnapshotReason reason, const ProgressCallback& progress,
                                   Instant at = now());
// False when there is one of that day already.
bool takeDailySnapshot(Library& library, const ProgressCallback& progress, Instant at = now());

// What the analyst did in one library and not in the other, in numbers.
struct AnalystWork {
    std::int64_t tags = 0;     // by name
    std::int64_t tagged = 0;   // tags on articles
    std::int64_t stars = 0;    // articles that are starred …
    std::int64_t read = 0;     // … and read
    std::int64_t searches = 0; // saved ones, by name
    std::int64_t notes = 0;
    bool operator==(const AnalystWork&) const = default;
};

// What of it is not what was written (annotation_digest.h), in numbers.
struct DamagedWork {
    std::int64_t notes = 0;
    std::int64_t tags = 0;
    std::int64_t searches = 0; // saved ones
    std::int64_t all() const { return notes + tags + searches; }
    bool operator==(const DamagedWork&) const = default;
};

// What restoring `from` would change, for the preview. Articles are the same by uid, or by key where both
// libraries imported them on their own.
struct RestorePreview {
    std::int64_t articlesHere = 0, articlesThere = 0;
    std::int64_t onlyHere = 0, onlyThere = 0;
    std::int64_t newerThere = 0; // in both, and there in another language or with bytes imported later
    std::int64_t notesNewerHere = 0, notesNewerThere = 0; // in both, and changed later on this side
    AnalystWork workThere;                                // which either way of restoring brings
    AnalystWork
        workHere; // which a merge keeps and Replace loses; searches also where only their query differs
    std::vector<DamagedEdition> damagedThere; // a merge leaves them out …
    DamagedWork workDamagedThere;             // … and this, which is in none of the numbers above
    DamagedWork workMended;                   // damaged here and sound there: a merge takes that
};
RestorePreview previewRestore(Library& library, const std::filesystem::path& from);

// Merge keeps everything here and adds what is only there: articles, languages of articles, notes, tags,
// marks of checks, saved searches. Of an article with other bytes in both, those imported later win and the
// others stay as its earlier version; of a note or a mark, what was changed later. A star on either side
// stays a star, and what was read on either side stays read: nobody knows when it was taken back. What is
// damaged there (reading_digest.h, annotation_digest.h) is left out, and what is damaged here is mended: from
// the same bytes there, or from the same note, tag or saved search, whenever it was changed.
// Replace takes a snapshot of this library first, then makes it equal to `from`. Both are one transaction:
// they leave the library as it was when they fail or are cancelled. A file of an older format is migrated in
// a copy; `from` itself is never changed. Throws RestoreFailed, LibraryNotALibrary, LibraryNewer …
enum class RestoreMode { Merge, Replace };
struct RestoreReport {
    std::vector<DamagedEdition> leftOut; // of a merge
    std::int64_t mended = 0;             // articles' editions that were damaged here
    DamagedWork workLeftOut, workMended;
};
RestoreReport restore(Library& library, const std::filesystem::path& from, RestoreMode mode,
                      const std::stop_token& stop, const ProgressCallback& progress);

// "ok", or what PRAGMA integrity_check, the digests of documents and of what was made of them, and the FTS
// index's own check say (at most 10 lines).
std::string checkIntegrity(Library& library);

} // namespace parallax::data
