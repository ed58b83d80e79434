// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart_labels.h"

#include <QSet>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace parallax::ui {

QStringList wrapText(const QString& text, double width, const QFontMetricsF& metrics, int maximumLines) {
    const QString plain = text.simplified();
    if (metrics.horizontalAdvance(plain) <= width || maximumLines <= 1)
        return {metrics.elidedText(plain, Qt::ElideRight, width)};
    QStringList lines;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, plain);
    qsizetype start = 0;
    while (start < plain.size() && lines.size() + 1 < maximumLines) {
        qsizetype end = start;
        for (qsizetype next = start; next < plain.size();) {
            finder.setPosition(next);
            next = finder.toNextBoundary();
            if (next < 0)
                next = plain.size();
            if (end > start && metrics.horizontalAdvance(plain.mid(start, next - start).trimmed()) > width)
                break;
            end = next;
        }
        lines.append(metrics.elidedText(plain.mid(start, end - start).trimmed(), Qt::ElideRight, width));
        start = end;
    }
    if (start < plain.size())
        lines.append(metrics.elidedText(plain.mid(start).trimmed(), Qt::ElideRight, width));
    return lines;
}

CategoryLabels layoutCategories(const QStringList& categories, int first, int last, double slotLength,
                                const QFontMetricsF& metrics, int maximumLines) {
    CategoryLabels result;
    double widest = 0;
    for (int c = first; c <= last; ++c)
        widest = std::max(widest, metrics.horizontalAdvance(categories.value(c)));
    // Room for one short word: below that each second, fifth, tenth … name is shown whole instead.
    const double narrowest = metrics.averageCharWidth() * 7;
    int every = 1;
    if (slotLength < std::min(narrowest, widest + 8)) {
        const double wanted = std::min(widest, metrics.averageCharWidth() * 12) + 10;
        for (const int step :
             {2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000})
            if (every = step; slotLength * step >= wanted)
                break;
    }
    const double width = slotLength * every - 8;
    for (int c = first; c <= last; ++c) {
        QStringList lines;
        if ((c - first) % every != 0) {
            ++result.elided;
            ++result.leftOut;
        } else {
            const QString name = categories.value(c).simplified();
            lines = wrapText(name, width, metrics, every > 1 ? 1 : maximumLines);
            if (lines.join(QString()).remove(QLatin1Char(' ')).size() <
                    QString(name).remove(QLatin1Char(' ')).size() ||
                lines.join(QString()).contains(QChar(0x2026)) != name.contains(QChar(0x2026)))
                ++result.elided;
            result.mostLines = std::max(result.mostLines, static_cast<int>(lines.size()));
            for (const QString& line : std::as_const(lines))
                result.widest = std::max(result.widest, metrics.horizontalAdvance(line));
        }
        result.lines.append(lines);
    }
    return result;
}

