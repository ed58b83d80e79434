// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Checked figures on the page: found again in each way of reading, painted and never written.

#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

#include <cstdlib>

#include "tests/test_program.h"
#include "tests/ui/checks/check_samples.h"
#include "tests/ui/pdf_text.h"
#include "ui/common/check_mark.h"
#include "ui/common/theme.h"
#include "ui/reader/article_printer.h"
#include "ui/reader/article_view.h"
#include "ui/reader/page_checks.h"

namespace test_page_checks {

using namespace parallax;
using namespace parallax::ui;

namespace {

PageRequest requestFor(ReadingMode mode, data::Language reading) {
    PageRequest request;
    request.mode = mode;
    request.reading = reading;
    return request;
}

// The bilingual article with a failed change in a cell, one in a sentence, one that holds; in Chinese the
// sentence fails as well.
std::shared_ptr<LoadedArticle> checkedArticle() {
    auto loaded = test::bilingual();
    const data::Article& english = loaded->original.article;
    const data::Article& chinese = loaded->translation->article;
    const auto add = [&](data::Check check, data::EditionId edition) {
        const auto id = static_cast<data::CheckId>(loaded->checks.size()) + 1;
        loaded->checks.push_back(test::storedCheck(std::move(check), id, 1, edition));
    };
    using data::Colour;
    using data::Rule;
    add(test::checkOf(english, Rule::DeltaPercent, Colour::Red, {"-8%", "$3.20", "$2.95"}), 10);
    add(test::checkOf(english, Rule::DeltaPoints, Colour::Amber, {"31%", "12%"}), 10);
    add(test::checkOf(english, Rule::DeltaPercent, Colour::Green, {"-18%", "$4.25", "$3.50"}), 10);
    add(test::checkOf(chinese, Rule::DeltaPoints, Colour::Amber, {"31%", "12%"}), 11);
    return loaded;
}

struct Shown {
    std::shared_ptr<const Page> page;
    std::shared_ptr<PageDocument> document;
};

Shown show(const LoadedArticle& article, ReadingMode mode, data::Language reading,
           ShownChecks shown = ShownChecks::Failed) {
    Shown result;
    result.page = std::make_shared<const Page>(makePage(article, requestFor(mode, reading)));
    auto checks = std::make_shared<const PageChecks>(placeChecks(*result.page, article, shown));
    result.document = std::make_shared<PageDocument>(result.page, ReaderStyle::current(16, 160, 66), checks);
    return result;
}

QStringList markedWords(const Shown& shown) {
    QStringList words;
    const QString text = shown.document->document()->toRawText();
    for (const FigureMark& mark : shown.document->marks())
        words << text.mid(mark.begin, mark.end - mark.begin);
    return words;
}

// Lines at any angle are blended with their ground, here the highlight of the figure one came to: more ink
// than ground.
bool nearly(const QColor& a, const QColor& b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) <
           180;
}

QStringList words(std::initializer_list<const char*> list) {
    QStringList result;
    for (const char* one : list)
        result << QString::fromUtf8(one);
    return result;
}

} // namespace

