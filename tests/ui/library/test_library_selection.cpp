// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done to the articles that are selected: to all of them, also where few of their rows were loaded,
// and to none that are gone.

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "data/export/article_export.h"
#include "data/store/statement.h"
#include "tests/test_program.h"
#include "tests/ui/library/library_window.h"
#include "ui/common/dialogs.h"
#include "ui/common/theme.h"

namespace test_library_selection {

using namespace parallax;
using namespace parallax::ui;
using test::english;
using Window = test::LibraryWindow;

namespace {

// More than are ever read without being scrolled to.
constexpr int many = 300;

std::int64_t starred(Window& window) {
    data::ArticleFilter filter;
    filter.starredOnly = true;
    return window.store.library->articles().count(filter);
}

std::int64_t unread(Window& window) {
    data::ArticleFilter filter;
    filter.unreadOnly = true;
    return window.store.library->articles().count(filter);
}

QPushButton* undoButton(Window& window) {
    for (QPushButton* button : window.page->listPane().findChildren<QPushButton*>())
        if (button->text() == QLatin1String("Undo") && button->isVisible())
            return button;
    return nullptr;
}

QString wordsBeside(const QPushButton* button) {
    QString words;
    for (const QLabel* label : button->parentWidget()->findChildren<QLabel*>())
        words += label->text();
    return words;
}

QString textOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestLibrarySelection : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
    }

