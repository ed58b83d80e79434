// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

namespace parallax::ui {

// Every command of the program in one place; menus, toolbars, shortcuts sheet and command palette are made
// from it. The text is translated anew on a change of language.
class ActionRegistry final : public QObject {
    Q_OBJECT
  public:
    struct Entry {
        QString id;                    // "library.next"
        QString group;                 // workspace id, or "general"
        std::function<QString()> text; // [] { return tr("Next article"); }
        QAction* action = nullptr;
        QString icon = {};
    };

    explicit ActionRegistry(QObject* parent = nullptr);

    // The action is owned by `owner` and dies with it. `icon` names a file of resources/icons without ".svg".
    QAction* add(QWidget* owner, const QString& id, const QString& group, std::function<QString()> text,
                 const QKeySequence& shortcut, std::function<void()> trigger, const QString& icon = {},
                 Qt::ShortcutContext context = Qt::WindowShortcut);
    QAction* find(const QString& id) const;
    const std::vector<Entry>& entries() const { return m_entries; }
    void retranslate();
    void refreshIcons(); // after a change of theme

    // "Ctrl+F: library.find, reader.find": keys that two actions claim within one workspace or throughout the
    // window. Qt then fires neither, so a test demands that there are none.
    QStringList shortcutConflicts() const;

  private:
    std::vector<Entry> m_entries;
};

} // namespace parallax::ui
