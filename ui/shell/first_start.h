// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace parallax::ui {

struct Context;

// The library workspace of an empty library: the demo library, one's own articles, and three hints. No tour.
class FirstStart final : public QWidget {
    Q_OBJECT
  public:
    explicit FirstStart(Context& context, QWidget* parent = nullptr);

    void setBusy(bool busy); // an import is at work

  Q_SIGNALS:
    void demoWanted();
    void importWanted();
    void otherLibraryWanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    Context& m_context;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_demo = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_other = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_hints[3] = {};
    QLabel* m_keys[3] = {};
};

} // namespace parallax::ui