class TestPageChecks : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
    }

    void aFailedFigureIsMarkedInEachWayOfReading_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QStringList>("marked");
        QTest::newRow("original") << static_cast<int>(ReadingMode::Original) << words({"31%", "-8%"});
        QTest::newRow("translation") << static_cast<int>(ReadingMode::Translation) << words({"31%"});
        QTest::newRow("interleaved") << static_cast<int>(ReadingMode::Interleaved)
                                     << words({"31%", "31%", "-8%"});
        QTest::newRow("side by side")
            << static_cast<int>(ReadingMode::SideBySide) << words({"31%", "31%", "-8%"});
    }
    void aFailedFigureIsMarkedInEachWayOfReading() {
        QFETCH(int, mode);
        QFETCH(QStringList, marked);
        const auto article = checkedArticle();
        const Shown shown =
            show(*article, static_cast<ReadingMode>(mode), data::Language::TraditionalChinese);
        QCOMPARE(markedWords(shown), marked);
    }

    void whatHoldsIsMarkedOnDemand() {
        const auto article = checkedArticle();
        const Shown shown = show(*article, ReadingMode::Original, data::Language::English, ShownChecks::All);
        QCOMPARE(markedWords(shown), words({"31%", "-18%", "-8%"}));
    }

    void theWordsOfThePageStayAsTheyAre() {
        const auto article = checkedArticle();
        const Shown shown = show(*article, ReadingMode::Original, data::Language::English, ShownChecks::All);
        LoadedArticle plain = *article;
        plain.checks.clear();
        const Shown unmarked = show(plain, ReadingMode::Original, data::Language::English);
        QString withCounts = shown.document->document()->toRawText();
        const QString counts = QStringLiteral(" · ✕1 △1 ✓1");
        QCOMPARE(withCounts.count(counts), 1);
        QCOMPARE(withCounts.remove(counts), unmarked.document->document()->toRawText());
    }

    void figuresInOtherCharactersAreFoundAgain() {
        auto article = test::traditionalOnly();
        article->checks.push_back(
            test::storedCheck(test::checkOf(article->original.article, data::Rule::DeltaPercent,
                                            data::Colour::Red, {"3.36美元", "4.10美元"}),
                              1, 2, 20));
        const Shown shown = show(*article, ReadingMode::Translation, data::Language::SimplifiedChinese);
        QCOMPARE(markedWords(shown), words({"3.36美元"}));
        QCOMPARE(shown.document->marks().front().operands.size(), std::size_t(1));
    }

    void theOccurrenceThatIsMeantIsMarked() {
        test::ArticleBuilder b(data::Language::English);
        b.add(data::BlockKind::Title, "Twice");
        b.add(data::BlockKind::Paragraph, "A share of 20% in May and, against all odds, of 20% in June.");
        LoadedArticle article;
        article.original = test::stored(b.article, 3, 30);
        data::Check check = test::checkOf(b.article, data::Rule::ShareOf, data::Colour::Red, {"20%"});
        const std::size_t second = b.article.text.rfind("20%");
        check.statement.front().span = {second, second + 3};
        article.checks.push_back(test::storedCheck(check, 1, 3, 30));
        const Shown shown = show(article, ReadingMode::Original, data::Language::English);
        QCOMPARE(shown.document->marks().size(), std::size_t(1));
        const qsizetype begin = shown.document->marks().front().begin;
        QCOMPARE(begin, shown.document->document()->toRawText().lastIndexOf(QStringLiteral("20%")));
    }

    void severalChecksOfOneFigureAreOneMarkWithTheWorstLook() {
        const auto article = checkedArticle();
        article->checks.push_back(test::storedCheck(
            test::checkOf(article->original.article, data::Rule::Direction, data::Colour::Amber, {"-8%"}), 9,
            1, 10));
        const Shown shown = show(*article, ReadingMode::Original, data::Language::English);
        QCOMPARE(shown.document->marks().size(), std::size_t(2));
        const CheckedFigure& figure = shown.document->checks()->figures.back();
        QCOMPARE(figure.checks.size(), std::size_t(2));
        QCOMPARE(figure.colour, data::Colour::Red);
        QVERIFY(!figure.settled);
        article->checks.front().mark = data::CheckMark::FalseAlarm;
        const Shown settled = show(*article, ReadingMode::Original, data::Language::English);
        QCOMPARE(settled.document->checks()->figures.back().colour, data::Colour::Amber);
        QCOMPARE(settled.document->checks()->counts.red, 0);
        QCOMPARE(settled.document->checks()->counts.settled, 1);
    }

    void evidenceThatIsNowhereIsNoCrash() {
        const auto article = checkedArticle();
        const data::Article& english = article->original.article;
        data::Check lost = test::checkOf(english, data::Rule::Cagr, data::Colour::Red, {"99%"});
        article->checks.push_back(test::storedCheck(lost, 20, 1, 10)); // block -1
        lost.statement.front().block = 100000;
        article->checks.push_back(test::storedCheck(lost, 21, 1, 10));
        lost.statement.front() = test::evidenceOf(english, "-8%");
        lost.statement.front().row = 700;
        article->checks.push_back(test::storedCheck(lost, 22, 1, 10));
        lost.statement.front().row = 1;
        lost.statement.front().column = 99;
        article->checks.push_back(test::storedCheck(lost, 23, 1, 10));
        lost.statement.clear();
        article->checks.push_back(test::storedCheck(lost, 24, 1, 10));
        const Shown shown = show(*article, ReadingMode::Original, data::Language::English);
        QCOMPARE(markedWords(shown), words({"31%", "-8%"}));
    }

    void markAndSignAreWhereTheyArePainted() {
        const auto article = checkedArticle();
        ArticleView view;
        view.resize(900, 700);
        const Shown shown = show(*article, ReadingMode::Original, data::Language::English);
        view.setPage(shown.document, {});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (const FigureMark& mark : shown.document->marks()) {
            const int figure = static_cast<int>(mark.figure);
            view.showFigure(figure);
            const PageDocument::MarkShape shape = shown.document->shapeOf(mark);
            QCOMPARE(shape.lines.size(), std::size_t(1));
            QVERIFY(!shape.sign.isEmpty());
            const QRectF letters = shape.lines.front().words;
            QVERIFY2(!shape.sign.intersects(letters), "the sign touches no letter");
            const QPointF scrolled(0, view.verticalScrollBar()->value());
            const QPoint onSign = (shape.sign.center() - scrolled).toPoint();
            const QPoint onWords = (letters.center() - scrolled).toPoint();
            QCOMPARE(view.figureAt(onSign), figure);
            QCOMPARE(view.figureAt(onWords), figure);
            QCOMPARE(view.figureAt(onWords - QPoint(0, 60)), -1);
            // And it is painted there.
            const CheckedFigure& checked = shown.document->checks()->figures[mark.figure];
            const QColor ink =
                checked.settled ? Theme::current().quietText : checkColour(checked.colour, Theme::current());
            const QImage image = view.viewport()->grab().toImage();
            int inked = 0;
            for (int y = onSign.y() - 5; y <= onSign.y() + 5; ++y)
                for (int x = onSign.x() - 5; x <= onSign.x() + 5; ++x)
                    inked += nearly(image.pixelColor(x, y), ink) ? 1 : 0;
            QVERIFY(inked > 0);
        }
    }

    void figuresOfAColumnStayInLine() {
        const auto article = checkedArticle();
        const Shown shown = show(*article, ReadingMode::Original, data::Language::English);
        const FigureMark& cell = shown.document->marks().back();
        QVERIFY(cell.signBefore);
        shown.document->document()->setTextWidth(640);
        const PageDocument::MarkShape shape = shown.document->shapeOf(cell);
        QVERIFY(shape.sign.right() < shape.lines.front().words.left());
        LoadedArticle plain = *article;
        plain.checks.clear();
        const Shown unmarked = show(plain, ReadingMode::Original, data::Language::English);
        unmarked.document->document()->setTextWidth(640);
        FigureMark same = cell;
        same.begin =
            static_cast<int>(unmarked.document->document()->toRawText().indexOf(QStringLiteral("-8%")));
        same.end = same.begin + 3;
        QCOMPARE(unmarked.document->shapeOf(same).lines.front().words.right(),
                 shape.lines.front().words.right());
    }

    void theKeyboardGoesFromFigureToFigure() {
        const auto article = checkedArticle();
        ArticleView view;
        view.resize(900, 400);
        view.setPage(show(*article, ReadingMode::Original, data::Language::English).document, {});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy activated(&view, &ArticleView::figureActivated);
        view.stepFigure(1);
        QCOMPARE(view.currentFigure(), 0);
        view.stepFigure(1);
        QCOMPARE(view.currentFigure(), 1);
        QVERIFY2(view.verticalScrollBar()->value() > 0, "the table lies below");
        view.stepFigure(1);
        QCOMPARE(view.currentFigure(), 0);
        view.stepFigure(-1);
        QCOMPARE(view.currentFigure(), 1);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.front().front().toInt(), 1);
    }

    void aCellIsShownByItsPlaceAndNotByItsWords() {
        test::ArticleBuilder b(data::Language::English);
        b.add(data::BlockKind::Title, "Same words");
        b.addTable("Twice", {"A", "B"}, {{"x", "$5B"}, {"y", "$5B"}});
        LoadedArticle article;
        article.original = test::stored(b.article, 3, 30);
        ArticleView view;
        view.resize(900, 500);
        const Shown shown = show(article, ReadingMode::Original, data::Language::English);
        view.setPage(shown.document, {});
        view.show();
        const int item = shown.document->itemOfBlock(2, false);
        QVERIFY(view.showCell(item, 1, 1));
        QCOMPARE(
            view.textCursor().position(),
            static_cast<int>(shown.document->document()->toRawText().lastIndexOf(QStringLiteral("$5B"))));
        QVERIFY(!view.showCell(item, 2, 1));
        QVERIFY(!view.showCell(item, 0, 2));
        QVERIFY(view.showCell(item, -1, 1));
    }

    void paperCarriesTheMarksAndItsFiguresCanStillBeFound() {
        const auto article = checkedArticle();
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("article.pdf"));
        const Shown shown = show(*article, ReadingMode::Original, data::Language::English);
        exportPdf(shown.page, ReaderStyle::current(16, 160, 66), path, {}, {}, shown.document->checks());
        QVERIFY(QFileInfo(path).size() > 2000);
        const QString text = test::pdfText(path);
        QVERIFY2(text.contains(QStringLiteral("12% of new business to 31%")), qPrintable(text.left(1500)));
    }
};

PARALLAX_WIDGET_TEST(TestPageChecks)

} // namespace test_page_checks
#include "test_page_checks.moc"
