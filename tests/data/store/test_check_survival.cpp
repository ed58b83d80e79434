// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of checks and marks when libraries are merged, restored, migrated, and when programs are
// killed.
#include <QTest>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <random>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "check_fixture.h"
#include "data/store/backup.h"
#include "data/store/migration.h"
#include "data/store/statement.h"
#include "tests/test_program.h"

namespace test_check_survival {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace fs = std::filesystem;

namespace {

constexpr int kills = 60;
constexpr int articles = 400;

int checkMain(const fs::path& path) {
    try {
        Library library(path);
        CheckRunOptions options = madeOptions();
        options.check = [](const Article& article) {
            std::this_thread::sleep_for(std::chrono::microseconds(1000));
            return madeFindings(article);
        };
        checkLibrary(library, {}, {}, options);
        return 0;
    } catch (const Error&) {
        return 1;
    }
}

pid_t startChecking(const fs::path& library) {
    std::string program = "/proc/self/exe", test = "check_survival", mode = "check-worker", path = library;
    char* arguments[] = {program.data(), test.data(), mode.data(), path.data(), nullptr};
    pid_t pid = -1;
    posix_spawn(&pid, "/proc/self/exe", nullptr, nullptr, arguments, environ);
    return pid;
}

int waitFor(pid_t pid) {
    int status = 0;
    ::waitpid(pid, &status, 0);
    return status;
}

void fill(Library& library) {
    Transaction transaction(library);
    for (int i = 0; i < articles; ++i) {
        const std::string n = std::to_string(i);
        const Article article = articleWith(
            "a" + n, {"red " + n, "green " + n,
                      "fact S" + std::to_string(i / 4) + " revenue 2026 " + std::to_string(i % 3)});
        library.articles().save(article, article.text, documentOf(), "/tmp/a.md");
    }
    transaction.commit();
}

std::vector<std::string> contents(Library& library) {
    std::vector<std::string> lines;
    Statement row(library, "SELECT fingerprint, edition_id, other_edition, ordinal, severity, mark, content "
                           "FROM check_result ORDER BY edition_id, fingerprint, ordinal");
    while (row.step()) {
        std::string line;
        for (int column = 0; column < 7; ++column)
            line += row.text(column) + '|';
        lines.push_back(line);
    }
    Statement counts(library,
                     "SELECT edition_id, green, amber, red, grey, settled FROM edition_check ORDER BY 1");
    while (counts.step()) {
        std::string line;
        for (int column = 0; column < 6; ++column)
            line += counts.text(column) + '|';
        lines.push_back(line);
    }
    return lines;
}

// The library as the program before this room existed would have left it.
void makeOlder(const fs::path& path) {
    Library library(path);
    std::vector<std::string> drops;
    {
        Statement row(library,
                      "SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL AND type IN "
                      "('trigger', 'table') AND (tbl_name IN ('edition_check', 'check_result', 'check_mark', "
                      "'check_words', 'check_witness', 'fact', 'fact_waiting') OR name IN ('edition_waits', "
                      "'edition_waits_again', "
                      "'check_article_dated')) ORDER BY type DESC");
        while (row.step())
            drops.push_back("DROP " + row.text(0) + " IF EXISTS " + row.text(1));
    }
    execute(library, "PRAGMA foreign_keys = OFF");
    for (const std::string& drop : drops)
        execute(library, drop);
    execute(library, "DELETE FROM migration WHERE room = 'check'");
    execute(library, "PRAGMA user_version = " + std::to_string(libraryFormat(allMigrations()) - 1));
}

} // namespace

class TestCheckSurvival : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void marksComeAlongWhenLibrariesAreMerged();
    void theLaterOfTwoMarksStaysInAMerge();
    void checksAndMarksOfARestoredLibraryAreThoseOfTheSnapshot();
    void idsThatWereGivenOutBeforeARestoreStayUsed();
    void anOlderLibraryIsMigratedAndItsEditionsWait();
    void wordsOfAnOlderLibraryAreFoundBeforeItIsCheckedAgain();
    void marksOfAMergedOlderLibraryAreNoneAndItsArticlesWait();
    void aNewerLibraryIsReadAndNotChecked();
    void aKillAtAnyMomentLosesNothingThatWasDone();
    void twoProcessesCheckOneLibrary();
};

void TestCheckSurvival::marksComeAlongWhenLibrariesAreMerged() {
    const Folder folder;
    const fs::path there = folder.path() / "there.sqlite3";
    {
        Library library(there);
        saveNow(library, articleWith("only there", {"red 1"}));
        saveNow(library, articleWith("both", {"red 2", "amber 3"}));
        runChecks(library);
        for (const StoredCheck& stored : allChecks(library))
            markNow(library, stored.id, CheckMark::FalseAlarm, "note " + stored.check.fingerprint);
    }
    Library library(folder.library());
    saveNow(library, articleWith("both", {"red 2", "amber 3"}));
    runChecks(library);
    restore(library, there, RestoreMode::Merge, {}, {});
    // What is here already shows the marks at once, what came waits for its checks.
    const auto before = allChecks(library);
    QCOMPARE(before.size(), std::size_t{2});
    QVERIFY(
        std::ranges::all_of(before, [](const StoredCheck& c) { return c.mark == CheckMark::FalseAlarm; }));
    QCOMPARE(library.checks().waiting(), 1);
    runChecks(library);
    const auto after = allChecks(library);
    QCOMPARE(after.size(), std::size_t{3});
    for (const StoredCheck& stored : after) {
        QCOMPARE(stored.mark, CheckMark::FalseAlarm);
        QCOMPARE(stored.markNote, "note " + stored.check.fingerprint);
        QCOMPARE(stored.markedBy, std::string("Analyst"));
    }
}

