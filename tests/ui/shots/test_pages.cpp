// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page in three languages, light and dark, at 100 % and 200 %, into build/<preset>/shots, and
// checks each for text that is cut off and for widgets that lie upon each other.
#include <QPlainTextEdit>
#include <QSpinBox>

#include "data/store/article_store.h"
#include "data/store/check_run.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/shots/page_look.h"
#include "ui/common/fonts.h"
#include "ui/models/models_workspace.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/drawer.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shortcuts_sheet.h"
#include "ui/shell/workspaces.h"

namespace test_pages {

using namespace parallax;
using namespace parallax::ui;

class TestPages final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_demo;
    qint64 m_trilingual = 0;
    QString m_model;

    void look(QWidget* page, const QString& name) {
        const QString problems = ui::testing::problemsOf(page, name);
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
    }

  private Q_SLOTS:
    void initTestCase() {
        m_demo = std::filesystem::path(m_folder.filePath(QStringLiteral("demo.sqlite3")).toStdString());
        ui::testing::importDemo(m_demo);
        data::Library library(m_demo);
        data::checkLibrary(library, {}, {});
        for (const auto& row : library.articles().list({}, data::ArticleOrder::OldestFirst, 0, 100))
            if (row.languages.size() == 3 && row.tableCount > 0 && m_trilingual == 0)
                m_trilingual = row.id;
        QVERIFY(m_trilingual != 0);
        m_model = m_folder.filePath(QStringLiteral("tiny.gguf"));
        QFile model(m_model);
        QVERIFY(model.open(QIODevice::WriteOnly));
        model.write(QByteArray::fromStdString(parallax::test::makeTinyModel({})));
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
        const QSize size = ui::testing::windowSize(scale, small);
        if (!small) {
            ui::testing::Window empty({}, language, prepare);
            empty->resize(size);
            QTRY_VERIFY(empty.library->isOpen());
            QTest::qWait(100);
            look(empty.window.get(), tag + QStringLiteral("-first-start"));
        }
        ui::testing::Window window(m_demo, language, prepare);
        window->resize(size);
        QTRY_VERIFY(window.library->isOpen());
        const auto readEachWay = [&] {
            // An article that the demo library has in three languages.
            window->goTo({QStringLiteral("library"), {{QStringLiteral("article"), m_trilingual}}});
            for (const char* mode : {"original", "interleaved", "sideBySide"}) {
                QTest::qWait(400);
                window.actions->find(QStringLiteral("reader.") + QLatin1String(mode))->trigger();
                QTest::qWait(400);
                look(window.window.get(), tag + QStringLiteral("-reader-") + QLatin1String(mode));
            }
        };
        for (const WorkspaceKind& kind : workspaceKinds()) {
            window->showWorkspace(kind.id);
            QTest::qWait(250);
            look(window.window.get(), tag + QLatin1Char('-') + kind.id);
        }
        readEachWay();
        if (small)
            return;
        // A model that is open, and what it has answered.
        window->showWorkspace(QStringLiteral("models"));
        auto* models = window->findChild<ModelsWorkspace*>();
        models->open(m_model);
        QTRY_COMPARE(models->session().state(), ModelSession::State::Ready);
        ui::testing::typeText(models->findChild<QPlainTextEdit*>(QStringLiteral("modelPrompt")),
                              QStringLiteral("What drives demand for computing? 算力需求從何而來？"));
        models->findChild<QSpinBox*>(QStringLiteral("modelMost"))->setValue(40);
        window.tasks->clearFinished();
        look(window.window.get(), tag + QStringLiteral("-models-ready"));
        models->findChild<QPushButton*>(QStringLiteral("modelRun"))->click();
        QTRY_VERIFY(models->session().figures().finish != inference::Finish::None);
        look(window.window.get(), tag + QStringLiteral("-models-open"));
        models->session().open(m_folder.filePath(QStringLiteral("gone.gguf")));
        QTRY_COMPARE(models->session().state(), ModelSession::State::Broken);
        look(window.window.get(), tag + QStringLiteral("-models-broken"));
        window.actions->find(QStringLiteral("general.palette"))->trigger();
        ui::testing::typeText(window->palette().field(), QStringLiteral("re"));
        QTest::qWait(150);
        look(window.window.get(), tag + QStringLiteral("-palette"));
        window->palette().dismiss();

        window.issues->add({Severity::Warning,
                            QStringLiteral("A feed was read as far as it could be."),
                            QStringLiteral("Open it in a browser."),
                            Place{QStringLiteral("library"), {}},
                            {}});
        window.issues->add({Severity::Error, QStringLiteral("A file could not be read."), {}, {}, {}});
        window->drawer().open(Drawer::Page::Issues);
        look(window.window.get(), tag + QStringLiteral("-issues"));
        bool stop = false;
        const int task =
            window.tasks->start(QStringLiteral("Importing 31 items"),
                                [&stop](std::stop_token token, const ProgressCallback& progress) {
                                    progress({12, 31, "revenue.md"});
                                    while (!token.stop_requested() && !stop)
                                        QThread::msleep(5);
                                },
                                nullptr, {});
        window->drawer().open(Drawer::Page::Tasks);
        QTest::qWait(250);
        look(window.window.get(), tag + QStringLiteral("-tasks"));
        window.tasks->cancel(task);
        QTRY_COMPARE(window.tasks->running(), 0);
        window->drawer().hide();

        SettingsDialog settings(*window.context, window.window.get());
        settings.show();
        for (int page = 0; page < 5; ++page) {
            settings.showPage(page);
            QTest::qWait(100);
            look(&settings, tag + QStringLiteral("-settings-%1").arg(page));
        }
        settings.hide();
        ImportDialog import(window->importer(), window.window.get());
        import.show();
        look(&import, tag + QStringLiteral("-import"));
        import.hide();
        ShortcutsSheet sheet(*window.actions, window.window.get());
        sheet.show();
        look(&sheet, tag + QStringLiteral("-shortcuts"));
    }
};

PARALLAX_WINDOW_TEST(TestPages)

} // namespace test_pages
#include "test_pages.moc"
