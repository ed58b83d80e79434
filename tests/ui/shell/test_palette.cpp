// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a command by a few letters, and the history of places.
#include <QTest>

#include "tests/test_program.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/history.h"

namespace test_palette {

using namespace parallax::ui;

namespace {

int score(const char16_t* query, const char16_t* name) {
    return FuzzyQuery(QString::fromUtf16(query)).match(QString::fromUtf16(name)).score;
}

Place place(int article) {
    return {QStringLiteral("library"), {{QStringLiteral("article"), article}}};
}

} // namespace

class TestPalette final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void lettersAreFoundInOrder() {
        QVERIFY(score(u"nxart", u"Next article") > 0);
        QVERIFY(score(u"next", u"Next article") > 0);
        QCOMPARE(score(u"txen", u"Next article"), 0);
        QCOMPARE(score(u"next article and more", u"Next article"), 0);
        QCOMPARE(score(u"x", u""), 0);
    }

    void beginningsOfWordsStandForTheirWords() {
        QVERIFY(score(u"na", u"Next article") > score(u"na", u"Open the national archive"));
        QVERIFY(score(u"rtc", u"Read in Traditional Chinese") > 0);
        QVERIFY(score(u"cP", u"commandPalette") > 0);
    }

    void theBeginningOfANameWinsOverItsMiddle() {
        QVERIFY(score(u"re", u"Read in English") > score(u"re", u"Full screen"));
        QVERIFY(score(u"set", u"Settings") > score(u"set", u"Reset the chart"));
        QVERIFY(score(u"find", u"Find") > score(u"find", u"Find in article")); // of equals the shorter
    }

    void strewnLettersAreNoMatch() {
        QCOMPARE(score(u"re", u"Interface language"), 0);
        QCOMPARE(score(u"oe", u"Import the demo library"), 0);
    }

    void wordsMayComeInAnyOrder() {
        QVERIFY(score(u"article next", u"Next article") > 0);
        QCOMPARE(score(u"article last", u"Next article"), 0);
    }

    void chineseIsFoundInEitherScriptAndAnyWidth() {
        QVERIFY(score(u"輸出", u"输出表格") > 0);
        QVERIFY(score(u"表格", u"输出表格") > 0);
        QVERIFY(score(u"输格", u"输出表格") > 0);
        QVERIFY(score(u"ＮＥＸＴ", u"Next article") > 0);
        QCOMPARE(score(u"格表", u"输出表格"), 0);
    }

    void matchedPlacesAreThoseOfTheName() {
        const FuzzyMatch match = FuzzyQuery(QStringLiteral("na")).match(QStringLiteral("Next article"));
        QCOMPARE(match.positions, (QList<int>{0, 5}));
        // Characters outside the basic plane take two units.
        const QString name = QStringLiteral("𠀀𠀁 next");
        QCOMPARE(FuzzyQuery(QStringLiteral("n")).match(name).positions, (QList<int>{5}));
    }

    void oddInputIsHarmless() {
        QVERIFY(FuzzyQuery(QString()).isEmpty());
        QVERIFY(FuzzyQuery(QStringLiteral("   ")).isEmpty());
        QCOMPARE(FuzzyQuery(QString(5000, QLatin1Char('a'))).match(QString(5000, QLatin1Char('b'))).score, 0);
        const QString broken(QChar(0xD800));
        FuzzyQuery(broken).match(broken + QStringLiteral("x"));
    }

    void backAndForwardFollowTheWay() {
        History history;
        QVERIFY(!history.canGoBack() && !history.canGoForward() && !history.current());
        history.visit(place(1));
        history.visit(place(2));
        history.visit(place(2)); // twice in a row counts once
        history.visit(place(3));
        QCOMPARE(history.places().size(), std::size_t(3));
        QCOMPARE(history.back(), place(2));
        QCOMPARE(history.back(), place(1));
        QVERIFY(!history.canGoBack());
        QCOMPARE(history.forward(), place(2));
    }

    void aNewWayDropsWhatLayAhead() {
        History history;
        for (int article = 1; article <= 3; ++article)
            history.visit(place(article));
        history.back();
        history.back();
        history.visit(place(9));
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back(), place(1));
    }

    void thePresentPlaceCanBeNamedMoreFully() {
        History history;
        history.replace(place(1));
        history.visit(place(2));
        history.visit(place(3));
        history.back();
        history.replace(place(22));
        QVERIFY(history.canGoForward());
        QCOMPARE(*history.current(), place(22));
    }

    void theHistoryDoesNotGrowForEver() {
        History history;
        for (int article = 0; article < 5000; ++article)
            history.visit(place(article));
        QVERIFY(history.places().size() <= 500);
        QCOMPARE(*history.current(), place(4999));
        QCOMPARE(history.back(), place(4998));
    }
};

PARALLAX_LOOP_TEST(TestPalette)

} // namespace test_palette
#include "test_palette.moc"