void TestCheckSurvival::theLaterOfTwoMarksStaysInAMerge() {
    const Folder folder;
    const fs::path there = folder.path() / "there.sqlite3";
    const auto mark = [](Library& library, CheckMark value, const char* at) {
        markNow(library, allChecks(library).front().id, value, at);
        Statement(library, "UPDATE check_mark SET marked_at = ?").bind(at).run();
    };
    for (const bool laterThere : {true, false}) {
        fs::remove(there);
        fs::remove(folder.library());
        {
            Library library(there);
            saveNow(library, articleWith("a", {"red 1"}));
            runChecks(library);
            mark(library, CheckMark::Accepted, laterThere ? "2026-05-02T00:00:00Z" : "2026-04-02T00:00:00Z");
        }
        Library library(folder.library());
        saveNow(library, articleWith("a", {"red 1"}));
        runChecks(library);
        mark(library, CheckMark::Corrected, "2026-05-01T00:00:00Z");
        restore(library, there, RestoreMode::Merge, {}, {});
        QCOMPARE(allChecks(library).front().mark, laterThere ? CheckMark::Accepted : CheckMark::Corrected);
    }
}

void TestCheckSurvival::checksAndMarksOfARestoredLibraryAreThoseOfTheSnapshot() {
    const Folder folder;
    const fs::path copy = folder.path() / "copy.sqlite3";
    Library library(folder.library());
    const SavedArticle a = saveNow(library, articleWith("a", {"red 1"}));
    runChecks(library);
    markNow(library, allChecks(library).front().id, CheckMark::Accepted, "kept");
    backupTo(library, copy, {});
    saveNow(library, articleWith("a", {"amber 2"}));
    runChecks(library);
    restore(library, copy, RestoreMode::Replace, {}, {});
    const auto checks = library.checks().ofEdition(a.edition);
    QCOMPARE(quotesOf(checks), (std::vector<std::string>{"red 1"}));
    QCOMPARE(checks.front().mark, CheckMark::Accepted);
    QCOMPARE(checks.front().markNote, std::string("kept"));
    QVERIFY(library.checks().isUpToDate());
    QCOMPARE(checkIntegrity(library), std::string("ok"));
}

void TestCheckSurvival::idsThatWereGivenOutBeforeARestoreStayUsed() {
    const Folder folder;
    const fs::path copy = folder.path() / "copy.sqlite3";
    Library library(folder.library());
    saveNow(library, articleWith("a", {"red 1"}));
    backupTo(library, copy, {}); // nothing was ever checked there
    runChecks(library);
    const CheckId before = allChecks(library).front().id;
    restore(library, copy, RestoreMode::Replace, {}, {});
    QVERIFY(allChecks(library).empty());
    runChecks(library);
    QVERIFY(allChecks(library).front().id > before);
}

void TestCheckSurvival::anOlderLibraryIsMigratedAndItsEditionsWait() {
    const Folder folder;
    {
        Library library(folder.library());
        fill(library);
    }
    makeOlder(folder.library());
    Library library(folder.library());
    QVERIFY(!library.openedReadOnly());
    QCOMPARE(library.checks().waiting(), articles);
    QCOMPARE(runChecks(library).editions, articles);
    QCOMPARE(checkIntegrity(library), std::string("ok"));
    saveNow(library, articleWith("new", {"red 1"}));
    QCOMPARE(library.checks().waiting(), 1);
}

void TestCheckSurvival::wordsOfAnOlderLibraryAreFoundBeforeItIsCheckedAgain() {
    const Folder folder;
    {
        Library library(folder.library());
        saveNow(library, articleWith("a", {"red Growth 1", "amber Sales 2", "no figure"}));
        saveNow(library, articleWith("b", {"red Growth 3", "fact X revenue 2026 5"}));
        saveNow(library, articleWith("c", {"fact X revenue 2026 7"}));
        runChecks(library);
        // As it was before the words had a table of their own.
        execute(library, "ALTER TABLE check_result ADD COLUMN words TEXT NOT NULL DEFAULT ''");
        for (const StoredCheck& stored : allChecks(library)) {
            std::string words;
            for (const Evidence& evidence : stored.check.statement)
                words += evidence.quote + '\n';
            for (char& c : words)
                c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            Statement(library, "UPDATE check_result SET words = ? WHERE id = ?")
                .bind(words)
                .bind(stored.id)
                .run();
        }
        execute(library, "DROP TABLE check_words; ALTER TABLE check_result DROP COLUMN digest; "
                         "ALTER TABLE fact DROP COLUMN digest; "
                         "DELETE FROM setting WHERE name = 'check_digest'; "
                         "DELETE FROM migration WHERE room = 'check' AND number IN (3, 6); "
                         "PRAGMA user_version = " +
                             std::to_string(libraryFormat(allMigrations()) - 2));
    }
    Library library(folder.library());
    const auto found = [&](const char* text) {
        CheckFilter filter;
        filter.text = text;
        return allChecks(library, filter).size();
    };
    QCOMPARE(found("growth"), std::size_t{2});
    QCOMPARE(found("growth 3"), std::size_t{1});
    QCOMPARE(found("revenue 7"), std::size_t{1});
    QCOMPARE(found("b growth"), std::size_t{1});
    QCOMPARE(library.checks().count({}), 4);
    QCOMPARE(checkIntegrity(library), std::string("ok"));
}

