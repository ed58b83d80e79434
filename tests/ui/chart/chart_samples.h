// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

#include <cmath>
#include <limits>

#include "ui/common/chart_panel.h"

namespace parallax::ui::samples {

inline constexpr double gap = std::numeric_limits<double>::quiet_NaN();

inline ChartData revenue(bool chinese = false) {
    ChartData chart;
    chart.title =
        chinese ? QStringLiteral("雲端業者的人工智慧營收") : QStringLiteral("AI revenue of cloud providers");
    chart.unit = QStringLiteral("$");
    chart.categories =
        chinese ? QStringList{QStringLiteral("微軟 Azure"), QStringLiteral("亞馬遜 AWS"),
                              QStringLiteral("谷歌雲端平台"), QStringLiteral("其他業者（甲骨文等）")}
                : QStringList{QStringLiteral("Azure"), QStringLiteral("AWS"), QStringLiteral("GCP"),
                              QStringLiteral("Others (Oracle, etc.)")};
    chart.series = {
        {chinese ? QStringLiteral("目前") : QStringLiteral("Current"), {15e9, 8e9, 4e9, 2e9}, {}, {}, {}},
        {chinese ? QStringLiteral("預估") : QStringLiteral("Projected"),
         {18e9, 14e9, 5e9, 3e9},
         {},
         {},
         {QStringLiteral("+20%"), QStringLiteral("+75%"), QStringLiteral("+25%"), QStringLiteral("+50%")}}};
    return chart;
}

inline ChartData years() {
    ChartData chart;
    chart.title = QStringLiteral("Spending on accelerators");
    chart.unit = QStringLiteral("$");
    const QStringList names{QStringLiteral("Microsoft"), QStringLiteral("Amazon"),
                            QStringLiteral("Alphabet")};
    for (int y = 2015; y < 2027; ++y)
        chart.categories.append(QString::number(y));
    for (int s = 0; s < 3; ++s) {
        ChartSeries series{names[s], {}, {}, {}, {}};
        for (int y = 0; y < 12; ++y)
            series.values.append(s == 1 && (y == 4 || y == 5) ? gap
                                                              : 1e9 * std::pow(1.25 + 0.04 * s, y) * (3 - s));
        chart.series.append(series);
    }
    chart.kind = ChartKind::Lines;
    return chart;
}

inline ChartData ranges() {
    ChartData chart;
    chart.title = QStringLiteral("Median latency, 500 tokens");
    chart.unit = QStringLiteral("s");
    chart.categories = {QStringLiteral("Azure"), QStringLiteral("AWS"), QStringLiteral("GCP")};
    chart.series = {{QStringLiteral("Stated"), {1.5, 1.7, 1.62}, {1.5, 1.6, gap}, {1.5, 1.8, gap}, {}}};
    return chart;
}

inline ChartData changes() {
    ChartData chart;
    chart.title = QStringLiteral("Change of share, first half of the year");
    chart.unit = QStringLiteral("%");
    chart.categories = {QStringLiteral("Azure"), QStringLiteral("AWS"), QStringLiteral("GCP"),
                        QStringLiteral("Oracle")};
    chart.series = {{QStringLiteral("Training"), {4.5, -6, 2.25, gap}, {}, {}, {}},
                    {QStringLiteral("Inference"), {-1.5, 3, 0.4, 1.1}, {}, {}, {}},
                    {QStringLiteral("Storage"), {0.5, -2, -3.3, 0}, {}, {}, {}}};
    return chart;
}

inline ChartData longNames() {
    ChartData chart;
    chart.title = QStringLiteral("Capital expenditure by company, in the names of their filings");
    chart.unit = QStringLiteral("$");
    const QStringList names{QStringLiteral("Taiwan Semiconductor Manufacturing Company Limited"),
                            QStringLiteral("Samsung Electronics Co., Ltd. (Device Solutions)"),
                            QStringLiteral("International Business Machines Corporation"),
                            QStringLiteral("Oracle Cloud Infrastructure and Applications"),
                            QStringLiteral("台積電先進封裝與測試事業群（含海外廠區）"),
                            QStringLiteral("SK hynix Inc."),
                            QStringLiteral("Advanced Micro Devices, Inc. Data Center Group"),
                            QStringLiteral("Micron")};
    chart.categories = names;
    ChartSeries series{QStringLiteral("2026"), {}, {}, {}, {}};
    for (int i = 0; i < names.size(); ++i)
        series.values.append((9 - i) * 4.3e9);
    chart.series = {series};
    return chart;
}

} // namespace parallax::ui::samples
