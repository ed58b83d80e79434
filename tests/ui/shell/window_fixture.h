// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

#include "data/store/import.h"
#include "data/store/library.h"
#include "tests/test_program.h"
#include "ui/common/actions.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/settings.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/translation.h"
#include "ui/common/workspace.h"
#include "ui/shell/application.h"
#include "ui/shell/main_window.h"

namespace parallax::ui::testing {

// The parser's child is a subcommand of the program, not of a test.
inline data::ParserProcess::Settings parserSettings() {
    data::ParserProcess::Settings settings;
    settings.command = {PARALLAX_PROGRAM, "parse-worker"};
    return settings;
}

// Imports the demo library into `path`; once per test program, others copy the file.
inline void importDemo(const std::filesystem::path& path) {
    data::Library library(path);
    data::ImportOptions options;
    options.parser = parserSettings();
    data::importItems(library, data::demoItems(), options, {}, {});
}

// The main window on a library of its own, with settings of its own.
class Window {
  public:
    explicit Window(const std::filesystem::path& copyOf = {}, const QString& language = QStringLiteral("en"),
                    const std::function<void(Settings&)>& prepare = {}) {
        qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
        libraryPath = std::filesystem::path(home.filePath(QStringLiteral("library.sqlite3")).toStdString());
        if (!copyOf.empty())
            std::filesystem::copy_file(copyOf, libraryPath);
        settings = std::make_unique<Settings>();
        settings->setInterfaceLanguage(language);
        if (prepare)
            prepare(*settings);
        open();
    }

    ~Window() { close(); }

    void open(LibraryClient::Missing missing = LibraryClient::Missing::Created) {
        applyInterfaceLanguage(settings->interfaceLanguage());
        dress();
        issues = std::make_unique<IssueModel>();
        actions = std::make_unique<ActionRegistry>();
        library = std::make_unique<LibraryClient>(libraryPath, missing);
        tasks = std::make_unique<TaskManager>(*issues);
        context = std::make_unique<Context>(
            Context{*library, *tasks, *issues, *actions, *settings, parserSettings()});
        window = std::make_unique<MainWindow>(*context);
        QObject::connect(settings.get(), &Settings::themeChanged, window.get(), [this] { dress(); });
        QObject::connect(settings.get(), &Settings::densityChanged, window.get(), [this] { dress(); });
        QObject::connect(settings.get(), &Settings::interfaceLanguageChanged, window.get(), [this] {
            applyInterfaceLanguage(settings->interfaceLanguage());
            dress();
        });
        window->restoreSession();
        window->show();
    }

    void close() {
        if (window)
            window->close();
        window.reset();
        tasks.reset();
        library.reset();
        actions.reset();
        issues.reset();
    }

    void dress() {
        applyTheme(*qApp, settings->theme(), settings->scalePercent(), settings->compactRows());
        if (actions)
            actions->refreshIcons();
    }

    MainWindow* operator->() const { return window.get(); }

    QTemporaryDir home;
    std::filesystem::path libraryPath;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<IssueModel> issues;
    std::unique_ptr<ActionRegistry> actions;
    std::unique_ptr<LibraryClient> library;
    std::unique_ptr<TaskManager> tasks;
    std::unique_ptr<Context> context;
    std::unique_ptr<MainWindow> window;
};

// As an input method delivers it: QTest::keyClicks aborts on anything but ASCII.
inline void typeText(QWidget* widget, const QString& text) {
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(widget, &event);
}

// Runs a QtTest object in our own application class, as the program does.
template <typename Test>
int runWindowTest(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return parallax::test::runTestIn<Application, Test>(argc, argv);
}
#define PARALLAX_WINDOW_TEST(TestClass) PARALLAX_TEST_MAIN(&parallax::ui::testing::runWindowTest<TestClass>)

} // namespace parallax::ui::testing
