// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dialogs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <optional>
#include <utility>

#include "ui/common/file_ending.h"

namespace parallax::ui::dialogs {

namespace {

std::optional<QStringList> g_paths;
std::optional<QString> g_filter;
std::optional<bool> g_confirmation;
std::optional<QString> g_text;
QString g_folder; // where the last file was

QString startFolder() {
    return g_folder.isEmpty() ? QDir::homePath() : g_folder;
}

QString firstOf(const QStringList& paths) {
    return paths.isEmpty() ? QString() : paths.first();
}

} // namespace

QStringList openFiles(QWidget* parent, const QString& title, const QString& filter) {
    if (g_paths)
        return *std::exchange(g_paths, std::nullopt);
    const QStringList paths = QFileDialog::getOpenFileNames(parent, title, startFolder(), filter);
    if (!paths.isEmpty())
        g_folder = QFileInfo(paths.first()).absolutePath();
    return paths;
}

QString openFolder(QWidget* parent, const QString& title) {
    if (g_paths)
        return firstOf(*std::exchange(g_paths, std::nullopt));
    const QString path = QFileDialog::getExistingDirectory(parent, title, startFolder());
    if (!path.isEmpty())
        g_folder = path;
    return path;
}

QString saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filter) {
    if (g_paths) {
        const QString path = firstOf(*std::exchange(g_paths, std::nullopt));
        const std::optional<QString> chosen = std::exchange(g_filter, std::nullopt);
        return chosen ? withChosenEnding(path, filter, *chosen) : path;
    }
    QString chosen = filter.section(QStringLiteral(";;"), 0, 0);
    const QString named = QFileDialog::getSaveFileName(
        parent, title, QDir(startFolder()).filePath(suggestedName), filter, &chosen);
    if (named.isEmpty())
        return named;
    g_folder = QFileInfo(named).absolutePath();
    const QString path = withChosenEnding(named, filter, chosen);
    // The dialog asked about the name as it was given.
    if (path != named && QFileInfo::exists(path) &&
        !confirm(parent, title,
                 QCoreApplication::translate("Dialogs", "“%1” is there already. Replace it?")
                     .arg(QFileInfo(path).fileName()),
                 QCoreApplication::translate("Dialogs", "Replace")))
        return {};
    return path;
}

bool confirm(QWidget* parent, const QString& title, const QString& text, const QString& accept) {
    if (g_confirmation)
        return *std::exchange(g_confirmation, std::nullopt);
    QMessageBox box(QMessageBox::NoIcon, title, text, QMessageBox::Cancel, parent);
    QPushButton* yes = box.addButton(accept, QMessageBox::AcceptRole);
    box.setDefaultButton(yes);
    box.exec();
    return box.clickedButton() == yes;
}

QString askText(QWidget* parent, const QString& title, const QString& question, const QString& initial) {
    if (g_text)
        return *std::exchange(g_text, std::nullopt);
    bool accepted = false;
    const QString text =
        QInputDialog::getText(parent, title, question, QLineEdit::Normal, initial, &accepted);
    return accepted ? text.trimmed() : QString();
}

void setNextPaths(const QStringList& paths) {
    g_paths = paths;
}

void setNextFilter(const QString& filter) {
    g_filter = filter;
}

void setNextConfirmation(bool accepted) {
    g_confirmation = accepted;
}

void setNextText(const QString& text) {
    g_text = text;
}

} // namespace parallax::ui::dialogs
