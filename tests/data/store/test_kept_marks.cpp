// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Marks stay on statements that an article says in other words.
#include <QTest>

#include "check_fixture.h"
#include "data/store/kept_marks.h"
#include "tests/data/check/read_text.h"
#include "tests/test_program.h"

namespace test_kept_marks {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace {

// With the rules as they are, not with those of the fixture.
class Report {
  public:
    explicit Report(Library& library)
        : m_library(library) {}

    void say(const std::string& markdown) {
        Article article = articleOf(markdown);
        article.slug = "report"; // the same article each time
        saveNow(m_library, article);
        CheckRunOptions options;
        options.threads = 1;
        checkLibrary(m_library, {}, {}, options);
    }
    std::vector<StoredCheck> failed() const {
        CheckFilter filter;
        std::vector<StoredCheck> checks = allChecks(m_library, filter);
        std::erase_if(checks, [](const StoredCheck& stored) {
            return stored.check.colour != Colour::Red && stored.check.colour != Colour::Amber;
        });
        return checks;
    }
    int marked() const {
        int count = 0;
        for (const StoredCheck& stored : failed())
            count += stored.mark == CheckMark::Accepted && stored.markNote == "known";
        return count;
    }
    void markFirst() const { markNow(m_library, failed().front().id, CheckMark::Accepted, "known"); }

  private:
    Library& m_library;
};

std::string tableOf(const std::string& row, const std::string& change, const std::string& last = "$50B") {
    return "| Provider | 2024 | 2025 | Change |\n|---|---|---|---|\n| " + row + " | $40B | " + last + " | " +
           change + " |\n| Azure | $25B | $30B | +20% |\n";
}

} // namespace

class TestKeptMarks : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aCommaLosesNoMark();
    void anotherRowLabelLosesNoMark();
    void otherFiguresHaveNoMark();
    void oneMarkGoesToOnePlace();
    void theOldWordsAreStillMarkedUntilTheMarkIsTakenAway();
    void figuresAreTheSameHoweverTheyAreWritten();
};

void TestKeptMarks::aCommaLosesNoMark() {
    const Folder folder;
    Library library(folder.library());
    Report report(library);
    report.say("Intro text. Revenue grew 50% from $10B to $12B last year.");
    QCOMPARE(report.failed().size(), std::size_t{1});
    report.markFirst();
    const CheckId id = report.failed().front().id;
    report.say("Intro text. Revenue grew 50%, from $10B to $12B last year.");
    QCOMPARE(report.failed().size(), std::size_t{1});
    QCOMPARE(report.marked(), 1);
    QCOMPARE(report.failed().front().id, id);
    report.say("More.\n\nRevenue grew 50%, from $10 billion to $12B last year.");
    QCOMPARE(report.marked(), 1);
}

void TestKeptMarks::anotherRowLabelLosesNoMark() {
    const Folder folder;
    Library library(folder.library());
    Report report(library);
    report.say(tableOf("AWS", "+125%"));
    QCOMPARE(report.failed().size(), std::size_t{1});
    report.markFirst();
    report.say(tableOf("AWS (Amazon)", "+125%"));
    QCOMPARE(report.failed().size(), std::size_t{1});
    QCOMPARE(report.marked(), 1);
}

void TestKeptMarks::otherFiguresHaveNoMark() {
    const Folder folder;
    Library library(folder.library());
    Report report(library);
    for (const auto& [before, after] :
         {std::pair(std::string("Revenue grew 50% from $10B to $12B last year."),
                    std::string("Revenue grew 50% from $20B to $24B last year.")),
          std::pair(std::string("Costs grew 50% from $10B to $12B last year."),
                    std::string("Costs grew 50% from $10M to $12M last year.")),
          std::pair(tableOf("AWS", "+125%"), tableOf("AWS (Amazon)", "+225%")),
          std::pair(tableOf("GCP", "+125%"), tableOf("GCP (Google)", "+125%", "$60B"))}) {
        report.say(before);
        QCOMPARE(report.failed().size(), std::size_t{1});
        report.markFirst();
        QCOMPARE(report.marked(), 1);
        report.say(after);
        QCOMPARE(report.failed().size(), std::size_t{1});
        QCOMPARE(report.marked(), 0);
        report.say(before); // the very words
        QCOMPARE(report.marked(), 1);
    }
}

void TestKeptMarks::oneMarkGoesToOnePlace() {
    const Folder folder;
    Library library(folder.library());
    Report report(library);
    report.say("Revenue of the cloud unit grew 50% from $10B to $12B last year.");
    report.markFirst();
    report.say("Far away, sales grew by 50% from $10B to $12B.\n\n"
               "Revenue of the cloud unit grew 50%, from $10B to $12B last year.");
    QCOMPARE(report.failed().size(), std::size_t{2});
    QCOMPARE(report.marked(), 1);
    for (const StoredCheck& stored : report.failed())
        QCOMPARE(stored.mark == CheckMark::Accepted,
                 stored.check.statement.front().quote.find("50%,") != std::string::npos);
}

void TestKeptMarks::theOldWordsAreStillMarkedUntilTheMarkIsTakenAway() {
    const Folder folder;
    Library library(folder.library());
    Report report(library);
    const std::string before = "Revenue grew 50% from $10B to $12B last year.";
    const std::string after = "Revenue grew 50%, from $10B to $12B last year.";
    report.say(before);
    report.markFirst();
    report.say(after);
    report.say("Nothing.");
    report.say(before);
    QCOMPARE(report.marked(), 1);
    report.say(after);
    markNow(library, report.failed().front().id, CheckMark::None);
    QCOMPARE(report.marked(), 0);
    report.say("Nothing.");
    report.say(before);
    QCOMPARE(report.failed().size(), std::size_t{1});
    QCOMPARE(report.marked(), 0);
}

void TestKeptMarks::figuresAreTheSameHoweverTheyAreWritten() {
    const auto of = [](const char* quote, double face) {
        Check check;
        check.statement.emplace_back();
        check.statement.back().quote = quote;
        check.face = face;
        return figuresOf(check);
    };
    QCOMPARE(of("grew 50% to $12B", 20), of("grew 50.0%, to 120億美元", 20));
    QVERIFY(of("grew 50% to $12B", 20) != of("grew 50% to $12M", 20));
    QVERIFY(of("grew 50% to $12B", 20) != of("grew 50% to $12B", 21));
    QVERIFY(of("the only one", 1).empty());
}

PARALLAX_LOOP_TEST(TestKeptMarks)

} // namespace test_kept_marks
#include "test_kept_marks.moc"