void TestCheckSurvival::marksOfAMergedOlderLibraryAreNoneAndItsArticlesWait() {
    const Folder folder;
    const fs::path there = folder.path() / "there.sqlite3";
    {
        Library library(there);
        saveNow(library, articleWith("a", {"red 1"}));
    }
    makeOlder(there);
    Library library(folder.library());
    restore(library, there, RestoreMode::Merge, {}, {});
    QCOMPARE(library.checks().waiting(), 1);
    QCOMPARE(runChecks(library).checks, 1);
}

void TestCheckSurvival::aNewerLibraryIsReadAndNotChecked() {
    const Folder folder;
    {
        Library library(folder.library());
        saveNow(library, articleWith("a", {"red 1"}));
        runChecks(library);
        saveNow(library, articleWith("b", {"red 2"}));
        execute(library, "PRAGMA user_version = 9999");
    }
    Library library(folder.library());
    QCOMPARE(library.readOnlyReason(), std::string("LibraryNewer"));
    QCOMPARE(allChecks(library).size(), std::size_t{1});
    ErrorCode code = ErrorCode::Unexpected;
    try {
        runChecks(library);
    } catch (const Error& error) {
        code = error.code();
    }
    QCOMPARE(code, ErrorCode::LibraryNewer);
}

void TestCheckSurvival::aKillAtAnyMomentLosesNothingThatWasDone() {
    const Folder folder;
    const fs::path whole = folder.path() / "whole.sqlite3";
    {
        Library library(whole);
        fill(library);
        backupTo(library, folder.path() / "start.sqlite3", {});
    }
    const auto begin = std::chrono::steady_clock::now();
    QCOMPARE(waitFor(startChecking(whole)), 0);
    const auto duration =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    const std::vector<std::string> expected = contents(*std::make_unique<Library>(whole));

    std::mt19937 random(20260409);
    int cut = 0;
    fs::path path;
    for (int i = 0; i < kills; ++i) {
        if (i % 3 == 0) { // some kills to each library: the next run goes on where the last one was killed
            path = folder.path() / ("killed" + std::to_string(i) + ".sqlite3");
            fs::copy_file(folder.path() / "start.sqlite3", path);
        }
        const pid_t pid = startChecking(path);
        std::this_thread::sleep_for(duration * (random() % 1000) / 1100);
        ::kill(pid, SIGKILL);
        waitFor(pid);
        Library library(path);
        QCOMPARE(checkIntegrity(library), std::string("ok"));
        const std::int64_t left = library.checks().waiting();
        cut += left > 0 && left < articles;
        // What is not waiting is whole.
        QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_result WHERE fact_group IS NULL"),
                 2 * (articles - left));
        if (i % 3 == 2) {
            QCOMPARE(runChecks(library).editions, left);
            QCOMPARE(contents(library), expected);
        }
    }
    qInfo("%d of %d kills came between two editions", cut, kills);
    QVERIFY(cut > 0);
}

void TestCheckSurvival::twoProcessesCheckOneLibrary() {
    const Folder folder;
    const fs::path alone = folder.path() / "alone.sqlite3";
    for (const fs::path& path : {alone, folder.library()}) {
        Library library(path);
        fill(library);
    }
    QCOMPARE(waitFor(startChecking(alone)), 0);
    const pid_t pids[] = {startChecking(folder.library()), startChecking(folder.library())};
    for (const pid_t pid : pids)
        QCOMPARE(waitFor(pid), 0);
    Library library(folder.library());
    Library other(alone);
    QVERIFY(library.checks().isUpToDate());
    QCOMPARE(contents(library), contents(other));
    QCOMPARE(checkIntegrity(library), std::string("ok"));
}

int testMain(int argc, char** argv) {
    if (argc == 3 && std::string_view(argv[1]) == "check-worker")
        return checkMain(argv[2]);
    QCoreApplication application(argc, argv);
    TestCheckSurvival test;
    return QTest::qExec(&test, argc, argv);
}

PARALLAX_TEST_MAIN(&testMain)

} // namespace test_check_survival
#include "test_check_survival.moc"
