// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <sys/mount.h>

#include "data/store/annotation_store.h"
#include "data/store/backup.h"
#include "data/store/migration.h"
#include "data/store/snapshot.h"
#include "data/store/statement.h"
#include "older_library.h"
#include "store_fixture.h"
#include "tests/test_program.h"

namespace test_backup {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace fs = std::filesystem;

namespace {

Article article(const std::string& title, Language language = Language::English) {
    return Draft(title, language).add(BlockKind::Paragraph, "About " + title).article;
}

QStringList titles(Library& library) {
    QStringList list;
    for (const ArticleRow& row : library.articles().list({}, ArticleOrder::Title, 0, 100))
        list << QString::fromStdString(row.title);
    return list;
}

std::int64_t addNote(Library& library, ArticleId article, const std::string& text) {
    Note note;
    note.article = article;
    note.text = text;
    return library.annotations().addNote(note);
}

template <class Action>
ErrorCode errorOf(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::Usage; // stands for "no error"
}

} // namespace

class TestBackup : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aBackupIsALibraryAndNeverOverwrites();
    void aBackupIsOneMomentWhileOthersWrite();
    void aCancelledBackupLeavesNothing();
    void aDiskWithoutRoomIsNoDamageOfTheSource();
    void thereIsOneSnapshotADay();
    void oneIsTakenByHandAtAnyTime();
    void snapshotsRotateByDayAndWeek();
    void aDamagedLibraryIsNeitherCopiedNorRotated();
    void strangeFilesAreNoSnapshots();
    void thePreviewCountsWhatDiffers();
    void mergingAddsWhatIsOnlyThere();
    void mergingTakesWhatIsNewer();
    void mergingTwiceChangesNothingMore();
    void whatTheAnalystDidIsCountedAndMerged();
    void replacingMakesTheLibraryEqualAndKeepsASnapshot();
    void aDamagedOrForeignFileIsNotRestored();
    void anOlderFileIsRestoredThroughACopy();
    void aCancelledRestoreChangesNothing();
};

void TestBackup::aBackupIsALibraryAndNeverOverwrites() {
    Folder folder;
    Library library(folder.library());
    saveNow(library, article("One"));
    const fs::path target = folder.path() / "copy.sqlite3";
    std::int64_t last = 0, total = 0;
    backupTo(library, target, [&](const Progress& progress) {
        last = progress.done;
        total = progress.total;
    });
    QCOMPARE(titles(*std::make_unique<Library>(target)), titles(library));
    QCOMPARE(errorOf([&] { backupTo(library, target, {}); }), ErrorCode::BackupFailed);
    QCOMPARE(errorOf([&] { backupTo(library, folder.path() / "no" / "where", {}); }),
             ErrorCode::BackupFailed);
    QVERIFY(last <= total);
}

void TestBackup::aBackupIsOneMomentWhileOthersWrite() {
    Folder folder;
    Library library(folder.library());
    for (int i = 0; i < 200; ++i)
        saveNow(library, article("Article " + std::to_string(i) + std::string(5000, 'x')));
    Library other(folder.library());
    int writes = 0;
    const fs::path target = folder.path() / "copy.sqlite3";
    backupTo(library, target,
             [&](const Progress&) { saveNow(other, article("Late " + std::to_string(++writes))); });
    QVERIFY(writes > 0);
    Library copy(target);
    QCOMPARE(copy.articles().count({}), 200);
    QCOMPARE(QString::fromStdString(checkIntegrity(copy)), QStringLiteral("ok"));
}

void TestBackup::aCancelledBackupLeavesNothing() {
    Folder folder;
    Library library(folder.library());
    for (int i = 0; i < 300; ++i)
        saveNow(library, article("Article " + std::to_string(i) + std::string(9000, 'x')));
    const auto cancel = [](const Progress&) { throw Error(ErrorCode::Cancelled); };
    QCOMPARE(errorOf([&] { backupTo(library, folder.path() / "copy", cancel); }), ErrorCode::Cancelled);
    for (const auto& entry : fs::directory_iterator(folder.path()))
        QVERIFY(entry.path().filename().string().starts_with("library.sqlite3"));
}

