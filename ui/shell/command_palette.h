// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;

namespace parallax::ui {

struct Context;
struct Place;
class PaletteModel;

// Ctrl+K: every command, workspace and article by a few letters, without leaving the keyboard.
class CommandPalette final : public QFrame {
    Q_OBJECT
  public:
    CommandPalette(Context& context, QWidget* window);

    void open(const QString& text = {});
    void dismiss();
    QLineEdit* field() const { return m_field; }
    QListView* list() const { return m_list; }

  Q_SIGNALS:
    void workspaceWanted(const QString& id); // a command of that workspace follows
    void placeChosen(const parallax::ui::Place& place);
    void searchChosen(const QString& text); // Ctrl+Enter: the words as a search of the library

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void place();
    void selectFirst();
    void run(int row);

    PaletteModel* m_model = nullptr;
    QLineEdit* m_field = nullptr;
    QListView* m_list = nullptr;
    QWidget* m_hint = nullptr;
    QPointer<QWidget> m_focusBefore;
};

} // namespace parallax::ui
