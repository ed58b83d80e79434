// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's own commands: one table row each, so that menus, palette and shortcuts sheet are complete.
#include <QAction>
#include <QApplication>

#include "ui/common/actions.h"
#include "ui/common/icons.h"
#include "ui/common/settings.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/drawer.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/importer.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shortcuts_sheet.h"
#include "ui/shell/workspaces.h"

namespace parallax::ui {

void MainWindow::makeActions() {
    const QString general = QStringLiteral("general");
    const auto add = [this, &general](const char* id, std::function<QString()> text, const QKeySequence& keys,
                                      std::function<void()> trigger, const char* icon = "") {
        return m_context.actions.add(this, QStringLiteral("general.") + QLatin1String(id), general,
                                     std::move(text), keys, std::move(trigger), QLatin1String(icon));
    };

    add(
        "palette", [] { return tr("Search articles, run a command"); }, QKeySequence(Qt::CTRL | Qt::Key_K),
        [this] { openPalette(); }, "search");
    add(
        "back", [] { return tr("Go back"); }, QKeySequence(Qt::ALT | Qt::Key_Left),
        [this] {
            if (m_history.canGoBack())
                travel(m_history.back());
        },
        "back");
    add(
        "forward", [] { return tr("Go forward"); }, QKeySequence(Qt::ALT | Qt::Key_Right),
        [this] {
            if (m_history.canGoForward())
                travel(m_history.forward());
        },
        "forward");

    add(
        "import", [] { return tr("Import…"); }, QKeySequence(Qt::CTRL | Qt::Key_O),
        [this] { importFromDialog(); }, "import");
    add(
        "paste", [] { return tr("Import from the clipboard"); }, QKeySequence(Qt::CTRL | Qt::Key_V),
        [this] { pasteClipboard(); }, "paste");
    add(
        "demo", [] { return tr("Import the demo library"); }, {}, [this] { m_importer->importDemo(); },
        "library");

    const auto reading = [&](const char* id, std::function<QString()> text, int key,
                             data::Language language) {
        add(id, std::move(text), QKeySequence(Qt::ALT | key), [this, language] {
            m_context.settings.setReadingLanguage(language);
            // A second press must not leave the button unchecked.
            Q_EMIT m_context.settings.readingLanguageChanged();
        })->setCheckable(true);
    };
    reading(
        "read.en", [] { return tr("Read in English"); }, Qt::Key_1, data::Language::English);
    reading(
        "read.hant", [] { return tr("Read in Traditional Chinese"); }, Qt::Key_2,
        data::Language::TraditionalChinese);
    reading(
        "read.hans", [] { return tr("Read in Simplified Chinese"); }, Qt::Key_3,
        data::Language::SimplifiedChinese);

    const auto speak = [&](const char* id, const QString& name, const QString& language) {
        // Each language is named in itself, so that one who cannot read the present one finds it.
        add(
            id, [name] { return tr("Interface language: %1").arg(name); }, {},
            [this, language] { m_context.settings.setInterfaceLanguage(language); });
    };
    speak("speak.en", QStringLiteral("English"), QStringLiteral("en"));
    speak("speak.zh_TW", QStringLiteral("繁體中文"), QStringLiteral("zh_TW"));
    speak("speak.zh_CN", QStringLiteral("简体中文"), QStringLiteral("zh_CN"));

    add(
        "theme", [] { return tr("Switch between light and dark"); },
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [this] { toggleTheme(); }, "moon");
    add(
        "contrast", [] { return tr("Use high contrast"); }, {},
        [this] { m_context.settings.setTheme(ThemeChoice::HighContrast); }, "contrast");
    add(
        "larger", [] { return tr("Make everything larger"); },
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Plus),
        [this] {
            m_context.settings.setScalePercent(std::min(200, m_context.settings.scalePercent() + 10));
        });
    add(
        "smaller", [] { return tr("Make everything smaller"); },
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Minus),
        [this] {
            m_context.settings.setScalePercent(std::max(100, m_context.settings.scalePercent() - 10));
        });

    add(
        "tasks", [] { return tr("Show tasks"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        [this] { m_drawer->toggle(Drawer::Page::Tasks); }, "task");
    add(
        "issues", [] { return tr("Show issues"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I),
        [this] { m_drawer->toggle(Drawer::Page::Issues); }, "warning");
    add(
        "cancelAll", [] { return tr("Cancel all tasks"); }, {},
        [this] {
            for (int row = 0; row < m_context.tasks.rowCount(); ++row)
                m_context.tasks.cancel(m_context.tasks.idAt(row));
        },
        "cancel");
    add(
        "library", [] { return tr("Library file, snapshots and backup"); }, {},
        [this] { showSettings(SettingsDialog::LibraryPage); }, "snapshot");
    add(
        "settings", [] { return tr("Settings"); }, QKeySequence(Qt::CTRL | Qt::Key_Comma),
        [this] { showSettings(SettingsDialog::AppearancePage); }, "settings");
    add(
        "shortcuts", [] { return tr("Keyboard shortcuts"); }, QKeySequence(Qt::Key_F1),
        [this] {
            createAllWorkspaces();
            ShortcutsSheet::open(m_context.actions, this);
        },
        "keyboard")
        ->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::CTRL | Qt::Key_Question)});
    add(
        "fullScreen", [] { return tr("Full screen"); }, QKeySequence(Qt::Key_F11),
        [this] { isFullScreen() ? showNormal() : showFullScreen(); });
    add(
        "quit", [] { return tr("Quit"); }, QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); }, "quit");
}

void MainWindow::makeWorkspaceActions() {
    int number = 0;
    for (const WorkspaceKind& kind : workspaceKinds()) {
        const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++));
        m_context.actions.add(
            this, QStringLiteral("workspace.") + kind.id, QStringLiteral("general"), kind.title, keys,
            [this, id = kind.id] { showWorkspace(id); }, kind.icon);
    }
}

void MainWindow::toggleTheme() {
    m_context.settings.setTheme(Theme::current().dark ? ThemeChoice::Light : ThemeChoice::Dark);
}

void MainWindow::showTheme() {
    m_context.actions.find(QStringLiteral("general.theme"))
        ->setIcon(icon(Theme::current().dark ? QStringLiteral("sun") : QStringLiteral("moon")));
}

void MainWindow::importFromDialog() {
    ImportDialog::open(*m_importer, this);
}

void MainWindow::showSettings(int page) {
    auto* dialog = findChild<SettingsDialog*>();
    if (!dialog) {
        dialog = new SettingsDialog(m_context, this);
        connect(dialog, &SettingsDialog::libraryWanted, this, &MainWindow::libraryWanted);
    }
    dialog->showPage(page);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace parallax::ui
