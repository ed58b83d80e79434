// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>

#include <SQLiteCpp/Database.h>

#include "data/article/identity.h"
#include "data/store/annotation_damage.h"
#include "data/store/backup.h"
#include "data/store/connection.h"
#include "data/store/file_copy.h"
#include "data/store/integrity.h"
#include "data/store/merge.h"
#include "data/store/migration.h"
#include "data/store/restore_work.h"
#include "data/store/snapshot.h"
#include "data/store/sqlite_error.h"
#include "data/store/statement.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

namespace fs = std::filesystem;

// The library to restore from, sound and of our format. One of an older format is migrated in a copy that
// goes away again; the file itself stays as it is.
class Source {
  public:
    Source(const Library& target, const fs::path& from)
        : m_path(from) {
        if (formatOf(from) < libraryFormat(allMigrations()))
            m_path = migratedCopy(target, from);
        m_library = std::make_unique<Library>(m_path, Library::Mode::ReadOnly);
        if (m_library->readOnlyReason() == errorName(ErrorCode::LibraryNewer))
            throw Error(ErrorCode::LibraryNewer, {from.string(), std::to_string(formatOf(from)),
                                                  std::to_string(libraryFormat(allMigrations()))});
        if (const std::string said = quickCheck(*m_library); said != "ok")
            throw Error(ErrorCode::RestoreFailed, {from.string(), damagedError(from, said).args().at(1)});
    }

    ~Source() {
        m_library.reset();
        if (!m_copy.empty())
            removeCopy();
    }
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    Library& library() { return *m_library; }

  private:
    static std::int64_t formatOf(const fs::path& from) {
        std::error_code failure;
        if (!fs::is_regular_file(from, failure))
            throw Error(ErrorCode::FileNotFound, {from.string()});
        const auto connection = openConnection(from, accessFor(from));
        try {
            if (connection->execAndGet("PRAGMA application_id").getInt() != libraryApplicationId)
                throw Error(ErrorCode::LibraryNotALibrary, {from.string()});
            return connection->execAndGet("PRAGMA user_version").getInt64();
        } catch (const SQLite::Exception&) {
            throw sqliteError(from, connection->getHandle());
        }
    }

    fs::path migratedCopy(const Library& target, const fs::path& from) {
        m_copy = target.path().string() + ".restore-" + newUid();
        try {
            copyLibrary(from, m_copy, {});
            const Library migrated(m_copy);
        } catch (...) {
            removeCopy();
            throw;
        }
        return m_copy;
    }

    void removeCopy() const {
        std::error_code ignored;
        removeLibraryFile(m_copy);
        fs::remove_all(snapshotFolder(m_copy), ignored); // made before the migration
    }

    fs::path m_path;
    fs::path m_copy;
    std::unique_ptr<Library> m_library;
};

struct KnownEdition {
    std::string sha256, importedAt;
};

struct KnownArticle {
    std::string uid;
    std::map<int, KnownEdition> editions; // by language
};

std::map<std::string, KnownArticle> articlesByKey(Library& library) {
    std::map<std::string, KnownArticle> articles;
    Statement row(library, "SELECT key, uid, language, sha256, edition.imported_at FROM article "
                           "LEFT JOIN edition ON edition.article_id = article.id");
    while (row.step()) {
        KnownArticle& article = articles[row.text(0)];
        article.uid = row.text(1);
        if (!row.isNull(2))
            article.editions.emplace(row.number(2), KnownEdition{row.text(3), row.text(4)});
    }
    return articles;
}

// What a merge would take over: another language, or other bytes that were imported later.
bool isNewer(const KnownArticle& there, const KnownArticle& here) {
    return std::any_of(there.editions.begin(), there.editions.end(), [&](const auto& edition) {
        const auto same = here.editions.find(edition.first);
        return same == here.editions.end() || (same->second.sha256 != edition.second.sha256 &&
                                               same->second.importedAt < edition.second.importedAt);
    });
}

struct NoteTime {
    std::int64_t id = 0;
    std::string at;
};

std::map<std::string, NoteTime> noteTimes(Library& library) {
    std::map<std::string, NoteTime> times;
    Statement row(library, "SELECT uid, id, updated_at FROM note");
    while (row.step())
        times.emplace(row.text(0), NoteTime{row.integer(1), row.text(2)});
    return times;
}

