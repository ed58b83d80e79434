// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for every code, and numbers and dates as the interface language writes them.
#include <QDir>
#include <QDirIterator>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include "tests/test_program.h"
#include "ui/common/format.h"
#include "ui/common/sentences.h"
#include "ui/common/translation.h"

namespace test_sentences {

using namespace parallax;
using namespace parallax::ui;

namespace {

constexpr ErrorCode allCodes[] = {
#define PARALLAX_TEST_CODE(name) ErrorCode::name,
    PARALLAX_ERROR_CODES(PARALLAX_TEST_CODE)
#undef PARALLAX_TEST_CODE
};

} // namespace

class TestSentences final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { applyInterfaceLanguage(QStringLiteral("en")); }

    void everyErrorCodeHasASentenceInTwoParts() {
        for (const ErrorCode code : allCodes) {
            const Sentence parts = sentenceParts(Error(code, {"one", "2", "3", "four"}));
            QVERIFY2(parts.wentWrong.size() > 3, errorName(code));
            QVERIFY2(!parts.nextStep.isEmpty(), errorName(code));
            QVERIFY2(!parts.wentWrong.contains(QLatin1Char('%')), errorName(code));
            QVERIFY2(parts.wentWrong.endsWith(QLatin1Char('.')), errorName(code));
        }
    }

