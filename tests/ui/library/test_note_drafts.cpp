// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is written of a note is never lost: not by another article, another note, Escape, a library that is
// busy, or the end of the session.

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextCursor>

#include <memory>

#include "data/store/annotation_store.h"
#include "tests/test_program.h"
#include "tests/ui/library/library_window.h"
#include "ui/common/theme.h"
#include "ui/reader/note_drafts.h"

namespace test_note_drafts {

using namespace parallax;
using namespace parallax::ui;
using test::english;

namespace {

// The bilingual article open, and ways to write of it.
struct Desk : test::LibraryWindow {
    bool open() {
        if (!QTest::qWaitFor([this] { return ready(); }))
            return false;
        openBilingual();
        return QTest::qWaitFor([this] { return shown() == english; });
    }
    QPlainTextEdit* text() { return page->findChild<QPlainTextEdit*>(QStringLiteral("noteText")); }
    bool writing() { return text()->isVisible(); }
    void note(const char* words) {
        reader().addNote();
        QTest::keyClicks(text(), QLatin1String(words));
    }
    void select(const QString& words) {
        ArticleView& view = reader().view();
        const auto at = static_cast<int>(view.document()->toRawText().indexOf(words));
        QTextCursor cursor(view.document());
        cursor.setPosition(at);
        cursor.setPosition(at + static_cast<int>(words.size()), QTextCursor::KeepAnchor);
        view.setTextCursor(cursor);
    }
    void selectNothing() {
        QTextCursor cursor = reader().view().textCursor();
        cursor.clearSelection();
        reader().view().setTextCursor(cursor);
    }
    bool openAnother() {
        const int row = list().currentIndex().row();
        list().setCurrentIndex(page->listPane().articles().index(row == 0 ? 1 : 0));
        return QTest::qWaitFor([this] { return shown() != english && reader().article() != nullptr; });
    }
    std::size_t notes() { return store.library->annotations().allNotes().size(); }
};

} // namespace

class TestNoteDrafts : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
    }

    void anotherArticleDoesNotCostTheWords() {
        Desk desk;
        QVERIFY(desk.open());
        desk.note("half a thought");
        QVERIFY(desk.openAnother());
        QVERIFY(!desk.writing());
        desk.openBilingual();
        QTRY_COMPARE(desk.shown(), english);
        QVERIFY(desk.writing());
        QCOMPARE(desk.text()->toPlainText(), QStringLiteral("half a thought"));
        QTest::keyClick(desk.text(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.notes(), 1U);
        QTRY_VERIFY(!desk.writing());
        QVERIFY(desk.openAnother());
        desk.openBilingual();
        QTRY_COMPARE(desk.shown(), english);
        QVERIFY(!desk.writing()); // it is saved: nothing is left to be written
    }

    void escapePutsThemAsideAndNBringsThemBack() {
        Desk desk;
        QVERIFY(desk.open());
        desk.select(QStringLiteral("Reserved contracts"));
        desk.note("why three years");
        QTest::keyClick(desk.text(), Qt::Key_Escape);
        QVERIFY(!desk.writing());
        desk.selectNothing();
        desk.reader().addNote();
        QVERIFY(desk.writing());
        QCOMPARE(desk.text()->toPlainText(), QStringLiteral("why three years"));
        QTest::keyClick(desk.text(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.notes(), 1U);
        QCOMPARE(desk.store.library->annotations().allNotes().front().quote, // of the words it was begun on
                 std::string("Reserved contracts"));
    }

    void nWhileWritingGoesOnWriting() {
        Desk desk;
        QVERIFY(desk.open());
        desk.note("one");
        desk.reader().addNote();
        QCOMPARE(desk.text()->toPlainText(), QStringLiteral("one"));
        // Other words: a note of its own, and the first one waits.
        desk.select(QStringLiteral("Reserved contracts"));
        desk.reader().addNote();
        QCOMPARE(desk.text()->toPlainText(), QString());
        QTest::keyClick(desk.text(), Qt::Key_Escape);
        desk.selectNothing();
        desk.reader().addNote();
        QCOMPARE(desk.text()->toPlainText(), QStringLiteral("one"));
    }

    void cancelIsMeant() {
        Desk desk;
        QVERIFY(desk.open());
        desk.note("not this");
        for (QPushButton* button : desk.page->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Cancel") && button->isVisible())
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!desk.writing());
        desk.reader().addNote();
        QCOMPARE(desk.text()->toPlainText(), QString());
    }

    void aBusyLibraryLeavesTheWordsWhereTheyAre() {
        Desk desk;
        QVERIFY(desk.open());
        QTest::qWait(900); // the article has been marked as read by then
        desk.note("kept");
        auto other = std::make_unique<data::Transaction>(*desk.store.library); // holds the library
        QTest::keyClick(desk.text(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.writing());
        QTRY_VERIFY_WITH_TIMEOUT(!desk.text()->isReadOnly(), 30'000); // the library gave no room
        QVERIFY(desk.writing());
        QCOMPARE(desk.text()->toPlainText(), QStringLiteral("kept"));
        other.reset();
        QTest::keyClick(desk.text(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(desk.notes(), 1U, 10'000);
        QTRY_VERIFY(!desk.writing());
    }

    void theNextSessionHasThem() {
        Desk desk;
        QVERIFY(desk.open());
        desk.note("for tomorrow");
        const data::ArticleId id = desk.reader().articleId();
        const QJsonObject state = desk.page->saveState();
        LibraryWorkspace tomorrow(desk.bench->context, nullptr);
        tomorrow.restoreState(state);
        auto* text = tomorrow.findChild<QPlainTextEdit*>(QStringLiteral("noteText"));
        QTRY_COMPARE(tomorrow.reader().articleId(), id);
        QTRY_COMPARE(text->toPlainText(), QStringLiteral("for tomorrow"));
    }

    void draftsAreToldApartByTheirPlace() {
        NoteDrafts drafts;
        data::Note whole;
        whole.article = 1;
        whole.text = "whole";
        data::Note words = whole;
        words.quote = "words";
        words.block = 3;
        words.text = "of words";
        data::Note kept;
        kept.article = 1;
        kept.id = 7;
        kept.text = "changed";
        for (const data::Note& note : {whole, words, kept})
            drafts.keep(note, NoteDrafts::Left::Aside);
        QCOMPARE(drafts.of(whole)->text, std::string("whole"));
        QCOMPARE(drafts.newest(1)->text, std::string("of words"));
        QVERIFY(drafts.newest(2) == nullptr && drafts.leftOpen(1) == nullptr);
        NoteDrafts again;
        again.restore(drafts.save());
        QCOMPARE(again.of(kept)->text, std::string("changed"));
        again.forget(words);
        QCOMPARE(again.newest(1)->text, std::string("whole"));
    }
};

PARALLAX_WIDGET_TEST(TestNoteDrafts)

} // namespace test_note_drafts
#include "test_note_drafts.moc"
