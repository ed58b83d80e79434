// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/compare_runs.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

#include <algorithm>
#include <array>
#include <utility>

#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/latency/latency_text.h"
#include "ui/latency/padded_delegate.h"

namespace parallax::ui {
namespace {

constexpr std::array shownMetrics{latency::ReportMetric::FirstToken, latency::ReportMetric::EndToEnd,
                                  latency::ReportMetric::PerOutputToken};

QString placeText(const RunContent& content) {
    return content.plan ? fromUtf8(latency::placeOf(*content.plan, content.run))
                        : fromUtf8(content.run.machine);
}

} // namespace

void RunComparisonModel::setRuns(RunContents runs) {
    beginResetModel();
    m_runs = std::move(runs);
    m_rows.clear();
    std::vector<std::string> endpoints; // in the order in which the runs name them
    for (const auto& run : m_runs)
        for (const EndpointSeries& series : run->series)
            if (std::find(endpoints.begin(), endpoints.end(), series.endpoint) == endpoints.end())
                endpoints.push_back(series.endpoint);
    for (const latency::ReportMetric metric : shownMetrics)
        addRows(Figure::Metric, metric, endpoints);
    const auto any = [this](const auto& says) {
        return std::any_of(m_runs.begin(), m_runs.end(), [&](const auto& run) {
            return std::any_of(run->report.endpoints.begin(), run->report.endpoints.end(), says);
        });
    };
    if (any([](const latency::EndpointReport& one) { return one.decodeSpeed.n > 0; }))
        addRows(Figure::Speed, {}, endpoints);
    if (any([](const latency::EndpointReport& one) { return one.dollarsPerToken.value_or(0) > 0; }))
        addRows(Figure::Cost, {}, endpoints);
    endResetModel();
}

void RunComparisonModel::addRows(Figure figure, latency::ReportMetric metric,
                                 const std::vector<std::string>& endpoints) {
    for (const std::string& endpoint : endpoints) {
        Row row{figure, metric, endpoint, {}, endpoint == endpoints.front()};
        for (const auto& run : m_runs)
            if (const EndpointSeries* series = run->find(endpoint); series && !series->simulation.empty())
                row.simulation = series->simulation;
        m_rows.push_back(std::move(row));
    }
}

int RunComparisonModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunComparisonModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstRunColumn + static_cast<int>(m_runs.size());
}

const latency::EndpointReport* RunComparisonModel::reportAt(const QModelIndex& index) const {
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const RunContent& run = *m_runs[static_cast<std::size_t>(index.column() - FirstRunColumn)];
    for (const latency::EndpointReport& report : run.report.endpoints)
        if (report.endpoint == row.endpoint)
            return &report;
    return nullptr;
}

const latency::Percentile* RunComparisonModel::medianAt(const QModelIndex& index) const {
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const latency::EndpointReport* report = reportAt(index);
    if (report == nullptr || row.figure == Figure::Cost)
        return nullptr;
    if (row.figure == Figure::Speed)
        return &report->decodeSpeed;
    for (const latency::MetricSummary& summary : report->metrics)
        if (summary.metric == row.metric)
            return &summary.percentiles.front();
    return nullptr;
}

QString RunComparisonModel::titleOf(const Row& row) {
    switch (row.figure) {
    case Figure::Metric:
        return metricTitle(row.metric);
    case Figure::Speed:
        return tr("Tokens a second after the first");
    case Figure::Cost:
        return tr("Cost of a million tokens of answers");
    }
    return {};
}

// Of open loops waits count from another time than of others.
QString RunComparisonModel::noteOf(latency::ReportMetric metric) const {
    QStringList notes;
    for (const auto& run : m_runs)
        if (run->plan)
            if (const QString note = metricNote(metric, run->plan->level.since); !notes.contains(note))
                notes << note;
    return notes.join(QLatin1Char('\n'));
}

QString RunComparisonModel::cellText(const QModelIndex& index) const {
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (row.figure == Figure::Cost) {
        const latency::EndpointReport* report = reportAt(index);
        if (report == nullptr || report->dollarsPerToken.value_or(0) <= 0)
            return QStringLiteral("–");
        const QString cost = dollarsText(*report->dollarsPerToken * 1e6);
        return report->dollarsAtMost ? tr("at most %1").arg(cost) : cost;
    }
    const latency::Percentile* median = medianAt(index);
    if (!median)
        return QStringLiteral("–");
    if (!median->enough())
        return tr("not enough data");
    return QStringLiteral("%1 (%2)").arg(millisecondsFigure(median->value), intervalFigure(median->interval));
}

