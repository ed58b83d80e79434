// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart_style.h"

#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace parallax::ui {

SeriesLook seriesLook(const Theme& theme, int series) {
    static constexpr std::array lines{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                                      Qt::DashDotDotLine};
    static constexpr std::array markers{Marker::Circle,  Marker::Square, Marker::Triangle,
                                        Marker::Diamond, Marker::Cross,  Marker::Plus};
    static constexpr std::array hatches{Hatch::None,    Hatch::Rising,     Hatch::Dots,
                                        Hatch::Falling, Hatch::Horizontal, Hatch::Crossed};
    const auto index = static_cast<std::size_t>(std::max(0, series));
    SeriesLook look;
    look.colour = theme.series.isEmpty() ? theme.accent : theme.series[series % theme.series.size()];
    look.line = lines[index % lines.size()];
    look.marker = markers[index % markers.size()];
    look.hatch = hatches[index % hatches.size()];
    return look;
}

void paintMarker(QPainter& painter, QPointF centre, double radius, const SeriesLook& look,
                 const QColor& ground) {
    painter.save();
    painter.translate(centre);
    painter.setPen(QPen(ground, 1.25)); // a rim, so that markers on a line or on one another stay apart
    painter.setBrush(look.colour);
    const double r = radius;
    switch (look.marker) {
    case Marker::Circle:
        painter.drawEllipse(QPointF(), r, r);
        break;
    case Marker::Square:
        painter.drawRect(QRectF(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8));
        break;
    case Marker::Triangle:
        painter.drawPolygon(
            QPolygonF{QPointF(0, -r * 1.2), QPointF(r * 1.1, r * 0.8), QPointF(-r * 1.1, r * 0.8)});
        break;
    case Marker::Diamond:
        painter.drawPolygon(QPolygonF{QPointF(0, -r * 1.25), QPointF(r * 1.25, 0), QPointF(0, r * 1.25),
                                      QPointF(-r * 1.25, 0)});
        break;
    case Marker::Cross:
    case Marker::Plus:
        if (look.marker == Marker::Cross)
            painter.rotate(45);
        painter.setPen(QPen(look.colour, r * 0.6));
        painter.drawLine(QPointF(-r, 0), QPointF(r, 0));
        painter.drawLine(QPointF(0, -r), QPointF(0, r));
        break;
    }
    painter.restore();
}

void paintHatch(QPainter& painter, const QRectF& bar, const SeriesLook& look, const QColor& ground) {
    if (look.hatch == Hatch::None || bar.width() < 3 || bar.height() < 3)
        return;
    constexpr double gap = 6;
    const double size = bar.width() + bar.height();
    // A bar of thousands of pixels would cost thousands of lines; none of our windows is that large.
    if (size > 8000)
        return;
    painter.save();
    QColor ink = ground;
    ink.setAlphaF(0.55F);
    painter.setPen(QPen(ink, 1.25, Qt::SolidLine, Qt::FlatCap));
    // Each line is cut at the bar by hand: QSvgGenerator writes no clipping.
    const auto slanted = [&](bool rising) {
        const double width = bar.width();
        const double height = bar.height();
        for (double t = gap; t < size; t += gap) {
            QPointF a(std::min(t, width), bar.bottom() - std::max(0.0, t - width));
            QPointF b(std::max(0.0, t - height), bar.bottom() - std::min(t, height));
            if (rising) {
                a.setX(width - a.x());
                b.setX(width - b.x());
            }
            painter.drawLine(a + QPointF(bar.left(), 0), b + QPointF(bar.left(), 0));
        }
    };
    switch (look.hatch) {
    case Hatch::None:
        break;
    case Hatch::Rising:
        slanted(true);
        break;
    case Hatch::Falling:
        slanted(false);
        break;
    case Hatch::Horizontal:
        for (double y = bar.bottom() - gap / 2; y > bar.top(); y -= gap)
            painter.drawLine(QPointF(bar.left(), y), QPointF(bar.right(), y));
        break;
    case Hatch::Crossed:
        slanted(true);
        slanted(false);
        break;
    case Hatch::Dots: {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        bool odd = false;
        for (double y = bar.bottom() - gap / 2; y > bar.top() + 1; y -= gap, odd = !odd)
            for (double x = bar.left() + (odd ? gap : gap / 2); x < bar.right() - 1; x += gap)
                painter.drawEllipse(QPointF(x, y), 1.1, 1.1);
        break;
    }
    }
    painter.restore();
}

void paintSwatch(QPainter& painter, const QRectF& area, const SeriesLook& look, ChartKind kind,
                 const QColor& ground) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (kind == ChartKind::Lines) {
        painter.setPen(QPen(look.colour, 2, look.line, Qt::FlatCap));
        painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()));
        paintMarker(painter, area.center(), 3.5, look, ground);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.colour);
        painter.drawRect(area);
        paintHatch(painter, area, look, ground);
    }
    painter.restore();
}

QColor inkOn(const QColor& fill) {
    const QColor black(0x1B, 0x1D, 0x21);
    return contrastRatio(black, fill) >= contrastRatio(Qt::white, fill) ? black : QColor(Qt::white);
}

} // namespace parallax::ui