// Of every size: also where the pages have room and what connections share has not.
void TestBackup::aDiskWithoutRoomIsNoDamageOfTheSource() {
    Folder folder;
    Library library(folder.library());
    saveNow(library, article("One"));
    const fs::path disk = folder.path() / "disk";
    fs::create_directories(disk);
    if (::mount("none", disk.c_str(), "tmpfs", 0, "size=64k") != 0)
        QSKIP("mounting is not allowed here");
    int full = 0;
    QStringList others;
    bool made = false;
    for (int kibibytes = 64; !made && kibibytes < 4000; kibibytes += 16) {
        ::mount("none", disk.c_str(), "tmpfs", MS_REMOUNT,
                ("size=" + std::to_string(kibibytes) + "k").c_str());
        try {
            backupTo(library, disk / "copy.sqlite3", {});
            made = true;
        } catch (const Error& error) {
            error.code() == ErrorCode::DiskFull ? void(++full) : others.append(error.what());
        }
    }
    ::umount(disk.c_str());
    QCOMPARE(others, QStringList());
    QVERIFY(full > 3);
    QVERIFY(made);
}

void TestBackup::thereIsOneSnapshotADay() {
    Folder folder;
    Library library(folder.library());
    saveNow(library, article("One"));
    const Instant noon = fromIso("2026-04-09T12:00:00Z");
    QVERIFY(takeDailySnapshot(library, {}, noon));
    QVERIFY(!takeDailySnapshot(library, {}, noon + std::chrono::hours(11)));
    QVERIFY(takeDailySnapshot(library, {}, noon + std::chrono::hours(12)));
    const std::vector<Snapshot> kept = snapshots(folder.library());
    QCOMPARE(kept.size(), 2U);
    QCOMPARE(kept[0].takenAt, std::string("2026-04-10T00:00:00Z"));
    QCOMPARE(kept[1].takenAt, std::string("2026-04-09T12:00:00Z"));
    QCOMPARE(kept[0].reason, std::string("daily"));
    QVERIFY(kept[0].bytes > 0);
}

void TestBackup::oneIsTakenByHandAtAnyTime() {
    Folder folder;
    Library library(folder.library());
    const ArticleId kept = saveNow(library, article("One")).article;
    const Instant noon = fromIso("2026-04-09T12:00:00Z");
    QVERIFY(takeDailySnapshot(library, {}, noon));
    const fs::path first = takeSnapshot(library, SnapshotReason::Manual, {}, noon + std::chrono::hours(1));
    const fs::path second = takeSnapshot(library, SnapshotReason::Manual, {}, noon + std::chrono::hours(1));
    QVERIFY(first != second);
    const std::vector<Snapshot> all = snapshots(folder.library());
    QCOMPARE(all.size(), 3U);
    QCOMPARE(all.front().reason, std::string("manual"));
    Library copy(second);
    QCOMPARE(copy.articles().load(kept).row.title, std::string("One"));
    QVERIFY(!takeDailySnapshot(library, {}, noon + std::chrono::hours(2))); // it did not count as the day's
}

