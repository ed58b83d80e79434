// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/chart_geometry.h"

namespace parallax::ui {

// What a person who does not see the chart is told: kind, what is compared, highest and lowest, what is
// missing.
QString chartSummary(const ChartData& data, const ChartGeometry& geometry, const Magnitude& magnitude);
// One category: "Azure: Current $15 billion; Projected $18 billion".
QString categorySummary(const ChartData& data, const ChartGeometry& geometry, const Magnitude& magnitude,
                        int category);

} // namespace parallax::ui
