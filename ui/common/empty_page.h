// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

#include "ui/common/workspace.h"

class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace parallax::ui {

// What stands in place of content: empty (one sentence and the button that helps), busy (what is at work, or
// grey bars where text will be) or broken (what happened, what is safe, what to do).
class EmptyPage final : public QWidget {
    Q_OBJECT
  public:
    explicit EmptyPage(QWidget* parent = nullptr);

    // `iconName` of resources/icons; `more` is a second, quieter sentence and may be empty.
    void setContent(const QString& iconName, const QString& title, const QString& text,
                    const QString& more = {});
    QPushButton* addButton(std::function<void()> pressed); // its text is set by the caller
    void setBusy(bool busy);
    // A sentence of its own with at most one button, in place of what was shown before.
    void showMessage(const QString& sentence, const QString& detail = {}, const QString& button = {},
                     std::function<void()> pressed = {});
    void showSkeleton();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void showIcon();
    void balance();

    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_more;
    QProgressBar* m_progress;
    QBoxLayout* m_buttons;
    QPushButton* m_help = nullptr; // of showMessage
    std::function<void()> m_pressed;
    bool m_skeleton = false;
};

// A workspace whose content is still to come: says what will be here, what there is already, and leads there.
class EmptyWorkspace : public Workspace {
    Q_OBJECT
  public:
    EmptyWorkspace(Context& context, QWidget* parent);

    Place place() const override { return {id(), {}}; }
    void goTo(const Place&) override {}

  protected:
    void changeEvent(QEvent* event) override;
    // Called once after construction and after each change of language.
    virtual void retranslate() = 0;
    EmptyPage& page() { return *m_page; }
    QPushButton& button() { return *m_button; }
    void leadTo(const Place& place) { m_target = place; }

  private:
    EmptyPage* m_page;
    QPushButton* m_button;
    Place m_target;
};

} // namespace parallax::ui
