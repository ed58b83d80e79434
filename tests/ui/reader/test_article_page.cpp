// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page without a library: what is shown of an article in each mode, as a document and on paper.

#include <QAbstractTextDocumentLayout>
#include <QBackingStore>
#include <QImage>
#include <QMimeData>
#include <QPageRanges>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

#include "tests/test_program.h"
#include "tests/ui/pdf_text.h"
#include "tests/ui/reader/article_fixture.h"
#include "ui/common/fonts.h"
#include "ui/common/theme.h"
#include "ui/reader/article_clipboard.h"
#include "ui/reader/article_printer.h"
#include "ui/reader/article_view.h"
#include "ui/reader/folded_text.h"
#include "ui/reader/page_document.h"
#include "ui/reader/page_text.h"
#include "ui/reader/reader.h"

namespace test_article_page {

using namespace parallax;
using namespace parallax::ui;
using parallax::test::ArticleBuilder;

namespace {

PageRequest requestFor(ReadingMode mode, data::Language reading) {
    PageRequest request;
    request.mode = mode;
    request.reading = reading;
    return request;
}

std::shared_ptr<PageDocument> documentOf(const LoadedArticle& article, const PageRequest& request) {
    return std::make_shared<PageDocument>(std::make_shared<const Page>(makePage(article, request)),
                                          ReaderStyle::current(16, 160, 66));
}

QStringList wordsOf(const Page& page, ItemKind kind) {
    QStringList words;
    for (const PageItem& item : page.items)
        if (item.kind == kind)
            words << item.left.plain();
    return words;
}

LoadedArticle loadedFrom(data::Article article) {
    LoadedArticle loaded;
    loaded.original = test::stored(std::move(article), 5, 50);
    return loaded;
}

} // namespace

class TestArticlePage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
    }

    void aTitleThatTurnsAroundStandsThereOnce() {
        ArticleBuilder b(data::Language::English);
        b.article.title = b.article.titleEnglish = "Prices \u202Eof clouds";
        b.add(data::BlockKind::Title, b.article.title);
        b.add(data::BlockKind::Paragraph, "They rose.");
        const Page page =
            makePage(loadedFrom(b.article), requestFor(ReadingMode::Original, data::Language::English));
        QCOMPARE(wordsOf(page, ItemKind::Title), QStringList(QStringLiteral("Prices of clouds")));
        QVERIFY(wordsOf(page, ItemKind::Subtitle).isEmpty());
    }

    void aPageThatComesInPartsIsWholeInTheEnd() {
        ArticleView view;
        view.resize(700, 900);
        view.setPage(
            documentOf(*test::bilingual(), requestFor(ReadingMode::Original, data::Language::English)), {});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.verticalScrollBar()->setValue(40);
        // What stands in the window, in the end, is the picture that is made in one go.
        const auto painted = [&view] {
            const QPaintDevice* device = view.backingStore()->paintDevice();
            const auto* image = dynamic_cast<const QImage*>(device);
            return image != nullptr ? image->convertToFormat(QImage::Format_RGB32) : QImage();
        };
        const auto whole = [&view] { return view.grab().toImage().convertToFormat(QImage::Format_RGB32); };
        QTRY_VERIFY(!painted().isNull() && painted().copy(whole().rect()) == whole());
    }

    void marksAreAsWideAsTheirLanguageHasThem() {
        ArticleBuilder b(data::Language::English);
        b.article.title = "OpenAI’s “frontier” models";
        b.add(data::BlockKind::Title, b.article.title);
        b.add(data::BlockKind::Paragraph, "It’s called “推理”, they say.");
        const auto document =
            documentOf(loadedFrom(b.article), requestFor(ReadingMode::Original, data::Language::English));
        int marks = 0, han = 0;
        for (QTextBlock block = document->document()->begin(); block.isValid(); block = block.next())
            for (auto at = block.begin(); !at.atEnd(); ++at)
                for (const QChar c : at.fragment().text()) {
                    const QString family = at.fragment().charFormat().fontFamilies().toStringList().value(0);
                    if (c.unicode() >= 0x2018 && c.unicode() <= 0x201D) {
                        ++marks;
                        QCOMPARE(family, QStringLiteral("Noto Sans CJK KR"));
                    } else if (c.unicode() >= 0x4E00) {
                        ++han;
                        QVERIFY(family != QStringLiteral("Noto Sans CJK KR"));
                    }
                }
        QCOMPARE(marks, 6);
        QCOMPARE(han, 2);
    }

    void atTheTopTheFirstItemIsBeingRead() {
        ArticleView view;
        view.resize(700, 300);
        view.show();
        view.setPage(
            documentOf(*test::bilingual(), requestFor(ReadingMode::Original, data::Language::English)), {});
        QCOMPARE(view.topItem(), 0); // before anything is laid out
        QSignalSpy spy(&view, &ArticleView::topItemChanged);
        QTRY_COMPARE(spy.count(), 1);
        QCOMPARE(spy.first().first().toInt(), 0);
    }

    void anotherWidthKeepsThePlace_data() {
        QTest::addColumn<int>("mode");
        QTest::newRow("original") << static_cast<int>(ReadingMode::Original);
        QTest::newRow("side by side") << static_cast<int>(ReadingMode::SideBySide);
    }
    void anotherWidthKeepsThePlace() {
        QFETCH(int, mode);
        ArticleView view;
        view.resize(900, 260);
        view.show();
        view.setPage(documentOf(*test::bilingual(),
                                requestFor(static_cast<ReadingMode>(mode), data::Language::English)),
                     {});
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY(view.verticalScrollBar()->maximum() > 200);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
        const int block = view.anchor().block;
        QVERIFY(block > 0);
        for (const int width : {520, 1100, 700, 900}) {
            view.resize(width, 260);
            QCoreApplication::processEvents();
            QCOMPARE(view.anchor().block, block);
        }
    }

    void originalShowsTheContentAndNotTheNavigation() {
        const auto article = test::bilingual();
        const Page page = makePage(*article, requestFor(ReadingMode::Original, data::Language::English));
        QCOMPARE(wordsOf(page, ItemKind::Title),
                 QStringList{QStringLiteral("Rented accelerators get cheaper while contracts get longer")});
        const QStringList headings = wordsOf(page, ItemKind::Heading);
        QVERIFY(headings.contains(QStringLiteral("Risks")));
        QVERIFY2(!headings.contains(QStringLiteral("Related topics")),
                 "a heading over nothing but navigation is not shown");
        QCOMPARE(wordsOf(page, ItemKind::Table).size(), 1);
        QCOMPARE(wordsOf(page, ItemKind::SeeAbove).size(), 1);
        QCOMPARE(wordsOf(page, ItemKind::Answer).size(), 1);
        for (const PageItem& item : page.items)
            QVERIFY2(!item.left.plain().contains(QStringLiteral("61 related articles")),
                     "topics are for the margin");
    }

    void anArticleInTheReadingLanguageHasNoNeedOfConversion() {
        const auto article = test::traditionalOnly();
        const Page page =
            makePage(*article, requestFor(ReadingMode::Translation, data::Language::TraditionalChinese));
        QVERIFY(page.conversion.isEmpty());
        QCOMPARE(page.mode, ReadingMode::Original);
    }

    void theOtherScriptIsConvertedAndSaysSo() {
        const auto article = test::traditionalOnly();
        const Page page =
            makePage(*article, requestFor(ReadingMode::Translation, data::Language::SimplifiedChinese));
        QCOMPARE(page.conversion, QStringLiteral("tw2sp"));
        QVERIFY(wordsOf(page, ItemKind::Heading).contains(QStringLiteral("价目表怎么说")));
        const QStringList paragraphs = wordsOf(page, ItemKind::Paragraph);
        QVERIFY(paragraphs.join(QLatin1Char(' ')).contains(QStringLiteral("H100")));
        const auto document =
            documentOf(*article, requestFor(ReadingMode::Translation, data::Language::SimplifiedChinese));
        QVERIFY(document->document()->toPlainText().contains(
            QStringLiteral("converted from Traditional (tw2sp)")));
    }

    void originalNeverConverts() {
        const auto article = test::traditionalOnly();
        const Page page =
            makePage(*article, requestFor(ReadingMode::Original, data::Language::SimplifiedChinese));
        QVERIFY(wordsOf(page, ItemKind::Heading).contains(QStringLiteral("價目表怎麼說")));
    }

    void codeIsNeverConverted() {
        ArticleBuilder b(data::Language::TraditionalChinese);
        data::Block& block = b.add(data::BlockKind::Paragraph, "變數 軟體 與軟體");
        block.marks.push_back({data::MarkKind::Code, {7, 13}, {}});
        const LoadedArticle article = loadedFrom(b.article);
        const Page page =
            makePage(article, requestFor(ReadingMode::Translation, data::Language::SimplifiedChinese));
        const QString words = wordsOf(page, ItemKind::Paragraph).value(0);
        QVERIFY2(words.contains(QStringLiteral("軟體")), qPrintable(words));
        QVERIFY2(words.endsWith(QStringLiteral("软件")), qPrintable(words));
    }

    void aMissingTranslationIsSaidInOnePlainSentence() {
        const LoadedArticle article = loadedFrom(test::englishArticle());
        const Page page = makePage(article, requestFor(ReadingMode::SideBySide, data::Language::English));
        QCOMPARE(page.mode, ReadingMode::Original);
        QCOMPARE(wordsOf(page, ItemKind::Sentence).size(), 1);
    }

    void interleavedPairsEachBlockWithItsCounterpart() {
        const auto article = test::bilingual();
        const Page page =
            makePage(*article, requestFor(ReadingMode::Interleaved, data::Language::TraditionalChinese));
        int paired = 0;
        for (const PageItem& item : page.items) {
            if (item.kind == ItemKind::Heading && item.left.plain() == QLatin1String("Risks")) {
                QCOMPARE(item.right.plain(), QStringLiteral("風險"));
            }
            if (item.kind == ItemKind::Table)
                QVERIFY2(item.right.empty(), "a table is shown once");
            paired += !item.left.empty() && !item.right.empty() ? 1 : 0;
        }
        QVERIFY2(paired >= 8, qPrintable(QString::number(paired)));
    }

    void everyPieceHoldsTheWordsOfItsItem_data() {
        QTest::addColumn<int>("mode");
        for (int mode = 0; mode < 4; ++mode)
            QTest::addRow("mode %d", mode) << mode;
    }

    void everyPieceHoldsTheWordsOfItsItem() {
        QFETCH(const int, mode);
        const auto article = test::bilingual();
        const auto document = documentOf(
            *article, requestFor(static_cast<ReadingMode>(mode), data::Language::TraditionalChinese));
        const QString raw = document->document()->toRawText();
        int last = -1;
        for (const Piece& piece : document->pieces()) {
            QVERIFY(piece.begin > last);
            last = piece.begin;
            const PageItem& item = document->page().items[static_cast<std::size_t>(piece.item)];
            if (item.kind == ItemKind::Table || item.kind == ItemKind::SeeAbove)
                continue;
            QString expected = (piece.right ? item.right : item.left).plain();
            expected.replace(QLatin1Char('\n'), QChar::LineSeparator);
            QVERIFY2(raw.mid(piece.begin, piece.end - piece.begin).startsWith(expected),
                     qPrintable(expected));
        }
    }

    void markupInAnArticleStaysText() {
        ArticleBuilder b(data::Language::English);
        b.add(data::BlockKind::Paragraph,
              "<img src='http://example.org/x.png'> & <b>bold</b>\xEF\xB7\x90\xEF\xB7\x91");
        b.add(data::BlockKind::Paragraph, "a\xE2\x80\xA9"
                                          "b");
        const LoadedArticle article = loadedFrom(b.article);
        const auto document = documentOf(article, requestFor(ReadingMode::Original, data::Language::English));
        QVERIFY(document->document()->toPlainText().contains(QStringLiteral("<b>bold</b>")));
        QVERIFY(document->document()->toPlainText().contains(QStringLiteral("a b")));
        document->document()->setTextWidth(600);
        QVERIFY(document->document()->size().height() > 0);
    }

    void marksOutsideTheTextAreHarmless() {
        const std::vector<data::Mark> marks{{data::MarkKind::Strong, {1, 400}, {}},
                                            {data::MarkKind::Emphasis, {400, 2}, {}},
                                            {data::MarkKind::Link, {2, 4}, "https://example.org"}};
        const PageText text = makePageText("價值", marks, data::Language::TraditionalChinese, {}, true);
        QCOMPARE(text.plain(), QStringLiteral("價值"));
    }

    void figuresStandAtTheRight() {
        const auto article = test::bilingual();
        const PageTable table = makePageTable(article->original.article.tables[0], data::Language::English,
                                              {}, inlineTableRows, inlineTableColumns);
        QCOMPARE(table.alignments[0], data::Alignment::None);
        QCOMPARE(table.alignments[1], data::Alignment::Right);
        QCOMPARE(table.alignments[3], data::Alignment::Right);
        QVERIFY(looksNumeric(QStringLiteral("約 3.5 億")));
        QVERIFY(looksNumeric(QStringLiteral("US$12B")));
        QVERIFY(!looksNumeric(QStringLiteral("H100")));
        QVERIFY(!looksNumeric(QStringLiteral("—")));
    }

    void aLargeTableIsShownAsAPreviewWithItsSize() {
        ArticleBuilder b(data::Language::English);
        std::vector<std::vector<std::string>> rows(500, std::vector<std::string>(30, "12"));
        b.addTable("Large", std::vector<std::string>(30, "Column"), rows);
        const LoadedArticle article = loadedFrom(b.article);
        const auto document = documentOf(article, requestFor(ReadingMode::Original, data::Language::English));
        const QString words = document->document()->toPlainText();
        QVERIFY(words.contains(QStringLiteral("of 500 rows")));
        QVERIFY(words.contains(QStringLiteral("Show the whole table")));
        QTextTable* table = nullptr;
        for (std::size_t i = 0; i < document->page().items.size() && table == nullptr; ++i)
            table = document->tableOfItem(static_cast<int>(i));
        QVERIFY(table != nullptr);
        QVERIFY(table->rows() <= 46);
        QCOMPARE(table->format().headerRowCount(), 1);
    }

    void raggedTablesAreShownWhole() {
        ArticleBuilder b(data::Language::English);
        b.addTable("", {"A", "B"}, {{"1"}, {"1", "2", "3"}, {}});
        const LoadedArticle article = loadedFrom(b.article);
        const auto document = documentOf(article, requestFor(ReadingMode::Original, data::Language::English));
        QVERIFY(document->document()->toPlainText().contains(QLatin1Char('3')));
    }

    void aVeryLongArticleIsCutWithALinkToTheRest() {
        ArticleBuilder b(data::Language::English);
        for (int i = 0; i < 4000; ++i)
            b.add(data::BlockKind::Paragraph, "Paragraph " + std::to_string(i));
        const LoadedArticle article = loadedFrom(b.article);
        Page page = makePage(article, requestFor(ReadingMode::Original, data::Language::English));
        QCOMPARE(page.items.back().kind, ItemKind::More);
        QCOMPARE(page.hiddenBlocks, 4000 - PageRequest().blockLimit);
        PageRequest all = requestFor(ReadingMode::Original, data::Language::English);
        all.blockLimit = 0;
        page = makePage(article, all);
        QCOMPARE(page.hiddenBlocks, 0);
    }

    void anEndlessParagraphIsLaidOutInPieces() {
        ArticleBuilder b(data::Language::TraditionalChinese);
        std::string endless;
        for (int i = 0; i < 100'000; ++i)
            endless += "電";
        b.add(data::BlockKind::Paragraph, endless);
        const LoadedArticle article = loadedFrom(b.article);
        const Page page = makePage(article, requestFor(ReadingMode::Original, data::Language::English));
        qsizetype longest = 0;
        qsizetype all = 0;
        for (const PageItem& item : page.items)
            if (item.kind == ItemKind::Paragraph) {
                longest = std::max(longest, item.left.plain().size());
                all += item.left.plain().size();
            }
        QCOMPARE(all, 100'000);
        QVERIFY(longest <= 20'000);
    }

    void aHugeParagraphIsShownInPartUntilAllIsAskedFor() {
        ArticleBuilder b(data::Language::English);
        b.add(data::BlockKind::Paragraph, std::string(2'000'000, 'a'));
        b.add(data::BlockKind::Paragraph, "after");
        const LoadedArticle article = loadedFrom(b.article);
        PageRequest request = requestFor(ReadingMode::Original, data::Language::English);
        const Page part = makePage(article, request);
        QCOMPARE(part.items.back().kind, ItemKind::More);
        QVERIFY(part.items.size() < 300);
        request.blockLimit = 0;
        const Page all = makePage(article, request);
        QCOMPARE(all.items.back().left.plain(), QStringLiteral("after"));
    }

    void longTextIsNeverCutInsideACharacter() {
        QString text;
        for (int i = 0; i < 50; ++i)
            text += QStringLiteral("\U00020000");
        const auto pieces = splitLongText(ownText(text), 7);
        QString joined;
        for (const PageText& piece : pieces) {
            QVERIFY(!piece.plain().isEmpty());
            QVERIFY(!piece.plain().back().isHighSurrogate());
            joined += piece.plain();
        }
        QCOMPARE(joined, text);
    }

    void punctuationIsWidenedOnlyBesideHan() {
        QCOMPARE(widenPunctuation(QStringLiteral("雲端壟斷,AWS 協議(新)?")),
                 QStringLiteral("雲端壟斷，AWS 協議（新）？"));
        QCOMPARE(widenPunctuation(QStringLiteral("GPT-4o, o1 at 3:1")), QStringLiteral("GPT-4o, o1 at 3:1"));
    }

    void foldedSearchFindsAcrossScriptsAndWidths() {
        const QString text = QStringLiteral("輝達 ＮＶＩＤＩＡ 的資料中心");
        const FoldedText folded(text);
        const int end = static_cast<int>(text.size());
        QCOMPARE(folded.find(QStringLiteral("辉达"), 0, end), (std::vector<TextRange>{{0, 2}}));
        QCOMPARE(folded.find(QStringLiteral("nvidia"), 0, end), (std::vector<TextRange>{{3, 9}}));
        QCOMPARE(folded.find(QStringLiteral("中心"), 0, 5).size(), 0U);
        QVERIFY(folded.find(QString(), 0, end).empty());
    }

    void foldedSearchCrossesLineBreaksButNotParagraphs() {
        const QString text = QStringLiteral("one\u2028two\u2029three");
        const FoldedText folded(text);
        QCOMPARE(folded.find(QStringLiteral("one two"), 0, 13).size(), 1U);
        QCOMPARE(folded.find(QStringLiteral("two three"), 0, 13).size(), 0U);
    }

    void aDoubleClickTakesAWordAndNotTheSentence() {
        const QString text = QStringLiteral("本周，英伟达（NVIDIA）发布了GPT-4o模型");
        const auto word = [&](const char16_t* part) {
            const auto at = static_cast<int>(text.indexOf(QString::fromUtf16(part)));
            const TextRange range = wordAt(text, at);
            return text.mid(range.begin, range.end - range.begin);
        };
        QCOMPARE(word(u"NVIDIA"), QStringLiteral("NVIDIA"));
        QCOMPARE(word(u"GPT"), QStringLiteral("GPT-4o"));
        QVERIFY(word(u"发布").size() <= 3);
        QVERIFY(!word(u"发布").contains(QLatin1Char('G')));
        QCOMPARE(wordAt(QString(), 0), (TextRange{0, 0}));
    }

    void copyingKeepsATableAsTabsAndAsCells() {
        const auto article = test::bilingual();
        const auto document =
            documentOf(*article, requestFor(ReadingMode::Original, data::Language::English));
        const auto mime =
            makeArticleMimeData(*document->document(), 0, document->document()->characterCount() - 1);
        QVERIFY(mime->text().contains(QStringLiteral("Azure\t$4.25\t$3.50\t-18%")));
        QVERIFY(mime->html().contains(QStringLiteral("<th>Provider</th>")));
        QVERIFY(mime->html().contains(QStringLiteral("<td>$4.25</td>")));
        QVERIFY(mime->html().contains(QStringLiteral("price = list * (1 - discount)<br>")));
    }

    void copyingAPartOfACellTakesJustThat() {
        const auto article = test::bilingual();
        const auto document =
            documentOf(*article, requestFor(ReadingMode::Original, data::Language::English));
        const auto at = static_cast<int>(document->document()->toRawText().indexOf(QLatin1String("Oracle")));
        const auto mime = makeArticleMimeData(*document->document(), at, at + 3);
        QCOMPARE(mime->text(), QStringLiteral("Ora"));
    }

    void pdfHoldsChineseTextAndPageNumbers() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("article.pdf"));
        const auto article = test::bilingual();
        const auto page = std::make_shared<const Page>(
            makePage(*article, requestFor(ReadingMode::Interleaved, data::Language::TraditionalChinese)));
        exportPdf(page, ReaderStyle::current(16, 160, 66), path, {}, {});
        QVERIFY(QFileInfo(path).size() > 2000);
        const QString words = test::pdfText(path);
        QVERIFY2(words.contains(QStringLiteral("價目表怎麼說")), qPrintable(words.left(2000)));
        QVERIFY(words.contains(QStringLiteral("1 of ")));
        QVERIFY2(words.contains(QStringLiteral("from $4.10 to $3.36")), "figures can be searched and copied");
    }

    void onlyThePagesThatWereAskedForArePrinted() {
        QTemporaryDir folder;
        const auto article = test::bilingual();
        const auto page = std::make_shared<const Page>(
            makePage(*article, requestFor(ReadingMode::Interleaved, data::Language::TraditionalChinese)));
        const auto printed = [&](const QString& ranges) {
            const QString path = folder.filePath(QStringLiteral("part.pdf"));
            {
                QPdfWriter writer(path);
                writer.setPageSize(QPageSize(QPageSize::A6)); // many pages
                writer.setPageRanges(QPageRanges::fromString(ranges));
                printPage(page, ReaderStyle::current(16, 160, 66), writer, {}, {});
            }
            QFile file(path);
            static const QRegularExpression onePage(QStringLiteral("/Type\\s*/Page\\b"));
            return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).count(onePage)
                                                  : qsizetype{-1};
        };
        const qsizetype all = printed({});
        QVERIFY2(all >= 4, qPrintable(QString::number(all)));
        QCOMPARE(printed(QStringLiteral("2")), 1);
        QCOMPARE(printed(QStringLiteral("1-2,4")), 3);
        QVERIFY_EXCEPTION_THROWN((void)printed(QStringLiteral("900-901")), Error);
    }

    void columnsAreAsWideAsTheirLongestWord() {
        ArticleBuilder b(data::Language::English);
        b.article.title = "Ledger";
        b.add(data::BlockKind::Title, "Ledger");
        b.addTable(
            "Settled", {"Prediction", "Made in", "Due", "Probability", "Outcome", "Brier score"},
            {{"Token index at or below 50", "February 2026", "31 May 2026", "75%", "No (51)", "0.5625"},
             {"Qinglan Cloud SLA of 99.9% in Singapore", "March 2026", "September 2026", "60%", "Yes",
              "0.16"},
             {"A second index provider puts latency into its SLA", "May 2026", "30 September 2026", "30%",
              "No", "0.09"}});
        const LoadedArticle article = loadedFrom(std::move(b.article));
        const auto document = documentOf(article, requestFor(ReadingMode::Original, data::Language::English));
        ArticleView view;
        view.resize(460, 700);
        view.show();
        view.setPage(document, {});
        const auto brokenWords = [&] {
            QStringList broken;
            for (QTextBlock block = document->document()->begin(); block.isValid(); block = block.next())
                for (int line = 0; line + 1 < block.layout()->lineCount(); ++line) {
                    const QTextLine one = block.layout()->lineAt(line);
                    const int end = one.textStart() + one.textLength();
                    if (block.text()[end - 1].isLetterOrNumber() && block.text()[end].isLetterOrNumber())
                        broken << block.text();
                }
            return broken;
        };
        const auto figure = document->document()->find(QStringLiteral("0.5625"));
        for (const int width : {900, 640, 520, 480, 460}) {
            view.resize(width, 700);
            QTest::qWait(1);
            (void)document->document()->documentLayout()->documentSize();
            QCOMPARE(brokenWords(), QStringList());
            const QRect place = view.cursorRect(figure);
            QVERIFY2(place.right() <= view.viewport()->width(),
                     qPrintable(QStringLiteral("%1: %2 of %3 in %4")
                                    .arg(width)
                                    .arg(place.right())
                                    .arg(view.viewport()->width())
                                    .arg(document->document()->size().width())));
        }
        // What the words ask for is more than there is: they get smaller first.
        ColumnWishes wishes(2);
        wishes.least = {100, 100};
        wishes.whole = {300, 110};
        QCOMPARE(fitColumns(wishes, 500).widths.size(), std::size_t{0});
        const FittedColumns shared = fitColumns(wishes, 300);
        QVERIFY(std::abs(shared.widths[0] - 190) < 1 && std::abs(shared.widths[1] - 110) < 1);
        const FittedColumns small = fitColumns(wishes, 170);
        QCOMPARE(small.textScale, 0.85);
        QCOMPARE(small.widths, (std::vector<double>{85, 85}));
    }

    void theDotsOfALineAreOfOneKind() {
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        LoadedArticle article = loadedFrom(test::englishArticle());
        data::StoredCheck check;
        check.check.colour = data::Colour::Green;
        article.checks.push_back(check);
        const auto page = std::make_shared<const Page>(
            makePage(article, requestFor(ReadingMode::Original, data::Language::English)));
        auto checks = std::make_shared<PageChecks>();
        checks->counts.green = 1;
        for (const char* language : {"en", "zh_TW"}) {
            QApplication::setFont(interfaceFont(QString::fromLatin1(language), 100));
            PageDocument document(page, ReaderStyle::current(16, 160, 66), checks);
            const QTextCursor sign = document.document()->find(QStringLiteral("✓1"));
            QVERIFY(!sign.isNull());
            QSet<QStringList> faces;
            const QTextBlock block = sign.block();
            for (auto part = block.begin(); !part.atEnd(); ++part)
                if (part.fragment().text().contains(QChar(0xB7)))
                    faces.insert(part.fragment().charFormat().fontFamilies().toStringList());
            QCOMPARE(faces.size(), 1);
        }
        QApplication::setFont(interfaceFont(QStringLiteral("en"), 100));
    }

    void aLongAddressKeepsItsHostAndItsQuestionItsButtons() {
        const QUrl plain(QStringLiteral("https://example.org/prices?year=2026"));
        QCOMPARE(shownAddress(plain), QStringLiteral("https://example.org/prices?year=2026"));
        const QUrl endless(QStringLiteral("https://example.org/?q=") + QString(9000, QLatin1Char('x')) +
                           QStringLiteral("end"));
        const QString shown = shownAddress(endless);
        QVERIFY(shown.size() < 500);
        QVERIFY(shown.startsWith(QStringLiteral("https://example.org/?q=")));
        QVERIFY(shown.endsWith(QStringLiteral("end")));
    }

    void aPdfThatCannotBeWrittenIsAnError() {
        const auto article = test::traditionalOnly();
        const auto page = std::make_shared<const Page>(makePage(*article, {}));
        QVERIFY_EXCEPTION_THROWN(
            exportPdf(page, ReaderStyle::current(16, 160, 66), QStringLiteral("/nowhere/at/all.pdf"), {}, {}),
            Error);
    }
};

PARALLAX_WIDGET_TEST(TestArticlePage)

} // namespace test_article_page
#include "test_article_page.moc"
