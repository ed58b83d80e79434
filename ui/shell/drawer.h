// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace parallax::ui {

struct Context;
struct Place;

// The drawer above the status line: all tasks, or all issues.
class Drawer final : public QFrame {
    Q_OBJECT
  public:
    enum class Page { Tasks, Issues };

    explicit Drawer(Context& context, QWidget* parent = nullptr);

    void open(Page page);
    void toggle(Page page); // closes it when that page is shown already
    Page page() const { return m_page; }
    QListView* list() const; // of the page that is shown

  Q_SIGNALS:
    void openPlace(const parallax::ui::Place& place);

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void retranslate();
    void showState();
    void activateIssue(int row);

    Context& m_context;
    Page m_page = Page::Tasks;
    QLabel* m_title = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_clear = nullptr;
    QPushButton* m_close = nullptr;
    QStackedWidget* m_stack = nullptr;
    QListView* m_tasks = nullptr;
    QListView* m_issues = nullptr;
    QLabel* m_nothing = nullptr;
};

} // namespace parallax::ui
