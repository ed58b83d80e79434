// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a check is shown wherever it stands: signs, figures, cards.

#include <QPainter>
#include <QTest>
#include <QTextDocument>

#include <limits>
#include <set>

#include "tests/test_program.h"
#include "tests/ui/checks/check_samples.h"
#include "ui/checks/interval_strip.h"
#include "ui/checks/loaded_check.h"
#include "ui/common/check_figures.h"
#include "ui/common/check_mark.h"
#include "ui/common/theme.h"

namespace test_check_mark {

using namespace parallax;
using namespace parallax::ui;

namespace {

constexpr data::Colour everyColour[] = {data::Colour::Red, data::Colour::Amber, data::Colour::Green,
                                        data::Colour::Grey};
constexpr double infinity = std::numeric_limits<double>::infinity();

QImage signOf(data::Colour colour, int side) {
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintCheckSign(painter, QRectF(0, 0, side, side), colour, Qt::black);
    return image;
}

int inkOf(const QImage& image) {
    int dark = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    return dark;
}

} // namespace

class TestCheckMark : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
    }

    void everyOutcomeHasAShapeOfItsOwnWithoutColour() {
        std::set<QString> signs;
        for (const data::Colour colour : everyColour) {
            signs.insert(checkSign(colour));
            for (const int side : {9, 16, 40})
                QVERIFY2(inkOf(signOf(colour, side)) > side / 2, "the shape is there");
            for (const data::Colour other : everyColour)
                if (other != colour)
                    QVERIFY(signOf(colour, 12) != signOf(other, 12));
        }
        QCOMPARE(signs.size(), std::size_t(4));
    }

    void marksCanBeToldFromTheirGround() {
        for (const Theme& theme : {Theme::light(), Theme::darkTheme(), Theme::highContrastTheme()})
            for (const data::Colour colour : everyColour)
                for (const QColor& ground : {theme.raised, theme.ground, theme.sunken, theme.selection})
                    QVERIFY2(contrastRatio(checkColour(colour, theme), ground) >= 3.0,
                             qPrintable(checkSign(colour) + ground.name()));
    }

    void whatTheAnalystSettledIsQuiet() {
        data::StoredCheck check = test::storedCheck({}, 1, 1, 1);
        check.check.colour = data::Colour::Red;
        const Theme& theme = Theme::current();
        QCOMPARE(checkColour(check, theme), theme.red);
        check.mark = data::CheckMark::Corrected;
        QCOMPARE(checkColour(check, theme), theme.red); // the article is still wrong
        for (const data::CheckMark mark : {data::CheckMark::Accepted, data::CheckMark::FalseAlarm}) {
            check.mark = mark;
            QCOMPARE(checkColour(check, theme), theme.quietText);
        }
    }

    void figuresAreWrittenWithTheirUnit() {
        QCOMPARE(figureText(70.998, "%"), QStringLiteral("71%"));
        QCOMPARE(figureText(6.6667, "%"), QStringLiteral("6.667%"));
        QCOMPARE(figureText(-4.1667, "%"), QStringLiteral("−4.167%"));
        QCOMPARE(figureText(67.5e9, "USD"), QStringLiteral("$67.5\u00A0billion"));
        QCOMPARE(figureText(1.75, "x"), QStringLiteral("1.75×"));
        QCOMPARE(figureText(5, "pp"), QStringLiteral("5\u00A0pp"));
        QCOMPARE(figureText(1.5, "s"), QStringLiteral("1.5\u00A0s"));
        QCOMPARE(figureText(20, "month"), QStringLiteral("20\u00A0months"));
        QCOMPARE(figureText(1, "month"), QStringLiteral("1\u00A0month"));
        QCOMPARE(figureText(0.99999, "month"), QStringLiteral("1\u00A0month"));
        QCOMPARE(intervalText({18, 20}, "year"), QStringLiteral("18–20\u00A0years"));
        QCOMPARE(figureText(infinity, "%"), QStringLiteral("–"));
    }

    void intervalsSayWhichEndIsOpen() {
        QCOMPARE(intervalText({69.31, 72.73}, "%"), QStringLiteral("69.31–72.73%"));
        QCOMPARE(intervalText({-8.3333, -4.1667}, "%"), QStringLiteral("−8.333\u2009–\u2009−4.167%"));
        QCOMPARE(intervalText({15e9, 18e9}, "USD"), QStringLiteral("$15–18\u00A0billion"));
        QCOMPARE(intervalText({13, infinity}, "%"), QStringLiteral("at least 13%"));
        QCOMPARE(intervalText({-infinity, 13}, "%"), QStringLiteral("at most 13%"));
        QCOMPARE(intervalText({-infinity, infinity}, "%"), QString());
        QCOMPARE(intervalText({20, 20}, "%"), QStringLiteral("20%"));
        data::Check check;
        check.unit = "%";
        check.face = 70.998;
        check.strict = data::Interval{69.31, 72.73};
        QCOMPARE(computedText(check), QStringLiteral("71% (69.31–72.73%)"));
    }

    void aWideIntervalProvesLittle() {
        data::Check check;
        check.face = 50;
        check.strict = data::Interval{0, 133};
        check.power = 66.5;
        QVERIFY(provesLittle(check));
        check.power = 1.7;
        QVERIFY(!provesLittle(check));
    }

    void theCardTellsTheWorkingAndEscapesTheArticle() {
        const data::Article article = test::growthArticle();
        data::StoredCheck check = test::storedCheck(test::growthChecks(article).front(), 1, 1, 1);
        check.check.formula = "1 < 2 & <img src=x>";
        check.markNote = "<b>bold</b>";
        check.mark = data::CheckMark::Accepted;
        const QString html = checkToolTip(check);
        QVERIFY(!html.contains(QStringLiteral("<img")));
        QTextDocument document;
        document.setHtml(html);
        const QString words = document.toPlainText();
        QVERIFY2(words.contains(QStringLiteral("1 < 2 & <img src=x>")), qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("58.74%")));
        QVERIFY(words.contains(QStringLiteral("~59%")));
        QVERIFY(words.contains(QStringLiteral("Accepted: <b>bold</b>")));
        QVERIFY(checkDescription(check).contains(QStringLiteral("~40%")));
    }

    void countsLeaveOutWhatProvesNothing() {
        data::CheckCounts counts;
        counts.grey = 9;
        QCOMPARE(countsText(counts), QString());
        counts.red = 1;
        counts.amber = 5;
        counts.green = 45;
        QCOMPARE(countsText(counts), QStringLiteral("✕1 △5 ✓45"));
    }

    void theStripSaysInWordsWhatItDraws() {
        const data::Article article = test::growthArticle();
        IntervalStrip strip;
        strip.resize(500, strip.sizeHint().height());
        QVERIFY(!strip.hasContent());
        strip.setCheck(test::growthChecks(article).front());
        QVERIFY(strip.hasContent());
        QVERIFY(strip.accessibleDescription().contains(QStringLiteral("38–42%")));
        QVERIFY(strip.accessibleDescription().contains(QStringLiteral("56.1–61.6%")));
        // Red bar and accent bar are both there.
        const QImage image = strip.grab().toImage();
        int red = 0;
        int accent = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                red += image.pixelColor(x, y) == Theme::current().red ? 1 : 0;
                accent += image.pixelColor(x, y) == Theme::current().accent ? 1 : 0;
            }
        QVERIFY(red > 50);
        QVERIFY(accent > 50);
        // Ends that are open, or beyond what a screen has room for, are no reason to stop.
        data::Check open = test::growthChecks(article).front();
        open.strict = data::Interval{1e300, infinity};
        open.stated = data::Interval{-infinity, -1e300};
        strip.setCheck(open);
        (void)strip.grab();
    }

    void theSentenceAroundAFigureIsFound() {
        const QString text = QStringLiteral(
            "It was cold. Revenue rose to $5 billion, as planned. Then it fell to $5 billion again.");
        const qsizetype second = placeOfQuote(text, QStringLiteral("$5 billion"), text.size());
        const SentencePart part = sentenceAround(text, second, 10);
        QCOMPARE(part.text, QStringLiteral("Then it fell to $5 billion again."));
        QCOMPARE(part.text.mid(part.begin, part.end - part.begin), QStringLiteral("$5 billion"));
        QCOMPARE(placeOfQuote(text, QStringLiteral("$6 billion"), 0), qsizetype(-1));
        const QString han = QStringLiteral("去年很冷。營收升到50億美元，一如計畫。後來又跌了。");
        const SentencePart one = sentenceAround(han, han.indexOf(QStringLiteral("50億")), 3);
        QCOMPARE(one.text, QStringLiteral("營收升到50億美元，一如計畫。"));
        const QString endless =
            QString(5000, QLatin1Char('a')) + QStringLiteral("42") + QString(5000, QLatin1Char('b'));
        const SentencePart cut = sentenceAround(endless, 5000, 2);
        QVERIFY(cut.text.size() < 450);
        QCOMPARE(cut.text.mid(cut.begin, 2), QStringLiteral("42"));
    }
};

PARALLAX_WIDGET_TEST(TestCheckMark)

} // namespace test_check_mark
#include "test_check_mark.moc"
