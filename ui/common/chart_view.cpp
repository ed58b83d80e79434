// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/common/chart_plot.h"
#include "ui/common/rescale.h"

namespace parallax::ui {

ChartView::ChartView(ChartPlot& plot, QWidget* parent)
    : QGraphicsView(&plot, parent)
    , m_plot(plot) {
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setInteractive(false);
    setMinimumSize(160, 120);
    setProperty(keepsPixels, true); // a picture can be small at any scale
}

double ChartView::along(QPointF position) const {
    return m_plot.geometry().isHorizontal() ? position.y() : position.x();
}

void ChartView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    m_plot.setSize(viewport()->size());
}

void ChartView::setCurrent(int category, int series) {
    const ChartGeometry& geometry = m_plot.geometry();
    if (category < geometry.first() || category > geometry.last())
        category = series = -1;
    if (category == m_plot.pointerCategory() && series == m_plot.pointerSeries())
        return;
    m_plot.setPointer(category, series);
    Q_EMIT currentChanged();
}

void ChartView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position();
    m_down = true;
    m_dragging = false;
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF position = event->position();
    if (m_down) {
        // A hand that clicks moves a little; a drag is longer.
        m_dragging = m_dragging || std::abs(along(position) - along(m_pressed)) > 8;
        if (m_dragging)
            m_plot.setSelectionBand(along(m_pressed), along(position));
        return;
    }
    const int category = m_plot.geometry().categoryAt(position);
    setCurrent(category, category < 0 ? -1 : m_plot.geometry().seriesAt(category, position));
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_down)
        return;
    m_down = false;
    const ChartGeometry& geometry = m_plot.geometry();
    if (m_dragging) {
        m_dragging = false;
        m_plot.setSelectionBand(0, 0);
        const auto inside = [&](QPointF position) {
            const QRectF plot = geometry.plot();
            return geometry.categoryAt({std::clamp(position.x(), plot.left(), plot.right()),
                                        std::clamp(position.y(), plot.top(), plot.bottom())});
        };
        const int a = inside(m_pressed);
        const int b = inside(event->position());
        zoomTo(std::min(a, b), std::max(a, b));
        return;
    }
    const int category = geometry.categoryAt(event->position());
    const int series = category < 0 ? -1 : geometry.seriesAt(category, event->position());
    if (category >= 0 && series >= 0)
        Q_EMIT activated(category, series);
}

void ChartView::leaveEvent(QEvent* event) {
    if (!m_down)
        setCurrent(-1, -1);
    QGraphicsView::leaveEvent(event);
}

void ChartView::zoomTo(int first, int last) {
    const ChartGeometry& geometry = m_plot.geometry();
    first = std::max(first, 0);
    last = std::min(last, static_cast<int>(m_plot.content().categories.size()) - 1);
    if (last <= first || (first == geometry.first() && last == geometry.last()))
        return; // one category alone is no range to look at
    m_earlier.push_back({geometry.first(), geometry.last()});
    m_plot.setWindow(first, last);
    Q_EMIT zoomChanged();
}

void ChartView::zoomBack() {
    if (m_earlier.empty())
        return;
    const Range range = m_earlier.back();
    m_earlier.pop_back();
    m_plot.setWindow(range.first, range.last);
    Q_EMIT zoomChanged();
}

void ChartView::zoomReset() {
    if (m_earlier.empty())
        return;
    m_earlier.clear();
    m_plot.setWindow(0, static_cast<int>(m_plot.content().categories.size()) - 1);
    Q_EMIT zoomChanged();
}

void ChartView::forgetZoom() {
    m_earlier.clear();
    Q_EMIT zoomChanged();
}

void ChartView::moveAlong(int steps) {
    const ChartGeometry& geometry = m_plot.geometry();
    if (geometry.count() <= 0)
        return;
    int category = m_plot.pointerCategory();
    if (category < 0)
        category = steps > 0 ? geometry.first() : geometry.last();
    else
        category = std::clamp(category + steps, geometry.first(), geometry.last());
    int series = m_plot.pointerSeries();
    if (series < 0 && !geometry.series().isEmpty())
        series = geometry.series().first();
    setCurrent(category, series);
}

void ChartView::moveAcross(int steps) {
    const QVector<int>& series = m_plot.geometry().series();
    if (series.isEmpty())
        return;
    if (m_plot.pointerCategory() < 0) {
        moveAlong(1);
        return;
    }
    const auto at = series.indexOf(m_plot.pointerSeries());
    setCurrent(m_plot.pointerCategory(), series[(at + steps + series.size()) % series.size()]);
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    const bool lying = m_plot.geometry().isHorizontal();
    const int count = m_plot.geometry().count();
    switch (event->key()) {
    case Qt::Key_Left:
        lying ? moveAcross(-1) : moveAlong(-1);
        return;
    case Qt::Key_Right:
        lying ? moveAcross(1) : moveAlong(1);
        return;
    case Qt::Key_Up:
        lying ? moveAlong(-1) : moveAcross(-1);
        return;
    case Qt::Key_Down:
        lying ? moveAlong(1) : moveAcross(1);
        return;
    case Qt::Key_Home:
        moveAlong(-count);
        return;
    case Qt::Key_End:
        moveAlong(m_plot.pointerCategory() < 0 ? -1 : count);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_plot.pointerCategory() >= 0 && m_plot.pointerSeries() >= 0)
            Q_EMIT activated(m_plot.pointerCategory(), m_plot.pointerSeries());
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: { // the half around the crosshair
        const int centre =
            m_plot.pointerCategory() >= 0 ? m_plot.pointerCategory() : m_plot.geometry().first() + count / 2;
        const int first = std::clamp(centre - count / 4, m_plot.geometry().first(), m_plot.geometry().last());
        zoomTo(first, std::min(first + std::max(1, count / 2 - 1), m_plot.geometry().last()));
        return;
    }
    case Qt::Key_Minus:
    case Qt::Key_Backspace:
        zoomBack();
        return;
    case Qt::Key_0:
        zoomReset();
        return;
    case Qt::Key_Escape:
        if (m_plot.pointerCategory() >= 0) {
            setCurrent(-1, -1);
            return;
        }
        break;
    default:
        break;
    }
    event->ignore();
}

void ChartView::focusInEvent(QFocusEvent* event) {
    QGraphicsView::focusInEvent(event);
    viewport()->update();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
    QGraphicsView::focusOutEvent(event);
    viewport()->update();
}

void ChartView::paintEvent(QPaintEvent* event) {
    QGraphicsView::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(Theme::current().accent, 1));
    painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
}

} // namespace parallax::ui
