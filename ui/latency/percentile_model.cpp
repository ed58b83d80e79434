// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/percentile_model.h"

#include <algorithm>
#include <utility>

#include "ui/common/chart_style.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/latency/latency_text.h"

namespace parallax::ui {
namespace {

using latency::ReportMetric;

constexpr int quantileCount = static_cast<int>(latency::reportQuantiles.size());

const latency::MetricSummary* find(const latency::EndpointReport& report, ReportMetric metric) {
    const auto found = std::find_if(report.metrics.begin(), report.metrics.end(),
                                    [&](const auto& summary) { return summary.metric == metric; });
    return found == report.metrics.end() ? nullptr : &*found;
}

QVariant sideOf(int column) {
    return QVariant::fromValue(Qt::Alignment(
        (column >= PercentileModel::CountColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

// The queue of a closed loop is none; the first visible text is mostly the first token.
bool tellsSomething(const latency::EndpointReport& report, const latency::MetricSummary& summary) {
    const latency::Percentile& median = summary.percentiles.front();
    if (summary.metric == ReportMetric::Queue)
        return median.enough() && median.value > 1;
    if (summary.metric == ReportMetric::FirstOutput) {
        const latency::MetricSummary* first = find(report, ReportMetric::FirstToken);
        return first == nullptr || first->n != summary.n || first->percentiles.front().value != median.value;
    }
    if (summary.metric == ReportMetric::EndToEndWire) { // mostly the last text and the marker come together
        const latency::MetricSummary* last = find(report, ReportMetric::EndToEnd);
        return last == nullptr || median.value > 1.05 * last->percentiles.front().value;
    }
    if (summary.metric == ReportMetric::RoundTrip) // connections are kept, and a local engine has none
        return summary.n > 0;
    return true;
}

// Whether two rows stand for the same, whatever their figures are.
bool sameSubject(const PercentileModel::Row& a, const PercentileModel::Row& b) {
    return a.endpoint == b.endpoint && a.summary.metric == b.summary.metric && a.connection == b.connection &&
           a.gaps.has_value() == b.gaps.has_value();
}

QString titleOf(const PercentileModel::Row& row) {
    if (row.gaps)
        return gapsTitle();
    return row.connection ? QStringLiteral("%1 · %2").arg(metricTitle(row.summary.metric),
                                                          connectionText(*row.connection))
                          : metricTitle(row.summary.metric);
}

// Rows of one kind, an endpoint each, in the order of the plan: what `make` makes of a report.
template <typename Function>
void addRows(const latency::Report& report, const std::vector<std::string>& endpoints,
             std::vector<PercentileModel::Row>& rows, const Function& make) {
    bool first = true;
    for (std::size_t i = 0; i < endpoints.size(); ++i)
        for (const latency::EndpointReport& one : report.endpoints) {
            if (one.endpoint != endpoints[i])
                continue;
            std::optional<PercentileModel::Row> row = make(one);
            if (!row)
                continue;
            row->endpoint = one.endpoint;
            row->simulation = one.simulation;
            row->series = static_cast<int>(i);
            row->first = std::exchange(first, false);
            rows.push_back(std::move(*row));
        }
}

} // namespace

void PercentileModel::setReport(const latency::Report& report, const std::vector<std::string>& endpoints,
                                latency::Since since) {
    m_since = since;
    std::vector<Row> rows;
    for (const ReportMetric metric : latency::reportMetrics) {
        bool wanted = false;
        for (const latency::EndpointReport& one : report.endpoints)
            if (const auto* summary = find(one, metric))
                wanted = wanted || tellsSomething(one, *summary);
        if (wanted)
            addRows(report, endpoints, rows, [metric](const auto& one) {
                const latency::MetricSummary* summary = find(one, metric);
                return summary ? std::optional(Row{{}, *summary}) : std::nullopt;
            });
    }
    addRows(report, endpoints, rows, [](const latency::EndpointReport& one) {
        Row row;
        row.gaps = one.gaps;
        return one.gaps.n > 0 ? std::optional(row) : std::nullopt;
    });
    for (std::size_t metric = 0; metric < latency::connectionMetrics.size(); ++metric)
        for (const data::ConnectionKind kind : {data::ConnectionKind::Cold, data::ConnectionKind::TlsResumed,
                                                data::ConnectionKind::Warm, data::ConnectionKind::Local})
            addRows(report, endpoints, rows, [metric, kind](const auto& one) {
                for (const latency::ConnectionReport& own : one.byConnection)
                    if (own.kind == kind && latency::toldByConnection(one))
                        return std::optional(Row{{}, own.metrics.at(metric), 0, false, kind});
                return std::optional<Row>();
            });
    if (rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(), sameSubject)) {
        m_rows = std::move(rows); // the same rows with other figures: selection and scroll bar stay
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const latency::Percentile* PercentileModel::percentileAt(const QModelIndex& index) const {
    if (!index.isValid() || index.column() < FirstQuantileColumn || row(index.row()).gaps)
        return nullptr;
    return &row(index.row())
                .summary.percentiles[static_cast<std::size_t>(index.column() - FirstQuantileColumn)];
}

void PercentileModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int PercentileModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PercentileModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstQuantileColumn + quantileCount;
}

QVariant PercentileModel::gapText(const Row& row, int column) const {
    const auto& value = row.gaps->percentiles[static_cast<std::size_t>(column - FirstQuantileColumn)];
    return value ? millisecondsFigure(*value) : tr("not enough data");
}

QVariant PercentileModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& own = row(index.row());
    const latency::Percentile* percentile = percentileAt(index);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == MetricColumn)
            return own.first ? titleOf(own) : QString();
        if (index.column() == EndpointColumn)
            return fromUtf8(own.endpoint); // the heading says who is simulated: there is no room for it here
        if (index.column() == CountColumn)
            return formatCount(static_cast<qint64>(own.gaps ? own.gaps->n : own.summary.n));
        if (own.gaps)
            return gapText(own, index.column());
        if (!percentile->enough())
            return tr("not enough data");
        return QStringLiteral("%1 (%2)").arg(millisecondsFigure(percentile->value),
                                             intervalFigure(percentile->interval));
    case Qt::ToolTipRole:
        if (index.column() == MetricColumn)
            return own.gaps ? gapsNote() : metricNote(own.summary.metric, m_since);
        if (percentile && !percentile->enough())
            return tr("not enough data: %1 of the %2 answers that it takes")
                .arg(formatCount(static_cast<qint64>(percentile->n)),
                     formatCount(static_cast<qint64>(percentile->needed)));
        if (percentile)
            return tr("The 95 % interval stands in parentheses. Enter or a double click opens the request.");
        if (index.column() == EndpointColumn)
            return endpointText(own.endpoint, own.simulation);
        return index.data(Qt::DisplayRole);
    case Qt::AccessibleTextRole:
        if (index.column() == MetricColumn)
            return titleOf(own);
        if (index.column() == EndpointColumn)
            return endpointText(own.endpoint, own.simulation);
        return index.data(Qt::DisplayRole);
    case Qt::TextAlignmentRole:
        return sideOf(index.column());
    case Qt::ForegroundRole:
        if ((percentile && !percentile->enough()) ||
            (own.gaps && index.column() >= FirstQuantileColumn &&
             !own.gaps->percentiles[static_cast<std::size_t>(index.column() - FirstQuantileColumn)]))
            return Theme::current().quietText;
        return {};
    case Qt::DecorationRole:
        if (index.column() == EndpointColumn)
            return seriesLook(Theme::current(), own.series).colour;
        return {};
    default:
        return {};
    }
}

QVariant PercentileModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return sideOf(section);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case MetricColumn:
        return tr("ms");
    case EndpointColumn:
        return tr("Endpoint");
    case CountColumn:
        return tr("n");
    default:
        return QStringLiteral("p%1").arg(
            100 * latency::reportQuantiles[static_cast<std::size_t>(section - FirstQuantileColumn)]);
    }
}

} // namespace parallax::ui
