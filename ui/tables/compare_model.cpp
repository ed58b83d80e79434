// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/compare_model.h"

#include <QColor>

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/common/figure_unit.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"

namespace parallax::ui {
namespace {

constexpr std::size_t mostLines = 8; // more lines than these cannot be told apart

QString signedPercent(double value) {
    // Two digits are as much as a glance takes in; the exact figures stand beside it.
    const int decimals = std::abs(value) < 10 ? 1 : 0;
    QString text = formatNumber(std::abs(value), decimals) + QLatin1Char('%');
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + text;
}

QString signedPoints(double value) {
    const QString text = formatNumber(std::abs(value), std::abs(value) < 10 ? 1 : 0);
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + CompareModel::tr("%1 pp").arg(text);
}

bool inPoints(const std::string& unit) {
    return unit == "%" || unit == "pp";
}

} // namespace

QString periodText(const data::ComparedPeriod& period) {
    const std::string& name = period.name;
    const bool month = name.size() == 7 && name[4] == '-';
    const QString text = month          ? formatMonth(name)
                         : name.empty() ? CompareModel::tr("No date")
                                        : fromUtf8(name);
    return period.projected ? CompareModel::tr("after %1").arg(text) : text;
}

CompareModel::CompareModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void CompareModel::setMeasure(ComparisonPtr comparison, std::size_t measure) {
    beginResetModel();
    m_comparison = std::move(comparison);
    m_measure = measure;
    arrange();
    endResetModel();
}

void CompareModel::setOnlyDifferences(bool only) {
    if (m_onlyDifferences == only)
        return;
    beginResetModel();
    m_onlyDifferences = only;
    arrange();
    endResetModel();
}

void CompareModel::arrange() {
    m_rows.clear();
    const data::ComparedMeasure* shown = measure();
    if (shown == nullptr)
        return;
    for (std::size_t s = 0; s < shown->subjects.size(); ++s) {
        const auto& cells = shown->subjects[s].cells;
        if (!m_onlyDifferences || std::ranges::any_of(cells, &data::ComparedCell::differs))
            m_rows.push_back(s);
    }
}

void CompareModel::retranslate() {
    beginResetModel();
    endResetModel();
}

const data::ComparedMeasure* CompareModel::measure() const {
    return m_comparison && m_measure < m_comparison->result.measures.size()
               ? &m_comparison->result.measures[m_measure]
               : nullptr;
}

const data::ComparedCell* CompareModel::cell(const QModelIndex& index) const {
    if (!index.isValid() || index.column() == 0 || index.row() >= rowCount())
        return nullptr;
    const auto& cells = measure()->subjects[m_rows[static_cast<std::size_t>(index.row())]].cells;
    const auto at = static_cast<std::size_t>(index.column() - 1);
    return at < cells.size() && !cells[at].empty() ? &cells[at] : nullptr;
}

const data::StoredTable& CompareModel::source(const data::ComparedFigure& figure) const {
    return m_comparison->stored[figure.source.table];
}

int CompareModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex& parent) const {
    const data::ComparedMeasure* shown = measure();
    return parent.isValid() || shown == nullptr ? 0 : static_cast<int>(shown->periods.size()) + 1;
}

QString CompareModel::text(const data::ComparedCell& cell) const {
    QString out = fromUtf8(cell.figures.front().words).simplified();
    if (cell.differs) {
        QStringList others;
        for (const data::ComparedFigure& figure : cell.figures)
            if (figure.differs) {
                QString other = fromUtf8(figure.words).simplified();
                if (figure.deltaPercent && !inPoints(measure()->unit))
                    other += QStringLiteral(" (%1)").arg(signedPercent(*figure.deltaPercent));
                else if (inPoints(measure()->unit))
                    other += QStringLiteral(" (%1)").arg(signedPoints(figure.delta));
                if (!others.contains(other))
                    others.append(other);
            }
        return out + QStringLiteral(" ≠ ") + others.join(QStringLiteral(", "));
    }
    if (cell.change)
        out += QStringLiteral("  ") +
               (inPoints(measure()->unit) ? signedPoints(*cell.change) : signedPercent(*cell.change));
    return out;
}

