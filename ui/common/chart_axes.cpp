// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart_axes.h"

#include <algorithm>

namespace parallax::ui {
namespace {

constexpr double apart = 6; // less, and two numbers read as one

// All numbers, or each second, fourth … counted from the last, whichever stand apart.
template <typename Meets>
QVector<PlacedLabel> thinned(const QVector<PlacedLabel>& texts, Meets meets) {
    for (qsizetype every = 1;; every *= 2) {
        QVector<PlacedLabel> kept;
        for (qsizetype i = (texts.size() - 1) % every; i < texts.size(); i += every)
            kept.append(texts[i]);
        if (kept.size() < 2 || std::adjacent_find(kept.begin(), kept.end(), meets) == kept.end())
            return kept;
    }
}

bool meetBeside(const PlacedLabel& a, const PlacedLabel& b) {
    return a.rect.right() + apart > b.rect.left();
}

// Numbers upon each other go up: the next is above the one before.
bool meetAbove(const PlacedLabel& a, const PlacedLabel& b) {
    return b.rect.bottom() > a.rect.top();
}

QVector<PlacedLabel> uprightAxis(const ChartGeometry& geometry, const QString& unit,
                                 const Magnitude& magnitude, const QFontMetricsF& metrics) {
    QVector<PlacedLabel> texts;
    const ValueScale& scale = geometry.scale();
    for (int i = 0; i < scale.tickCount(); ++i) {
        const QString text = axisText(scale.tick(i), scale, magnitude);
        const double width = metrics.horizontalAdvance(text) + 1;
        texts.append(
            {QRectF(geometry.plot().left() - 8 - width,
                    geometry.valuePosition(scale.tick(i)) - metrics.height() / 2, width, metrics.height()),
             text, -1, -1, false});
    }
    texts = thinned(texts, meetAbove);
    if (const QString text = unitText(unit, magnitude); !text.isEmpty())
        texts.append(
            {QRectF(0, 0, metrics.horizontalAdvance(text) + 1, metrics.height()), text, -1, -1, false});
    return texts;
}

ValueAxisTexts lyingAxis(const ChartGeometry& geometry, const QString& unit, const Magnitude& magnitude,
                         const QFontMetricsF& metrics, QSizeF size) {
    const ValueScale& scale = geometry.scale();
    const double top = geometry.plot().bottom() + 5;
    const auto placed = [&](int tick, const QString& text) {
        const double width = metrics.horizontalAdvance(text) + 2;
        const double left = std::clamp(geometry.valuePosition(scale.tick(tick)) - width / 2, 0.0,
                                       std::max(0.0, size.width() - width));
        return PlacedLabel{QRectF(left, top, width, metrics.height()), text, -1, -1, false};
    };
    QVector<PlacedLabel> numbers;
    for (int i = 0; i < scale.tickCount(); ++i)
        numbers.append(placed(i, axisText(scale.tick(i), scale, magnitude)));
    ValueAxisTexts axis;
    const QString word = unitText(unit, magnitude);
    if (word.isEmpty() || numbers.isEmpty()) {
        axis.texts = thinned(numbers, meetBeside);
        return axis;
    }
    const int last = static_cast<int>(numbers.size()) - 1;
    const PlacedLabel whole = placed(last, fullText(scale.tick(last), unit, magnitude));
    if (last == 0 || numbers[last - 1].rect.right() + apart <= whole.rect.left()) {
        numbers[last] = whole;
        axis.texts = thinned(numbers, meetBeside);
        return axis;
    }
    axis.texts = thinned(numbers, meetBeside);
    axis.unitBeneath = true;
    const double width = metrics.horizontalAdvance(word) + 2;
    axis.texts.append(
        {QRectF(std::max(0.0, size.width() - width), top + metrics.height(), width, metrics.height()), word,
         -1, -1, false});
    return axis;
}

} // namespace

ValueAxisTexts placeAxisTexts(const ChartGeometry& geometry, const QString& unit, const Magnitude& magnitude,
                              const QFontMetricsF& metrics, QSizeF size) {
    if (geometry.isHorizontal())
        return lyingAxis(geometry, unit, magnitude, metrics, size);
    return {uprightAxis(geometry, unit, magnitude, metrics), false};
}

QVector<PlacedLabel> placeCategoryTexts(const ChartGeometry& geometry, const CategoryLabels& names,
                                        const QFontMetricsF& metrics, QSizeF size) {
    QVector<PlacedLabel> placed;
    const QRectF plot = geometry.plot();
    QRectF before;
    for (int c = geometry.first(); c <= geometry.last(); ++c) {
        const QStringList& lines = names.lines.value(c - geometry.first());
        const double centre = geometry.categoryCentre(c);
        QVector<PlacedLabel> name;
        QRectF whole;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const double width = metrics.horizontalAdvance(lines[i]) + 2;
            QRectF rect(0, 0, width, metrics.height());
            if (geometry.isHorizontal()) {
                const double top = centre + metrics.height() * (double(i) - double(lines.size()) / 2);
                rect.moveTopLeft({plot.left() - 10 - width, top});
            } else {
                // Not under the numbers of the axis: the lowest of them reaches below the plot.
                const double leftmost = std::max(0.0, plot.left() - 4);
                const double left =
                    std::clamp(centre - width / 2, leftmost, std::max(leftmost, size.width() - width));
                rect.moveTopLeft({left, plot.bottom() + 6 + metrics.height() * double(i)});
            }
            whole |= rect;
            name.append({rect, lines[i], c, -1, false});
        }
        const double side = geometry.isHorizontal() ? 0 : apart;
        if (name.isEmpty() || (!before.isNull() && before.adjusted(0, 0, side, 0).intersects(whole)))
            continue;
        before = whole;
        placed += name;
    }
    return placed;
}

} // namespace parallax::ui