    void missingArgumentsAreMarkedAndNeverLeftAsPlaceholders() {
        for (const ErrorCode code : allCodes) {
            const QString text = sentence(Error(code));
            QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("%[1-9]"))), errorName(code));
        }
    }

    void argumentsThatLookLikePlaceholdersStayAsTheyAre() {
        const QString text =
            sentence(Error(ErrorCode::FileUnreadable, {"50%2 off.html", "permission denied"}));
        QVERIFY2(text.contains(QLatin1String("50%2 off.html")), qPrintable(text));
        QVERIFY(text.contains(QLatin1String("permission denied")));
    }

    void aFolderAndAnEmptyFileAreCalledSo() {
        const Error folder(ErrorCode::FileUnreadable, {"/tmp/a", std::strerror(EISDIR)});
        QCOMPARE(sentenceParts(folder).wentWrong, QStringLiteral("\"/tmp/a\" is a folder."));
        const Error empty(ErrorCode::DocumentEmpty, {"a.txt", "blank"});
        QCOMPARE(sentenceParts(empty).wentWrong, QStringLiteral("\"a.txt\" is empty."));
    }

    void bytesAreWrittenForPeople() {
        const QString text = sentence(Error(ErrorCode::FileTooLarge, {"a.pdf", "123456789", "67108864"}));
        QVERIFY2(text.contains(QLatin1String("123.5 MB")), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("123456789")), qPrintable(text));
        // Not a number: shown as it came.
        QVERIFY(sentence(Error(ErrorCode::FileTooLarge, {"a", "huge", "2"})).contains(QLatin1String("huge")));
    }

    void anIssueSaysWhatWasBeingDone() {
        const Issue issue =
            issueFrom(QStringLiteral("Importing “a.html”"), Error(ErrorCode::FileNotFound, {"/tmp/a.html"}));
        QCOMPARE(issue.severity, Severity::Error);
        QVERIFY(issue.text.startsWith(QLatin1String("Importing “a.html”: ")) ||
                issue.text.startsWith(QStringLiteral("Importing “a.html”: ")));
        QVERIFY(!issue.detail.isEmpty());
        QVERIFY(issueFrom({}, Error(ErrorCode::DiskFull, {"/x"}))
                    .text.startsWith(QLatin1String("There is no space")));
    }

    // The codes that data/ really uses, read from its source.
    void everyParseIssueCodeHasASentence() {
        const QString folder = QStringLiteral(PARALLAX_SOURCE_DIR "/data");
        if (!QDir(folder).exists())
            QSKIP("the source tree is not here");
        const QRegularExpression made(QStringLiteral("IssueSeverity::\\w+,\\s*(?:std::string\\()?\"([a-z][a-"
                                                     "z-]+)\"|\\.code\\s*=\\s*\"([a-z][a-z-]+)\""));
        int found = 0;
        QDirIterator files(folder, {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto matches = made.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext()) {
                const QRegularExpressionMatch match = matches.next();
                const QString code = match.captured(1) + match.captured(2);
                QVERIFY2(hasSentence(code.toStdString()),
                         qPrintable(QStringLiteral("%1 in %2 has no sentence").arg(code, file.fileName())));
                ++found;
            }
        }
        QVERIFY(found > 0);
    }

    // The reasons that the store really gives, read from its source.
    void everyRefusedCorrectionIsToldWithoutItsCode() {
        QFile file(QStringLiteral(PARALLAX_SOURCE_DIR "/data/store/correction_store.cpp"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the source tree is not here");
        auto matches = QRegularExpression(QStringLiteral("refuse\\(\"([a-z-]+)\""))
                           .globalMatch(QString::fromUtf8(file.readAll()));
        QSet<QString> sentences;
        QSet<QString> reasons;
        while (matches.hasNext()) {
            const QString reason = matches.next().captured(1);
            const QString text = sentence(Error(ErrorCode::CorrectionInvalid, {toStdString(reason), "$16B"}));
            QVERIFY2(text.contains(QLatin1String("$16B")), qPrintable(text));
            QVERIFY2(!text.contains(QLatin1Char('(')), qPrintable(reason + QStringLiteral(": ") + text));
            reasons.insert(reason);
            sentences.insert(text);
        }
        QVERIFY(reasons.size() >= 5);
        QCOMPARE(sentences.size(), reasons.size());
        // One that a newer store may give is still told.
        QVERIFY(sentence(Error(ErrorCode::CorrectionInvalid, {"new-reason", "$16B"}))
                    .contains(QLatin1String("new-reason")));
    }

    void lostTextIsToldWithItsLineAndWords() {
        data::ParseIssue issue;
        issue.code = "text-lost";
        issue.args = {"a.md", "2 %", "41", "before ???? behind"};
        for (const char* language : {"en", "zh_TW", "zh_CN"}) {
            applyInterfaceLanguage(QString::fromLatin1(language));
            const QString text = sentence(issue);
            for (const std::string& argument : issue.args)
                QVERIFY2(text.contains(fromUtf8(argument)), qPrintable(text));
        }
    }

    void anUnknownParseIssueStillTellsWhatItKnows() {
        data::ParseIssue issue;
        issue.code = "something-new";
        issue.args = {"line 7"};
        const QString text = sentence(issue);
        QVERIFY(text.contains(QLatin1String("something-new")) && text.contains(QLatin1String("line 7")));
    }

    void numbersAndDatesFollowTheInterfaceLanguage() {
        QCOMPARE(formatCount(12345), QStringLiteral("12,345"));
        QCOMPARE(formatNumber(1.5), QStringLiteral("1.5"));
        QCOMPARE(formatNumber(1234.5, 2), QStringLiteral("1,234.50"));
        QCOMPARE(formatNumber(0.1 + 0.2, 1), QStringLiteral("0.3"));
        QCOMPARE(formatNumber(qQNaN()), QStringLiteral("–"));
        QCOMPARE(formatMonth("2026-04"), QStringLiteral("April 2026"));
        QCOMPARE(formatDay("2026-04-09"), QStringLiteral("9 Apr 2026"));
        QCOMPARE(formatDayShortly("2001-04-09"), QStringLiteral("9 Apr 2001"));
        const int year = QDate::currentDate().year();
        QCOMPARE(formatDayShortly(std::to_string(year) + "-04-09"), QStringLiteral("9 Apr"));
        applyInterfaceLanguage(QStringLiteral("zh_TW"));
        QCOMPARE(formatMonth("2026-04"), QStringLiteral("2026年4月"));
        QCOMPARE(formatDay("2026-04-09"), QStringLiteral("2026年4月9日"));
        QCOMPARE(formatCount(12345), QStringLiteral("12,345"));
    }

    void whatIsNoDateIsShownAsWritten() {
        for (const char* text : {"", "soon", "2026-13", "2026-4-x"}) {
            QCOMPARE(formatMonth(text), QString::fromLatin1(text));
            QCOMPARE(formatDay(text), QString::fromLatin1(text));
            QCOMPARE(formatInstant(text), QString::fromLatin1(text));
        }
    }

    void instantsAreUtcAndShownInLocalTime() {
        qputenv("TZ", "Asia/Taipei");
        tzset();
        QCOMPARE(formatInstant("2026-04-09T20:00:00Z"), QStringLiteral("10 Apr 2026 04:00"));
        QCOMPARE(formatInstant("2026-04-09T20:00:00"), QStringLiteral("10 Apr 2026 04:00"));
        qunsetenv("TZ");
        tzset();
    }

    void durationsAreSaidInTheTwoLargestUnits() {
        QCOMPARE(formatDuration(0), QStringLiteral("0 ms"));
        QCOMPARE(formatDuration(999), QStringLiteral("999 ms"));
        QCOMPARE(formatDuration(1400), QStringLiteral("1 s"));
        QCOMPARE(formatDuration(59'700), QStringLiteral("1 min 0 s"));
        QCOMPARE(formatDuration(200'000), QStringLiteral("3 min 20 s"));
        QCOMPARE(formatDuration(7'500'000), QStringLiteral("2 h 5 min"));
    }
};

PARALLAX_WIDGET_TEST(TestSentences)

} // namespace test_sentences
#include "test_sentences.moc"
