// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parallax::ui {

// A value axis that ends on round numbers.
struct ValueScale {
    double minimum = 0;
    double maximum = 1;
    double step = 0.2; // distance of the grid lines: 1, 2, 2.5 or 5 times a power of ten

    int tickCount() const; // both ends included
    double tick(int index) const { return minimum + step * index; }
};

enum class Baseline { Zero, Free }; // bars must stand on zero, lines need not

// Covers [low, high] with at most `ticks` steps. Equal, reversed or infinite ends give a sensible range.
ValueScale niceScale(double low, double high, Baseline baseline, int ticks);

// What all numbers of one chart are divided by, so that axis and labels stay short: million, billion,
// trillion, in Chinese 萬, 億, 兆. Percentages and short units of measurement (s, ms) stay as they are.
struct Magnitude {
    double divisor = 1;
    QString word; // empty for 1
};
Magnitude magnitudeFor(double largest, const QString& unit);

// A number of the axis, with as many decimals as its step needs.
QString axisText(double value, const ValueScale& scale, const Magnitude& magnitude);
// At most so many significant digits, whole numbers whole, no trailing zeros, by locale: "18", "99.95",
// "12,500".
QString labelText(double value, const Magnitude& magnitude, int digits = 4);
// "1.6–1.8", and "−14 – −7" where the dash would meet a minus sign.
QString rangeText(const QString& low, const QString& high);
// With unit and magnitude: "$18 billion", "20%", "1.5 s".
QString fullText(double value, const QString& unit, const Magnitude& magnitude);
// What stands over the axis: "$ billion", "%", "s".
QString unitText(const QString& unit, const Magnitude& magnitude);

} // namespace parallax::ui
