// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window comes back to, in the same library and in another one.
#include <QSplitter>

#include "data/store/article_store.h"
#include "data/store/transaction.h"
#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/library/library_workspace.h"
#include "ui/shell/session.h"

namespace test_window_session {

using namespace parallax;
using namespace parallax::ui;
using parallax::ui::testing::Window;

namespace {

// A library with `count` articles of a source; their ids are 1, 2 …
void fill(const std::filesystem::path& path, int count, const std::string& source) {
    data::Library library(path);
    data::Transaction transaction(library);
    for (int i = 0; i < count; ++i) {
        data::Article article;
        article.language = data::Language::English;
        article.title = source + " " + std::to_string(i);
        article.source = source;
        article.text = article.title;
        data::Block title;
        title.kind = data::BlockKind::Title;
        title.text = article.title;
        title.span = {0, article.title.size()};
        article.blocks.push_back(title);
        data::Document document;
        document.format = data::Format::SavedPage;
        document.encoding = "UTF-8";
        library.articles().save(article, article.text, document, article.title);
    }
    transaction.commit();
}

LibraryWorkspace& page(const Window& window) {
    return *static_cast<LibraryWorkspace*>(window->workspace(QStringLiteral("library")));
}

} // namespace

class TestWindowSession final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void panesAreAsWideAfterARestart() {
        Window window;
        window.close();
        fill(window.libraryPath, 4, "First");
        window.open();
        QTRY_VERIFY(window.library->isOpen());
        window->resize(1264, 760);
        QTRY_COMPARE(page(window).listPane().articles().rowCount(), 4);
        const auto panes = [&] { return page(window).findChild<QSplitter*>()->sizes(); };
        QTRY_VERIFY(panes().size() == 3 && panes()[1] > 100);
        QSplitter* splitter = page(window).findChild<QSplitter*>();
        splitter->setSizes({190, 300, panes()[0] + panes()[1] + panes()[2] - 490});
        QTest::qWait(50);
        const QList<int> before = panes();
        QCOMPARE(before[0], 190);
        window.close();
        window.open();
        QTRY_VERIFY(window.library->isOpen());
        QTRY_COMPARE(page(window).listPane().articles().rowCount(), 4);
        QTRY_COMPARE(panes(), before);
    }

    void onlyTheLookGoesToAnotherLibrary() {
        Window window;
        window.close();
        const std::filesystem::path first = window.libraryPath;
        const std::filesystem::path second = first.parent_path() / "second.sqlite3";
        fill(first, 4, "First");
        fill(second, 4, "Second");
        window.open();
        QTRY_VERIFY(window.library->isOpen());
        window->resize(1200, 700);
        data::ArticleFilter filter;
        filter.source = "First";
        window->goTo({QStringLiteral("library"),
                      {{QStringLiteral("article"), 2}, {QStringLiteral("source"), QStringLiteral("First")}}});
        QTRY_COMPARE(page(window).reader().articleId(), 2);
        page(window).listPane().setOrder(data::ArticleOrder::Title);
        window.close();

        window.libraryPath = second;
        window.open();
        QTRY_VERIFY(window.library->isOpen());
        QTRY_COMPARE(page(window).listPane().articles().rowCount(), 4);
        QTest::qWait(1500); // an article that stays is marked as read by then
        QCOMPARE(page(window).reader().articleId(), 0);
        QVERIFY(page(window).listPane().source().filter == data::ArticleFilter());
        QVERIFY(page(window).listPane().source().order == data::ArticleOrder::Title);
        QCOMPARE(window->size(), QSize(1200, 700));
        data::Library other(second, data::Library::Mode::ReadOnly);
        data::ArticleFilter unread;
        unread.unreadOnly = true;
        QCOMPARE(other.articles().count(unread), 4);
        window.close();

        window.libraryPath = first;
        window.open();
        QTRY_COMPARE(page(window).reader().articleId(), 2);
        QVERIFY(page(window).listPane().source().filter == filter);
    }

    void aCopyOfALibraryIsTheSameLibrary() {
        Window window;
        window.close();
        fill(window.libraryPath, 3, "First");
        window.open();
        QTRY_VERIFY(window.library->isOpen());
        window->goTo({QStringLiteral("library"), {{QStringLiteral("article"), 3}}});
        QTRY_COMPARE(page(window).reader().articleId(), 3);
        window.close();
        const std::filesystem::path moved = window.libraryPath.parent_path() / "moved.sqlite3";
        std::filesystem::rename(window.libraryPath, moved);
        window.libraryPath = moved;
        window.open();
        QTRY_COMPARE(page(window).reader().articleId(), 3);
    }

    void aWindowThatIsClosedAtOnceForgetsNothing() {
        Window window;
        window.close();
        fill(window.libraryPath, 3, "First");
        window.open();
        QTRY_VERIFY(window.library->isOpen());
        window->goTo({QStringLiteral("library"), {{QStringLiteral("article"), 3}}});
        QTRY_COMPARE(page(window).reader().articleId(), 3);
        window.close();
        window.open();
        window.close(); // the library has not told yet which one it is
        window.open();
        QTRY_COMPARE(page(window).reader().articleId(), 3);
    }

    void aStateIsPartedAndJoinedWithoutLoss() {
        const QJsonObject state{
            {QStringLiteral("splitter"), QStringLiteral("x")},
            {QStringLiteral("table"), 5},
            {QStringLiteral("page"),
             QJsonObject{{QStringLiteral("bars"), true}, {QStringLiteral("columns"), QJsonArray{1, 2}}}}};
        const QString tables = QStringLiteral("tables");
        const QJsonObject look = lookOf(tables, state);
        const QJsonObject content = contentOf(tables, state);
        QVERIFY(!look.contains(QLatin1String("table")));
        QVERIFY(!look[QLatin1String("page")].toObject().contains(QLatin1String("columns")));
        QVERIFY(!content.contains(QLatin1String("splitter")));
        QCOMPARE(joined(look, content), state);
        QCOMPARE(lookOf(QStringLiteral("models"), state), state);
    }

    void longUnusedLibrariesAreForgotten() {
        QJsonObject session;
        for (int i = 0; i < 40; ++i)
            session[QLatin1String("libraries")] =
                withLibraryPart(session, QString::number(i), {{QStringLiteral("n"), i}});
        QVERIFY(session[QLatin1String("libraries")].toArray().size() < 20);
        QCOMPARE(libraryPart(session, QStringLiteral("39"))[QLatin1String("n")].toInt(), 39);
        QVERIFY(libraryPart(session, QStringLiteral("0")).isEmpty());
    }
};

PARALLAX_WINDOW_TEST(TestWindowSession)

} // namespace test_window_session
#include "test_window_session.moc"
