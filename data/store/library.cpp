// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/library.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

#include <sqlite3.h>

#include "data/article/identity.h"
#include "data/store/annotation_digest.h"
#include "data/store/article_digest.h"
#include "data/store/backup.h"
#include "data/store/check_digest.h"
#include "data/store/connection.h"
#include "data/store/document_keys.h"
#include "data/store/file_copy.h"
#include "data/store/integrity.h"
#include "data/store/library_impl.h"
#include "data/store/migration.h"
#include "data/store/reading_digest.h"
#include "data/store/search_index.h"
#include "data/store/snapshot.h"
#include "data/store/sqlite_error.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throwUnopenable(const fs::path& path, const std::string& reason) {
    throw Error(ErrorCode::LibraryUnopenable, {path.string(), reason});
}

// The file itself, behind symbolic links (also one that points at nothing yet): SQLite names its side files
// by it, and so do the snapshots.
fs::path resolved(fs::path path) {
    std::error_code failure;
    for (int links = 0; fs::is_symlink(path, failure) && links < 40; ++links) {
        const fs::path target = fs::read_symlink(path, failure);
        if (failure)
            break;
        path = target.is_absolute() ? target : path.parent_path() / target;
    }
    fs::path real = fs::weakly_canonical(fs::absolute(path, failure), failure);
    if (failure)
        throwUnopenable(path, failure.message());
    return real;
}

bool existsAsFile(const fs::path& path) {
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure);
    if (status.type() == fs::file_type::not_found)
        return false;
    if (status.type() == fs::file_type::none)
        throwUnopenable(path, failure.message());
    if (status.type() != fs::file_type::regular)
        throwUnopenable(path, status.type() == fs::file_type::directory ? std::strerror(EISDIR)
                                                                        : "not a regular file");
    return true;
}

bool mayWrite(const fs::path& path) {
    return ::access(path.c_str(), W_OK) == 0 && ::access(path.parent_path().c_str(), W_OK) == 0;
}

// Gives `made` its final name unless another process was faster; then that one's file is used.
void moveIntoPlace(const fs::path& made, const fs::path& path) {
    if (::link(made.c_str(), path.c_str()) != 0 && errno != EEXIST) {
        if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) != 0 &&
            errno != EEXIST)
            throwUnopenable(path, std::strerror(errno));
    }
    removeLibraryFile(made);
}

} // namespace

Library::Library(fs::path path, Mode mode, const ProgressCallback& progress)
    : m_impl(std::make_unique<Impl>()) {
    m_impl->path = resolved(std::move(path));
    m_impl->statements = std::make_unique<StatementCache>(*this);
    if (!existsAsFile(m_impl->path)) {
        if (mode == Mode::ReadOnly)
            throwUnopenable(m_impl->path, std::strerror(ENOENT));
        create();
    }
    try {
        open(mode, progress);
    } catch (const Error& error) {
        const bool isNone = error.code() == ErrorCode::LibraryNotALibrary;
        if (!isNone && error.code() != ErrorCode::LibraryDamaged)
            throw;
        const std::vector<Snapshot> kept = snapshots(m_impl->path);
        if (isNone && kept.empty())
            throw;
        // What has snapshots was a library once, whatever its first page says now.
        throw damagedError(m_impl->path, isNone ? "its beginning is damaged" : error.args().at(1),
                           kept.empty() ? std::string() : kept.front().path.string());
    }
}

Library::~Library() = default;

void Library::dropHalfMade(const fs::path& made, const fs::path& path) {
    close();
    removeLibraryFile(made);
    m_impl->path = path;
}

