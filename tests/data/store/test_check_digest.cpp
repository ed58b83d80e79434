// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include "check_fixture.h"
#include "data/store/check_digest.h"
#include "data/store/integrity.h"
#include "data/store/reread.h"
#include "data/store/statement.h"
#include "tests/test_program.h"

namespace test_check_digest {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace {

// A library of two articles that contradict each other and say something amiss each, checked and closed.
struct Checked {
    Checked() {
        Library library(folder.library());
        saveNow(library,
                articleWith("First", {"red 71% of it", "amber 3 of 4", "fact Acme revenue 2025 20"}));
        saveNow(library, articleWith("Second", {"green 5%", "fact Acme revenue 2025 30"}));
        runChecks(library);
        const auto checks = allChecks(library);
        before = quotesOf(checks);
        for (const StoredCheck& stored : checks)
            if (stored.check.rule == Rule::Count)
                markNow(library, stored.id, CheckMark::FalseAlarm, "they are four");
    }
    // As a bit that flipped would leave it: no page is unsound, and nobody was told.
    void alter(const std::string& sql) const {
        SQLite::Database database(folder.library().string(), SQLite::OPEN_READWRITE);
        database.exec(sql);
    }
    std::string integrity() const {
        Library library(folder.library(), Library::Mode::ReadOnly);
        return checkIntegrity(library);
    }

    Folder folder;
    std::vector<std::string> before;
};

} // namespace

class TestCheckDigest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aCheckKnowsWhetherItIsWhole() {
        const Checked one;
        one.alter("UPDATE check_result SET content = replace(content, '71%', '77%') WHERE severity = 3");
        Library library(one.folder.library(), Library::Mode::ReadOnly);
        int damaged = 0;
        for (const StoredCheck& stored : allChecks(library)) {
            const bool whole = isCheckWhole(library, stored.id);
            damaged += whole ? 0 : 1;
            QCOMPARE(whole, quotesOf({stored}).front().find("77%") == std::string::npos);
        }
        QCOMPARE(damaged, 1);
    }

    void aChangeInAnyPartOfAFindingIsFoundAndMended_data() {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("where");
        const QString first = QStringLiteral("in First (article 1, en)");
        for (const char* sql :
             {"UPDATE check_result SET content = replace(content, '71%', '77%') WHERE severity = 3",
              "UPDATE check_result SET rule = 'COUNT' WHERE rule = 'CAGR'",
              "UPDATE check_result SET verdict = 0 WHERE rule = 'CAGR'",
              "UPDATE check_result SET severity = 0 WHERE rule = 'CAGR'",
              "UPDATE check_result SET fingerprint = 'print of red 77% of it' WHERE rule = 'CAGR'",
              "UPDATE check_result SET block = 40 WHERE rule = 'CAGR'",
              "UPDATE check_result SET ordinal = 40 WHERE rule = 'CAGR'",
              "UPDATE check_words SET words = replace(words, '71%', '77%') WHERE edition_id = 1",
              "UPDATE check_words SET ids = ids || '0' WHERE edition_id = 1",
              "UPDATE fact SET content = replace(content, '20', '60') WHERE edition_id = 1",
              "UPDATE fact SET subject = 'Acne' WHERE edition_id = 1"})
            QTest::newRow(sql) << QString::fromLatin1(sql) << first;
        QTest::newRow("of another edition") << "UPDATE check_result SET edition_id = 2 WHERE rule = 'CAGR'"
                                            << "in Second (article 2, en)";
        QTest::newRow("across") << "UPDATE check_words SET words = 'nothing' WHERE fact_group IS NOT NULL"
                                << "across articles";
    }
    void aChangeInAnyPartOfAFindingIsFoundAndMended() {
        QFETCH(QString, sql);
        QFETCH(QString, where);
        const Checked one;
        QCOMPARE(one.integrity(), std::string("ok"));
        one.alter(sql.toStdString());
        const std::string said = one.integrity();
        QVERIFY2(said.starts_with("what was checked " + where.toStdString() + " is not what was stored"),
                 said.c_str());

        Library library(one.folder.library());
        QVERIFY(rereadAll(library, {}, {}, {}).checksForgotten);
        QVERIFY(!library.checks().isUpToDate());
        runChecks(library);
        QCOMPARE(checkIntegrity(library), std::string("ok"));
        const auto checks = allChecks(library);
        QCOMPARE(quotesOf(checks), one.before);
        const CheckCounts counts = library.checks().facets({}).colours;
        QCOMPARE(counts, (CheckCounts{1, 0, 2, 0, 1})); // the mark stands
        const auto badges = library.checks().countsOf({1, 2});
        QCOMPARE(badges.size(), 2U);
        QCOMPARE(badges[0].second, (CheckCounts{0, 0, 2, 0, 1}));
        QCOMPARE(badges[1].second, (CheckCounts{1, 0, 1, 0, 0}));
        QVERIFY(!rereadAll(library, {}, {}, {}).checksForgotten);
    }

    void whatIsCheckedAgainKeepsADigestThatFits() {
        const Checked one;
        Library library(one.folder.library());
        for (const EditionId edition : {1, 2}) {
            Transaction transaction(library);
            library.checks().invalidate(edition);
            transaction.commit();
        }
        runChecks(library);
        QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_result WHERE digest IS NULL"), 0);
        QCOMPARE(checkIntegrity(library), std::string("ok"));
        library.articles().remove(1);
        runChecks(library);
        QCOMPARE(checkIntegrity(library), std::string("ok"));
    }

    void findingsOfAnOlderLibraryGetTheirDigests() {
        const Checked one;
        one.alter("UPDATE check_result SET digest = NULL; UPDATE check_words SET digest = NULL; "
                  "UPDATE fact SET digest = NULL; DELETE FROM setting WHERE name = 'check_digest'");
        QCOMPARE(one.integrity(), std::string("ok")); // nothing is known of them
        {
            Library library(one.folder.library());
            QVERIFY(!checkDigestsAreOutdated(library));
            QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_result WHERE digest IS NULL"), 0);
        }
        QCOMPARE(one.integrity(), std::string("ok"));
        one.alter("UPDATE check_result SET content = replace(content, '71%', '77%')");
        QVERIFY(one.integrity() != "ok");
    }
};

PARALLAX_TEST(TestCheckDigest)

} // namespace test_check_digest
#include "test_check_digest.moc"
