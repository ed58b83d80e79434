// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window, driven as a person would.
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QBoxLayout>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>

#include "data/store/article_store.h"
#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/common/dialogs.h"
#include "ui/library/library_workspace.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/drawer.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/importer.h"
#include "ui/shell/palette_model.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shortcuts_sheet.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspaces.h"

namespace test_window {

using namespace parallax;
using namespace parallax::ui;
using parallax::ui::testing::Window;

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

    void aCommandIsFoundByItsEnglishNameInChineseToo() {
        Window window({}, QStringLiteral("zh_TW"));
        QTRY_VERIFY(window.library->isOpen());
        PaletteModel model(*window.context);
        const QAction* wanted = window.actions->find(QStringLiteral("general.settings"));
        for (const QString& words : {wanted->text(), QStringLiteral("Settings")}) {
            model.setQuery(words);
            int row = 0;
            while (row < model.rowCount() && model.actionAt(row) != wanted)
                ++row;
            QVERIFY2(row < model.rowCount(), qPrintable(words));
            QCOMPARE(model.index(row).data().toString(), wanted->text()); // shown translated
        }
        QVERIFY(wanted->text() != QStringLiteral("Settings"));
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
        testing::typeText(field, QStringLiteral("简体"));
        QCOMPARE(list->model()->rowCount() > 0, true);
        QVERIFY(list->model()->index(0, 0).data().toString().contains(QStringLiteral("简体中文")));
        field->clear();
        testing::typeText(field, QStringLiteral("zzzzqqq"));
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

    void theAnalystGivesANameInTheSettings() {
        Window window;
        SettingsDialog dialog(*window.context, window.window.get());
        dialog.show();
        dialog.showPage(SettingsDialog::AnalystPage);
        auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("analyst"));
        QVERIFY(name->isVisible());
        QVERIFY(name->text().isEmpty());
        QCOMPARE(window.settings->analyst(), Settings::systemUser());
        QCOMPARE(name->placeholderText(), Settings::systemUser());
        testing::typeText(name, QStringLiteral(" 王小明 "));
        QCOMPARE(window.settings->analyst(), QStringLiteral("王小明"));
        SettingsDialog again(*window.context, window.window.get());
        QCOMPARE(again.findChild<QLineEdit*>(QStringLiteral("analyst"))->text(), QStringLiteral("王小明"));
        name->clear();
        Q_EMIT name->textEdited({});
        QCOMPARE(window.settings->analyst(), Settings::systemUser());
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

    void aScaleThatIsChangedLiveLooksAsOneFromTheStart() {
        QTemporaryDir folder;
        const std::filesystem::path demo(folder.filePath(QStringLiteral("demo.sqlite3")).toStdString());
        ui::testing::importDemo(demo);
        // Margins, gaps and sizes of what every page shows, and the columns of Projections.
        const auto facts = [](Window& window) {
            QStringList all;
            const auto layouts = window->findChildren<QBoxLayout*>();
            for (const QBoxLayout* layout : layouts) {
                const QMargins margins = layout->contentsMargins();
                all << QStringLiteral("%1 %2: %3 %4 %5 %6 gap %7")
                           .arg(QString::fromLatin1(layout->parentWidget() != nullptr
                                                        ? layout->parentWidget()->metaObject()->className()
                                                        : ""),
                                layout->parentWidget() != nullptr ? layout->parentWidget()->objectName()
                                                                  : QString())
                           .arg(margins.left())
                           .arg(margins.top())
                           .arg(margins.right())
                           .arg(margins.bottom())
                           .arg(layout->spacing());
            }
            const auto widgets = window->findChildren<QWidget*>();
            for (const QWidget* widget : widgets)
                if (widget->minimumWidth() > 0 && !widget->inherits("QHeaderView") &&
                    !widget->inherits("QScrollBar") && !widget->objectName().startsWith(QLatin1String("qt_")))
                    all << QStringLiteral("%1 %2 least %3")
                               .arg(QString::fromLatin1(widget->metaObject()->className()),
                                    widget->objectName())
                               .arg(widget->minimumWidth());
            const auto* figures = window->findChild<QTableView*>(QStringLiteral("figureTable"));
            all << QStringLiteral("rows %1").arg(figures->verticalHeader()->defaultSectionSize());
            all.sort();
            return all;
        };
        const auto opened = [&](int scale) {
            auto window = std::make_unique<Window>(
                demo, QStringLiteral("en"), [scale](Settings& settings) { settings.setScalePercent(scale); });
            (*window)->resize(1280, 800);
            return window;
        };
        const auto settled = [](Window& window) {
            window->createAllWorkspaces();
            window->showWorkspace(QStringLiteral("projections"));
            const auto* figures = window->findChild<QTableView*>(QStringLiteral("figureTable"));
            return QTest::qWaitFor([&] { return figures->model()->rowCount() > 0; }, 10000);
        };
        QStringList fresh;
        {
            const auto window = opened(200);
            QTRY_VERIFY((*window).library->isOpen());
            QVERIFY(settled(*window));
            fresh = facts(*window);
        }
        const auto window = opened(100);
        QTRY_VERIFY(window->library->isOpen());
        QVERIFY(settled(*window));
        const QStringList before = facts(*window);
        const int column = (*window)->findChild<QTableView*>(QStringLiteral("figureTable"))->columnWidth(1);
        (*window)->goTo({QStringLiteral("library"), {{QStringLiteral("article"), 1}}});
        auto& reader = (*window)->findChild<LibraryWorkspace*>()->reader();
        QTRY_VERIFY(reader.view().page() != nullptr);
        window->settings->setScalePercent(200);
        QTRY_COMPARE(reader.view().page()->style().pixels, 32);
        const QStringList live = facts(*window);
        auto* figures = (*window)->findChild<QTableView*>(QStringLiteral("figureTable"));
        QVERIFY(std::abs(figures->columnWidth(1) - 2 * column) <= 2);
        const auto apart = [](QStringList these, const QStringList& those) {
            for (const QString& one : those)
                these.removeOne(one);
            return these.mid(0, 12).join(QLatin1Char('\n'));
        };
        QVERIFY2(apart(live, fresh).isEmpty(),
                 qPrintable(apart(live, fresh) + QStringLiteral("\nnot\n") + apart(fresh, live)));
        window->settings->setScalePercent(100);
        QTRY_COMPARE(reader.view().page()->style().pixels, 16);
        QVERIFY2(apart(facts(*window), before).isEmpty(), qPrintable(apart(facts(*window), before)));
        // Columns and panes that were kept at one scale are those of another after a restart.
        (*window)->showWorkspace(QStringLiteral("projections"));
        figures->setColumnWidth(1, 100);
        window->close();
        window->settings->setScalePercent(150);
        window->open();
        QTRY_VERIFY(window->library->isOpen());
        QVERIFY(settled(*window));
        figures = (*window)->findChild<QTableView*>(QStringLiteral("figureTable"));
        QCOMPARE(figures->columnWidth(1), 150);
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

    void aNewWindowFitsItsScreen() {
        Window window;
        QCOMPARE(window->sizeWithin({2560, 1440}), QSize(1280, 800));
        for (const QSize screen : {QSize(1000, 640), QSize(960, 540), QSize(1280, 800)}) {
            const QSize size = window->sizeWithin(screen);
            QVERIFY(size.width() < screen.width() && size.height() < screen.height());
        }
        QCOMPARE(window->sizeWithin({320, 200}), window->minimumSize());
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
};

PARALLAX_WINDOW_TEST(TestWindow)

} // namespace test_window
#include "test_window.moc"
