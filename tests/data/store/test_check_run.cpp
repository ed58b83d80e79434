// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <chrono>
#include <stdexcept>
#include <thread>

#include "check_fixture.h"
#include "data/check/engine_version.h"
#include "data/store/backup.h"
#include "data/store/statement.h"
#include "tests/test_program.h"

namespace test_check_run {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

using Texts = std::vector<std::string>;

namespace {

void fill(Library& library, int articles) {
    Transaction transaction(library);
    for (int i = 0; i < articles; ++i) {
        const std::string n = std::to_string(i);
        const Article article =
            articleWith("a" + n, {"red " + n, "green " + n, "fact S" + n + " revenue 2026 5"});
        library.articles().save(article, article.text, documentOf(), "/tmp/a.md");
    }
    transaction.commit();
}

// What the checks say, without their ids.
Texts contents(Library& library) {
    Texts lines;
    Statement row(library, "SELECT fingerprint, edition_id, other_edition, ordinal, severity, mark, content "
                           "FROM check_result ORDER BY edition_id, fingerprint, ordinal");
    while (row.step()) {
        std::string line;
        for (int column = 0; column < 7; ++column)
            line += row.text(column) + '|';
        lines.push_back(line);
    }
    return lines;
}

} // namespace

class TestCheckRun : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aSecondRunHasNothingToDo();
    void aNewVersionReplacesChecksAndKeepsIdsOfWhatIsTheSame();
    void anIdIsNeverUsedAgain();
    void aMarkSurvivesANewVersionAndAPauseWithoutTheStatement();
    void aNewerEngineChecksEverythingAgainAndAnOlderOneNothing();
    void theOrderOfThreadsDoesNotShowInTheResult();
    void aStoppedRunKeepsWhatItDidAndGoesOn();
    void aStopIsSeenWithinATenthOfASecond();
    void anEditionThatChangesWhileItIsCheckedKeepsWaiting();
    void whatComesInDuringTheRunIsCheckedByIt();
    void anArticleThatCannotBeCheckedDoesNotStopTheOthers();
    void anArticleOfManyChecksIsCutAndNotTheMemoryFilled();
    void othersCanWriteWhileItRuns();
    void progressComesToItsEnd();
    void aReadOnlyLibraryIsLeftAsItIs();
};

void TestCheckRun::aSecondRunHasNothingToDo() {
    const Folder folder;
    Library library(folder.library());
    fill(library, 100);
    QCOMPARE(runChecks(library).editions, 100);
    const std::int64_t before = queryInteger(library, "SELECT total_changes()");
    const CheckRunResult again = runChecks(library);
    QCOMPARE(again.editions, 0);
    QCOMPARE(again.across, 0);
    QCOMPARE(queryInteger(library, "SELECT total_changes()"), before);
    saveNow(library, articleWith("one more", {"red 1"}));
    QCOMPARE(runChecks(library).editions, 1);
}

void TestCheckRun::aNewVersionReplacesChecksAndKeepsIdsOfWhatIsTheSame() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = saveNow(library, articleWith("a", {"red 1", "amber 2", "green 3"}));
    runChecks(library);
    const auto before = library.checks().ofEdition(a.edition);
    saveNow(library, articleWith("a", {"green 3", "grey 4", "red 1"}));
    QVERIFY(library.checks().ofEdition(a.edition).front().outdated);
    runChecks(library);
    const auto after = library.checks().ofEdition(a.edition);
    QCOMPARE(quotesOf(after), Texts({"green 3", "grey 4", "red 1"}));
    QCOMPARE(after[0].id, before[2].id);
    QCOMPARE(after[2].id, before[0].id);
    QVERIFY(after[1].id > before[2].id);
    QCOMPARE(library.checks().countsOf({a.article}).front().second, (CheckCounts{1, 0, 1, 1, 0}));
}

void TestCheckRun::anIdIsNeverUsedAgain() {
    const Folder folder;
    Library library(folder.library());
    saveNow(library, articleWith("a", {"red 1"}));
    runChecks(library);
    const CheckId first = allChecks(library).front().id;
    saveNow(library, articleWith("a", {"nothing"}));
    runChecks(library);
    QVERIFY(allChecks(library).empty());
    saveNow(library, articleWith("a", {"red 2"}));
    runChecks(library);
    QVERIFY(allChecks(library).front().id > first);
}