void TestBackup::snapshotsRotateByDayAndWeek() {
    Folder folder;
    Library library(folder.library());
    const Instant first = fromIso("2026-01-01T09:00:00Z");
    for (int day = 0; day < 60; ++day)
        QVERIFY(takeDailySnapshot(library, {}, first + std::chrono::days(day)));
    QStringList days;
    for (const Snapshot& snapshot : snapshots(folder.library()))
        days << QString::fromStdString(snapshot.takenAt.substr(0, 10));
    QCOMPARE(days.size(), 11); // 7 days, then one in each of 4 weeks
    QCOMPARE(days.front(), QStringLiteral("2026-03-01"));
    QCOMPARE(days.at(6), QStringLiteral("2026-02-23"));
    QCOMPARE(days.mid(7), // the Sundays before
             QStringList({QStringLiteral("2026-02-22"), QStringLiteral("2026-02-15"),
                          QStringLiteral("2026-02-08"), QStringLiteral("2026-02-01")}));
    for (int i = 0; i < 8; ++i)
        takeSnapshot(library, SnapshotReason::Migration, {}, first);
    rotateSnapshots(folder.library(), first + std::chrono::days(59));
    QCOMPARE(snapshots(folder.library()).size(), 16U); // and the 5 newest that were taken before migrations
}

void TestBackup::aDamagedLibraryIsNeitherCopiedNorRotated() {
    Folder folder;
    std::string good;
    {
        Library library(folder.library());
        for (int i = 0; i < 200; ++i)
            saveNow(library, article("Article " + std::to_string(i)));
        QVERIFY(takeDailySnapshot(library, {}, fromIso("2026-01-01T09:00:00Z")));
        good = snapshots(folder.library()).front().path.string();
    }
    std::string bytes = readAll(folder.library());
    // The pages that were filled last: opening reads none of them.
    constexpr std::size_t damaged = 3 * 4096;
    std::fill(bytes.end() - damaged, bytes.end(), '\x55');
    writeFile(folder.library(), bytes);
    Library library(folder.library());
    QCOMPARE(errorOf([&] { takeDailySnapshot(library, {}, fromIso("2026-01-03T09:00:00Z")); }),
             ErrorCode::LibraryDamaged);
    QCOMPARE(errorOf([&] { backupTo(library, folder.path() / "copy.sqlite3", {}); }),
             ErrorCode::LibraryDamaged);
    QVERIFY(!fs::exists(folder.path() / "copy.sqlite3"));
    QCOMPARE(snapshots(folder.library()).size(), 1U);
    QVERIFY(fs::exists(good));
    restore(library, good, RestoreMode::Replace, {}, {});
    QCOMPARE(checkIntegrity(library), std::string("ok"));
    int aside = 0;
    for (const auto& entry : fs::directory_iterator(folder.path()))
        aside += entry.path().string().find(".damaged-") != std::string::npos ? 1 : 0;
    QCOMPARE(aside, 1);
}

void TestBackup::strangeFilesAreNoSnapshots() {
    Folder folder;
    Library library(folder.library());
    const fs::path shelf = snapshotFolder(folder.library());
    fs::create_directories(shelf);
    for (const char* const name :
         {"x", "2026-04-09T08-15-30Z-weekly.sqlite3", "2026-99-09T08-15-30Z-daily.sqlite3",
          "2026-04-09T08-15-30Z-daily.sqlite3.part", ".sqlite3", "daily.sqlite3"})
        writeFile(shelf / name, "mine");
    QVERIFY(snapshots(folder.library()).empty());
    QVERIFY(takeDailySnapshot(library, {}));
    QCOMPARE(snapshots(folder.library()).size(), 1U);
    QVERIFY(fs::exists(shelf / "x"));
}

// Whatever second the two were imported in.
void importedAt(Library& library, const std::string& title, const std::string& at) {
    Statement(library, "UPDATE edition SET imported_at = ? WHERE title = ?").bind(at).bind(title).run();
}

Article withText(const std::string& title, const std::string& text) {
    return Draft(title).add(BlockKind::Paragraph, text).article;
}

QString firstBlock(Library& library, ArticleId id) {
    const Article article = library.articles().load(id).article;
    return QString::fromStdString(article.blocks.at(1).text);
}

