// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainter>

#include "ui/common/chart_panel.h"
#include "ui/common/theme.h"

namespace parallax::ui {

enum class Marker { Circle, Square, Triangle, Diamond, Cross, Plus };
enum class Hatch { None, Rising, Falling, Horizontal, Dots, Crossed };

// How one series looks: colour for most people, dash, marker and hatch for everyone.
struct SeriesLook {
    QColor colour;
    Qt::PenStyle line = Qt::SolidLine;
    Marker marker = Marker::Circle;
    Hatch hatch = Hatch::None;
};

SeriesLook seriesLook(const Theme& theme, int series);

void paintMarker(QPainter& painter, QPointF centre, double radius, const SeriesLook& look,
                 const QColor& ground);
// Thin lines in the ground's colour over a bar, drawn as vectors so that SVG and PDF keep them.
void paintHatch(QPainter& painter, const QRectF& bar, const SeriesLook& look, const QColor& ground);
// The key of a series in a legend or on the crosshair's card.
void paintSwatch(QPainter& painter, const QRectF& area, const SeriesLook& look, ChartKind kind,
                 const QColor& ground);

// Black or white, whichever reads better on `fill`.
QColor inkOn(const QColor& fill);

} // namespace parallax::ui
