// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/chart_labels.h"

namespace parallax::ui {

// The numbers of the value axis with their unit. The unit stands over an upright axis; one that lies ends in
// it ("$40 billion") or, where that would lie upon the number before, has a line of its own beneath.
struct ValueAxisTexts {
    QVector<PlacedLabel> texts;
    bool unitBeneath = false;
};
ValueAxisTexts placeAxisTexts(const ChartGeometry& geometry, const QString& unit, const Magnitude& magnitude,
                              const QFontMetricsF& metrics, QSizeF size);

// The categories' names, a label for each line of them. One that would lie upon the name before is left out.
QVector<PlacedLabel> placeCategoryTexts(const ChartGeometry& geometry, const CategoryLabels& names,
                                        const QFontMetricsF& metrics, QSizeF size);

} // namespace parallax::ui
