// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/yielding_pane.h"

#include <QEvent>
#include <QSplitter>

#include <algorithm>

namespace parallax::ui {

YieldingPane::YieldingPane(QSplitter* row, QWidget* pane)
    : QObject(row)
    , m_row(row)
    , m_pane(pane) {
    row->setSizePolicy(QSizePolicy::Ignored, row->sizePolicy().verticalPolicy());
    row->installEventFilter(this);
}

void YieldingPane::fit() {
    int needed = 0;
    for (int i = 0; i < m_row->count(); ++i)
        if (QWidget* pane = m_row->widget(i); pane == m_pane || !pane->isHidden())
            needed += std::max(pane->minimumWidth(), pane->minimumSizeHint().width()) + m_row->handleWidth();
    const bool room = m_row->width() + m_row->handleWidth() >= needed;
    if (room == m_pane->isHidden())
        m_pane->setVisible(room);
}

bool YieldingPane::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_row && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest ||
                             event->type() == QEvent::Show))
        fit();
    return false;
}

} // namespace parallax::ui
