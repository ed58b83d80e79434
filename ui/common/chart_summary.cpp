// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart_summary.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace parallax::ui {

struct ChartSentences {
    Q_DECLARE_TR_FUNCTIONS(ChartSummary)
};

QString chartSummary(const ChartData& data, const ChartGeometry& geometry, const Magnitude& magnitude) {
    if (geometry.count() <= 0 || geometry.series().isEmpty())
        return ChartSentences::tr("An empty chart.");
    QString kind;
    switch (geometry.kind()) {
    case ChartKind::GroupedBars:
        kind = ChartSentences::tr("Grouped bars");
        break;
    case ChartKind::StackedBars:
        kind = ChartSentences::tr("Stacked bars");
        break;
    case ChartKind::HorizontalBars:
        kind = ChartSentences::tr("Horizontal bars");
        break;
    case ChartKind::Lines:
        kind = ChartSentences::tr("Lines");
        break;
    }
    int highC = -1, highS = -1, lowC = -1, lowS = -1, missing = 0;
    for (const int s : geometry.series())
        for (int c = geometry.first(); c <= geometry.last(); ++c) {
            const double value = geometry.value(c, s);
            if (!std::isfinite(value)) {
                ++missing;
                continue;
            }
            if (highC < 0 || value > geometry.value(highC, highS)) {
                highC = c;
                highS = s;
            }
            if (lowC < 0 || value < geometry.value(lowC, lowS)) {
                lowC = c;
                lowS = s;
            }
        }
    const QLocale locale;
    QStringList names;
    for (const int s : geometry.series())
        names.append(data.series[s].name);
    QStringList sentences;
    if (!data.title.isEmpty())
        sentences.append(ChartSentences::tr("%1.").arg(data.title));
    sentences.append(ChartSentences::tr("%1: %2 categories by %3 series (%4).")
                         .arg(kind, locale.toString(geometry.count()),
                              locale.toString(geometry.series().size()), locale.createSeparatedList(names)));
    const auto where = [&](int c, int s) {
        return ChartSentences::tr("%1 (%2, %3)")
            .arg(fullText(geometry.value(c, s), data.unit, magnitude), data.categories.value(c),
                 data.series[s].name);
    };
    if (highC >= 0)
        sentences.append(
            ChartSentences::tr("Highest: %1. Lowest: %2.").arg(where(highC, highS), where(lowC, lowS)));
    if (missing > 0)
        sentences.append(missing == 1
                             ? ChartSentences::tr("One value is missing.")
                             : ChartSentences::tr("%1 values are missing.").arg(locale.toString(missing)));
    QString whole = sentences.takeFirst();
    for (const QString& next : sentences)
        //: One sentence, then the next.
        whole = ChartSentences::tr("%1 %2").arg(whole, next);
    return whole;
}

QString categorySummary(const ChartData& data, const ChartGeometry& geometry, const Magnitude& magnitude,
                        int category) {
    QStringList parts;
    for (const int s : geometry.series()) {
        const double value = geometry.value(category, s);
        parts.append(
            data.series[s].name + QLatin1Char(' ') +
            (std::isfinite(value) ? fullText(value, data.unit, magnitude) : ChartSentences::tr("no value")));
    }
    return ChartSentences::tr("%1: %2").arg(data.categories.value(category),
                                            parts.join(ChartSentences::tr("; ")));
}

} // namespace parallax::ui