QString CompareModel::explanation(const data::ComparedSubject& subject, std::size_t period,
                                  const data::ComparedCell& cell) const {
    QString html = QStringLiteral("<b>%1</b>, %2")
                       .arg(fromUtf8(subject.name).toHtmlEscaped(),
                            periodText(measure()->periods[period]).toHtmlEscaped());
    for (const data::ComparedFigure& figure : cell.figures) {
        const data::StoredTable& from = source(figure);
        html += QStringLiteral("<br/>%1 · %2")
                    .arg(fromUtf8(figure.words).simplified().toHtmlEscaped(),
                         fromUtf8(from.row.articleTitle).simplified().toHtmlEscaped());
        if (!from.row.archiveMonth.empty())
            html += QStringLiteral(" · ") + formatMonth(from.row.archiveMonth).toHtmlEscaped();
        if (figure.corrected)
            html += QStringLiteral(" · ") + tr("corrected");
    }
    return html;
}

QVariant CompareModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const data::ComparedSubject& subject = measure()->subjects[m_rows[static_cast<std::size_t>(index.row())]];
    const data::ComparedCell* one = cell(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == 0 ? fromUtf8(subject.name).simplified() : one ? text(*one) : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    case Qt::ForegroundRole:
        return one && one->differs ? QVariant(Theme::current().amber) : QVariant();
    case Qt::ToolTipRole:
        return one ? explanation(subject, static_cast<std::size_t>(index.column() - 1), *one) : QVariant();
    case Qt::AccessibleTextRole:
        return one == nullptr ? QVariant()
               : one->differs
                   ? QVariant(tr("%1: %2, statements differ: %3")
                                  .arg(fromUtf8(subject.name),
                                       headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                       text(*one)))
                   : QVariant(QStringLiteral("%1: %2: %3")
                                  .arg(fromUtf8(subject.name),
                                       headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                       text(*one)));
    case DiffersRole:
        return one != nullptr && one->differs;
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || measure() == nullptr)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Subject")
                        : periodText(measure()->periods[static_cast<std::size_t>(section - 1)]);
}

data::Table CompareModel::table() const {
    data::Table made;
    if (measure() != nullptr)
        made.caption = measure()->name;
    for (int c = 0; c < columnCount(); ++c) {
        made.header.push_back(
            {toStdString(headerData(c, Qt::Horizontal, Qt::DisplayRole).toString()), {}, {}});
        made.alignments.push_back(c == 0 ? data::Alignment::Left : data::Alignment::Right);
    }
    for (int r = 0; r < rowCount(); ++r) {
        std::vector<data::Cell> cells;
        for (int c = 0; c < columnCount(); ++c)
            cells.push_back({toStdString(data(index(r, c), Qt::DisplayRole).toString()), {}, {}});
        made.rows.push_back(std::move(cells));
    }
    return made;
}

ChartData CompareModel::chart() const {
    ChartData chart;
    const data::ComparedMeasure* shown = measure();
    if (shown == nullptr)
        return chart;
    chart.title = fromUtf8(shown->name);
    chart.kind = shown->periods.size() > 1 ? ChartKind::Lines : ChartKind::GroupedBars;
    for (const data::ComparedPeriod& period : shown->periods)
        chart.categories.append(periodText(period));
    double largest = 0;
    for (const std::size_t s : m_rows)
        for (const data::ComparedCell& one : shown->subjects[s].cells)
            for (const data::ComparedFigure& figure : one.figures)
                largest = std::max(largest, std::abs(figure.value.high));
    const ShownUnit unit = shownUnit(shown->unit, largest);
    chart.unit = unit.text;
    for (const std::size_t s : m_rows) {
        if (static_cast<std::size_t>(chart.series.size()) == mostLines)
            break;
        const data::ComparedSubject& subject = shown->subjects[s];
        ChartSeries series{fromUtf8(subject.name).simplified(), {}, {}, {}, {}};
        for (const data::ComparedCell& one : subject.cells) {
            constexpr double none = std::numeric_limits<double>::quiet_NaN();
            if (one.empty()) {
                series.values.append(none);
                series.low.append(none);
                series.high.append(none);
                continue;
            }
            // Where statements differ the whisker spans them all.
            double low = one.figures.front().value.low, high = one.figures.front().value.high;
            for (const data::ComparedFigure& figure : one.figures) {
                low = std::min(low, figure.value.low);
                high = std::max(high, figure.value.high);
            }
            series.values.append(one.figures.front().value.middle() / unit.factor);
            series.low.append(low != high ? low / unit.factor : none);
            series.high.append(low != high ? high / unit.factor : none);
        }
        chart.series.append(series);
    }
    if (m_rows.size() > mostLines)
        chart.note = tr("The first %1 of %2 subjects.")
                         .arg(formatCount(static_cast<qint64>(mostLines)),
                              formatCount(static_cast<qint64>(m_rows.size())));
    return chart;
}

} // namespace parallax::ui
