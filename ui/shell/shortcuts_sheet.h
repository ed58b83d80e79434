// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;
class QTextBrowser;
class QWidget;

namespace parallax::ui {

class ActionRegistry;

// F1: every shortcut, by workspace, on one sheet that can be printed.
class ShortcutsSheet final : public QDialog {
    Q_OBJECT
  public:
    static void open(const ActionRegistry& actions, QWidget* window);

    ShortcutsSheet(const ActionRegistry& actions, QWidget* parent);
    QString html() const;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void print();

    const ActionRegistry& m_actions;
    QTextBrowser* m_text = nullptr;
    QPushButton* m_print = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace parallax::ui
