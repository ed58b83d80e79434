// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "data/article/language.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace parallax::ui {

struct Context;

// Back and forward, the field that opens the palette, the reading language, the theme and the settings.
class TopBar final : public QFrame {
    Q_OBJECT
  public:
    explicit TopBar(Context& context, QWidget* parent = nullptr);

  Q_SIGNALS:
    void paletteWanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void showReadingLanguage();

    Context& m_context;
    QPushButton* m_field = nullptr;
    QLabel* m_keys = nullptr; // in the field, at the right
    QToolButton* m_english = nullptr;
    QToolButton* m_traditional = nullptr;
    QToolButton* m_simplified = nullptr;
};

} // namespace parallax::ui
