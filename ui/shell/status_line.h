// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QProgressBar;
class QToolButton;

namespace parallax::ui {

struct Context;
class ElidedLabel;

// What runs, what failed, which device computes. It tells the truth and nothing else.
class StatusLine final : public QFrame {
    Q_OBJECT
  public:
    explicit StatusLine(Context& context, QWidget* parent = nullptr);

    void setDeviceText(const QString& text); // "H200 38 GB · 812 tok/s"; empty hides it

  Q_SIGNALS:
    void tasksWanted();
    void issuesWanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showTasks();
    void showIssues();

    Context& m_context;
    QToolButton* m_tasks = nullptr;
    ElidedLabel* m_taskText = nullptr;
    QProgressBar* m_progress = nullptr;
    QToolButton* m_cancel = nullptr;
    QToolButton* m_issues = nullptr;
    ElidedLabel* m_device = nullptr;
    int m_shownTask = 0;
};

} // namespace parallax::ui