// Makes the file under another name first: a program killed half-way leaves no half library behind.
void Library::create() {
    const fs::path path = m_impl->path;
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    if (failure)
        throwUnopenable(path, failure.message());
    const fs::path made = path.string() + ".new-" + newUid();
    m_impl->path = made;
    try {
        m_impl->database = openConnection(made, Access::Create);
        execute(*this, "PRAGMA journal_mode = WAL");
        migrate(*this, allMigrations(), {});
        Transaction transaction(*this);
        Statement(*this, "INSERT INTO setting (name, value) VALUES ('uid', ?)").bind(newUid()).run();
        refillIndex(*this, {});
        fillReadingDigests(*this);
        fillArticleDigests(*this);
        fillAnnotationDigests(*this);
        fillCheckDigests(*this);
        renewArticleKeys(*this);
        transaction.commit();
        // Closing would do it, too, but tells nobody when the disk is full: the log would be left behind.
        execute(*this, "PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const Error& error) {
        dropHalfMade(made, path);
        // In the name that was asked for, not in the passing one.
        std::vector<std::string> args = error.args();
        std::ranges::replace(args, made.string(), path.string());
        throw Error(error.code(), std::move(args));
    } catch (...) {
        dropHalfMade(made, path);
        throw;
    }
    close();
    m_impl->path = path;
    moveIntoPlace(made, path);
}

void Library::close() {
    m_impl->statements->clear();
    m_impl->database.reset();
}

void Library::open(Mode mode, const ProgressCallback& progress) {
    std::error_code failure;
    if (fs::file_size(m_impl->path, failure) == 0 && !failure)
        throw Error(ErrorCode::LibraryNotALibrary, {m_impl->path.string()});
    if (mode == Mode::ReadOnly || !mayWrite(m_impl->path)) {
        openReadOnly(mode == Mode::ReadOnly ? "" : errorName(ErrorCode::LibraryReadOnly));
        return;
    }
    takeRecoveryNotice();
    m_impl->database = openConnection(m_impl->path, Access::ReadWrite);
    const int format = checkedFormat();
    const bool recovered = takeRecoveryNotice();
    if (format > libraryFormat(allMigrations())) {
        openReadOnly(errorName(ErrorCode::LibraryNewer));
        return;
    }
    if (recovered || format < libraryFormat(allMigrations()))
        if (const std::string said = quickCheck(*this); said != "ok")
            throw damagedError(m_impl->path, said);
    if (format < libraryFormat(allMigrations())) {
        migrateOnce(progress);
    }
    if (indexIsOutdated(*this)) {
        Transaction transaction(*this);
        if (indexIsOutdated(*this)) // else another process was faster
            refillIndex(*this, progress);
        transaction.commit();
    }
    // What an older program left to be worked out.
    const auto bringUpToDate = [this](bool (*isOutdated)(Library&), void (*renew)(Library&)) {
        if (!isOutdated(*this))
            return;
        Transaction transaction(*this);
        if (isOutdated(*this)) // else another process was faster
            renew(*this);
        transaction.commit();
    };
    bringUpToDate(readingDigestsAreOutdated, fillReadingDigests);
    bringUpToDate(articleDigestsAreOutdated, fillArticleDigests);
    bringUpToDate(annotationDigestsAreOutdated, fillAnnotationDigests);
    bringUpToDate(checkDigestsAreOutdated, fillCheckDigests);
    bringUpToDate(articleKeysAreOutdated, renewArticleKeys);
}

// Of several processes that open an older library at once one backs it up and migrates it; the others wait,
// longer than for a writer since a large library takes its time, and find it done.
void Library::migrateOnce(const ProgressCallback& progress) {
    constexpr int turns = 30; // of busyTimeoutSeconds
    for (int turn = 1;; ++turn) {
        try {
            Transaction transaction(*this);
            if (checkedFormat() < libraryFormat(allMigrations())) {
                const fs::path backup = takeSnapshot(*this, SnapshotReason::Migration, progress);
                migrate(*this, allMigrations(), backup.string());
            }
            transaction.commit();
            return;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::LibraryBusy || turn == turns)
                throw;
        }
        if (progress) // Cancel comes through it
            progress({0, 0, m_impl->path.filename().string()});
        if (checkedFormat() >= libraryFormat(allMigrations()))
            return;
    }
}

// The format, after making sure that this is a library at all.
int Library::checkedFormat() {
    if (queryInteger(*this, "PRAGMA application_id") != libraryApplicationId)
        throw Error(ErrorCode::LibraryNotALibrary, {m_impl->path.string()});
    return static_cast<int>(queryInteger(*this, "PRAGMA user_version"));
}

void Library::openReadOnly(const std::string& reason) {
    close();
    m_impl->readOnly = true;
    m_impl->readOnlyReason = reason;
    m_impl->database = openConnection(m_impl->path, accessFor(m_impl->path));
    const int format = checkedFormat();
    if (format > libraryFormat(allMigrations()))
        m_impl->readOnlyReason = errorName(ErrorCode::LibraryNewer);
    else if (format < libraryFormat(allMigrations())) // its tables are not the ones that we would ask
        throw Error(ErrorCode::LibraryOlder, {m_impl->path.string()});
}

const fs::path& Library::path() const {
    return m_impl->path;
}

bool Library::openedReadOnly() const {
    return m_impl->readOnly;
}

std::string Library::readOnlyReason() const {
    return m_impl->readOnlyReason;
}

Error Library::readOnlyError() {
    const int format = checkedFormat(), understood = libraryFormat(allMigrations());
    if (format > understood)
        return Error(ErrorCode::LibraryNewer,
                     {m_impl->path.string(), std::to_string(format), std::to_string(understood)});
    return Error(ErrorCode::LibraryReadOnly, {m_impl->path.string()});
}

std::int64_t Library::changeCounter() {
    const std::int64_t version = queryInteger(*this, "PRAGMA data_version");
    const std::int64_t changes = sqlite3_total_changes64(m_impl->database->getHandle());
    if (version != m_impl->seenDataVersion || changes != m_impl->seenChanges)
        ++m_impl->changes;
    m_impl->seenDataVersion = version;
    m_impl->seenChanges = changes;
    return m_impl->changes;
}

void Library::interrupt() {
    sqlite3_interrupt(m_impl->database->getHandle());
}

SQLite::Database& Library::database() {
    return *m_impl->database;
}

StatementCache& Library::statements() {
    return *m_impl->statements;
}

IndexQueue& Library::indexQueue() {
    return m_impl->indexQueue;
}

fs::path defaultLibraryPath() {
    const char* const data = std::getenv("XDG_DATA_HOME");
    if (data != nullptr && fs::path(data).is_absolute()) // a relative one is to be ignored, says the standard
        return fs::path(data) / "parallax/library.sqlite3";
    const char* const home = std::getenv("HOME");
    return fs::path(home != nullptr ? home : ".") / ".local/share/parallax/library.sqlite3";
}

} // namespace parallax::data