    void selectAllMeansAll() {
        Window window(many);
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), many + 1);
        window.list().setFocus();
        window.key(Qt::Key_A, Qt::ControlModifier);
        QVERIFY(window.page->listPane().articles().at(many) == nullptr); // never scrolled to
        window.key(Qt::Key_S);
        QTRY_COMPARE(starred(window), many + 1);
        window.key(Qt::Key_U);
        QTRY_COMPARE(unread(window), 0);
    }

    void selectAllOfASearchMeansItsHitsAlone() {
        Window window(many);
        QTRY_VERIFY(window.ready());
        window.page->listPane().setSearch(QStringLiteral("tells"));
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), many);
        window.list().setFocus();
        window.list().selectAll();
        window.key(Qt::Key_S);
        QTRY_COMPARE(starred(window), many);
    }

    void aNewSearchIsShownFromItsBestHit() {
        Window window(many);
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), many + 1);
        ListPane& pane = window.page->listPane();
        pane.setSearch(QStringLiteral("tells"));
        QTRY_COMPARE(pane.articles().rowCount(), many);
        QTRY_VERIFY(pane.articles().at(30) != nullptr);
        const data::ArticleId id = pane.articles().at(30)->row.id;
        pane.setSearch({});
        QTRY_COMPARE(pane.articles().rowCount(), many + 1);
        pane.select(id);
        pane.setSearch(QStringLiteral("tells NOT title:nowhere"));
        QTRY_COMPARE(pane.articles().rowCount(), many);
        QTRY_VERIFY(window.list().currentIndex().row() > 20); // the open article is among the hits
        QCOMPARE(window.list().verticalScrollBar()->value(), 0);
        // How it was read breaks neither at the minus nor behind the field's name.
        const QString facts = window.page->findChild<QLabel*>(QStringLiteral("searchFacts"))->text();
        QVERIFY2(facts.contains(QChar(0x2060)), qPrintable(facts));
        for (const QChar sign : {QLatin1Char('-'), QLatin1Char(':')})
            for (qsizetype at = facts.indexOf(sign); at >= 0; at = facts.indexOf(sign, at + 1))
                QVERIFY2(facts[at + 1] == QChar(0x2060) || facts[at + 1].isSpace(), qPrintable(facts));
    }

    void oneUndoBringsBackAllThatWereSelected() {
        Window window(many);
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), many + 1);
        window.list().setFocus();
        window.list().selectAll();
        window.key(Qt::Key_Delete);
        QTRY_VERIFY(undoButton(window) != nullptr);
        QVERIFY2(wordsBeside(undoButton(window)).contains(QStringLiteral("301 articles")),
                 qPrintable(wordsBeside(undoButton(window))));
        QTest::mouseClick(undoButton(window), Qt::LeftButton);
        QCOMPARE(window.store.library->articles().count({}), many + 1);
        // Without "Undo" all go.
        window.list().selectAll();
        window.key(Qt::Key_Delete);
        QTRY_VERIFY(undoButton(window) != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(window.store.library->articles().count({}), 0, 20'000);
    }

    void aKeyForAnArticleThatIsGoneDoesNothing() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.page->listPane().setSearch(QStringLiteral("\"number 3\""));
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), 1);
        window.list().setFocus();
        window.key(Qt::Key_J);
        QTRY_VERIFY(window.reader().article() != nullptr);
        const data::ArticleId id = window.reader().articleId();
        window.key(Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(!window.store.library->articles().row(id), 15'000);
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), 0);
        QVERIFY(window.reader().article() == nullptr);
        for (const char* name : {"library.star", "library.unread", "library.remove", "library.copyTitle",
                                 "library.exportText", "library.tag", "library.copyLink"})
            window.bench->actions.find(QLatin1String(name))->trigger();
        QTest::qWait(50); // what they asked the library for
        QVERIFY(undoButton(window) == nullptr);
        QCOMPARE(window.store.library->articles().count({}), 5);
    }

    void anArticleOutsideTheListIsStarredAsWell() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        const data::ArticleId id = window.reader().articleId();
        window.page->listPane().setSearch(QStringLiteral("\"number 3\""));
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), 1);
        window.reader().view().setFocus();
        window.key(Qt::Key_S);
        QTRY_VERIFY(window.store.library->articles().row(id)->starred);
        window.key(Qt::Key_S);
        QTRY_VERIFY(!window.store.library->articles().row(id)->starred);
    }

    void titlesOfAllAreCopied() {
        Window window(many);
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), many + 1);
        window.list().selectAll();
        QApplication::clipboard()->clear();
        window.bench->actions.find(QStringLiteral("library.copyTitle"))->trigger();
        QTRY_COMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), many);
        QApplication::clipboard()->clear();
    }

    void articlesAreWrittenInTheLanguageThatIsRead() {
        const auto exported = [](data::Language reading) {
            Window window(1, reading);
            if (!QTest::qWaitFor([&] { return window.ready(); }))
                return QString();
            window.openBilingual();
            if (!QTest::qWaitFor([&] { return window.reader().article() != nullptr; }))
                return QString();
            const QString path = window.store.folder.filePath(QStringLiteral("out.md"));
            dialogs::setNextPaths({path});
            window.bench->actions.find(QStringLiteral("library.exportMarkdown"))->trigger();
            (void)QTest::qWaitFor([&] { return QFileInfo(path).size() > 100; }, 10'000);
            return textOf(path);
        };
        QVERIFY(exported(data::Language::English).contains(QStringLiteral("What the price lists say")));
        QVERIFY(exported(data::Language::TraditionalChinese).contains(QStringLiteral("價目表怎麼說")));
        // There is no edition in that script: converted, and the file says so.
        const QString converted = exported(data::Language::SimplifiedChinese);
        QVERIFY2(converted.contains(QStringLiteral("价目表怎么说")), qPrintable(converted));
        QVERIFY2(converted.contains(
                     QString::fromStdString(data::conversionLabel(data::Language::TraditionalChinese))),
                 qPrintable(converted));
    }

    void aLinkToAnArticleThatIsGoneLeavesTheWindowAtWork() {
        Window window;
        QTRY_VERIFY(window.ready());
        QSignalSpy failed(&window.reader(), &Reader::articleFailed);
        window.page->goTo({QStringLiteral("library"), {{QStringLiteral("article"), 999'999}}});
        QTRY_COMPARE(failed.size(), 1);
        // What the person does next goes into the history again.
        QSignalSpy moved(window.page.get(), &LibraryWorkspace::placeChanged);
        window.page->listPane().setSearch(QStringLiteral("note"));
        QCOMPARE(moved.size(), 1);
    }

    void aDamagedArticleIsShownWithAWarning() {
        Window window;
        QTRY_VERIFY(window.ready());
        data::execute(*window.store.library,
                      "UPDATE article_table SET content = replace(content, '$3.30', '$8.30')");
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        QCOMPARE(window.bench->issues.rowCount(), 1);
        QVERIFY2(window.bench->issues.issue(0).text.contains(english),
                 qPrintable(window.bench->issues.issue(0).text));
        window.page->goTo({QStringLiteral("library"), {{QStringLiteral("article"), 2}}}); // a short note
        QTRY_VERIFY(window.shown().startsWith(QStringLiteral("Short note")));
        QCOMPARE(window.bench->issues.rowCount(), 1);
    }

    void anArticleThatIsImportedAnewIsShownAnew() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        window.reader().setMode(ReadingMode::Original);
        const data::ArticleId id = window.reader().articleId();
        data::Article changed = test::englishArticle();
        test::ArticleBuilder more(data::Language::English);
        more.article = changed;
        more.add(data::BlockKind::Paragraph, "A correction was added on Friday.");
        window.store.add(more.article);
        QTRY_VERIFY_WITH_TIMEOUT(
            window.reader().view().toPlainText().contains(QStringLiteral("added on Friday")), 10'000);
        QCOMPARE(window.reader().articleId(), id);
    }
};

PARALLAX_WIDGET_TEST(TestLibrarySelection)

} // namespace test_library_selection
#include "test_library_selection.moc"
