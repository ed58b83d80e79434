// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSplitter;
class QWidget;

namespace parallax::ui {

// Hides a pane of a row of panes while there is no room for all of them at their least widths. The row itself
// asks for no width.
class YieldingPane final : public QObject {
    Q_OBJECT
  public:
    YieldingPane(QSplitter* row, QWidget* pane);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fit();

    QSplitter* m_row;
    QWidget* m_pane;
};

} // namespace parallax::ui
