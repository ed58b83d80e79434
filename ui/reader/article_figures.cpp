// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Checked figures under the mouse and under the keyboard.
#include "ui/reader/article_view.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace parallax::ui {

const FigureMark* ArticleView::markOf(int figure) const {
    if (m_page == nullptr || figure < 0)
        return nullptr;
    for (const FigureMark& mark : m_page->marks())
        if (mark.figure == static_cast<std::size_t>(figure))
            return &mark;
    return nullptr;
}

int ArticleView::figureAt(const QPoint& viewportPoint) const {
    if (m_page == nullptr || m_page->marks().empty() || !viewport()->rect().contains(viewportPoint))
        return -1;
    const QPointF point(viewportPoint.x() + horizontalScrollBar()->value(),
                        viewportPoint.y() + verticalScrollBar()->value());
    // Only marks of the paragraph there can be meant, and of the one beside it in a table.
    const int position = cursorForPosition(viewportPoint).position();
    const QTextBlock block = document()->findBlock(position);
    const int from = block.previous().isValid() ? block.previous().position() : block.position();
    const int to = block.next().isValid() ? block.next().position() + block.next().length()
                                          : block.position() + block.length();
    int found = -1;
    int length = 0;
    for (const FigureMark& mark : m_page->marks()) {
        if (mark.begin >= to)
            break;
        if (mark.end < from || !m_page->shapeOf(mark).contains(point))
            continue;
        // "$2–3 billion (+50%)" may be marked whole and in part: the part is meant.
        if (found < 0 || mark.end - mark.begin < length) {
            found = static_cast<int>(mark.figure);
            length = mark.end - mark.begin;
        }
    }
    return found;
}

bool ArticleView::showCell(int item, int row, int column) {
    const QTextTable* table = m_page == nullptr ? nullptr : m_page->tableOfItem(item);
    const int shown = table == nullptr ? -1 : row + table->format().headerRowCount();
    if (shown < 0 || shown >= table->rows() || column < 0 || column >= table->columns())
        return false;
    const QTextTableCell cell = table->cellAt(shown, column);
    showRange({cell.firstCursorPosition().position(), cell.lastCursorPosition().position()});
    return true;
}

QPoint ArticleView::globalPlaceOf(const FigureMark& mark) const {
    QTextCursor cursor(document());
    cursor.setPosition(mark.begin);
    return viewport()->mapToGlobal(cursorRect(cursor).bottomLeft());
}

void ArticleView::stepFigure(int by) {
    if (m_page == nullptr || m_page->marks().empty())
        return;
    const std::vector<FigureMark>& marks = m_page->marks();
    const int count = static_cast<int>(marks.size());
    int next = -1;
    for (int i = 0; i < count; ++i)
        if (static_cast<int>(marks[static_cast<std::size_t>(i)].figure) == m_figure)
            next = ((i + by) % count + count) % count;
    if (next < 0) {
        // The first one at or below the upper edge, or the last one above it: reading goes on from where it
        // was.
        const int from = visibleRange().begin;
        const auto after = std::lower_bound(marks.begin(), marks.end(), from,
                                            [](const FigureMark& mark, int at) { return mark.begin < at; });
        const int at = static_cast<int>(after - marks.begin());
        next = by > 0 ? at % count : (at - 1 + count) % count;
    }
    showFigure(static_cast<int>(marks[static_cast<std::size_t>(next)].figure));
}

void ArticleView::showFigure(int figure) {
    const FigureMark* mark = markOf(figure);
    if (mark == nullptr)
        return;
    m_figure = figure;
    bringIntoView(mark->begin);
    refreshSelections();
    Q_EMIT figureShown(figure);
}

void ArticleView::hoverFigure(const QPoint& viewportPoint) {
    const int figure = figureAt(viewportPoint);
    // The base class sets the pointer for links on each move; ours comes after it.
    if (figure >= 0)
        viewport()->setCursor(Qt::PointingHandCursor);
    else if (m_hoveredFigure >= 0)
        viewport()->setCursor(Qt::IBeamCursor);
    if (figure == m_hoveredFigure)
        return;
    m_hoveredFigure = figure;
    refreshSelections();
}

bool ArticleView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_figureToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int figure = figureAt(help->pos()); figure >= 0) {
            QToolTip::showText(help->globalPos(), m_figureToolTip(figure), viewport());
            return true;
        }
    }
    return QTextBrowser::viewportEvent(event);
}

} // namespace parallax::ui
