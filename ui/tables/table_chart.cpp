// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/table_chart.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/common/format.h"

namespace parallax::ui {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
// More bars than these are a texture; lines can carry a long series.
constexpr std::size_t mostBars = 40;
constexpr std::size_t mostPoints = 100'000;
constexpr std::size_t mostSeries = 8;

struct TableChartText {
    Q_DECLARE_TR_FUNCTIONS(TableChart)
};

// Years, quarters, months: categories that follow one another, so a line may join them.
bool isTime(const QString& label) {
    static const QRegularExpression pattern(
        QStringLiteral("^(FY|CY)?\\s?((19|20)\\d\\d)([EF]|年)?([-/. ]?(Q[1-4]|H[12]|0?[1-9]月?|1[0-2]月?))?$|"
                       "^(Q[1-4]|H[12])[-/ ’']*((19|20)?\\d\\d)$|^第?[一二三四]季$"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(label.trimmed()).hasMatch();
}

ChartKind fittingKind(const ChartData& chart, bool overTime) {
    const auto& names = chart.categories;
    if (overTime)
        return ChartKind::Lines;
    // Shares of one whole belong on top of one another.
    if (chart.unit == QLatin1String("%") && chart.series.size() > 1) {
        bool whole = true;
        for (qsizetype c = 0; c < names.size() && whole; ++c) {
            double sum = 0;
            for (const ChartSeries& series : chart.series) {
                whole = whole && !(series.values[c] < 0);
                sum += std::isfinite(series.values[c]) ? series.values[c] : 0;
            }
            whole = whole && std::abs(sum - 100) <= 1;
        }
        if (whole)
            return ChartKind::StackedBars;
    }
    return ChartKind::GroupedBars;
}

bool drawn(const PreparedTable& table, int row, int column, int unit) {
    const ColumnFacts& facts = table.columns[static_cast<std::size_t>(column)];
    return facts.hasFigure(row) && facts.unit[static_cast<std::size_t>(row)] == unit;
}

void countUnits(const PreparedTable& table, const std::vector<int>& rows, const std::vector<int>& columns,
                TableChart& result) {
    // Dates are sorted by their days since 1970; as bars those would say nothing.
    std::vector<bool> counted(table.units.size());
    std::transform(table.units.begin(), table.units.end(), counted.begin(),
                   [](const TableUnit& unit) { return unit.code != "day"; });
    std::vector<int> place(table.units.size(), -1); // in result.units
    for (const int c : columns) {
        const ColumnFacts& facts = table.columns[static_cast<std::size_t>(c)];
        for (const int r : rows) {
            if (!facts.hasFigure(r))
                continue;
            const std::size_t unit = facts.unit[static_cast<std::size_t>(r)];
            if (!counted[unit])
                continue;
            if (place[unit] >= 0) {
                ++result.units[static_cast<std::size_t>(place[unit])].second;
            } else if (result.units.size() < 64) { // more "units" than these are remarks
                place[unit] = static_cast<int>(result.units.size());
                result.units.emplace_back(static_cast<int>(unit), 1);
            }
        }
    }
    std::stable_sort(result.units.begin(), result.units.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
}

// The rows' names. Rows of one name ("Northgate Cloud" in three regions) are told apart by the first column
// without figures in which they differ, else as far as one does.
QStringList categoriesOf(const PreparedTable& table, const std::vector<int>& rows) {
    QStringList names;
    QHash<QString, QList<qsizetype>> places;
    for (const int r : rows) {
        names.append(table.label(r));
        places[names.last()].append(names.size() - 1);
    }
    for (const QList<qsizetype>& same : std::as_const(places)) {
        if (same.size() < 2)
            continue;
        qsizetype most = 1;
        QStringList best;
        for (int c = 1; c < table.pageColumns && most < same.size(); ++c) {
            if (table.columns[static_cast<std::size_t>(c)].numeric)
                continue;
            QStringList words;
            for (const qsizetype at : same)
                words.append(table.text(rows[static_cast<std::size_t>(at)], c).simplified());
            if (const qsizetype distinct = QSet<QString>(words.begin(), words.end()).size();
                distinct > most) {
                most = distinct;
                best = words;
            }
        }
        for (qsizetype i = 0; i < best.size(); ++i)
            if (!best[i].isEmpty())
                names[same[i]] += QStringLiteral(", ") + best[i];
    }
    return names;
}

} // namespace

std::pair<int, int> TableChart::cell(int category, int series) const {
    const auto r = static_cast<std::size_t>(transposed ? series : category);
    const auto c = static_cast<std::size_t>(transposed ? category : series);
    if (category < 0 || series < 0 || r >= rows.size() || c >= columns.size())
        return {-1, -1};
    return {rows[r], columns[c]};
}

std::pair<int, int> TableChart::bar(int row, int column) const {
    const auto r = std::find(rows.begin(), rows.end(), row);
    const auto c = std::find(columns.begin(), columns.end(), column);
    if (r == rows.end() || c == columns.end())
        return {-1, -1};
    const auto rowAt = static_cast<int>(r - rows.begin());
    const auto columnAt = static_cast<int>(c - columns.begin());
    return transposed ? std::pair(columnAt, rowAt) : std::pair(rowAt, columnAt);
}

TableChart chartOf(const PreparedTable& table, const std::vector<int>& rows, const std::vector<int>& columns,
                   const TableChartOptions& options) {
    TableChart result;
    std::vector<int> wanted;
    for (const int c : columns) // the first column names the rows, unless it is all there is
        if (c > 0 || columns.size() == 1)
            wanted.push_back(c);
    countUnits(table, rows, wanted, result);
    result.chart.title = fromUtf8(table.stored.row.caption);
    if (result.units.empty())
        return result;
    result.unit = result.units.front().first;
    if (options.unit)
        for (const auto& [unit, count] : result.units)
            if (unit == *options.unit)
                result.unit = unit;

    std::size_t leftOut = 0;
    for (const int c : wanted) {
        const bool any =
            std::any_of(rows.begin(), rows.end(), [&](int r) { return drawn(table, r, c, result.unit); });
        if (any && result.columns.size() < mostSeries)
            result.columns.push_back(c);
        else
            leftOut += any ? 1 : 0;
    }
    for (const int r : rows)
        if (std::any_of(result.columns.begin(), result.columns.end(),
                        [&](int c) { return drawn(table, r, c, result.unit); }))
            result.rows.push_back(r);
    const std::size_t all = result.rows.size();

    ChartData& chart = result.chart;
    const ShownUnit shown = table.units[static_cast<std::size_t>(result.unit)].shown;
    chart.unit = shown.text;
    const auto fill = [&] {
        chart.categories = categoriesOf(table, result.rows);
        chart.series.clear();
        for (const int c : result.columns) {
            const ColumnFacts& facts = table.columns[static_cast<std::size_t>(c)];
            ChartSeries series{table.headers[c], {}, {}, {}, {}};
            for (const int r : result.rows) {
                const bool has = drawn(table, r, c, result.unit);
                const auto at = static_cast<std::size_t>(r);
                const bool range = has && facts.low[at] != facts.high[at];
                series.values.append(has ? facts.middle(r) / shown.factor : none);
                series.low.append(range ? facts.low[at] / shown.factor : none);
                series.high.append(range ? facts.high[at] / shown.factor : none);
            }
            chart.series.append(series);
        }
    };
    // Settled before anything is filled in: 100,000 names are not made for the sake of 40 bars.
    const bool overTime =
        result.rows.size() >= 3 &&
        std::all_of(result.rows.begin(), result.rows.end(), [&](int r) { return isTime(table.label(r)); });
    const bool lines = options.kind ? *options.kind == ChartKind::Lines : overTime;
    result.rows.resize(std::min(result.rows.size(), lines ? mostPoints : mostBars));
    fill();
    chart.kind = options.kind.value_or(fittingKind(chart, overTime));
    if (chart.categories.size() == 1 &&
        chart.series.size() > 1) { // one row of many columns: a bar per column
        ChartSeries one{chart.categories.first(), {}, {}, {}, {}};
        QStringList names;
        for (const ChartSeries& series : std::as_const(chart.series)) {
            names.append(series.name);
            one.values.append(series.values.first());
            one.low.append(series.low.first());
            one.high.append(series.high.first());
        }
        chart.categories = names;
        chart.series = {one};
        result.transposed = true;
        if (!options.kind)
            chart.kind =
                fittingKind(chart, names.size() >= 3 && std::all_of(names.begin(), names.end(), isTime));
    }
    const QLocale locale;
    QStringList notes;
    if (result.rows.size() < all)
        notes.append(
            TableChartText::tr("The first %1 of %2 rows.")
                .arg(locale.toString(qulonglong(result.rows.size())), locale.toString(qulonglong(all))));
    if (leftOut > 0)
        notes.append(leftOut == 1 ? TableChartText::tr("One column is left out; select it to draw it.")
                                  : TableChartText::tr("%1 columns are left out; select those to draw.")
                                        .arg(locale.toString(qulonglong(leftOut))));
    chart.note = notes.join(QLatin1Char(' '));
    return result;
}

} // namespace parallax::ui
