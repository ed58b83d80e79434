// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QImage>
#include <QSet>
#include <QSize>

#include "ui/common/chart_panel.h"

namespace parallax::ui {

// What an exported picture shows: the chart as it stands on screen, in the light theme.
struct ChartPicture {
    const ChartData& data;
    QSet<int> hidden;
    int first;
    int last;
    QSize size; // of the plot, in pixels of 1/96 inch
    QFont font;
};

QImage chartImage(const ChartPicture& picture, double scale);
// By the ending of `path`. Throws Error{ExportFailed}; a file that was there stays whole when writing fails.
void exportChart(const ChartPicture& picture, const QString& path);

} // namespace parallax::ui
