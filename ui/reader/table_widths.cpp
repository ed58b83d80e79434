// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/table_widths.h"

#include <QFontMetricsF>
#include <QStringList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parallax::ui {
namespace {

constexpr double smallestText = 0.75;

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

void ColumnWishes::add(std::size_t column, const QString& text, const QFont& font, double padding) {
    const QFontMetricsF metrics(font);
    const auto widen = [&](double& width, const QString& part) {
        // One more: a word that just fits by its advance is broken all the same.
        width = std::max(width, std::ceil(metrics.horizontalAdvance(part)) + 1 + padding);
    };
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        widen(whole[column], line);
        QTextBoundaryFinder finder(QTextBoundaryFinder::Line, line);
        for (qsizetype from = 0; from < line.size();) {
            const qsizetype next = finder.toNextBoundary();
            const qsizetype to = next < 0 ? line.size() : next;
            widen(least[column], line.mid(from, to - from).trimmed());
            from = std::max(to, from + 1);
        }
    }
}

FittedColumns fitColumns(const ColumnWishes& wishes, double room) {
    FittedColumns fitted;
    if (wishes.whole.empty() || sum(wishes.whole) <= room)
        return fitted;
    const double least = sum(wishes.least);
    if (least >= room) {
        fitted.textScale = std::max(smallestText, room / least);
        for (const double width : wishes.least)
            fitted.widths.push_back(width * room / least);
        return fitted;
    }
    // The width that no column may pass: found by halves, to a fraction of a pixel.
    const auto within = [&](double most) {
        std::vector<double> widths;
        for (std::size_t i = 0; i < wishes.whole.size(); ++i)
            widths.push_back(std::max(wishes.least[i], std::min(wishes.whole[i], most)));
        return widths;
    };
    double low = 0;
    double high = *std::max_element(wishes.whole.begin(), wishes.whole.end());
    for (int step = 0; step < 24; ++step) {
        const double middle = (low + high) / 2;
        (sum(within(middle)) <= room ? low : high) = middle;
    }
    fitted.widths = within(low);
    return fitted;
}

} // namespace parallax::ui
