// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/error.h"
#include "base/progress.h"

namespace SQLite {
class Database;
}

namespace parallax::data {

class ArticleStore;
class SearchStore;
class TableStore;
class AnnotationStore;
class CheckStore;
class CorrectionStore;
class StatementCache;
class IndexQueue;

// One connection to one library file. Belongs to one thread; other threads and processes open their own (WAL,
// one writer at a time, BEGIN IMMEDIATE, busy timeout 5 s). Opening creates or migrates the file, after an
// integrity check and a backup beside it. A file of a newer format opens read-only (see openedReadOnly).
class Library {
  public:
    enum class Mode { ReadWrite, ReadOnly };

    // Throws LibraryUnopenable, LibraryNotALibrary, LibraryDamaged, LibraryBusy, MigrationFailed, DiskFull.
    explicit Library(std::filesystem::path path, Mode mode = Mode::ReadWrite,
                     const ProgressCallback& progress = {});
    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    const std::filesystem::path& path() const;
    bool openedReadOnly() const; // asked for, or because the file is newer or the folder cannot be written
    std::string readOnlyReason() const; // an errorName: LibraryNewer, LibraryReadOnly, or empty
    Error readOnlyError();              // for whoever wanted to write: LibraryNewer or LibraryReadOnly

    ArticleStore& articles();
    SearchStore& search();
    TableStore& tables();
    AnnotationStore& annotations();
    CheckStore& checks();
    CorrectionStore& corrections();

    // Counts every committed change by any connection or process (PRAGMA data_version and total_changes):
    // when it differs, what was read before may be stale.
    std::int64_t changeCounter();

    // Safe from any thread: makes the statement that is running end with Error{Cancelled}.
    void interrupt();

    SQLite::Database& database(); // for the stores of data/store alone
    StatementCache& statements(); // likewise, through Statement (statement.h)

    IndexQueue& indexQueue(); // of the running transaction (search_index.h)

  private:
    void create();
    void dropHalfMade(const std::filesystem::path& made, const std::filesystem::path& path);
    void open(Mode mode, const ProgressCallback& progress);
    void openReadOnly(const std::string& reason);
    void migrateOnce(const ProgressCallback& progress);
    int checkedFormat();
    void close();

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// $XDG_DATA_HOME/parallax/library.sqlite3
std::filesystem::path defaultLibraryPath();

} // namespace parallax::data