void TestBackup::thePreviewCountsWhatDiffers() {
    Folder folder;
    Library library(folder.library());
    const ArticleId shared = saveNow(library, article("Shared")).article;
    saveNow(library, article("Also shared"));
    const std::int64_t note = addNote(library, shared, "as it was");
    const fs::path from = folder.path() / "from.sqlite3";
    backupTo(library, from, {});
    saveNow(library, article("Only here"));
    saveNow(library, article("Imported in both"));
    {
        Library there(from);
        saveNow(there, article("Only there"));
        saveNow(there, article("Imported in both"));
        addNote(there, shared, "there");
        there.annotations().changeNote(note, "changed", {}, "2999-01-01T00:00:00Z");
        saveNow(there, withText("Shared", "Other words"));
        importedAt(there, "Shared", "2999-01-01T00:00:00Z");
        // The same bytes, brought in later, are nothing new; nor are older ones.
        importedAt(there, "Imported in both", "2999-01-01T00:00:00Z");
        saveNow(there, withText("Also shared", "Old words"));
        importedAt(there, "Also shared", "2001-01-01T00:00:00Z");
    }
    const RestorePreview preview = previewRestore(library, from);
    QCOMPARE(preview.articlesHere, 4);
    QCOMPARE(preview.articlesThere, 4);
    QCOMPARE(preview.onlyHere, 1);
    QCOMPARE(preview.onlyThere, 1);
    QCOMPARE(preview.newerThere, 1);
    QCOMPARE(preview.workThere.notes, 1);
    QCOMPARE(preview.notesNewerThere, 1);
}

void TestBackup::whatTheAnalystDidIsCountedAndMerged() {
    Folder folder;
    Library library(folder.library());
    const ArticleId first = saveNow(library, article("First")).article;
    const ArticleId second = saveNow(library, article("Second")).article;
    const fs::path from = folder.path() / "from.sqlite3";
    backupTo(library, from, {});
    SavedSearch search;
    search.name = "Same";
    search.query = "here";
    library.annotations().saveSearch(search);
    library.articles().setStarred(first, true);
    library.articles().setUnread(first, false);
    library.annotations().setTagged(first, library.annotations().addTag("Both", {}), true);
    addNote(library, first, "here");
    {
        Library there(from);
        search.query = "there";
        there.annotations().saveSearch(search);
        search.name = "Other";
        there.annotations().saveSearch(search);
        there.articles().setStarred(second, true);
        there.articles().setUnread(second, false);
        there.annotations().addTag("both", {});
        there.annotations().setTagged(second, there.annotations().addTag("Mine", {}), true);
    }
    const RestorePreview preview = previewRestore(library, from);
    QVERIFY((preview.workThere == AnalystWork{.tags = 1, .tagged = 1, .stars = 1, .read = 1, .searches = 1}));
    QVERIFY((preview.workHere == AnalystWork{.tagged = 1, .stars = 1, .read = 1, .searches = 1, .notes = 1}));
    restore(library, from, RestoreMode::Merge, {}, {});
    for (const ArticleId id : {first, second}) {
        QVERIFY(library.articles().row(id)->starred);
        QVERIFY(!library.articles().row(id)->unread);
    }
    QCOMPARE(queryInteger(library, "SELECT starred FROM tally"), 2);
    QCOMPARE(queryInteger(library, "SELECT unread FROM tally"), 0);
    QVERIFY(previewRestore(library, from).workThere == AnalystWork{});
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
}

