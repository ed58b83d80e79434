// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsView>

#include <vector>

namespace parallax::ui {

class ChartPlot;

// The chart on screen: crosshair by mouse and keyboard, click, drag zoom with its own way back (QChart's
// zoomReset forgets where it began once data or ranges change).
class ChartView final : public QGraphicsView {
    Q_OBJECT
  public:
    ChartView(ChartPlot& plot, QWidget* parent);

    void setCurrent(int category, int series);
    void zoomTo(int first, int last);
    void zoomBack();
    void zoomReset();
    bool isZoomed() const { return !m_earlier.empty(); }
    void forgetZoom(); // new data

  Q_SIGNALS:
    void activated(int category, int series);
    void currentChanged();
    void zoomChanged();

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void moveAlong(int steps);
    void moveAcross(int steps);
    double along(QPointF position) const; // the coordinate along the categories

    struct Range {
        int first;
        int last;
    };
    ChartPlot& m_plot;
    std::vector<Range> m_earlier; // ranges to go back to
    QPointF m_pressed;
    bool m_down = false;
    bool m_dragging = false;
};

} // namespace parallax::ui
