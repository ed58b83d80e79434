// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace parallax::ui {

class ArticleView;

// Find in article: as you type, with count, next (Enter) and previous (Shift+Enter); Escape closes.
class FindBar final : public QFrame {
    Q_OBJECT
  public:
    FindBar(ArticleView& view, QWidget* parent);

    void open(const QString& words = {});
    void close();
    void repeat(); // on a new page
    QString words() const;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void search();
    void step(int by);
    void showCount();
    void retranslate();

    ArticleView& m_view;
    QLineEdit* m_edit = nullptr;
    QLabel* m_count = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    QToolButton* m_close = nullptr;
};

} // namespace parallax::ui