void TestCheckRun::aMarkSurvivesANewVersionAndAPauseWithoutTheStatement() {
    const Folder folder;
    Library library(folder.library());
    saveNow(library, articleWith("a", {"red 1"}));
    runChecks(library);
    markNow(library, allChecks(library).front().id, CheckMark::FalseAlarm, "fiscal years");
    saveNow(library, articleWith("a", {"new words before it", "red 1"}));
    runChecks(library);
    QCOMPARE(allChecks(library).front().mark, CheckMark::FalseAlarm);
    saveNow(library, articleWith("a", {"gone"}));
    runChecks(library);
    QVERIFY(allChecks(library).empty());
    saveNow(library, articleWith("a", {"red 1", "red 9"}));
    runChecks(library);
    const auto checks = allChecks(library);
    QCOMPARE(checks[0].mark, CheckMark::FalseAlarm);
    QCOMPARE(checks[0].markNote, std::string("fiscal years"));
    QCOMPARE(checks[1].mark, CheckMark::None);
}

void TestCheckRun::aNewerEngineChecksEverythingAgainAndAnOlderOneNothing() {
    const Folder folder;
    Library library(folder.library());
    fill(library, 10);
    CheckRunOptions options = madeOptions();
    options.engine = checkEngineVersion + 1;
    QCOMPARE(checkLibrary(library, {}, {}, options).editions, 10);
    QCOMPARE(runChecks(library).editions, 0);
    QVERIFY(library.checks().isUpToDate());
    options.engine = checkEngineVersion + 2;
    QCOMPARE(checkLibrary(library, {}, {}, options).editions, 10);
}

void TestCheckRun::theOrderOfThreadsDoesNotShowInTheResult() {
    const Folder folder;
    Texts results[2];
    for (int i = 0; i < 2; ++i) {
        Library library(folder.path() / (std::to_string(i) + ".sqlite3"));
        fill(library, 60);
        for (int j = 0; j < 5; ++j)
            saveNow(library,
                    articleWith("x" + std::to_string(j), {"fact X revenue 2026 " + std::to_string(j % 3)}));
        CheckRunOptions options = madeOptions();
        options.threads = i == 0 ? 1 : 4;
        checkLibrary(library, {}, {}, options);
        results[i] = contents(library);
    }
    QCOMPARE(results[0], results[1]);
    QCOMPARE(results[0].size(), std::size_t{60 * 2 + 3});
}

void TestCheckRun::aStoppedRunKeepsWhatItDidAndGoesOn() {
    const Folder folder;
    Library library(folder.library());
    fill(library, 300);
    std::stop_source stop;
    bool cancelled = false;
    try {
        checkLibrary(
            library, [&](const Progress&) { stop.request_stop(); }, stop.get_token(), madeOptions());
    } catch (const Error& error) {
        cancelled = error.code() == ErrorCode::Cancelled;
    }
    QVERIFY(cancelled);
    const std::int64_t left = library.checks().waiting();
    QVERIFY(left > 0 && left < 300);
    const std::int64_t done = 300 - left;
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_result"), done * 2);
    QCOMPARE(runChecks(library).editions, left);
    QVERIFY(library.checks().isUpToDate());
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_result"), 600);
}

void TestCheckRun::aStopIsSeenWithinATenthOfASecond() {
    const Folder folder;
    Library library(folder.library());
    fill(library, 2000);
    std::stop_source stop;
    CheckRunOptions options = madeOptions();
    options.check = [](const Article& article) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return madeFindings(article);
    };
    std::chrono::steady_clock::time_point asked;
    std::thread asker([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        asked = std::chrono::steady_clock::now();
        stop.request_stop();
    });
    QVERIFY_THROWS_EXCEPTION(Error, checkLibrary(library, {}, stop.get_token(), options));
    const auto ended = std::chrono::steady_clock::now();
    asker.join();
    const auto late = ended - asked;
    // Not a measurement: a run that only looked between transactions of many editions would take seconds.
    QVERIFY(late < std::chrono::milliseconds(1500));
    qInfo("seen after %lld ms",
          static_cast<long long>(std::chrono::duration_cast<std::chrono::milliseconds>(late).count()));
}