void TestBackup::mergingTakesWhatIsNewer() {
    Folder folder;
    Library library(folder.library());
    const ArticleId newer = saveNow(library, withText("Newer there", "Here")).article;
    const ArticleId older = saveNow(library, withText("Older there", "Here")).article;
    const std::int64_t changed = addNote(library, newer, "first");
    const std::int64_t kept = addNote(library, older, "first");
    const fs::path from = folder.path() / "from.sqlite3";
    backupTo(library, from, {});
    library.annotations().changeNote(kept, "changed here", {});
    {
        Library there(from);
        saveNow(there, withText("Newer there", "There"));
        importedAt(there, "Newer there", "2999-01-01T00:00:00Z");
        saveNow(there, withText("Older there", "There"));
        importedAt(there, "Older there", "2001-01-01T00:00:00Z");
        there.annotations().changeNote(changed, "changed there", {}, "2999-01-01T00:00:00Z");
        there.annotations().changeNote(kept, "older", {}, "2001-01-01T00:00:00Z");
    }
    for (int time = 0; time < 2; ++time) { // the second merge finds nothing more
        restore(library, from, RestoreMode::Merge, {}, {});
        QCOMPARE(firstBlock(library, newer), QStringLiteral("There"));
        QCOMPARE(firstBlock(library, older), QStringLiteral("Here"));
        QCOMPARE(queryInteger(library, "SELECT count(*) FROM edition_version"), 1); // what stood here
        QCOMPARE(library.annotations().notes(newer).front().text, std::string("changed there"));
        QCOMPARE(library.annotations().notes(older).front().text, std::string("changed here"));
    }
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM block_index WHERE block_index MATCH 'there'"), 4);
    const RestorePreview after = previewRestore(library, from);
    QCOMPARE(after.newerThere + after.notesNewerThere + after.onlyThere, 0);
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
}

void TestBackup::mergingAddsWhatIsOnlyThere() {
    Folder folder;
    Library library(folder.library());
    const ArticleId shared = saveNow(library, article("Shared")).article;
    const fs::path from = folder.path() / "from.sqlite3";
    backupTo(library, from, {});
    addNote(library, shared, "written here");
    library.articles().setStarred(shared, true);
    std::string uid;
    {
        Library there(from);
        const ArticleId added = saveNow(there, Draft("Only there")
                                                   .add(BlockKind::Paragraph, "The price is low.")
                                                   .addTable("Prices", {"a"}, {{"1"}})
                                                   .article)
                                    .article;
        there.articles().setUnread(added, false);
        addNote(there, shared, "written there");
        AnnotationStore& annotations = there.annotations();
        annotations.setTagged(added, annotations.addTag("Chips", "#ff0000"), true);
        SavedSearch search;
        search.name = "Mine";
        search.filter.tag = annotations.tags().front().id;
        annotations.saveSearch(search);
        Statement row(there, "SELECT uid FROM article WHERE title = 'Only there'");
        row.step();
        uid = row.text(0);
    }
    library.annotations().addTag("Other", "#00ff00"); // so that the tag gets another id here
    const std::string before = readAll(from);
    restore(library, from, RestoreMode::Merge, {}, {});
    QVERIFY(readAll(from) == before);
    QCOMPARE(titles(library), QStringList({QStringLiteral("Only there"), QStringLiteral("Shared")}));
    QCOMPARE(library.annotations().notes(shared).size(), 2U);
    QVERIFY(library.articles().row(shared)->starred);
    Statement row(library, "SELECT id, uid FROM article WHERE title = 'Only there'");
    QVERIFY(row.step());
    QCOMPARE(row.text(1), uid);
    const ArticleRow added = library.articles().row(row.integer(0)).value();
    QVERIFY(!added.unread);
    QCOMPARE(added.tags.size(), 1U);
    QCOMPARE(library.articles().load(added.id).article.tables.size(), 1U);
    QCOMPARE(library.annotations().savedSearches().front().filter.tag.value(), added.tags.front());
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM block_index WHERE block_index MATCH 'price'"), 1);
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
}

void TestBackup::mergingTwiceChangesNothingMore() {
    Folder folder;
    Library library(folder.library());
    const fs::path from = folder.path() / "from.sqlite3";
    {
        Library there(from);
        addNote(there, saveNow(there, article("Only there")).article, "note");
    }
    restore(library, from, RestoreMode::Merge, {}, {});
    restore(library, from, RestoreMode::Merge, {}, {});
    QCOMPARE(library.articles().count({}), 1);
    QCOMPARE(library.annotations().allNotes().size(), 1U);
}

