// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace parallax::ui {

// The three states that every page has besides its content: empty (a sentence and the button that helps),
// busy (grey bars where text will be) and broken (what happened, what is safe, what to do).
class StatePage final : public QWidget {
    Q_OBJECT
  public:
    explicit StatePage(QWidget* parent = nullptr);

    void showMessage(const QString& sentence, const QString& detail = {}, const QString& button = {},
                     std::function<void()> pressed = {});
    void showBusy();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QLabel* m_sentence = nullptr;
    QLabel* m_detail = nullptr;
    QPushButton* m_button = nullptr;
    std::function<void()> m_pressed;
    bool m_busy = false;
};

} // namespace parallax::ui
