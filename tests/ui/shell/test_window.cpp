// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window, driven as a person would.
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QToolButton>

#include <fstream>

#include "data/store/article_store.h"
#include "data/store/backup.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/common/dialogs.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/drawer.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/importer.h"
#include "ui/shell/palette_model.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shortcuts_sheet.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspaces.h"

using namespace parallax;
using namespace parallax::ui;
using parallax::ui::test::Window;

namespace {

const char* const articleText =
    "# Chip orders rise\n\nA maker of accelerators says that its orders rose by 12 % in spring.\n\n"
    "| Year | Orders |\n|---|---|\n| 2025 | 100 |\n| 2026 | 112 |\n";

QString writeFile(const QTemporaryDir& folder, const char* name, const char* text) {
    const QString path = folder.filePath(QString::fromLatin1(name));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return path;
}

qint64 articlesIn(const Window& window) {
    data::Library library(window.libraryPath, data::Library::Mode::ReadOnly);
    return library.articles().count({});
}

void drop(QWidget* target, QMimeData& mime) {
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QDropEvent event(QPointF(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &event);
}

} // namespace

class TestWindow final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyWorkspaceIsReachedByItsKeyAndButton() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        QVERIFY(QTest::qWaitForWindowActive(window.window.get()));
        QVERIFY(!workspaceKinds().empty());
        int key = Qt::Key_1;
        for (const WorkspaceKind& kind : workspaceKinds()) {
            QTest::keyClick(window.window.get(), static_cast<Qt::Key>(key++), Qt::ControlModifier);
            QTRY_COMPARE(window->currentPlace().workspace, kind.id);
            QVERIFY(window->windowTitle().contains(kind.title()));
        }
        auto* first = window->findChild<QToolButton*>(QStringLiteral("rail.") + workspaceKinds().front().id);
        QVERIFY(first && first->isVisible() && !first->isChecked());
        QTest::mouseClick(first, Qt::LeftButton);
        QCOMPARE(window->currentPlace().workspace, workspaceKinds().front().id);
        QVERIFY(first->isChecked());
    }

    void noTwoCommandsClaimTheSameKeys() {
        Window window;
        window->createAllWorkspaces();
        const QStringList conflicts = window.actions->shortcutConflicts();
        QVERIFY2(conflicts.isEmpty(), qPrintable(conflicts.join(QLatin1Char('\n'))));
    }

    void everyCommandHasANameAndIsFoundInThePalette() {
        Window window;
        window->createAllWorkspaces();
        PaletteModel model(*window.context);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSet<QString> ids;
        for (const ActionRegistry::Entry& entry : window.actions->entries()) {
            QVERIFY2(!entry.action->text().isEmpty(), qPrintable(entry.id));
            QVERIFY2(!ids.contains(entry.id), qPrintable(entry.id + QStringLiteral(" is registered twice")));
            ids << entry.id;
            if (!entry.action->isEnabled() || !entry.action->isVisible())
                continue;
            model.setQuery(entry.action->text());
            bool found = false;
            for (int row = 0; row < model.rowCount(); ++row)
                found = found || model.actionAt(row) == entry.action;
            QVERIFY2(found, qPrintable(entry.id));
        }
    }

    void commandsOfPagesNeverOpenedAreFoundAndTakeOneThere() {
        Window window;
        window->showWorkspace(QStringLiteral("library"));
        QVERIFY(window.actions->find(QStringLiteral("tables.find")) == nullptr); // not made at the start
        QElapsedTimer opening;
        opening.start();
        window.actions->find(QStringLiteral("general.palette"))->trigger();
        qInfo("The first opening of the palette took %lld ms.", opening.elapsed());
        auto* field = window->findChild<QLineEdit*>(QStringLiteral("paletteField"));
        QTRY_VERIFY(field && field->isVisible());
        QTest::keyClicks(field, QStringLiteral("Find a table"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(window->currentPlace().workspace, QStringLiteral("tables"));
    }

    void everyButtonHasAnAccessibleName() {
        Window window;
        window->createAllWorkspaces();
        SettingsDialog settings(*window.context, window.window.get());
        ImportDialog import(window->importer(), window.window.get());
        const QList<QAbstractButton*> buttons = window->findChildren<QAbstractButton*>();
        QVERIFY(buttons.size() > 10);
        for (QAbstractButton* button : buttons) {
            // Qt's own parts (the corner of a table, scroll buttons of tabs) are not ours to name.
            if (button->objectName().startsWith(QLatin1String("qt_")) ||
                QByteArray(button->metaObject()->className()).startsWith("QTable") ||
                qobject_cast<QLineEdit*>(button->parentWidget()) ||
                qobject_cast<QTabBar*>(button->parentWidget()))
                continue;
            // A button that its page has not named yet is hidden by it.
            if (button->isHidden() && button->text().isEmpty() && button->icon().isNull())
                continue;
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(button);
            QVERIFY(accessible);
            QString path = button->objectName();
            for (const QObject* up = button->parent(); up; up = up->parent())
                path.prepend(QString::fromLatin1(up->metaObject()->className()) + QLatin1Char('/'));
            QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(path));
        }
        for (QWidget* field : window->findChildren<QWidget*>()) {
            if (!qobject_cast<QLineEdit*>(field) && !qobject_cast<QAbstractItemView*>(field))
                continue;
            if (!field->parentWidget() || qobject_cast<QComboBox*>(field->parentWidget()) ||
                field->inherits("QHeaderView") || qobject_cast<QAbstractItemView*>(field->parentWidget()) ||
                qobject_cast<QAbstractSpinBox*>(field->parentWidget()) ||
                QByteArray(field->parentWidget()->metaObject()->className()) == "QComboBoxPrivateContainer")
                continue;
            QVERIFY2(!field->accessibleName().isEmpty(),
                     qPrintable(QString::fromLatin1(field->metaObject()->className()) + QLatin1Char(' ') +
                                field->objectName()));
        }
    }

    void thePaletteRunsACommandFromTheKeyboardAndGivesTheFocusBack() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        QVERIFY(QTest::qWaitForWindowActive(window.window.get()));
        QWidget* before = window->findChild<QToolButton*>(QStringLiteral("statusTasks"));
        before->setFocus();
        QTest::keyClick(window.window.get(), Qt::Key_K, Qt::ControlModifier);
        QLineEdit* field = window->palette().field();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!window->palette().isVisible());
        QTRY_VERIFY(before->hasFocus());

        QTest::keyClick(window.window.get(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(field->hasFocus());
        const WorkspaceKind& wanted = workspaceKinds().back();
        QTest::keyClicks(field, wanted.title().toLower());
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!window->palette().isVisible());
        QTRY_COMPARE(window->currentPlace().workspace, wanted.id);
    }

    void thePaletteMovesByArrowsAndTakesChinese() {
        Window window({}, QStringLiteral("en"));
        QTRY_VERIFY(window.library->isOpen());
        window->palette().open();
        QLineEdit* field = window->palette().field();
        QListView* list = window->palette().list();
        QVERIFY(list->model()->rowCount() > 3);
        QCOMPARE(list->currentIndex().row(), 0);
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::keyClick(field, Qt::Key_Up);
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(list->currentIndex().row(), list->model()->rowCount() - 1); // round the end
        QTest::keyClick(field, Qt::Key_PageUp);
        field->clear();
        test::typeText(field, QStringLiteral("简体"));
        QCOMPARE(list->model()->rowCount() > 0, true);
        QVERIFY(list->model()->index(0, 0).data().toString().contains(QStringLiteral("简体中文")));
        field->clear();
        test::typeText(field, QStringLiteral("zzzzqqq"));
        QCOMPARE(list->model()->rowCount(), 0);
        QTest::keyClick(field, Qt::Key_Return); // nothing to run: nothing happens
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(window->palette().isVisible());
    }

    void backAndForwardLeadThroughTheWorkspaces() {
        if (workspaceKinds().size() < 3)
            QSKIP("fewer than three workspaces");
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        QVERIFY(QTest::qWaitForWindowActive(window.window.get()));
        const QString a = workspaceKinds()[0].id;
        const QString b = workspaceKinds()[1].id;
        const QString c = workspaceKinds()[2].id;
        for (const QString& id : {a, b, c})
            window->showWorkspace(id);
        QTest::keyClick(window.window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window->currentPlace().workspace, b);
        QTest::keyClick(window.window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window->currentPlace().workspace, a);
        QVERIFY(!window.actions->find(QStringLiteral("general.back"))->isEnabled());
        QTest::keyClick(window.window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(window->currentPlace().workspace, b);
        window->goTo({QStringLiteral("no-such-workspace"), {}}); // a link of a newer version: stays
        QCOMPARE(window->currentPlace().workspace, b);
    }

    void theThemeChangesAtOnceAndIsRemembered() {
        Window window;
        QAction* toggle = window.actions->find(QStringLiteral("general.theme"));
        window.settings->setTheme(ThemeChoice::Light);
        const QColor light = window->grab().toImage().pixelColor(700, 400);
        toggle->trigger();
        QVERIFY(Theme::current().dark);
        const QColor dark = window->grab().toImage().pixelColor(700, 400);
        QVERIFY2(dark.lightness() < 60 && light.lightness() > 200, qPrintable(light.name() + dark.name()));
        QCOMPARE(Settings().theme(), ThemeChoice::Dark);
        window.actions->find(QStringLiteral("general.contrast"))->trigger();
        QVERIFY(Theme::current().highContrast);
        toggle->trigger();
        QCOMPARE(Settings().theme(), ThemeChoice::Light);
    }

    void everythingGrowsLive() {
        Window window;
        const int before = window->statusLine().sizeHint().height();
        SettingsDialog dialog(*window.context, window.window.get());
        auto* scale = dialog.findChild<QComboBox*>(QStringLiteral("scale"));
        scale->setCurrentIndex(scale->findData(200));
        QCOMPARE(window.settings->scalePercent(), 200);
        QCOMPARE(rowHeight(), 56);
        QTRY_VERIFY(window->statusLine().sizeHint().height() > before * 3 / 2);
        dialog.findChild<QComboBox*>(QStringLiteral("rows"))->setCurrentIndex(1);
        QCOMPARE(rowHeight(), 48);
        dialog.findChild<QComboBox*>(QStringLiteral("theme"))->setCurrentIndex(2);
        QVERIFY(Theme::current().dark);
    }

    void theReadingLanguageIsChosenInTheTopBar() {
        Window window;
        QAction* simplified = window.actions->find(QStringLiteral("general.read.hans"));
        simplified->trigger();
        QCOMPARE(window.settings->readingLanguage(), data::Language::SimplifiedChinese);
        QVERIFY(simplified->isChecked());
        QVERIFY(!window.actions->find(QStringLiteral("general.read.en"))->isChecked());
        QStringList shown; // still the short names, not those of the commands
        for (const QToolButton* button : window->findChildren<QToolButton*>())
            if (button->property("role") == QLatin1String("segment"))
                shown << button->text();
        QCOMPARE(shown, QStringList({QStringLiteral("EN"), QStringLiteral("繁"), QStringLiteral("简")}));
        simplified->trigger(); // a second press does not uncheck it
        QVERIFY(simplified->isChecked());
    }

    void aDroppedFileIsImportedAsATask() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        QTemporaryDir folder;
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(writeFile(folder, "orders.md", articleText))});
        QSignalSpy finished(&window->importer(), &Importer::finished);
        drop(window.window.get(), mime);
        QCOMPARE(window.tasks->rowCount(), 1);
        QVERIFY(window.tasks->data(window.tasks->index(0), Qt::DisplayRole)
                    .toString()
                    .contains(QLatin1String("orders.md")));
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
        QCOMPARE(articlesIn(window), 1);
        QCOMPARE(window.issues->rowCount(), 0);
        QCOMPARE(window.tasks->data(window.tasks->index(0), TaskManager::DetailRole).toString(),
                 QStringLiteral("1 article added"));
    }

    void pastedTextIsImportedAndABadFileCostsOnlyItself() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        QApplication::clipboard()->setText(QString::fromLatin1(articleText));
        QSignalSpy finished(&window->importer(), &Importer::finished);
        window.actions->find(QStringLiteral("general.paste"))->setEnabled(true);
        window.actions->find(QStringLiteral("general.paste"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
        QCOMPARE(articlesIn(window), 1);

        QTemporaryDir folder;
        const QString good =
            writeFile(folder, "good.md", "# Rivers\n\nWater flows down towards the sea every day.\n");
        window->importer().import({{good.toStdString(), {}, {}},
                                   {folder.filePath(QStringLiteral("absent.md")).toStdString(), {}, {}}});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 20000);
        QCOMPARE(articlesIn(window), 2);
        QCOMPARE(window.issues->rowCount(), 1);
        QVERIFY(window.issues->issue(0).text.contains(QLatin1String("absent.md")));
        QTRY_VERIFY(window->findChild<QToolButton*>(QStringLiteral("statusIssues"))->isVisible());
    }

    void anEmptyClipboardIsSaidAndNothingBreaks() {
        Window window;
        QApplication::clipboard()->setMimeData(new QMimeData);
        window.actions->find(QStringLiteral("general.paste"))->setEnabled(true);
        window.actions->find(QStringLiteral("general.paste"))->trigger();
        QCOMPARE(window.issues->rowCount(), 1);
        QCOMPARE(window.tasks->rowCount(), 0);
    }

    void whatADropHoldsIsUnderstood() {
        QMimeData nothing;
        QVERIFY(Importer::itemsOf(nothing).empty());
        QMimeData address;
        address.setText(QStringLiteral("  https://example.org/article?id=1 "));
        QCOMPARE(Importer::itemsOf(address).front().location,
                 std::string("https://example.org/article?id=1"));
        QMimeData words;
        words.setText(QStringLiteral("https://example.org is a place\nand this is text"));
        QVERIFY(!Importer::itemsOf(words).front().bytes.empty());
        QMimeData script;
        script.setText(QStringLiteral("javascript:alert(1)"));
        QVERIFY(!Importer::itemsOf(script).front().bytes.empty()); // text like any other
        QMimeData page;
        page.setHtml(QStringLiteral("<p>本周</p>"));
        page.setText(QStringLiteral("本周"));
        QCOMPARE(Importer::itemsOf(page).front().contentType, std::string("text/html; charset=utf-8"));
        QMimeData files;
        files.setUrls({QUrl(QStringLiteral("file:///tmp/中文.txt")),
                       QUrl(QStringLiteral("ftp://old.example/x")),
                       QUrl(QStringLiteral("https://example.org/"))});
        QCOMPARE(Importer::itemsOf(files).size(), std::size_t(2)); // what cannot be fetched is left out
    }

    void theImportDialogGathersFilesAndAddresses() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        QTemporaryDir folder;
        const QString path = writeFile(folder, "orders.md", articleText);
        window.actions->find(QStringLiteral("general.import"))->trigger();
        auto* dialog = window->findChild<ImportDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        auto* import = dialog->findChild<QPushButton*>(QStringLiteral("importButton"));
        QVERIFY(!import->isEnabled());
        dialogs::setNextPaths({path, path});
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("addFiles")), Qt::LeftButton);
        QCOMPARE(dialog->findChild<QListWidget*>()->count(), 1);
        dialogs::setNextPaths({}); // cancelled
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("addFolder")), Qt::LeftButton);
        QCOMPARE(dialog->findChild<QListWidget*>()->count(), 1);
        QSignalSpy finished(&window->importer(), &Importer::finished);
        QTest::mouseClick(import, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
        QCOMPARE(articlesIn(window), 1);
    }

    void aTaskIsCancelledFromTheStatusLine() {
        Window window;
        bool cancelled = false;
        window.tasks->start(
            QStringLiteral("Counting"),
            [](std::stop_token stop, const ProgressCallback& progress) {
                for (int i = 0;; ++i) {
                    throwIfStopped(stop);
                    progress({i, 100000, "n"});
                    QThread::msleep(1);
                }
            },
            window.window.get(), {},
            [&](const Error& error) { cancelled = error.code() == ErrorCode::Cancelled; });
        auto* button = window->findChild<QToolButton*>(QStringLiteral("statusCancel"));
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(cancelled);
        QTRY_VERIFY(!button->isVisible());
        QCOMPARE(window.issues->rowCount(), 0);
    }

    void aClickOnAnIssueLeadsToItsPlace() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        const QString target = workspaceKinds().back().id;
        window.issues->add({Severity::Warning, QStringLiteral("Look there"), {}, Place{target, {}}, {}});
        QTest::mouseClick(window->findChild<QToolButton*>(QStringLiteral("statusIssues")), Qt::LeftButton);
        QListView* list = window->drawer().list();
        QTRY_VERIFY(list->isVisible() && list->viewport()->height() > 10);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(window->currentPlace().workspace, target);
        // And by keyboard.
        window->showWorkspace(workspaceKinds().front().id);
        window->drawer().open(Drawer::Page::Issues);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(window->currentPlace().workspace, target);
        QTest::keyClick(&window->drawer(), Qt::Key_Escape);
        QVERIFY(!window->drawer().isVisible());
    }

    void aMistakeInASlotBecomesAnIssue() {
        Window window;
        auto* application = static_cast<Application*>(qApp);
        int reported = 0;
        application->onException([&](const std::exception&) { ++reported; });
        QTimer::singleShot(0, window.window.get(), [] { throw Error(ErrorCode::DiskFull, {"/x"}); });
        QTRY_COMPARE(reported, 1);
        application->onException({});
    }

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

    void theShortcutsSheetListsEveryKey() {
        Window window;
        window->createAllWorkspaces();
        window.actions->find(QStringLiteral("general.shortcuts"))->trigger();
        auto* sheet = window->findChild<ShortcutsSheet*>();
        QVERIFY(sheet && sheet->isVisible());
        const QString text = sheet->findChild<QTextBrowser*>()->toPlainText();
        for (const ActionRegistry::Entry& entry : window.actions->entries())
            if (!entry.action->shortcut().isEmpty())
                QVERIFY2(text.contains(entry.action->shortcut().toString(QKeySequence::NativeText)),
                         qPrintable(entry.id));
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

PARALLAX_UI_TEST_MAIN(TestWindow)
#include "test_window.moc"