std::map<std::string, std::int64_t> sequences(Library& library) {
    std::map<std::string, std::int64_t> last;
    Statement row(library, "SELECT name, seq FROM sqlite_sequence");
    while (row.step())
        last.emplace(row.text(0), row.integer(1));
    return last;
}

// Ids that were given out before stay used, whatever the restored file knows of them.
void keepSequences(Library& library, const std::map<std::string, std::int64_t>& last) {
    Transaction transaction(library);
    for (const auto& [table, id] : last) {
        Statement(library, "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?")
            .bind(id)
            .bind(table)
            .run();
        // A table that never held a row in the restored file has none here.
        Statement(library, "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2 WHERE NOT EXISTS "
                           "(SELECT 1 FROM sqlite_sequence WHERE name = ?1)")
            .bind(table)
            .bind(id)
            .run();
    }
    transaction.commit();
}

// What is replaced: among the snapshots, or, being damaged, beside the library.
void keepAside(Library& library) {
    try {
        takeSnapshot(library, SnapshotReason::Restore, {});
        rotateSnapshots(library.path(), now());
    } catch (const Error& error) {
        if (error.code() != ErrorCode::LibraryDamaged)
            throw;
        copyLibrary(library.path(), library.path().string() + ".damaged-" + newUid(), {}, Damage::Copied);
    }
}

void replace(Library& library, Library& source, const std::stop_token& stop,
             const ProgressCallback& progress) {
    keepAside(library);
    const std::map<std::string, std::int64_t> last = sequences(library);
    library.statements().clear();
    copyPages(source.database().getHandle(), library.database().getHandle(), library.path(),
              [&](const Progress& state) {
                  throwIfStopped(stop);
                  if (progress)
                      progress(state);
              });
    keepSequences(library, last);
}

} // namespace

RestorePreview previewRestore(Library& library, const fs::path& from) {
    Source source(library, from);
    const auto here = articlesByKey(library);
    const auto there = articlesByKey(source.library());
    std::map<std::string, const KnownArticle*> hereByUid;
    for (const auto& [key, article] : here)
        hereByUid.emplace(article.uid, &article);

    RestorePreview preview;
    preview.articlesHere = static_cast<std::int64_t>(here.size());
    preview.articlesThere = static_cast<std::int64_t>(there.size());
    std::set<const KnownArticle*> inBoth;
    for (const auto& [key, article] : there) {
        const auto byUid = hereByUid.find(article.uid);
        const auto byKey = here.find(key);
        const KnownArticle* const same = byUid != hereByUid.end() ? byUid->second
                                         : byKey != here.end()    ? &byKey->second
                                                                  : nullptr;
        if (same == nullptr)
            ++preview.onlyThere;
        else if (inBoth.insert(same).second && isNewer(article, *same))
            ++preview.newerThere;
    }
    preview.onlyHere = preview.articlesHere - static_cast<std::int64_t>(inBoth.size());
    const AnnotationDamage damage = annotationDamage(library, source.library());
    const std::map<std::string, NoteTime> notes = noteTimes(library);
    for (const auto& [uid, note] : noteTimes(source.library()))
        if (const auto same = notes.find(uid); same != notes.end() && !damage.notesThere.contains(note.id) &&
                                               !damage.notes.contains(same->second.id)) {
            preview.notesNewerThere += same->second.at < note.at ? 1 : 0;
            preview.notesNewerHere += same->second.at > note.at ? 1 : 0;
        }
    preview.workThere = workMissingIn(library, source.library(), damage.tagsThere);
    preview.workHere = workMissingIn(source.library(), library);
    preview.workHere.searches += searchesThatDiffer(library, source.library());
    preview.damagedThere = damagedEditions(source.library());
    preview.workDamagedThere = damage.there();
    preview.workMended = damage.mended();
    preview.workThere.notes -= damage.missingHere.notes;
    preview.workThere.tags -= damage.missingHere.tags;
    preview.workThere.searches -= damage.missingHere.searches;
    return preview;
}

RestoreReport restore(Library& library, const fs::path& from, RestoreMode mode, const std::stop_token& stop,
                      const ProgressCallback& progress) {
    if (library.openedReadOnly())
        throw library.readOnlyError();
    std::error_code failure;
    if (fs::equivalent(from, library.path(), failure))
        throw Error(ErrorCode::RestoreFailed, {from.string(), "it is the library itself"});
    Source source(library, from);
    if (mode == RestoreMode::Merge)
        return mergeLibrary(library, source.library(), stop, progress);
    replace(library, source.library(), stop, progress);
    return {};
}

} // namespace parallax::data