void TestCheckRun::anEditionThatChangesWhileItIsCheckedKeepsWaiting() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = saveNow(library, articleWith("a", {"red old"}));
    CheckRunOptions options = madeOptions();
    std::atomic<int> calls = 0;
    options.check = [&](const Article& article) {
        if (calls++ == 0) { // between reading and writing
            Library other(folder.library());
            saveNow(other, articleWith("a", {"red new"}));
        }
        return madeFindings(article);
    };
    const CheckRunResult result = checkLibrary(library, {}, {}, options);
    QCOMPARE(calls.load(), 2);
    QCOMPARE(result.editions, 1);
    QCOMPARE(quotesOf(library.checks().ofEdition(a.edition)), Texts({"red new"}));
}

void TestCheckRun::whatComesInDuringTheRunIsCheckedByIt() {
    const Folder folder;
    Library library(folder.library());
    saveNow(library, articleWith("a", {"red 1"}));
    CheckRunOptions options = madeOptions();
    std::atomic<bool> added = false;
    options.check = [&](const Article& article) {
        if (!added.exchange(true)) {
            Library other(folder.library());
            saveNow(other, articleWith("b", {"red 2"}));
        }
        return madeFindings(article);
    };
    QCOMPARE(checkLibrary(library, {}, {}, options).editions, 2);
    QVERIFY(library.checks().isUpToDate());
}

void TestCheckRun::anArticleThatCannotBeCheckedDoesNotStopTheOthers() {
    const Folder folder;
    Library library(folder.library());
    fill(library, 20);
    CheckRunOptions options = madeOptions();
    options.check = [](const Article& article) {
        if (article.title == "a7")
            throw std::bad_alloc();
        return madeFindings(article);
    };
    QCOMPARE(checkLibrary(library, {}, {}, options).editions, 20);
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_result"), 38);
    QVERIFY(library.checks().isUpToDate());
}

void TestCheckRun::anArticleOfManyChecksIsCutAndNotTheMemoryFilled() {
    const Folder folder;
    Library library(folder.library());
    saveNow(library, articleWith("a", {"x"}));
    CheckRunOptions options = madeOptions();
    options.check = [](const Article&) {
        EditionFindings findings;
        for (int i = 0; i < 50'000; ++i)
            findings.checks.push_back(madeCheck(Colour::Green, std::to_string(i)));
        Fact fact;
        fact.subject = std::string(100'000, 's');
        fact.measure = "m";
        fact.period = "2026";
        findings.facts.assign(10'000, fact);
        fact.subject = "s";
        findings.facts.insert(findings.facts.end(), 10'000, fact);
        return findings;
    };
    checkLibrary(library, {}, {}, options);
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_result"), 20'000);
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM fact"), 5'000);
    QCOMPARE(queryInteger(library, "SELECT count(DISTINCT subject) FROM fact"), 1);
}

void TestCheckRun::othersCanWriteWhileItRuns() {
    const Folder folder;
    Library library(folder.library());
    fill(library, 1500);
    std::atomic<bool> ended = false;
    std::atomic<int> written = 0;
    std::exception_ptr failure;
    std::thread writer([&] {
        try {
            Library other(folder.library());
            while (!ended) {
                other.articles().setStarred(1 + written % 1500, true);
                ++written;
            }
        } catch (...) {
            failure = std::current_exception();
        }
    });
    runChecks(library);
    ended = true;
    writer.join();
    QVERIFY(!failure);
    QVERIFY(written > 0); // how many is the busy machine's affair
    QVERIFY(library.checks().isUpToDate());
}

void TestCheckRun::progressComesToItsEnd() {
    const Folder folder;
    Library library(folder.library());
    fill(library, 200);
    Progress last;
    std::int64_t before = 0;
    bool rises = true;
    checkLibrary(
        library,
        [&](const Progress& progress) {
            rises = rises && progress.done >= before && progress.done <= progress.total;
            before = progress.done;
            last = progress;
        },
        {}, madeOptions());
    QVERIFY(rises);
    QCOMPARE(last.done, 200);
    QCOMPARE(last.total, 200);
}

void TestCheckRun::aReadOnlyLibraryIsLeftAsItIs() {
    const Folder folder;
    {
        Library library(folder.library());
        fill(library, 3);
    }
    Library library(folder.library(), Library::Mode::ReadOnly);
    QCOMPARE(library.checks().waiting(), 3);
    ErrorCode code = ErrorCode::Unexpected;
    try {
        runChecks(library);
    } catch (const Error& error) {
        code = error.code();
    }
    QCOMPARE(code, ErrorCode::LibraryReadOnly);
}

PARALLAX_LOOP_TEST(TestCheckRun)

} // namespace test_check_run
#include "test_check_run.moc"
