// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <random>
#include <sys/mount.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <SQLiteCpp/Database.h>

#include "data/article/fold.h"
#include "data/store/annotation_store.h"
#include "data/store/backup.h"
#include "data/store/migration.h"
#include "data/store/recovery.h"
#include "data/store/sqlite_error.h"
#include "data/store/statement.h"
#include "data/store/table_store.h"
#include "older_library.h"
#include "store_fixture.h"
#include "tests/test_program.h"

namespace test_library {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace fs = std::filesystem;

namespace {

// The code that opening ends with, or nothing when it opens.
std::optional<ErrorCode> openingError(const fs::path& path, Library::Mode mode = Library::Mode::ReadWrite) {
    try {
        const Library library(path, mode);
        return std::nullopt;
    } catch (const Error& error) {
        return error.code();
    }
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

void fill(Library& library, int articles) {
    for (int i = 0; i < articles; ++i)
        saveNow(library, Draft("Article " + std::to_string(i))
                             .add(BlockKind::Paragraph,
                                  "Some words about clouds and chips, number " + std::to_string(i))
                             .addTable("Prices", {"Model", "Price"}, {{"A", "$3"}})
                             .article);
}

// A library of a few pages, closed, as bytes.
std::string smallLibrary() {
    Folder folder;
    {
        Library library(folder.library());
        fill(library, 20);
    }
    return readAll(folder.library());
}

void alter(const fs::path& path, const char* sql) {
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
    database.exec(sql);
}

// Each in a process of its own.
void atOnce(int processes, const std::function<void(int)>& work) {
    std::vector<pid_t> children;
    for (int child = 0; child < processes; ++child) {
        const pid_t pid = ::fork();
        if (pid == 0) {
            int status = 0;
            try {
                work(child);
            } catch (const Error&) {
                status = 1;
            }
            ::_exit(status);
        }
        children.push_back(pid);
    }
    for (const pid_t pid : children) {
        int status = -1;
        ::waitpid(pid, &status, 0);
        QCOMPARE(status, 0);
    }
}

} // namespace

class TestLibrary : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aNewLibraryIsMadeWithItsFolders();
    void openingChangesNoByteOfASoundLibrary();
    void whatIsNoLibraryIsRefusedAndLeftAlone();
    void oddPathsAreErrorsAndNotHangs();
    void truncatedLibrariesAreRefusedAndLeftAlone();
    void flippedBitsNeverCrashAndNeverChangeTheFile();
    void aBitThatFlipsWithinAnArticleIsFound();
    void damageIsToldInOneLineWithoutTheTextOfTheSchema();
    void aLibraryThatLostItsBeginningIsDamagedWhereSnapshotsTellOfIt();
    void aSnapshotTakesThePlaceOfADamagedLibrary();
    void aDamagedSnapshotTakesNoPlace();
    void aNewerLibraryOpensReadOnly();
    void whatANewerLibraryTookAwayIsNoDamage();
    void aReadOnlyFolderOpensReadOnly();
    void anOlderLibraryIsMigratedAfterABackup();
    void manyProcessesMigrateTheSameLibraryAtOnce();
    void snapshotsOfOneSecondHaveTheirOwnNames();
    void aFailingMigrationChangesNothing();
    void aMigrationThatRanInAnotherFormIsRefused();
    void anotherTokenizerRefillsTheIndex();
    void aHalfTransactionIsRolledBack();
    void anInnerTransactionIsRolledBackAlone();
    void twoProcessesWriteTheSameLibrary();
    void manyProcessesMakeTheSameLibraryAtOnce();
    void aWriterThatWaitsTooLongIsToldSo();
    void changesOfOthersRaiseTheCounter();
    void aLongStatementCanBeInterrupted();
    void theDefaultPathFollowsTheStandard();
};

void TestLibrary::aNewLibraryIsMadeWithItsFolders() {
    Folder folder;
    const fs::path path = folder.path() / "a b" / "c#?%" / "l.sqlite3";
    {
        Library library(path);
        QVERIFY(!library.openedReadOnly());
        QVERIFY(library.readOnlyReason().empty());
        QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
        fill(library, 1);
    }
    QCOMPARE(std::distance(fs::directory_iterator(path.parent_path()), fs::directory_iterator()), 1);
    Library again(path, Library::Mode::ReadOnly);
    QVERIFY(again.openedReadOnly());
    QCOMPARE(again.articles().count({}), 1);
    QCOMPARE(errorOf([&] { again.articles().setStarred(1, true); }), ErrorCode::LibraryReadOnly);
    QCOMPARE(openingError(folder.path() / "none", Library::Mode::ReadOnly), ErrorCode::LibraryUnopenable);
    QVERIFY(!fs::exists(folder.path() / "none"));
}

void TestLibrary::openingChangesNoByteOfASoundLibrary() {
    Folder folder;
    const std::string bytes = smallLibrary();
    writeFile(folder.library(), bytes);
    {
        Library library(folder.library());
        QCOMPARE(library.articles().count({}), 20);
        library.articles().facets();
    }
    QVERIFY(readAll(folder.library()) == bytes);
}

void TestLibrary::whatIsNoLibraryIsRefusedAndLeftAlone() {
    Folder folder;
    const fs::path path = folder.path() / "file";
    for (const std::string& bytes :
         {std::string(), std::string("x"), std::string("hello, I am a text\n"), std::string(100'000, '\0'),
          std::string("SQLite format 3\0", 16), std::string("PK\3\4") + std::string(5000, 'z')}) {
        writeFile(path, bytes);
        QCOMPARE(openingError(path), ErrorCode::LibraryNotALibrary);
        QCOMPARE(openingError(path, Library::Mode::ReadOnly), ErrorCode::LibraryNotALibrary);
        QVERIFY(readAll(path) == bytes);
    }
    fs::remove(path);
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE a (b)");
    const std::string bytes = readAll(path);
    QCOMPARE(openingError(path), ErrorCode::LibraryNotALibrary); // SQLite, but another program's
    QVERIFY(readAll(path) == bytes);
}

void TestLibrary::oddPathsAreErrorsAndNotHangs() {
    Folder folder;
    QCOMPARE(openingError(folder.path()), ErrorCode::LibraryUnopenable);
    QCOMPARE(openingError(folder.path() / "file" / "below"), std::optional<ErrorCode>());
    writeFile(folder.path() / "plain", "x");
    QCOMPARE(openingError(folder.path() / "plain" / "below"), ErrorCode::LibraryUnopenable);
    fs::create_symlink(folder.path() / "loop", folder.path() / "loop");
    QCOMPARE(openingError(folder.path() / "loop"), ErrorCode::LibraryUnopenable);
    QCOMPARE(openingError("/dev/null"), ErrorCode::LibraryUnopenable);
    QCOMPARE(openingError("/proc/parallax/library"), ErrorCode::LibraryUnopenable);
    try {
        const Library library("/proc/parallax.sqlite3"); // a folder in which nobody can make a file
        QFAIL("it was made");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::LibraryUnopenable);
        QCOMPARE(error.args().at(0), std::string("/proc/parallax.sqlite3"));
        QVERIFY2(error.args().at(1) == "no file can be made there" || // root may write to any folder
                     error.args().at(1) == std::strerror(EACCES),
                 error.args().at(1).c_str());
    }
    // Through a link the library is one and the same, side files and snapshots included.
    fs::create_symlink(folder.path() / "real.sqlite3", folder.path() / "link");
    {
        Library library(folder.path() / "link");
        fill(library, 1);
        QVERIFY(takeDailySnapshot(library, {}));
    }
    QVERIFY(fs::is_symlink(folder.path() / "link"));
    QCOMPARE(snapshots(folder.path() / "real.sqlite3").size(), 1U);
    QCOMPARE(snapshots(folder.path() / "link").size(), 1U);
}

void TestLibrary::truncatedLibrariesAreRefusedAndLeftAlone() {
    const std::string bytes = smallLibrary();
    // The last page may be the root of an empty table: nothing is lost without its blank end.
    constexpr std::size_t page = 4096;
    Folder folder;
    std::mt19937 random(1);
    for (int i = 0; i < 60; ++i) {
        const std::size_t length =
            i < 20 ? bytes.size() * static_cast<std::size_t>(i) / 20 : random() % (bytes.size() - page);
        writeFile(folder.library(), std::string_view(bytes).substr(0, length));
        const auto error = openingError(folder.library());
        QVERIFY2(error == ErrorCode::LibraryDamaged || error == ErrorCode::LibraryNotALibrary,
                 std::to_string(length).c_str());
        QCOMPARE(readAll(folder.library()).size(), length);
        fs::remove(folder.library());
    }
}

void TestLibrary::flippedBitsNeverCrashAndNeverChangeTheFile() {
    const std::string bytes = smallLibrary();
    Folder folder;
    std::mt19937 random(2);
    int noticed = 0, advised = 0;
    for (int i = 0; i < 400; ++i) {
        std::string broken = bytes;
        const int flips = 1 + i % 20;
        for (int flip = 0; flip < flips; ++flip) {
            const std::size_t limit = i % 4 == 0 ? 100 : i % 4 == 1 ? 8192 : broken.size();
            char& byte = broken[random() % limit];
            byte = static_cast<char>(byte ^ (1 << (random() % 8)));
        }
        writeFile(folder.library(), broken);
        try {
            Library library(folder.library());
            const std::string said = checkIntegrity(library);
            noticed += said != "ok";
            // What SQLite says is told with the file and with what to do.
            advised += said.starts_with("parts of " + folder.library().string() + " are damaged; ") &&
                       said.find("there is no snapshot of it. SQLite says: ") != std::string::npos;
            for (const ArticleRow& row : library.articles().list({}, ArticleOrder::NewestFirst, 0, 100))
                library.articles().load(row.id);
            library.articles().facets();
        } catch (const Error&) {
            ++noticed;
        }
        QVERIFY(readAll(folder.library()) == broken);
    }
    QVERIFY2(noticed > 200, std::to_string(noticed).c_str()); // many flips hit pages that nothing uses
    QVERIFY2(advised > 20, std::to_string(advised).c_str());
}

// What SQLite's own check cannot see: every page is sound, and a figure is another one.
void TestLibrary::aBitThatFlipsWithinAnArticleIsFound() {
    std::string bytes = smallLibrary();
    const std::size_t at = bytes.find("clouds and chips, number 7");
    QVERIFY(at != std::string::npos);
    Folder folder;
    writeFile(folder.library(), bytes);
    for (const Library::Mode mode : {Library::Mode::ReadOnly, Library::Mode::ReadWrite}) {
        Library library(folder.library(), mode);
        QCOMPARE(checkIntegrity(library), std::string("ok"));
    }
    // Wherever the words stand: in the document, or in what is made of it.
    int found = 0;
    for (std::size_t place = at; place != std::string::npos;
         place = bytes.find("clouds and chips, number 7", place + 1)) {
        std::string broken = bytes;
        broken[place + 25] = '3';
        writeFile(folder.library(), broken);
        Library library(folder.library(), Library::Mode::ReadOnly);
        const std::string said = checkIntegrity(library);
        found += said.find("are not those that were imported") != std::string::npos;
        QVERIFY(readAll(folder.library()) == broken);
    }
    QCOMPARE(found, 1);
}

// The definitions of tables and indexes lie in the file as text: a flipped bit there is a wrong word of SQL.
void TestLibrary::damageIsToldInOneLineWithoutTheTextOfTheSchema() {
    constexpr std::size_t page = 4096;
    const std::string bytes = smallLibrary();
    std::vector<std::size_t> pages;
    for (std::size_t at = 0; at + page <= bytes.size(); at += page)
        if (std::string_view(bytes).substr(at, page).find("CREATE T") != std::string_view::npos)
            pages.push_back(at);
    QVERIFY(!pages.empty());
    Folder folder;
    std::mt19937 random(3);
    int refused = 0;
    for (int i = 0; i < 400; ++i) {
        std::string broken = bytes;
        char& byte = broken[pages[random() % pages.size()] + random() % page];
        byte = static_cast<char>(byte ^ (1 << (random() % 8)));
        writeFile(folder.library(), broken);
        try {
            Library library(folder.library(), Library::Mode::ReadOnly);
            for (const ArticleRow& row : library.articles().list({}, ArticleOrder::NewestFirst, 0, 100))
                library.articles().load(row.id);
            library.articles().facets();
            library.tables().list({}, 0, 10);
        } catch (const Error& error) {
            ++refused;
            const QString said = QString::fromUtf8(errorName(error.code())) + QLatin1Char('|') +
                                 QString::fromStdString(error.args().size() > 1 ? error.args()[1] : "");
            QVERIFY2(error.code() == ErrorCode::LibraryDamaged ||
                         error.code() == ErrorCode::LibraryNotALibrary,
                     qPrintable(said));
            for (const char* const word : {"\n", "INTEGER", "TEXT", "SELECT", "UPDATE", "token", "near"})
                QVERIFY2(!said.contains(QLatin1String(word)), qPrintable(said));
        }
    }
    QVERIFY2(refused > 100, std::to_string(refused).c_str());
    const Error findings = damagedError("l", "*** in database main ***\nPage 7 is never used\nPage 8: short");
    QCOMPARE(findings.args().at(1), std::string("Page 7 is never used …"));
}

void TestLibrary::aLibraryThatLostItsBeginningIsDamagedWhereSnapshotsTellOfIt() {
    Folder folder;
    {
        Library library(folder.library());
        fill(library, 2);
        QVERIFY(takeDailySnapshot(library, {}));
    }
    for (const std::string& broken : {std::string("SQLight format 3"), std::string()}) {
        writeFile(folder.library(), broken);
        QCOMPARE(openingError(folder.library()), ErrorCode::LibraryDamaged);
        QVERIFY(readAll(folder.library()) == broken);
    }
    writeFile(folder.path() / "other", "SQLight format 3");
    QCOMPARE(openingError(folder.path() / "other"), ErrorCode::LibraryNotALibrary);
}

void TestLibrary::aSnapshotTakesThePlaceOfADamagedLibrary() {
    Folder folder;
    const fs::path copy = folder.path() / "copy.sqlite3";
    {
        Library library(folder.library());
        fill(library, 2);
        backupTo(library, copy, {});
    }
    const std::string broken = "SQLight format 3";
    writeFile(folder.library(), broken);
    fs::create_symlink(folder.library(), folder.path() / "link");
    // What lies in the copy's log only belongs to it, too.
    Library other(copy);
    fill(other, 3);
    const fs::path kept = putSnapshotInPlace(folder.path() / "link", copy);
    QVERIFY(readAll(kept) == broken);
    QVERIFY(fs::is_symlink(folder.path() / "link"));
    Library library(folder.library());
    QCOMPARE(library.articles().count({}), 3);
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
}

void TestLibrary::aDamagedSnapshotTakesNoPlace() {
    Folder folder;
    std::string bytes = smallLibrary();
    for (std::size_t at = 3 * std::size_t{4096}; at < bytes.size(); at += 512)
        bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    const fs::path copy = folder.path() / "copy.sqlite3";
    writeFile(copy, bytes);
    writeFile(folder.library(), "damaged");
    QCOMPARE(errorOf([&] { putSnapshotInPlace(folder.library(), copy); }), ErrorCode::RestoreFailed);
    writeFile(copy, "no library");
    QCOMPARE(errorOf([&] { putSnapshotInPlace(folder.library(), copy); }), ErrorCode::LibraryNotALibrary);
    QCOMPARE(errorOf([&] { putSnapshotInPlace(folder.library(), folder.library()); }),
             ErrorCode::RestoreFailed);
    QVERIFY(readAll(folder.library()) == "damaged");
    for (const auto& entry : fs::directory_iterator(folder.path()))
        QVERIFY2(entry.path().filename().string().find("restoring") == std::string::npos,
                 entry.path().c_str());
}

void TestLibrary::whatANewerLibraryTookAwayIsNoDamage() {
    Folder folder;
    {
        Library library(folder.library());
        fill(library, 1);
    }
    alter(folder.library(), "ALTER TABLE article RENAME TO piece; PRAGMA user_version = 9999");
    Library library(folder.library());
    QCOMPARE(errorOf([&] { library.articles().list({}, ArticleOrder::NewestFirst, 0, 10); }),
             ErrorCode::LibraryNewer);
}

void TestLibrary::aNewerLibraryOpensReadOnly() {
    Folder folder;
    {
        Library library(folder.library());
        fill(library, 3);
    }
    alter(folder.library(), "PRAGMA user_version = 9999");
    const std::string bytes = readAll(folder.library());
    {
        Library library(folder.library());
        QVERIFY(library.openedReadOnly());
        QCOMPARE(library.readOnlyReason(), std::string("LibraryNewer"));
        QCOMPARE(library.articles().count({}), 3);
        QCOMPARE(errorOf([&] { library.articles().setUnread(1, false); }), ErrorCode::LibraryReadOnly);
    }
    QVERIFY(readAll(folder.library()) == bytes);
}

void TestLibrary::aReadOnlyFolderOpensReadOnly() {
    Folder folder;
    const fs::path shelf = folder.path() / "shelf";
    {
        Library library(shelf / "library.sqlite3");
        fill(library, 3);
    }
    const bool root = ::geteuid() == 0;
    if (root && (::mount(shelf.c_str(), shelf.c_str(), nullptr, MS_BIND, nullptr) != 0 ||
                 ::mount(nullptr, shelf.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) != 0))
        QSKIP("root writes everywhere, and mounting is not allowed here");
    if (!root)
        fs::permissions(shelf, fs::perms::owner_read | fs::perms::owner_exec);
    {
        Library library(shelf / "library.sqlite3");
        QVERIFY(library.openedReadOnly());
        QCOMPARE(library.readOnlyReason(), std::string("LibraryReadOnly"));
        QCOMPARE(library.articles().list({}, ArticleOrder::NewestFirst, 0, 5).size(), 3U);
        QCOMPARE(errorOf([&] { saveNow(library, Draft("x").article); }), ErrorCode::LibraryReadOnly);
        const fs::path copy = folder.path() / "copy.sqlite3";
        backupTo(library, copy, {});
        QCOMPARE(Library(copy).articles().count({}), 3);
    }
    QCOMPARE(openingError(shelf / "new.sqlite3"), ErrorCode::LibraryUnopenable);
    if (root)
        ::umount(shelf.c_str());
    else
        fs::permissions(shelf, fs::perms::owner_all);
}

void TestLibrary::anOlderLibraryIsMigratedAfterABackup() {
    Folder folder;
    {
        Library library(folder.library());
        fill(library, 3);
    }
    const int format = libraryFormat(allMigrations());
    forgetLastMigration(folder.library());
    Library library(folder.library());
    QVERIFY(!library.openedReadOnly());
    QCOMPARE(queryInteger(library, "PRAGMA user_version"), format);
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM block_index WHERE block_index MATCH 'clouds'"), 3);
    const std::vector<Snapshot> kept = snapshots(folder.library());
    QCOMPARE(kept.size(), 1U);
    QCOMPARE(kept[0].reason, std::string("migration"));
    SQLite::Database backup(kept[0].path.string(), SQLite::OPEN_READONLY);
    QCOMPARE(backup.execAndGet("PRAGMA user_version").getInt(), format - 1);
}

void TestLibrary::manyProcessesMigrateTheSameLibraryAtOnce() {
    Folder folder;
    {
        Library library(folder.library());
        fill(library, 300); // enough for the copy to take its time
    }
    forgetLastMigration(folder.library());
    atOnce(6, [&](int child) {
        Library library(folder.library());
        saveNow(library, Draft("child " + std::to_string(child)).article);
    });
    Library library(folder.library());
    QCOMPARE(queryInteger(library, "PRAGMA user_version"), libraryFormat(allMigrations()));
    QCOMPARE(library.articles().count({}), 306);
    QCOMPARE(snapshots(folder.library()).size(), 1U); // one of them migrated it
}

void TestLibrary::snapshotsOfOneSecondHaveTheirOwnNames() {
    Folder folder;
    {
        Library library(folder.library());
        fill(library, 100);
    }
    atOnce(4, [&](int) {
        Library library(folder.library());
        takeSnapshot(library, SnapshotReason::Manual, {}, fromIso("2026-04-09T08:15:30Z"));
    });
    QCOMPARE(snapshots(folder.library()).size(), 4U);
}

void TestLibrary::aFailingMigrationChangesNothing() {
    Folder folder;
    Library library(folder.library());
    fill(library, 1);
    std::vector<Migration> migrations = allMigrations();
    migrations.push_back({"library", 900, "library/900_bad",
                          "CREATE TABLE extra (a); DELETE FROM article; INSERT INTO nowhere VALUES (1);"});
    try {
        migrate(library, migrations, "backup.sqlite3");
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::MigrationFailed);
        QCOMPARE(error.args().at(1), std::string("library/900_bad"));
        QCOMPARE(error.args().at(3), std::string("backup.sqlite3"));
    }
    QCOMPARE(library.articles().count({}), 1);
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"), 0);
    QCOMPARE(queryInteger(library, "PRAGMA user_version"), libraryFormat(allMigrations()));
    migrations.back().sql = "CREATE TABLE extra (a);";
    migrate(library, migrations, {});
    QCOMPARE(queryInteger(library, "PRAGMA user_version"), libraryFormat(migrations));
    migrate(library, migrations, {}); // a second time: nothing to do
}

