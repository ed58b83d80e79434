// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsView>

#include "ui/common/chart_legend.h"
#include "ui/common/chart_plot.h"

namespace parallax::ui::testing {

// Texts of a chart's picture that lie upon each other, leave it or have less room than they need.
inline QStringList chartProblems(const ChartPlot& plot) {
    QStringList problems;
    const QVector<PlacedLabel> texts = plot.texts();
    const auto box = [](const QRectF& rect) {
        return QStringLiteral("%1,%2 %3×%4")
            .arg(rect.left(), 0, 'f', 1)
            .arg(rect.top(), 0, 'f', 1)
            .arg(rect.width(), 0, 'f', 1)
            .arg(rect.height(), 0, 'f', 1);
    };
    // Half a pixel: QRectF counts rectangles that only touch, after rounding, as crossing.
    const QRectF picture = plot.sceneRect().adjusted(-0.5, -0.5, 0.5, 0.5);
    for (qsizetype a = 0; a < texts.size(); ++a) {
        if (!picture.contains(texts[a].rect))
            problems << QStringLiteral("“%1” leaves the chart: %2").arg(texts[a].text, box(texts[a].rect));
        for (qsizetype b = a + 1; b < texts.size(); ++b)
            if (texts[a].rect.adjusted(0.5, 0.5, -0.5, -0.5).intersects(texts[b].rect))
                problems << QStringLiteral("“%1” (%2) lies upon “%3” (%4)")
                                .arg(texts[a].text, box(texts[a].rect), texts[b].text, box(texts[b].rect));
    }
    return problems;
}

// Of every chart within `top`, with its legend.
inline QStringList chartProblemsIn(QWidget* top) {
    QStringList problems;
    const auto views = top->findChildren<QGraphicsView*>();
    for (const QGraphicsView* view : views)
        if (const auto* plot = dynamic_cast<const ChartPlot*>(view->scene()); plot && view->isVisible())
            problems += chartProblems(*plot);
    const auto legends = top->findChildren<ChartLegend*>();
    for (const ChartLegend* legend : legends) {
        if (!legend->isVisible())
            continue;
        const auto keys = legend->findChildren<ChartLegendButton*>();
        for (qsizetype a = 0; a < keys.size(); ++a) {
            if (!legend->rect().contains(keys[a]->geometry()) ||
                keys[a]->height() < keys[a]->sizeHint().height())
                problems << QStringLiteral("the key “%1” has no room").arg(keys[a]->text());
            for (qsizetype b = a + 1; b < keys.size(); ++b)
                if (keys[a]->geometry().intersects(keys[b]->geometry()))
                    problems << QStringLiteral("the keys “%1” and “%2” overlap")
                                    .arg(keys[a]->text(), keys[b]->text());
        }
    }
    return problems;
}

} // namespace parallax::ui::testing
