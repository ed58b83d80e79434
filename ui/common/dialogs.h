// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

// The questions that stop for an answer: files, folders, yes or no. A test lays the next answer ready, and no
// window opens then.
namespace parallax::ui::dialogs {

QStringList openFiles(QWidget* parent, const QString& title, const QString& filter); // empty: cancelled
QString openFolder(QWidget* parent, const QString& title);
// With the ending of the kind that was chosen there (file_ending.h); to replace a file was agreed to.
QString saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filter);

// A question with two answers: the button `accept`, and Cancel.
bool confirm(QWidget* parent, const QString& title, const QString& text, const QString& accept);

// One line of text; empty: cancelled.
QString askText(QWidget* parent, const QString& title, const QString& question, const QString& initial = {});

void setNextPaths(const QStringList& paths); // for openFiles, openFolder and saveFile; an empty list cancels
void setNextFilter(const QString& filter);   // with the next path of saveFile, as if chosen in the dialog
void setNextConfirmation(bool accepted);
void setNextText(const QString& text);

} // namespace parallax::ui::dialogs
