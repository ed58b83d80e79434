// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetricsF>
#include <QRectF>
#include <QString>
#include <QVector>

#include "ui/common/chart_geometry.h"

namespace parallax::ui {

// One text of the picture, already where it belongs.
struct PlacedLabel {
    QRectF rect;
    QString text;
    int category = -1;
    int series = -1;     // -1: of the whole stack
    bool inside = false; // on the bar itself, so it needs ink that reads on the bar's colour
};

// Values at the ends of bars or beside points. No two overlap, none lies upon a bar, a line, a point or what
// is `taken`, or leaves `bounds`. Where more than half would have to go, only the highest and lowest of each
// series stay.
QVector<PlacedLabel> placeValueLabels(const ChartGeometry& geometry, const ChartData& data,
                                      const Magnitude& magnitude, const QFontMetricsF& metrics,
                                      const QRectF& bounds, const QVector<QRectF>& taken);

// Names of the categories, wrapped to at most `maximumLines` lines within their slot and elided; where slots
// are too narrow for words, each second, fifth, tenth … stays.
struct CategoryLabels {
    QVector<QStringList> lines; // per category in view, empty where it is left out
    int mostLines = 1;
    double widest = 0;
    int elided = 0;  // how many lost words
    int leftOut = 0; // how many of those lost all of them
};
CategoryLabels layoutCategories(const QStringList& categories, int first, int last, double slotLength,
                                const QFontMetricsF& metrics, int maximumLines);

// Breaks at spaces (Latin) or between any two Han characters; the last line is elided.
QStringList wrapText(const QString& text, double width, const QFontMetricsF& metrics, int maximumLines);

// Moves rectangles of a column apart vertically, as little as possible, within [top, bottom].
void spreadVertically(QVector<PlacedLabel>& labels, double top, double bottom);

} // namespace parallax::ui