QVariant RunComparisonModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            (index.column() < FirstRunColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (index.column() == MetricColumn) {
        if (role == Qt::ToolTipRole)
            return row.figure == Figure::Metric ? noteOf(row.metric) : titleOf(row);
        if (role == Qt::DisplayRole)
            return row.first ? titleOf(row) : QString();
        return role == Qt::AccessibleTextRole ? titleOf(row) : QVariant();
    }
    if (index.column() == EndpointColumn)
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? endpointText(row.endpoint, row.simulation)
                                                                  : QVariant();
    if (role == Qt::DisplayRole)
        return cellText(index);
    const latency::Percentile* median = medianAt(index);
    if (role == Qt::ForegroundRole && row.figure != Figure::Cost && !(median && median->enough()))
        return Theme::current().quietText;
    return {};
}

QVariant RunComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section < FirstRunColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (section == MetricColumn)
        return tr("Median, ms");
    if (section == EndpointColumn)
        return tr("Endpoint");
    const RunContent& content = *m_runs[static_cast<std::size_t>(section - FirstRunColumn)];
    const data::MeasureRun& run = content.run;
    QStringList words{tr("Run %1").arg(formatCount(run.id)), formatInstant(run.begunAt)};
    if (content.simulated())
        words << tr("SIMULATION");
    if (role == Qt::ToolTipRole)
        words << fromUtf8(run.name) << placeText(content)
              << (content.plan ? loadText(*content.plan) : QString());
    return words.join(QLatin1Char('\n'));
}

CompareRunsPage::CompareRunsPage(QWidget* parent)
    : QWidget(parent)
    , m_title(label({}, "title", this))
    , m_note(label({}, "quiet", this))
    , m_which(label({}, "plain", this))
    , m_sessions(label({}, "plain", this))
    , m_table(new QTableView(this))
    , m_model(new RunComparisonModel(this)) {
    setObjectName(QStringLiteral("compareRuns"));
    m_which->setObjectName(QStringLiteral("compareWhich"));
    m_sessions->setObjectName(QStringLiteral("compareSessions"));
    for (QLabel* text : {m_note, m_which, m_sessions}) {
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PaddedDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight());
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() >= RunComparisonModel::FirstRunColumn)
            Q_EMIT runWanted(
                m_runs[static_cast<std::size_t>(index.column() - RunComparisonModel::FirstRunColumn)]
                    ->run.id);
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(4), spacing(3), spacing(4), spacing(4));
    column->setSpacing(spacing(2));
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addWidget(m_which);
    column->addWidget(m_sessions);
    column->addSpacing(spacing(2));
    column->addWidget(m_table, 1);
    retranslate();
}

void CompareRunsPage::setRuns(RunContents runs) {
    m_runs = std::move(runs);
    m_model->setRuns(m_runs);
    retranslate();
}

void CompareRunsPage::retranslate() {
    m_title->setText(tr("%1 runs side by side").arg(formatCount(static_cast<qint64>(m_runs.size()))));
    m_note->setText(
        tr("Medians with their 95 % intervals. A session counts once, however many requests it had; "
           "five of the same comparison carry a verdict. Double-click a figure for its run."));
    std::vector<latency::SessionRun> runs;
    runs.reserve(m_runs.size());
    for (const auto& run : m_runs)
        if (run->plan)
            runs.push_back({run->run.id, latency::comparisonKey(*run->plan),
                            latency::placeOf(*run->plan, run->run), run->run.begunAt, &run->report});
    const latency::SessionsComparison compared = latency::acrossSessions(runs);
    QStringList which;
    for (const auto& run : m_runs)
        which << QStringList{tr("Run %1").arg(formatCount(run->run.id)),
                             endpointText(run->run.name,
                                          run->simulated() ? run->series.front().simulation : std::string()),
                             run->plan ? loadText(*run->plan) : QString(), placeText(*run)}
                     .join(QStringLiteral(" · "));
    m_which->setText(which.join(QLatin1Char('\n')));
    QStringList lines;
    if (compared.kinds > 1)
        lines << tr("These runs are of %1 different comparisons: each stands for itself.")
                     .arg(formatCount(static_cast<qint64>(compared.kinds)));
    if (compared.places.size() > 1)
        lines << tr("They were made from %1 places: each has its own sessions and its own verdict.")
                     .arg(formatCount(static_cast<qint64>(compared.places.size())));
    for (const latency::SessionsReport& sessions : compared.comparisons)
        lines << sessionsText(sessions, compared.places.size() > 1 ? Places::Several : Places::One);
    m_sessions->setText(lines.isEmpty() ? tr("No two endpoints are compared in more than one of these runs.")
                                        : lines.join(QLatin1Char('\n')));
    m_table->setAccessibleName(m_title->text());
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
}

void CompareRunsPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model->setRuns(m_runs);
        retranslate();
    }
}

} // namespace parallax::ui
