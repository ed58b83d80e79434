// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The reader within the library workspace, driven offscreen by keys and mouse.

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

#include "data/store/annotation_store.h"
#include "tests/test_program.h"
#include "tests/ui/library/library_window.h"
#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/library/library_workspace.h"
#include "ui/reader/reader_margin.h"
#include "ui/reader/table_sheet.h"

namespace test_library_reading {

using namespace parallax;
using namespace parallax::ui;
using test::english;
using Window = test::LibraryWindow;

class TestLibraryReading : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
    }
    void cleanup() { QApplication::clipboard()->clear(); }

    void modesSwitchByKeyAndKeepThePlace() {
        Window window(3, data::Language::TraditionalChinese);
        window.page->resize(1000, 420);
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_VERIFY(window.reader().view().page() != nullptr);
        QTRY_COMPARE(window.mode(), ReadingMode::Translation);
        window.list().setFocus();
        window.key(Qt::Key_1);
        QTRY_COMPARE(window.mode(), ReadingMode::Original);
        ArticleView& view = window.reader().view();
        int risks = -1;
        for (std::size_t i = 0; i < view.page()->page().items.size(); ++i)
            if (view.page()->page().items[i].left.plain() == QLatin1String("Risks"))
                risks = static_cast<int>(i);
        view.scrollToItem(risks);
        const int block = view.page()->page().items[static_cast<std::size_t>(view.topItem())].block;
        QVERIFY(block > 3);
        window.key(Qt::Key_3);
        QTRY_COMPARE(window.mode(), ReadingMode::Interleaved);
        const auto topBlock = [&] {
            return view.page()->page().items[static_cast<std::size_t>(view.topItem())].block;
        };
        QVERIFY2(std::abs(topBlock() - block) <= 1, qPrintable(QString::number(topBlock())));
        window.key(Qt::Key_4);
        QTRY_COMPARE(window.mode(), ReadingMode::SideBySide);
        QVERIFY(std::abs(topBlock() - block) <= 1);
    }

    void theReadingLanguageSwitchesScriptAtOnce() {
        Window window(0, data::Language::TraditionalChinese);
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_VERIFY(window.reader().view().toPlainText().contains(QStringLiteral("價目表怎麼說")));
        window.page->setReadingLanguage(data::Language::SimplifiedChinese);
        QTRY_VERIFY(window.reader().view().toPlainText().contains(QStringLiteral("价目表怎么说")));
        QVERIFY(window.reader().view().toPlainText().contains(
            QStringLiteral("converted from Traditional (tw2sp)")));
        window.page->setReadingLanguage(data::Language::English);
        QTRY_VERIFY(
            window.reader().view().toPlainText().contains(QStringLiteral("What the price lists say")));
    }

    // A page is painted in bands as it comes, long before all of it has been laid out.
    void whatWasPaintedInBandsIsWhole() {
        Window window;
        QTRY_VERIFY(window.ready());
        test::ArticleBuilder b(data::Language::English);
        b.article.title = b.article.titleEnglish = "A long note on prices";
        b.add(data::BlockKind::Title, b.article.title);
        b.add(data::BlockKind::Summary, "A card stands around this summary of what the note says.");
        for (int i = 0; i < 2000; ++i)
            b.add(data::BlockKind::Paragraph, "Paragraph " + std::to_string(i) + " tells of one more price.");
        const data::ArticleId id = window.store.add(b.article).article;
        window.page->goTo({QStringLiteral("library"), {{QStringLiteral("article"), qint64{id}}}});
        QTRY_COMPARE(window.shown(), QStringLiteral("A long note on prices"));
        QWidget* viewport = window.reader().view().viewport();
        QTest::qWait(1500); // nothing is asked for meanwhile: what is on the screen is what came by itself
        const QRect part(viewport->mapTo(window.page.get(), QPoint(0, 0)), viewport->size());
        const QImage seen =
            window.page->screen()
                ->grabWindow(window.page->winId(), part.x(), part.y(), part.width(), part.height())
                .toImage();
        const QImage whole = viewport->grab().toImage();
        QCOMPARE(seen.convertToFormat(QImage::Format_RGB32), whole.convertToFormat(QImage::Format_RGB32));
    }

    // Title and text of the other column are in one script: the one that was read last.
    void theOtherColumnIsInTheScriptThatWasReadLast() {
        Window window;
        QTRY_VERIFY(window.ready());
        data::Article simplified = test::traditionalArticle();
        simplified.language = data::Language::SimplifiedChinese;
        simplified.titleTraditional.clear();
        simplified.title = simplified.titleSimplified = "租用加速器越来越便宜，合同却越签越长";
        for (data::Block& block : simplified.blocks)
            block.language = data::Language::SimplifiedChinese;
        const data::SavedArticle added = window.store.add(simplified);
        QCOMPARE(window.store.library->articles().load(added.article).editions.size(), std::size_t{3});
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        window.reader().setMode(ReadingMode::SideBySide);
        const auto subtitle = [&] {
            const PageDocument* document = window.reader().view().page();
            for (const PageItem& item : document->page().items)
                if (item.kind == ItemKind::Subtitle)
                    return item.left.plain();
            return QString();
        };
        QTRY_COMPARE(subtitle(), QStringLiteral("租用加速器愈來愈便宜，合約卻愈簽愈長"));
        window.page->setReadingLanguage(data::Language::SimplifiedChinese);
        QTRY_VERIFY(window.shown() != english);
        window.page->setReadingLanguage(data::Language::English);
        QTRY_COMPARE(window.shown(), english);
        QTRY_COMPARE(subtitle(), QStringLiteral("租用加速器越来越便宜，合同却越签越长"));
    }

    void findInArticleCountsAndSteps() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        window.reader().view().setFocus();
        window.key(Qt::Key_F, Qt::ControlModifier);
        auto* edit = window.page->findChild<QLineEdit*>(QStringLiteral("findInArticle"));
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("PRICE"));
        QVERIFY(window.reader().view().matchCount() >= 5);
        QCOMPARE(window.reader().view().currentMatch(), 0);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(window.reader().view().currentMatch(), 1);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(window.reader().view().currentMatch(), window.reader().view().matchCount() - 1);
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(window.reader().view().matchCount(), 0);
        QVERIFY(window.reader().view().hasFocus());
        // Wherever the keys were: the article's title was clicked, or a menu was.
        window.page->listPane().list().setFocus();
        window.key(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(edit->hasFocus());
    }

    void copyingATableGivesTabsAndCells() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        window.reader().view().setFocus();
        window.reader().view().selectAll();
        window.key(Qt::Key_C, Qt::ControlModifier);
        const QMimeData* mime = QApplication::clipboard()->mimeData();
        QVERIFY(mime->text().contains(QStringLiteral("AWS\t$4.10\t$3.30\t-20%")));
        QVERIFY(mime->html().contains(QStringLiteral("<th>Provider</th>")));
    }

    void aNoteIsWrittenShownAndKept() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        ArticleView& view = window.reader().view();
        const auto at =
            static_cast<int>(view.document()->toRawText().indexOf(QLatin1String("Reserved contracts")));
        QTextCursor cursor(view.document());
        cursor.setPosition(at);
        cursor.setPosition(at + 18, QTextCursor::KeepAnchor);
        view.setTextCursor(cursor);
        view.setFocus();
        window.key(Qt::Key_N);
        auto* text = window.page->findChild<QPlainTextEdit*>(QStringLiteral("noteText"));
        QTRY_VERIFY(text->hasFocus());
        QTest::keyClicks(text, QStringLiteral("compare with last year"));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        const data::ArticleId id = window.reader().articleId();
        QTRY_COMPARE(window.store.library->annotations().notes(id).size(), 1U);
        const data::Note note = window.store.library->annotations().notes(id).front();
        QCOMPARE(note.quote, std::string("Reserved contracts"));
        QCOMPARE(note.text, std::string("compare with last year"));
        QTRY_VERIFY(view.noteAt(at + 3) == note.id);
        auto* margin = window.page->findChild<ReaderMargin*>(QStringLiteral("readerMargin"));
        QVERIFY(!margin->findItems(QStringLiteral("compare with last year"), Qt::MatchContains).isEmpty());
    }

    void twoColumnsComeBeforeTheMarginWhereItIsNarrow() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        auto* margin = window.page->findChild<ReaderMargin*>(QStringLiteral("readerMargin"));
        window.page->resize(1240, 800);
        QVERIFY(!margin->isHidden());
        window.reader().setMode(ReadingMode::SideBySide);
        QTRY_VERIFY(margin->isHidden());
        window.reader().toggleMargin(); // whoever asks for it gets it
        QVERIFY(!margin->isHidden());
        window.reader().toggleMargin();
        window.reader().toggleMargin();
        QVERIFY(!margin->isHidden());
        window.reader().setMode(ReadingMode::Original);
        QTRY_COMPARE(window.mode(), ReadingMode::Original);
        QVERIFY(!margin->isHidden());
    }

    void evidenceScrollsToTheWordsAndShowsThem() {
        Window window;
        window.page->resize(1100, 400);
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        const qint64 id = window.reader().articleId();
        window.page->goTo({QStringLiteral("library"),
                           {{QStringLiteral("article"), id},
                            {QStringLiteral("block"), 13},
                            {QStringLiteral("quote"), QStringLiteral("pull prices down")}}});
        ArticleView& view = window.reader().view();
        const auto at =
            static_cast<int>(view.document()->toRawText().indexOf(QLatin1String("pull prices down")));
        QVERIFY(at > 0);
        QTextCursor cursor(view.document());
        cursor.setPosition(at);
        QVERIFY(view.viewport()->rect().contains(view.cursorRect(cursor)));
        bool marked = false;
        const auto selections = view.extraSelections();
        for (const QTextEdit::ExtraSelection& selection : selections)
            marked = marked || selection.cursor.selectedText() == QLatin1String("pull prices down");
        QVERIFY(marked);
    }

    void evidenceInTheOtherLanguageSwitchesToIt() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        const qint64 edition = window.reader().article()->translation->edition.id;
        window.page->goTo({QStringLiteral("library"),
                           {{QStringLiteral("article"), qint64{window.reader().articleId()}},
                            {QStringLiteral("edition"), edition},
                            {QStringLiteral("block"), 2},
                            {QStringLiteral("quote"), QStringLiteral("三年期保留合約")}}});
        QTRY_VERIFY(window.reader().view().toPlainText().contains(QStringLiteral("三年期保留合約")));
    }
};

PARALLAX_WIDGET_TEST(TestLibraryReading)

} // namespace test_library_reading
#include "test_library_reading.moc"