namespace {

// Where the note of a value stands: beside the number, or where bars leave no room for that, beneath it.
enum class NotePlace { Beside, Beneath };

QString valueLabel(const ChartSeries& series, int category, double value, const Magnitude& magnitude,
                   ChartKind kind, NotePlace place) {
    const auto end = [&](const QVector<double>& ends) {
        return category < ends.size() && std::isfinite(ends[category]) ? ends[category] : value;
    };
    const double low = end(series.low);
    const double high = end(series.high);
    const QString number = low == high ? labelText(value, magnitude)
                                       : rangeText(labelText(low, magnitude), labelText(high, magnitude));
    const QString note = kind == ChartKind::StackedBars ? QString() : series.notes.value(category);
    // An en space: one label of two parts.
    return note.isEmpty() ? number : number + QChar(place == NotePlace::Beside ? 0x2002 : u'\n') + note;
}

QSizeF labelSize(const QString& text, const QFontMetricsF& metrics) {
    double width = 0;
    const QStringList lines = text.split(u'\n');
    for (const QString& line : lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    return {width + 2, metrics.height() * static_cast<double>(lines.size())};
}

PlacedLabel labelOf(const ChartGeometry& geometry, const ChartData& data, int category, int series,
                    const Magnitude& magnitude, const QFontMetricsF& metrics, NotePlace place) {
    const double value = geometry.value(category, series);
    PlacedLabel label{{},
                      valueLabel(data.series[series], category, value, magnitude, geometry.kind(), place),
                      category,
                      series,
                      false};
    const QSizeF size = labelSize(label.text, metrics);
    const QRectF bar = geometry.bar(category, series);
    if (geometry.kind() == ChartKind::StackedBars) {
        label.inside = true;
        label.rect = QRectF(QPointF(), size);
        label.rect.moveCenter(bar.center());
        return label;
    }
    // Beyond the whisker where there is one, so that it does not strike the number out.
    const auto& ends = value < 0 ? data.series[series].low : data.series[series].high;
    const double reach = category < ends.size() && std::isfinite(ends[category]) ? ends[category] : value;
    const double end = geometry.valuePosition(value < 0 ? std::min(reach, value) : std::max(reach, value));
    const QPointF tip = geometry.point(category, series);
    if (geometry.isHorizontal())
        label.rect =
            QRectF(QPointF(value < 0 ? end - 5 - size.width() : end + 5, tip.y() - size.height() / 2), size);
    else if (value < 0)
        label.rect = QRectF(QPointF(tip.x() - size.width() / 2, end + 2), size);
    else
        label.rect = QRectF(
            QPointF(tip.x() - size.width() / 2, end - (geometry.isBars() ? 2 : 6) - size.height()), size);
    return label;
}

// Does the line from one point to a later one run through `rect`?
bool crosses(QPointF from, QPointF to, const QRectF& rect) {
    const double begin = std::max(from.x(), rect.left());
    const double end = std::min(to.x(), rect.right());
    if (begin > end || !std::isfinite(from.y()) || !std::isfinite(to.y()))
        return false;
    const double slope = to.x() > from.x() ? (to.y() - from.y()) / (to.x() - from.x()) : 0;
    const double a = from.y() + slope * (begin - from.x());
    const double b = from.y() + slope * (end - from.x());
    return std::max(a, b) >= rect.top() && std::min(a, b) <= rect.bottom();
}

// Upon a line, or upon a point's marker.
bool liesOnLines(const ChartGeometry& geometry, const PlacedLabel& label, const QRectF& ink) {
    constexpr double marker = 4;
    const int reach = 1 + static_cast<int>(ink.width() / std::max(1.0, geometry.slotLength()));
    const int from = std::max(geometry.first(), label.category - reach);
    const int to = std::min(geometry.last(), label.category + reach);
    for (const int s : geometry.series())
        for (int c = from; c <= to; ++c) {
            const QPointF point = geometry.point(c, s);
            if (!std::isfinite(point.y()))
                continue;
            if (ink.intersects(QRectF(point.x() - marker, point.y() - marker, 2 * marker, 2 * marker)) ||
                (c < geometry.last() && crosses(point, geometry.point(c + 1, s), ink)))
                return true;
        }
    return false;
}

// What a label must leave free.
struct Surroundings {
    const QVector<PlacedLabel>& placed;
    const QVector<QRectF>& taken;
    const QRectF& bounds;
};

bool fits(const ChartGeometry& geometry, const PlacedLabel& label, const Surroundings& around) {
    if (!around.bounds.contains(label.rect))
        return false;
    const QRectF padded = label.rect.adjusted(-2, 0, 2, 0);
    for (auto other = around.placed.crbegin(); other != around.placed.crend(); ++other)
        if (other->rect.intersects(padded))
            return false;
    if (std::any_of(around.taken.begin(), around.taken.end(),
                    [&](const QRectF& rect) { return rect.intersects(padded); }))
        return false;
    if (label.inside) {
        const QRectF bar = geometry.bar(label.category, label.series);
        return bar.width() >= label.rect.width() + 2 && bar.height() >= label.rect.height();
    }
    // The letters stand well within their line's height.
    const QRectF ink = label.rect.adjusted(0, 3, 0, -3);
    if (!geometry.isBars())
        return !liesOnLines(geometry, label, ink);
    const int reach = 1 + static_cast<int>(padded.width() / std::max(1.0, geometry.slotLength()));
    for (int c = std::max(geometry.first(), label.category - reach);
         c <= std::min(geometry.last(), label.category + reach); ++c)
        for (const int s : geometry.series())
            if (geometry.bar(c, s).intersects(ink))
                return false;
    return true;
}

// Half as far again from the points of other series as from its own: else it could be read as theirs.
bool belongsToItsPoint(const ChartGeometry& geometry, const PlacedLabel& label) {
    const double middle = label.rect.center().y();
    const double own = std::abs(geometry.point(label.category, label.series).y() - middle);
    const QVector<int>& series = geometry.series();
    return std::none_of(series.begin(), series.end(), [&](int s) {
        const double other = std::abs(geometry.point(label.category, s).y() - middle);
        return s != label.series && other < 1.5 * own; // never, where there is no point
    });
}

// The label of a point where no line runs: over it, else beneath, in the middle or to a side.
PlacedLabel besidePoint(const ChartGeometry& geometry, const PlacedLabel& wanted,
                        const Surroundings& around) {
    const QPointF point = geometry.point(wanted.category, wanted.series);
    const bool below = wanted.rect.top() > point.y();
    const double away = below ? wanted.rect.top() - point.y() : point.y() - wanted.rect.bottom();
    for (const bool over : {!below, below})
        for (const double side : {0.0, -0.5, 0.5}) {
            PlacedLabel tried = wanted;
            tried.rect.moveCenter({point.x() + side * wanted.rect.width(), 0});
            over ? tried.rect.moveBottom(point.y() - away) : tried.rect.moveTop(point.y() + away);
            if (fits(geometry, tried, around) && belongsToItsPoint(geometry, tried))
                return tried;
        }
    return {};
}

// The label where it fits best: over the middle of its bar, else over the bar's outer or inner edge, else the
// number alone without the note beside it, at last across zero. No text: there is no room.
PlacedLabel placedOne(const ChartGeometry& geometry, const ChartData& data, const Magnitude& magnitude,
                      const PlacedLabel& wanted, const QFontMetricsF& metrics, const Surroundings& around) {
    if (geometry.kind() == ChartKind::Lines)
        return besidePoint(geometry, wanted, around);
    if (fits(geometry, wanted, around))
        return wanted;
    if (geometry.kind() == ChartKind::StackedBars)
        return {};
    PlacedLabel bare = wanted;
    const double value = geometry.value(wanted.category, wanted.series);
    ChartSeries plain = data.series[wanted.series];
    plain.notes.clear();
    bare.text = valueLabel(plain, wanted.category, value, magnitude, geometry.kind(), NotePlace::Beside);
    const QSizeF smaller = labelSize(bare.text, metrics);
    if (geometry.isHorizontal())
        value < 0 ? bare.rect.setLeft(bare.rect.right() - smaller.width())
                  : bare.rect.setWidth(smaller.width());
    else
        bare.rect = QRectF(QPointF(wanted.rect.center().x() - smaller.width() / 2,
                                   value < 0 ? wanted.rect.top() : wanted.rect.bottom() - smaller.height()),
                           smaller);
    const QRectF bar = geometry.bar(wanted.category, wanted.series);
    for (const PlacedLabel* one : {&wanted, static_cast<const PlacedLabel*>(&bare)}) {
        PlacedLabel tried = *one;
        if (one == &bare && fits(geometry, tried, around))
            return tried;
        if (geometry.isHorizontal())
            continue;
        tried.rect.moveRight(bar.right() - 1);
        if (fits(geometry, tried, around))
            return tried;
        tried.rect.moveLeft(bar.left() + 1);
        if (fits(geometry, tried, around))
            return tried;
    }
    // A bar below zero ends at the names: beyond zero nothing stands in its row.
    if (value < 0) {
        const double zero = geometry.valuePosition(0);
        geometry.isHorizontal() ? bare.rect.moveLeft(zero + 5) : bare.rect.moveBottom(zero - 2);
        if (fits(geometry, bare, around))
            return bare;
    }
    return {};
}

// Sums over the stacks that have no part below zero; a sum of both signs would not be where the bar ends.
void addTotals(const ChartGeometry& geometry, const Magnitude& magnitude, const QFontMetricsF& metrics,
               QVector<PlacedLabel>& wanted) {
    for (int c = geometry.first(); c <= geometry.last(); ++c) {
        double total = 0;
        int parts = 0;
        for (const int s : geometry.series()) {
            const double value = geometry.value(c, s);
            if (!std::isfinite(value))
                continue;
            ++parts;
            if (value < 0) {
                parts = 0;
                break;
            }
            total += value;
        }
        if (parts < 2)
            continue;
        PlacedLabel label{{}, labelText(total, magnitude), c, -1, false};
        const QSizeF size(metrics.horizontalAdvance(label.text) + 2, metrics.height());
        label.rect = QRectF(QPointF(geometry.categoryCentre(c) - size.width() / 2,
                                    geometry.valuePosition(total) - 2 - size.height()),
                            size);
        wanted.append(label);
    }
}

} // namespace

namespace {

qsizetype notesIn(const QVector<PlacedLabel>& labels) {
    return std::count_if(labels.begin(), labels.end(), [](const PlacedLabel& label) {
        return label.text.contains(QChar(0x2002)) || label.text.contains(u'\n');
    });
}

QVector<PlacedLabel> placedWith(NotePlace notes, const ChartGeometry& geometry, const ChartData& data,
                                const Magnitude& magnitude, const QFontMetricsF& metrics,
                                const QRectF& bounds, const QVector<QRectF>& taken) {
    QVector<PlacedLabel> wanted;
    QSet<std::pair<int, int>> extremes;
    for (const int s : geometry.series()) {
        int highest = -1;
        int lowest = -1;
        for (int c = geometry.first(); c <= geometry.last(); ++c) {
            const double value = geometry.value(c, s);
            if (!std::isfinite(value))
                continue;
            wanted.append(labelOf(geometry, data, c, s, magnitude, metrics, notes));
            if (highest < 0 || value > geometry.value(highest, s))
                highest = c;
            if (lowest < 0 || value < geometry.value(lowest, s))
                lowest = c;
        }
        extremes.insert({highest, s});
        extremes.insert({lowest, s});
    }
    const auto values = wanted.size();
    if (geometry.kind() == ChartKind::StackedBars)
        addTotals(geometry, magnitude, metrics, wanted);

    const auto place = [&](const auto& admit) {
        QVector<PlacedLabel> placed;
        for (const PlacedLabel& label : std::as_const(wanted))
            if (admit(label))
                if (PlacedLabel one =
                        placedOne(geometry, data, magnitude, label, metrics, {placed, taken, bounds});
                    !one.text.isEmpty())
                    placed.append(std::move(one));
        return placed;
    };
    QVector<PlacedLabel> all = place([](const PlacedLabel&) { return true; });
    // Half of the numbers would look as if they meant something; segments of a stack are read by their size.
    if (geometry.kind() == ChartKind::StackedBars || all.size() * 2 > values)
        return all;
    return place([&](const PlacedLabel& label) { return extremes.contains({label.category, label.series}); });
}

} // namespace

QVector<PlacedLabel> placeValueLabels(const ChartGeometry& geometry, const ChartData& data,
                                      const Magnitude& magnitude, const QFontMetricsF& metrics,
                                      const QRectF& bounds, const QVector<QRectF>& taken) {
    // Looking at more would take longer than a frame, and none would be left in the end.
    constexpr int mostValues = 400;
    if (geometry.count() * geometry.series().size() > mostValues)
        return {};
    const auto placed = [&](NotePlace notes) {
        return placedWith(notes, geometry, data, magnitude, metrics, bounds, taken);
    };
    QVector<PlacedLabel> beside = placed(NotePlace::Beside);
    const qsizetype notes = std::count_if(beside.begin(), beside.end(), [&](const PlacedLabel& label) {
        return label.series >= 0 && !data.series[label.series].notes.value(label.category).isEmpty();
    });
    if (geometry.kind() != ChartKind::GroupedBars || notesIn(beside) == notes)
        return beside;
    // One bar without its note among others that have theirs would look as if it had none.
    QVector<PlacedLabel> beneath = placed(NotePlace::Beneath);
    const bool better = beneath.size() >= beside.size() && notesIn(beneath) > notesIn(beside);
    return better ? beneath : beside;
}

void spreadVertically(QVector<PlacedLabel>& labels, double top, double bottom) {
    std::sort(labels.begin(), labels.end(),
              [](const PlacedLabel& a, const PlacedLabel& b) { return a.rect.top() < b.rect.top(); });
    double free = top;
    for (PlacedLabel& label : labels) {
        label.rect.moveTop(std::max(label.rect.top(), free));
        free = label.rect.bottom();
    }
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->rect.moveBottom(std::min(label->rect.bottom(), bottom));
        bottom = label->rect.top();
    }
}

} // namespace parallax::ui