void TestLibrary::aMigrationThatRanInAnotherFormIsRefused() {
    Folder folder;
    Library library(folder.library());
    std::vector<Migration> migrations = allMigrations();
    migrations[0].sql = "CREATE TABLE other (a);";
    QCOMPARE(errorOf([&] { migrate(library, migrations, {}); }), ErrorCode::MigrationFailed);
}

void TestLibrary::anotherTokenizerRefillsTheIndex() {
    Folder folder;
    {
        Library library(folder.library());
        fill(library, 3);
        Note note;
        note.article = 1;
        note.text = "remember";
        library.annotations().addNote(note);
        execute(library, "UPDATE setting SET value = '0' WHERE name = 'tokenizer';"
                         "INSERT INTO block_index (block_index) VALUES ('delete-all')");
    }
    Library library(folder.library());
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM block_index WHERE block_index MATCH 'clouds'"), 3);
    QCOMPARE(
        queryInteger(library, "SELECT count(*) FROM block_index WHERE block_index MATCH 'note : remember'"),
        1);
    QCOMPARE(queryInteger(library, "SELECT value FROM setting WHERE name = 'tokenizer'"), tokenizerVersion);
}

void TestLibrary::aHalfTransactionIsRolledBack() {
    Folder folder;
    Library library(folder.library());
    {
        Transaction transaction(library);
        library.articles().save(Draft("One").article, "x", documentOf(), "a");
    }
    QCOMPARE(library.articles().count({}), 0);
    fill(library, 1); // nothing of the half one waits for the index
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM block_index WHERE block_index MATCH 'one'"), 0);
}

