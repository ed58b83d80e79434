// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/run_page.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <utility>

#include "engine/latency/stats/series.h"
#include "ui/common/check_mark.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/latency/facts_view.h"
#include "ui/latency/figures_model.h"
#include "ui/latency/latency_text.h"
#include "ui/latency/padded_delegate.h"
#include "ui/latency/percentile_model.h"
#include "ui/latency/waterfall_view.h"

namespace parallax::ui {
namespace {

const latency::EndpointReport* reportOf(const RunContent& content, const std::string& endpoint) {
    for (const latency::EndpointReport& report : content.report.endpoints)
        if (report.endpoint == endpoint)
            return &report;
    return nullptr;
}

const latency::Percentile* medianOf(const latency::EndpointReport* report, latency::ReportMetric metric) {
    if (report)
        for (const latency::MetricSummary& summary : report->metrics)
            if (summary.metric == metric)
                return &summary.percentiles.front();
    return nullptr;
}

} // namespace

RunPage::RunPage(QWidget* parent)
    : QWidget(parent)
    , m_title(label({}, "title", this))
    , m_simulation(label({}, "badge", this))
    , m_facts(label({}, "quiet", this))
    , m_trouble(label({}, "error", this))
    , m_asTable(new QPushButton(this))
    , m_replayButton(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_measures(new MeasureView(this))
    , m_lagSign(new QLabel(this))
    , m_lag(label({}, "quiet", this))
    , m_cost(label({}, "quiet", this))
    , m_figuresTable(new QTableView(this))
    , m_figures(new FiguresModel(this))
    , m_waterfallTitle(label({}, "section", this))
    , m_waterfall(new WaterfallView(this))
    , m_comparisonTitle(label({}, "section", this))
    , m_comparison(label({}, "plain", this))
    , m_loadTitle(label({}, "section", this))
    , m_load(label({}, "plain", this))
    , m_percentilesTitle(label({}, "section", this))
    , m_table(new QTableView(this))
    , m_percentiles(new PercentileModel(this))
    , m_endpointsTitle(label({}, "section", this))
    , m_endpoints(new FactsView(this)) {
    layOut();
    m_asTable->setCheckable(true);
    connect(m_asTable, &QPushButton::toggled, this, &RunPage::showFigures);
    m_replayFrame.setInterval(34);
    connect(&m_replayFrame, &QTimer::timeout, this, &RunPage::showMeasures);
    connect(m_replayButton, &QPushButton::clicked, this, [this] {
        m_replay.start();
        m_replayFrame.start();
    });
    connect(m_again, &QPushButton::clicked, this, &RunPage::againWanted);
    connect(m_export, &QPushButton::clicked, this, &RunPage::exportWanted);
    connect(m_table, &QTableView::activated, this, &RunPage::openPercentile);
    retranslate();
}

void RunPage::layOut() {
    m_title->setObjectName(QStringLiteral("runTitle"));
    m_facts->setObjectName(QStringLiteral("runFacts"));
    m_trouble->setObjectName(QStringLiteral("runTrouble"));
    m_trouble->setVisible(false);
    m_comparison->setObjectName(QStringLiteral("runComparison"));
    m_percentilesTitle->setObjectName(QStringLiteral("runPercentilesTitle"));
    m_percentilesTitle->setWordWrap(true);
    m_percentilesTitle->setTextFormat(Qt::PlainText);
    m_load->setObjectName(QStringLiteral("runLoad"));
    m_cost->setObjectName(QStringLiteral("runCost"));
    m_lag->setObjectName(QStringLiteral("runLag"));
    m_table->setObjectName(QStringLiteral("percentiles"));
    m_again->setObjectName(QStringLiteral("runAgain"));
    m_export->setObjectName(QStringLiteral("runExport"));
    m_asTable->setObjectName(QStringLiteral("runAsTable"));
    m_figuresTable->setObjectName(QStringLiteral("runFigures"));
    m_replayButton->setObjectName(QStringLiteral("runReplay"));
    for (QLabel* text : {m_title, m_facts, m_trouble, m_comparison, m_load, m_cost, m_lag}) {
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    for (QLabel* text : {m_facts, m_trouble, m_comparison, m_load})
        text->setWordWrap(true);
    m_table->setModel(m_percentiles);
    m_table->setIconSize({spacing(2), spacing(2)});
    m_figuresTable->setModel(m_figures);
    for (QTableView* table : {m_table, m_figuresTable})
        makePlain(table);
    m_table->horizontalHeader()->setSectionResizeMode(PercentileModel::EndpointColumn, QHeaderView::Stretch);
    m_figuresTable->setVisible(false);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* inner = new QWidget(scroll);
    auto* head = new QHBoxLayout;
    head->setSpacing(spacing(2));
    head->addWidget(m_title);
    head->addWidget(m_simulation);
    head->addStretch(1);
    head->addWidget(m_asTable);
    head->addWidget(m_replayButton);
    head->addWidget(m_again);
    head->addWidget(m_export);
    auto* health = new QHBoxLayout;
    health->setSpacing(spacing(2));
    health->addWidget(m_lagSign);
    health->addWidget(m_lag);
    health->addStretch(1);
    health->addWidget(m_cost);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(spacing(4), spacing(3), spacing(4), spacing(4));
    column->setSpacing(spacing(2));
    column->addLayout(head);
    column->addWidget(m_facts);
    column->addWidget(m_trouble);
    column->addWidget(m_measures);
    column->addWidget(m_figuresTable);
    column->addLayout(health);
    column->addSpacing(spacing(2));
    column->addWidget(m_waterfallTitle);
    column->addWidget(m_waterfall);
    column->addSpacing(spacing(2));
    column->addWidget(m_comparisonTitle);
    column->addWidget(m_comparison);
    column->addSpacing(spacing(2));
    column->addWidget(m_loadTitle);
    column->addWidget(m_load);
    column->addSpacing(spacing(2));
    column->addWidget(m_percentilesTitle);
    column->addWidget(m_table);
    column->addSpacing(spacing(2));
    column->addWidget(m_endpointsTitle);
    column->addWidget(m_endpoints);
    column->addStretch(1);
    scroll->setWidget(inner);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void RunPage::setRun(std::shared_ptr<const RunContent> content, const LiveFacts& live) {
    if (!m_content || m_content->run.id != content->run.id || live.underWay()) {
        m_replay.invalidate();
        m_replayFrame.stop();
    }
    m_content = std::move(content);
    m_live = live;
    refresh();
}

void RunPage::setTrouble(const QString& text) {
    m_trouble->setText(text);
    m_trouble->setVisible(!text.isEmpty());
}

void RunPage::refresh() {
    if (!m_content || !m_content->plan)
        return;
    showHead();
    showMeasures();
    std::size_t counted = m_content->report.comparisons.size() + 1000 * m_content->sessions.size();
    for (const latency::EndpointReport& report : m_content->report.endpoints)
        for (const std::int64_t outcome : report.outcomes)
            counted += static_cast<std::size_t>(outcome);
    const std::pair<qint64, std::size_t> reported{m_content->run.id, counted};
    if (std::exchange(m_reported, reported) != reported)
        showReport();
}

void RunPage::showHead() {
    const data::MeasureRun& run = m_content->run;
    m_title->setText(fromUtf8(run.name));
    m_simulation->setVisible(m_content->simulated());
    QStringList facts{formatInstant(run.begunAt), runStateText(run, m_live.underWay()),
                      loadText(*m_content->plan)};
    if (!m_content->plan->place.empty())
        facts << tr("from %1").arg(fromUtf8(m_content->plan->place));
    facts << fromUtf8(run.machine);
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    const bool over = !m_live.underWay();
    m_replayButton->setVisible(over);
    m_again->setVisible(over);
    m_export->setVisible(over);
    const double lag = over ? static_cast<double>(run.worstLag) / 1e6 : m_live.worstLagMs;
    showLight(lagColour(lag));
    m_lag->setText(lagText(lag));
    const double spent = over ? static_cast<double>(run.spent) / 1e12 : m_live.spentDollars;
    m_cost->setText(spentText(*m_content, spent, !over));
}

// The icon takes its colour from the theme when it is painted; setting it lays the page out anew, which a
// frame must not cost.
void RunPage::showLight(data::Colour colour) {
    const auto shown = std::pair{static_cast<int>(colour), palette().cacheKey()};
    if (std::exchange(m_light, shown) == shown)
        return;
    const int size = spacing(4);
    m_lagSign->setPixmap(checkIcon(colour).pixmap(QSize(size, size), devicePixelRatioF()));
}

MeasureRow RunPage::rowOf(std::size_t index) const {
    const EndpointSeries& series = m_content->series[index];
    MeasureRow row;
    row.name = fromUtf8(series.endpoint);
    row.simulation = !series.simulation.empty();
    row.detail = outcomesText(series);
    row.firstToken = series.firstToken;
    const latency::Percentile* median =
        medianOf(reportOf(*m_content, series.endpoint), latency::ReportMetric::FirstToken);
    if (median && median->enough()) {
        row.firstTokenFigure = millisecondsText(median->value);
        row.firstTokenInterval = intervalFigure(median->interval);
    } else {
        const std::size_t needed = median ? median->needed : latency::minimumSample(0.5, 0.95);
        row.firstTokenFigure = tr("%1 of %2")
                                   .arg(formatCount(static_cast<qint64>(median ? median->n : 0)),
                                        formatCount(static_cast<qint64>(needed)));
        row.firstTokenInterval = tr("not enough data");
    }
    for (std::size_t i = 1; i < series.chunks.size(); ++i)
        row.gaps.push_back(series.chunks[i] - series.chunks[i - 1]);
    if (!row.gaps.empty())
        row.gapFigure = millisecondsText(latency::median(row.gaps));

    const auto race = [&](std::int64_t chunks, double share, double ms) {
        row.race = share;
        row.raceText = tr("%1 chunks · %2").arg(formatCount(chunks), millisecondsText(ms));
    };
    if (index < m_live.requests.size() && m_live.requests[index].any) {
        const LiveRequest& live = m_live.requests[index];
        row.racing = live.underWay;
        const double share =
            static_cast<double>(live.chunks) / std::max(1, m_content->plan->prompt.maxTokens);
        race(live.chunks, live.underWay ? std::min(share, 0.999) : live.chunks > 0 ? 1 : 0, live.elapsed);
    } else if (!series.chunks.empty() && !m_live.underWay()) {
        const double all = series.chunks.back();
        const double now = m_replay.isValid() ? static_cast<double>(m_replay.elapsed()) : all;
        const auto came = std::upper_bound(series.chunks.begin(), series.chunks.end(), now);
        const auto count = static_cast<std::int64_t>(came - series.chunks.begin());
        row.racing = now < all;
        race(count, static_cast<double>(count) / static_cast<double>(series.chunks.size()),
             std::min(now, all));
    }
    return row;
}

void RunPage::showMeasures() {
    if (!m_content)
        return;
    std::vector<MeasureRow> rows;
    rows.reserve(m_content->series.size());
    for (std::size_t i = 0; i < m_content->series.size(); ++i)
        rows.push_back(rowOf(i));
    const bool racing = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.racing; });
    m_measures->setRows(std::move(rows));
    if (m_asTable->isChecked())
        showFigures();
    if (m_replay.isValid() && !racing) {
        m_replay.invalidate();
        m_replayFrame.stop();
    }
    bool enough = true;
    for (const EndpointSeries& series : m_content->series) {
        const latency::Percentile* median =
            medianOf(reportOf(*m_content, series.endpoint), latency::ReportMetric::EndToEnd);
        enough = enough && median && median->enough();
    }
    if (!enough) // the latest request of each, until there is a typical one
        showWaterfall();
}

void RunPage::showWaterfall() {
    std::vector<WaterfallRow> rows;
    rows.reserve(m_content->series.size());
    bool typical = true;
    for (const EndpointSeries& series : m_content->series) {
        const latency::Percentile* median =
            medianOf(reportOf(*m_content, series.endpoint), latency::ReportMetric::EndToEnd);
        const data::Attempt* nearest =
            median && median->enough()
                ? nearestAttempt(*m_content, series.endpoint, latency::ReportMetric::EndToEnd, median->value)
                : nullptr;
        typical = typical && nearest;
        rows.push_back({endpointText(series.endpoint, series.simulation),
                        nearest ? latency::waterfall(nearest->time) : series.phases});
    }
    m_waterfallTitle->setText(
        typical ? tr("Where the time goes, in the request whose whole answer is nearest to the median")
                : tr("Where the time goes, in the latest request"));
    m_waterfall->setRows(std::move(rows));
    if (m_asTable->isChecked())
        showFigures();
}

void RunPage::showFigures() {
    const bool table = m_asTable->isChecked();
    for (QWidget* chart : {static_cast<QWidget*>(m_measures), static_cast<QWidget*>(m_waterfall),
                           static_cast<QWidget*>(m_waterfallTitle)})
        chart->setVisible(!table);
    m_figuresTable->setVisible(table);
    if (!table)
        return;
    m_figures->setRows(m_measures->rows(), m_waterfall->rows());
    const int height = m_figuresTable->horizontalHeader()->sizeHint().height() + 2 +
                       m_figures->rowCount() * rowHeight() +
                       m_figuresTable->horizontalScrollBar()->sizeHint().height();
    for (int row = 0; row < m_figures->rowCount(); ++row)
        m_figuresTable->setRowHeight(row, rowHeight());
    m_figuresTable->setFixedHeight(height);
}

void RunPage::showReport() {
    std::vector<std::string> endpoints;
    endpoints.reserve(m_content->series.size());
    for (const EndpointSeries& series : m_content->series)
        endpoints.push_back(series.endpoint);
    m_percentiles->setReport(m_content->report, endpoints, m_content->plan->level.since);
    int height = m_table->horizontalHeader()->sizeHint().height() + 2;
    for (int row = 0; row < m_percentiles->rowCount(); ++row) {
        m_table->setRowHeight(row, rowHeight());
        height += rowHeight();
    }
    m_table->setFixedHeight(height);
    const bool any = m_percentiles->rowCount() > 0;
    m_table->setVisible(any);
    m_percentilesTitle->setVisible(any);
    m_percentilesTitle->setText(headingText(tr("Percentiles with their 95 % intervals"), *m_content));

    const auto show = [](QLabel* title, QLabel* text, QStringList parts) {
        parts.removeAll(QString());
        text->setText(parts.join(QLatin1Char('\n')));
        for (QLabel* one : {title, text})
            one->setVisible(!parts.isEmpty());
    };
    const bool underWay = m_live.underWay();
    show(m_comparisonTitle, m_comparison, {comparisonsText(*m_content, underWay), overheadText(*m_content)});
    show(m_loadTitle, m_load, {limitsText(*m_content, underWay), rampText(*m_content)});
    m_endpoints->setFacts(ui::endpointFacts(*m_content));
    m_endpointsTitle->setVisible(!m_endpoints->facts().empty());
    showWaterfall();
}

void RunPage::openPercentile(const QModelIndex& index) {
    const latency::Percentile* percentile = m_percentiles->percentileAt(index);
    if (!m_content || !percentile || !percentile->enough())
        return;
    const PercentileModel::Row& row = m_percentiles->row(index.row());
    if (const data::Attempt* attempt =
            nearestAttempt(*m_content, row.endpoint, row.summary.metric, percentile->value, row.connection))
        Q_EMIT requestWanted(fromUtf8(attempt->endpoint), attempt->sequence, attempt->step);
}

void RunPage::retranslate() {
    m_simulation->setText(tr("SIMULATION"));
    m_asTable->setText(tr("Show as table"));
    m_asTable->setToolTip(tr("The figures of the charts, to be read out or copied"));
    m_figuresTable->setAccessibleName(tr("Figures of the charts"));
    m_figures->retranslate();
    m_replayButton->setText(tr("Replay the race"));
    m_replayButton->setToolTip(tr("The latest answers again, both from their start, at their own speed"));
    m_again->setText(tr("Run again"));
    m_again->setToolTip(tr("One more session of the same plan"));
    m_export->setText(tr("Export…"));
    m_comparisonTitle->setText(tr("Comparison"));
    m_loadTitle->setText(tr("Load and limits"));
    m_endpointsTitle->setText(tr("What else was found"));
    m_table->setAccessibleName(tr("Percentiles"));
    m_percentiles->retranslate();
    m_measures->update();
    m_reported = {-1, 0};
    refresh();
}

void RunPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        m_reported = {-1, 0};
        refresh();
    }
}

} // namespace parallax::ui
