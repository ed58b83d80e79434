// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What shows itself only now and then, in every look: the restore dialog, earlier versions, the page of a
// damaged library, what a search finds, the find bar, the editor of notes, the menus of the article list. See
// test_pages.
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>

#include <fstream>

#include "data/store/annotation_store.h"
#include "data/store/article_store.h"
#include "data/store/backup.h"
#include "data/store/check_run.h"
#include "data/store/import.h"
#include "data/store/transaction.h"
#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/shots/page_look.h"
#include "ui/common/format.h"
#include "ui/library/library_workspace.h"
#include "ui/library/list_pane.h"
#include "ui/library/tag_colours.h"
#include "ui/library/versions_dialog.h"
#include "ui/reader/article_view.h"
#include "ui/reader/reader.h"
#include "ui/shell/restore_dialog.h"

namespace test_small_pages {

using namespace parallax;
using namespace parallax::ui;

class TestSmallPages final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_demo;
    qint64 m_article = 0, m_revised = 0;

    void look(QWidget* page, const QString& name) {
        const QString problems = ui::testing::problemsOf(page, name);
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
    }

    // What `open` shows blocks until it is closed.
    void lookAtMenu(const QString& name, const std::function<void()>& open) {
        bool seen = false;
        QTimer watch;
        connect(&watch, &QTimer::timeout, this, [&] {
            if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) {
                watch.stop();
                look(menu, name);
                seen = true;
                menu->close();
            }
        });
        watch.start(20);
        open();
        QTRY_VERIFY(seen);
    }

  private Q_SLOTS:
    void initTestCase() {
        m_demo = std::filesystem::path(m_folder.filePath(QStringLiteral("demo.sqlite3")).toStdString());
        ui::testing::importDemo(m_demo);
        data::Library library(m_demo);
        data::checkLibrary(library, {}, {}); // else each window begins with it
        for (const auto& row : library.articles().list({}, data::ArticleOrder::OldestFirst, 0, 100))
            if (row.languages.size() == 3 && m_article == 0)
                m_article = row.id;
        QVERIFY(m_article != 0);
        for (const char* price : {"112", "115"}) {
            const std::string text =
                std::string("# Orders of the year\n\nA first line that stays.\n\n| Year | "
                            "Orders |\n|---|---|\n| 2026 | ") +
                price + " |\n";
            data::ImportOptions options;
            options.parser = ui::testing::parserSettings();
            options.onArticle = [this](const data::ImportedArticle& one) { m_revised = one.saved.article; };
            data::importItems(library, {{"orders.md", text, "text/markdown"}}, options, {}, {});
        }
        QVERIFY(m_revised != 0);
        data::Transaction transaction(library);
        for (const char* name : {"Capital expenditure", "下一季回顧", "供应链"}) {
            const QString colour = nextTagColour(library.annotations().tags());
            const std::int64_t tag = library.annotations().addTag(name, toStdString(colour));
            if (name[0] != 'C')
                library.annotations().setTagged(m_article, tag, true);
        }
        transaction.commit();
    }

    void everyPageShowsItsWholeText_data() { ui::testing::addLooks(ui::testing::SmallWindows::Drawn); }

    void everyPageShowsItsWholeText() {
        QFETCH(QString, language);
        QFETCH(int, theme);
        QFETCH(int, scale);
        QFETCH(bool, small);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        const auto prepare = [&](Settings& settings) {
            settings.setTheme(static_cast<ThemeChoice>(theme));
            settings.setScalePercent(scale);
        };
        ui::testing::Window window(m_demo, language, prepare);
        window->resize(ui::testing::windowSize(scale, small));
        QTRY_VERIFY(window.library->isOpen());
        const auto shoot = [&](const char* name) {
            look(window.window.get(), tag + QLatin1Char('-') + QLatin1String(name));
        };

        window->goTo({QStringLiteral("library"), {{QStringLiteral("article"), m_article}}});
        auto* library = window->findChild<LibraryWorkspace*>();
        QTRY_VERIFY(library->reader().article() != nullptr && library->reader().view().page() != nullptr);
        library->reader().openFind();
        auto* find = window->findChild<QLineEdit*>(QStringLiteral("findInArticle"));
        QTRY_VERIFY(find->isVisible());
        ui::testing::typeText(find, QStringLiteral("NVIDIA"));
        QTest::qWait(100);
        shoot("find");
        QTextCursor words = library->reader().view().textCursor();
        words.movePosition(QTextCursor::Start);
        words.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        library->reader().view().setTextCursor(words);
        library->reader().addNote();
        auto* note = window->findChild<QPlainTextEdit*>(QStringLiteral("noteText"));
        QTRY_VERIFY(note->isVisible());
        ui::testing::typeText(note, QStringLiteral("Compare with 記憶體頻寬 of the year before."));
        shoot("note");
        if (small)
            return;

        QTRY_VERIFY_WITH_TIMEOUT(library->listPane().hasSelection(), 20000);
        lookAtMenu(tag + QStringLiteral("-tag-menu"),
                   [&] { window.actions->find(QStringLiteral("library.tag"))->trigger(); });
        lookAtMenu(tag + QStringLiteral("-order-menu"), [&] {
            for (QToolButton* button : library->listPane().findChildren<QToolButton*>())
                if (button->menu() != nullptr)
                    button->menu()->popup(button->mapToGlobal(button->rect().bottomLeft()));
        });
        library->listPane().setSearch(QStringLiteral("HBM"));
        QTest::qWait(300);
        QTRY_VERIFY(library->listPane().articles().rowCount() > 0);
        shoot("search");
        library->listPane().setSearch(QStringLiteral("qwertyuiop"));
        QTRY_COMPARE_WITH_TIMEOUT(library->listPane().articles().rowCount(), 0, 20000);
        QTest::qWait(300);
        shoot("no-hits");

        {
            data::Library own(window.libraryPath);
            data::takeSnapshot(own, data::SnapshotReason::Manual, {});
        }
        { // their parent goes below
            VersionsDialog versions(*window.context, m_revised, window.window.get());
            versions.show();
            auto* text = versions.findChild<QTextBrowser*>(QStringLiteral("versionText"));
            QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("115")));
            look(&versions, tag + QStringLiteral("-versions"));
            RestoreDialog restore(*window.context, data::snapshots(window.libraryPath).front(),
                                  window.window.get());
            restore.show();
            QTRY_VERIFY(restore.findChild<QPushButton*>(QStringLiteral("restore"))->isEnabled());
            look(&restore, tag + QStringLiteral("-restore"));
        }

        window.close();
        std::ofstream(window.libraryPath, std::ios::binary | std::ios::trunc) << std::string(8192, '\xAA');
        window.open();
        window->resize(ui::testing::windowSize(scale, small));
        QWidget* page = nullptr;
        QTRY_VERIFY((page = window->findChild<QWidget*>(QStringLiteral("brokenPage"))) && page->isVisible());
        QTRY_VERIFY(page->findChild<QPushButton*>(QStringLiteral("restoreButton"))->isVisible());
        shoot("broken-library");
    }
};

PARALLAX_WINDOW_TEST(TestSmallPages)

} // namespace test_small_pages
#include "test_small_pages.moc"