void TestLibrary::anInnerTransactionIsRolledBackAlone() {
    Folder folder;
    Library library(folder.library());
    {
        Transaction outer(library);
        library.articles().save(Draft("Outer").article, "x", documentOf(), "a");
        {
            Transaction inner(library);
            library.articles().save(Draft("Inner").article, "y", documentOf(), "a");
        }
        outer.commit();
    }
    QCOMPARE(library.articles().count({}), 1);
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM block_index WHERE block_index MATCH 'inner'"), 0);
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM block_index WHERE block_index MATCH 'outer'"), 1);
}

void TestLibrary::twoProcessesWriteTheSameLibrary() {
    Folder folder;
    { Library library(folder.library()); }
    atOnce(2, [&](int child) {
        Library library(folder.library());
        for (int i = 0; i < 60; ++i)
            saveNow(library, Draft(std::to_string(child) + "-" + std::to_string(i)).article);
    });
    Library library(folder.library());
    QCOMPARE(library.articles().count({}), 120);
    QCOMPARE(QString::fromStdString(checkIntegrity(library)), QStringLiteral("ok"));
}

void TestLibrary::manyProcessesMakeTheSameLibraryAtOnce() {
    Folder folder;
    atOnce(6, [&](int child) {
        Library library(folder.library());
        saveNow(library, Draft("child " + std::to_string(child)).article);
    });
    QCOMPARE(Library(folder.library()).articles().count({}), 6);
    QCOMPARE(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

void TestLibrary::aWriterThatWaitsTooLongIsToldSo() {
    Folder folder;
    Library first(folder.library());
    Library second(folder.library());
    Transaction transaction(first);
    QCOMPARE(errorOf([&] { Transaction other(second); }), ErrorCode::LibraryBusy);
    QCOMPARE(second.articles().count({}), 0); // reading goes on
}

void TestLibrary::changesOfOthersRaiseTheCounter() {
    Folder folder;
    Library first(folder.library());
    Library second(folder.library());
    const std::int64_t before = first.changeCounter();
    QCOMPARE(first.changeCounter(), before);
    fill(second, 1);
    const std::int64_t after = first.changeCounter();
    QVERIFY(after != before);
    QCOMPARE(first.changeCounter(), after);
    first.articles().setStarred(1, true);
    QVERIFY(first.changeCounter() != after);
}

void TestLibrary::aLongStatementCanBeInterrupted() {
    Folder folder;
    Library library(folder.library());
    std::atomic<bool> done = false;
    std::jthread other([&] {
        while (!done) { // once is not enough: the statement may not have begun yet
            library.interrupt();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    });
    QCOMPARE(errorOf([&] {
                 queryInteger(library, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                       "SELECT count(*) FROM n");
             }),
             ErrorCode::Cancelled);
    done = true;
    other.join();
    fill(library, 1);
    QCOMPARE(library.articles().count({}), 1);
}

void TestLibrary::theDefaultPathFollowsTheStandard() {
    qputenv("XDG_DATA_HOME", "/data");
    QCOMPARE(defaultLibraryPath(), fs::path("/data/parallax/library.sqlite3"));
    qputenv("XDG_DATA_HOME", "relative");
    qputenv("HOME", "/home/a");
    QCOMPARE(defaultLibraryPath(), fs::path("/home/a/.local/share/parallax/library.sqlite3"));
}

PARALLAX_LOOP_TEST(TestLibrary)

} // namespace test_library
#include "test_library.moc"