void TestBackup::replacingMakesTheLibraryEqualAndKeepsASnapshot() {
    Folder folder;
    Library library(folder.library());
    saveNow(library, article("Shared"));
    const fs::path from = folder.path() / "from.sqlite3";
    backupTo(library, from, {});
    const ArticleId late = saveNow(library, article("Late")).article;
    Library reader(folder.library());
    QCOMPARE(reader.articles().count({}), 2);
    const std::int64_t before = reader.changeCounter();
    restore(library, from, RestoreMode::Replace, {}, {});
    QCOMPARE(titles(library), QStringList(QStringLiteral("Shared")));
    QCOMPARE(reader.articles().count({}), 1);
    QVERIFY(reader.changeCounter() != before);
    QVERIFY(saveNow(library, article("Next")).article > late); // the lost one's id is not given out again
    const std::vector<Snapshot> kept = snapshots(folder.library());
    QCOMPARE(kept.size(), 1U);
    QCOMPARE(kept[0].reason, std::string("restore"));
    restore(library, kept[0].path, RestoreMode::Merge, {}, {});
    QCOMPARE(library.articles().count({}), 3);
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
}

void TestBackup::aDamagedOrForeignFileIsNotRestored() {
    Folder folder;
    Library library(folder.library());
    saveNow(library, article("Mine"));
    const fs::path from = folder.path() / "from.sqlite3";
    for (const RestoreMode mode : {RestoreMode::Merge, RestoreMode::Replace}) {
        const auto attempt = [&](const fs::path& path) {
            return errorOf([&] { restore(library, path, mode, {}, {}); });
        };
        writeFile(from, "not a library, only some text");
        QCOMPARE(attempt(from), ErrorCode::LibraryNotALibrary);
        QCOMPARE(attempt(folder.path() / "none"), ErrorCode::FileNotFound);
        QCOMPARE(attempt(folder.library()), ErrorCode::RestoreFailed);
        fs::remove(from);
        backupTo(library, from, {});
        SQLite::Database(from.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 9999");
        QCOMPARE(attempt(from), ErrorCode::LibraryNewer);
        fs::resize_file(from, fs::file_size(from) / 2);
        QCOMPARE(attempt(from), ErrorCode::LibraryDamaged);
        QCOMPARE(titles(library), QStringList(QStringLiteral("Mine")));
        fs::remove(from);
    }
}

void TestBackup::anOlderFileIsRestoredThroughACopy() {
    Folder folder;
    Library library(folder.library());
    const fs::path from = folder.path() / "from.sqlite3";
    {
        Library there(from);
        saveNow(there, article("Old"));
    }
    forgetLastMigration(from);
    const std::string bytes = readAll(from);
    QCOMPARE(previewRestore(library, from).onlyThere, 1);
    restore(library, from, RestoreMode::Merge, {}, {});
    QCOMPARE(library.articles().count({}), 1);
    QVERIFY(readAll(from) == bytes);
    for (const auto& entry : fs::directory_iterator(folder.path()))
        QVERIFY(entry.path().filename().string().find(".restore-") == std::string::npos);
}

void TestBackup::aCancelledRestoreChangesNothing() {
    Folder folder;
    Library library(folder.library());
    saveNow(library, article("Mine"));
    const fs::path from = folder.path() / "from.sqlite3";
    {
        Library there(from);
        for (int i = 0; i < 300; ++i)
            saveNow(there, article("Article " + std::to_string(i) + std::string(9000, 'x')));
    }
    std::stop_source stop;
    for (const RestoreMode mode : {RestoreMode::Merge, RestoreMode::Replace}) {
        stop = {};
        const auto cancel = [&](const Progress&) { stop.request_stop(); };
        QCOMPARE(errorOf([&] { restore(library, from, mode, stop.get_token(), cancel); }),
                 ErrorCode::Cancelled);
        QCOMPARE(titles(library), QStringList(QStringLiteral("Mine")));
    }
}

PARALLAX_LOOP_TEST(TestBackup)

} // namespace test_backup
#include "test_backup.moc"
