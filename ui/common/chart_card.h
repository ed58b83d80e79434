// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/chart_plot.h"

namespace parallax::ui {

struct ChartPlot::Card {
    struct Row {
        int series = -1;
        QString name, value;
    };
    QRectF rect; // empty: no card
    QStringList title;
    QVector<Row> rows;
    double nameWidth = 0;
};

} // namespace parallax::ui
