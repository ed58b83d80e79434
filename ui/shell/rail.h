// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

#include <vector>

class QToolButton;

namespace parallax::ui {

class ActionRegistry;

// The narrow column at the left: one button a workspace.
class Rail final : public QFrame {
    Q_OBJECT
  public:
    explicit Rail(QWidget* parent = nullptr);

    void addWorkspace(QAction* action, const QString& id);
    void setCurrent(const QString& id);

  private:
    struct Entry {
        QString id;
        QAction* action = nullptr;
    };
    std::vector<Entry> m_entries;
};

} // namespace parallax::ui
