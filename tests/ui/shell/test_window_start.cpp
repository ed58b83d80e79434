// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the window starts: on what it was left with, on the demo library, on what is no sound library.
#include <QPushButton>

#include <fstream>

#include "data/store/article_store.h"
#include "data/store/backup.h"
#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/common/dialogs.h"
#include "ui/shell/importer.h"
#include "ui/shell/workspaces.h"

namespace test_window_start {

using namespace parallax;
using namespace parallax::ui;
using parallax::ui::testing::Window;

namespace {

qint64 articlesIn(const Window& window) {
    data::Library library(window.libraryPath, data::Library::Mode::ReadOnly);
    return library.articles().count({});
}

} // namespace

class TestWindowStart final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theSessionComesBack() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        const QString last = workspaceKinds().back().id;
        window->resize(1000, 700);
        window->showWorkspace(last);
        window.close();
        window.open();
        QCOMPARE(window->currentPlace().workspace, last);
        QCOMPARE(window->size(), QSize(1000, 700));
    }

    void aDamagedSessionFileCostsOnlyTheSession() {
        Window window;
        window.close();
        std::ofstream(window.home.filePath(QStringLiteral("parallax/session.json")).toStdString())
            << "{\"geometry\": [";
        window.open();
        QTRY_VERIFY(window.library->isOpen());
        QCOMPARE(window->currentPlace().workspace, workspaceKinds().front().id);
    }

    void theDemoLibraryIsOneButtonAway() {
        Window window;
        if (!window->workspace(QStringLiteral("library")))
            QSKIP("there is no library workspace yet");
        window->showWorkspace(QStringLiteral("library"));
        auto* demo = window->findChild<QPushButton*>(QStringLiteral("demoButton"));
        QTRY_VERIFY(demo->isVisible());
        QSignalSpy finished(&window->importer(), &Importer::finished);
        QTest::mouseClick(demo, Qt::LeftButton);
        QVERIFY(!demo->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60000);
        QVERIFY(articlesIn(window) >= 3);
        QTRY_VERIFY(!demo->isVisible()); // the library itself is shown
    }

    void aFileThatIsNoLibraryShowsWhatHappenedAndWhatToDo() {
        Window window;
        window.close();
        std::filesystem::remove_all(window.libraryPath);
        std::ofstream(window.libraryPath) << std::string(5000, 'x');
        window.open();
        QWidget* page = nullptr;
        QTRY_VERIFY((page = window->findChild<QWidget*>(QStringLiteral("brokenPage"))) && page->isVisible());
        QSignalSpy wanted(window.window.get(), &MainWindow::libraryWanted);
        dialogs::setNextPaths({QStringLiteral("/somewhere/other.sqlite3")});
        QTest::mouseClick(page->findChild<QPushButton*>(QStringLiteral("otherButton")), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("/somewhere/other.sqlite3"));
        QTest::mouseClick(page->findChild<QPushButton*>(QStringLiteral("retryButton")), Qt::LeftButton);
        QCOMPARE(wanted.count(), 2);
        QVERIFY(!page->findChild<QPushButton*>(QStringLiteral("restoreButton"))->isVisible()); // no snapshot
        QVERIFY(
            !page->findChild<QPushButton*>(QStringLiteral("newButton"))->isVisible()); // something is there
    }

    void aKnownLibraryThatIsGoneIsMadeAnewOnlyWhenAsked() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        QVERIFY(std::filesystem::exists(window.libraryPath));
        window.close();
        for (const char* const ending : {"", "-wal", "-shm"})
            std::filesystem::remove(window.libraryPath.string() + ending);
        window.open(LibraryClient::Missing::Failed);
        QWidget* page = nullptr;
        QTRY_VERIFY((page = window->findChild<QWidget*>(QStringLiteral("brokenPage"))) && page->isVisible());
        QVERIFY(!std::filesystem::exists(window.libraryPath));
        QSignalSpy wanted(window.window.get(), &MainWindow::libraryWanted);
        auto* begin = page->findChild<QPushButton*>(QStringLiteral("newButton"));
        QVERIFY(begin->isVisible());
        QTest::mouseClick(begin, Qt::LeftButton);
        QTRY_COMPARE(wanted.count(), 1);
        QVERIFY(std::filesystem::exists(window.libraryPath));
        window.close();
        window.open(LibraryClient::Missing::Failed);
        QTRY_VERIFY(window.library->isOpen());
    }

    void aDamagedLibraryIsReplacedByItsSnapshotAndKept() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        window.close();
        {
            data::Library library(window.libraryPath);
            QVERIFY(data::takeDailySnapshot(library, {}));
        }
        std::ofstream(window.libraryPath, std::ios::binary | std::ios::trunc) << std::string(8192, '\xAA');
        window.open();
        QWidget* page = nullptr;
        QTRY_VERIFY((page = window->findChild<QWidget*>(QStringLiteral("brokenPage"))) && page->isVisible());
        auto* restore = page->findChild<QPushButton*>(QStringLiteral("restoreButton"));
        QTRY_VERIFY(restore->isVisible());
        QSignalSpy wanted(window.window.get(), &MainWindow::libraryWanted);
        dialogs::setNextConfirmation(false);
        QTest::mouseClick(restore, Qt::LeftButton);
        QCOMPARE(wanted.count(), 0);
        dialogs::setNextConfirmation(true);
        QTest::mouseClick(restore, Qt::LeftButton);
        QTRY_COMPARE(wanted.count(), 1);
        window.close();
        QCOMPARE(articlesIn(window), 0); // opens again
        int kept = 0;
        for (const auto& entry : std::filesystem::directory_iterator(window.libraryPath.parent_path()))
            kept += entry.path().string().find(".damaged-") != std::string::npos;
        QVERIFY(kept >= 1);
    }
};

PARALLAX_WINDOW_TEST(TestWindowStart)

} // namespace test_window_start
#include "test_window_start.moc"
