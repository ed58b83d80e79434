// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page and the paper say of runs that are made up here: many endpoints, places, loads.

#include <QAbstractTextDocumentLayout>
#include <QLabel>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/latency/stats/rank_test.h"
#include "tests/test_program.h"
#include "tests/ui/latency/made_runs.h"
#include "tests/ui/pdf_text.h"
#include "ui/latency/compare_runs.h"
#include "ui/latency/facts_text.h"
#include "ui/latency/latency_text.h"
#include "ui/latency/percentile_model.h"
#include "ui/latency/plan_place.h"
#include "ui/latency/report_pdf.h"
#include "ui/latency/run_builder.h"
#include "ui/latency/run_page.h"

namespace test_run_texts {

using namespace parallax;
using namespace parallax::ui;
using latency::ReportMetric;

namespace {

latency::RunPlan planWith(const std::vector<std::string>& names) {
    latency::RunPlan plan;
    for (const std::string& name : names) {
        data::Endpoint endpoint;
        endpoint.name = name;
        endpoint.provider = "vllm";
        endpoint.model = "M";
        plan.endpoints.push_back(endpoint);
    }
    return plan;
}

RunContent contentOf(latency::RunPlan plan) {
    data::MeasureRun run;
    run.id = 7;
    run.name = "Made up";
    run.machine = "Linux 6.1.0 x86_64, 2 processors";
    run.version = "0.1.0";
    run.begunAt = run.endedAt = "2026-11-20T09:00:00Z";
    run.state = data::MeasureState::Finished;
    return RunContent::of(std::make_shared<const latency::RunPlan>(std::move(plan)), run);
}

latency::ComparisonReport comparison(const char* a, const char* b, ReportMetric metric, double ratio) {
    latency::ComparisonReport one;
    one.a = a;
    one.b = b;
    one.metric = metric;
    one.result.n = 12;
    one.result.ratio = ratio;
    one.result.interval = {ratio - 0.02, ratio + 0.02};
    one.adjustedP = 0.001;
    one.comparisons = 9;
    one.ordering = ratio > 1 ? latency::Ordering::AFaster : latency::Ordering::BFaster;
    return one;
}

latency::SessionsReport sessions(const char* a, const char* b, ReportMetric metric, double ratio) {
    latency::SessionsReport one;
    one.a = a;
    one.b = b;
    one.metric = metric;
    one.result.n = 5;
    one.result.ratio = ratio;
    one.result.interval = {ratio - 0.02, ratio + 0.02};
    one.ordering = ratio > 1 ? latency::Ordering::AFaster : latency::Ordering::BFaster;
    return one;
}

// Three endpoints, each compared with each by three metrics.
RunContent threeCompared() {
    RunContent content = contentOf(planWith({"A", "B", "C"}));
    for (const auto& [a, b] : {std::pair{"A", "B"}, {"A", "C"}, {"B", "C"}})
        for (const ReportMetric metric : latency::comparedMetrics)
            content.report.comparisons.push_back(comparison(a, b, metric, 1.5));
    return content;
}

QString lineWith(const QString& text, const QString& words) {
    const QStringList lines = text.split(QLatin1Char('\n'));
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const QString& line) { return line.contains(words); });
    return found == lines.end() ? QString() : *found;
}

void addAttempts(RunContent& content, int requests) {
    data::RunTime at = 1'000'000;
    for (int i = 0; i < requests; ++i)
        for (const EndpointSeries& series : std::vector(content.series)) {
            content.add(ui::testing::madeAttempt(series.endpoint, series.simulation, i, at, 1,
                                                 static_cast<std::uint64_t>(i)));
            at += 900'000'000;
        }
}

} // namespace

class TestRunTexts final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void eachMetricOfManyEndpointsHasItsOwnVerdict() {
        RunContent content = threeCompared();
        content.sessions = {sessions("A", "B", ReportMetric::FirstToken, 1.2),
                            sessions("A", "B", ReportMetric::EndToEnd, 0.8),
                            sessions("A", "B", ReportMetric::PerOutputToken, 0.4)};
        const QString text = comparisonsText(content, false);
        const QStringList lines = text.split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3 * (1 + 3));
        QCOMPARE(lines[0], QStringLiteral("B against A:"));
        for (const auto& [line, subject, verdict] :
             {std::tuple{1, "first token: +50 %", "over 5 sessions A is faster: +20 %"},
              {2, "whole answer: +50 %", "over 5 sessions B is faster: −20 %"},
              {3, "each further token: +50 %", "over 5 sessions B is faster: −60 %"}}) {
            QVERIFY2(lines[line].contains(QString::fromUtf8(subject)), qPrintable(lines[line]));
            QVERIFY2(lines[line].contains(QString::fromUtf8(verdict)), qPrintable(lines[line]));
        }
        QVERIFY2(lines[5].contains(QStringLiteral("1 of 5 sessions")), qPrintable(lines[5]));
        // While it goes on there are no sessions to speak of.
        QVERIFY(!comparisonsText(content, true).contains(QStringLiteral("sessions")));
    }

    void aMetricThatLacksPairsTakesNoOtherAlong() {
        RunContent content = threeCompared();
        latency::ComparisonReport& whole = content.report.comparisons[1];
        whole.result = {};
        whole.otherLength = 12;
        const QString text = comparisonsText(content, false);
        QCOMPARE(text.split(QLatin1Char('\n')).size(), 12);
        const QString lacking = lineWith(text, QStringLiteral("not enough data, 0 of 6 pairs"));
        QVERIFY2(lacking.contains(QStringLiteral("whole answer")) &&
                     lacking.contains(QStringLiteral("12 pairs left out: their answers differ in length")),
                 qPrintable(text));
        QCOMPARE(text.count(QStringLiteral("each further token: +50 %")), 3);
    }

    void whyNoDifferenceIsShownIsSaid() {
        RunContent content = threeCompared();
        latency::ComparisonReport& few = content.report.comparisons[0];
        few.adjustedP = 0.06;
        few.comparisons = 30;
        few.ordering = latency::Ordering::Undecided;
        latency::ComparisonReport& none = content.report.comparisons[1];
        none.result.interval = {0.9, 1.1};
        none.ordering = latency::Ordering::Undecided;
        const QString text = comparisonsText(content, true);
        QVERIFY2(lineWith(text, QStringLiteral("first token"))
                     .contains(QStringLiteral("too few pairs to show a difference in this window (p 0.06 by "
                                              "Holm's correction over 30 comparisons)")),
                 qPrintable(text));
        QVERIFY(lineWith(text, QStringLiteral("whole answer"))
                    .contains(QStringLiteral("no difference is shown in this window")));
        // So it is of sessions.
        content.sessions = {sessions("A", "B", ReportMetric::PerOutputToken, 1.3)};
        content.sessions[0].ordering = latency::Ordering::Undecided;
        content.sessions[0].adjustedP = 0.08;
        content.sessions[0].comparisons = 9;
        const QString over = lineWith(comparisonsText(content, false), QStringLiteral("over 5 sessions"));
        QVERIFY2(over.contains(QStringLiteral(
                     "too few to show a difference (p 0.08 by Holm's correction over 9 comparisons)")),
                 qPrintable(over));
    }

    void sessionsOfOtherPlacesStandForThemselves() {
        RunContent content = threeCompared();
        content.runsElsewhere = 4;
        QVERIFY2(comparisonsText(content, false)
                     .contains(QStringLiteral("1 of 5 sessions (4 of other places stand for themselves)")),
                 qPrintable(comparisonsText(content, false)));
        latency::SessionsReport tokyo = sessions("A", "B", ReportMetric::FirstToken, 1.2);
        tokyo.place = "Tokyo";
        QVERIFY(sessionsText(tokyo, Places::Several)
                    .startsWith(QStringLiteral("B against A, first token, from Tokyo: over 5 sessions")));
        QVERIFY(
            sessionsText(tokyo, Places::One).startsWith(QStringLiteral("B against A, first token: over")));
        QCOMPARE(placeOf(R"({"name": "n", "place": "Tokyo"})"), QStringLiteral("Tokyo"));
        QCOMPARE(placeOf(R"({"name": "place"})"), QString());
        QCOMPARE(placeOf(withoutPlace(R"({"name": "n", "place": "Tokyo"})")), QString());
    }

    void runsOfThisAndOtherPlacesAreReadApart() {
        QTemporaryDir folder;
        data::Library library(
            std::filesystem::path(folder.filePath(QStringLiteral("l.sqlite3")).toStdString()));
        for (int i = 0; i < 6; ++i) {
            ui::testing::MadeRun made;
            made.requests = 8;
            made.begunAt = "2026-11-20T0" + std::to_string(i) + ":00:00Z";
            made.place = i < 4 ? "Frankfurt" : "Tokyo";
            ui::testing::addMadeRun(library, made);
        }
        const RunContent content = loadRun(library, 1);
        QVERIFY(!content.problem);
        QCOMPARE(content.sessionCount, 4);
        QCOMPARE(content.runsElsewhere, 2);
        QVERIFY(!content.sessions.empty());
        for (const latency::SessionsReport& one : content.sessions)
            QCOMPARE(one.result.n, std::size_t{4});
    }

    void aSweepThatGoesOnHasNotEnded() {
        latency::RunPlan plan = planWith({"A"});
        plan.load.kind = latency::LoadKind::Sweep;
        plan.level.timeToFirstToken = 100;
        RunContent content = contentOf(std::move(plan));
        latency::EndpointReport report;
        report.endpoint = "A";
        report.sweep.resize(1);
        report.sweepPlanned = 6;
        content.report.endpoints.push_back(report);
        const QString live = limitsText(content, true);
        QVERIFY2(live.contains(QStringLiteral("A: the sweep is at step 1 of 6")), qPrintable(live));
        for (const char* words : {"ended", "highest rate", "none of the rates"})
            QVERIFY2(!live.contains(QLatin1String(words)), qPrintable(live));
        QVERIFY(limitsText(content, false).contains(QStringLiteral("the sweep ended after 1 of 6 steps")));
        // It says so in good English, and what its waits count from.
        plan = *content.plan;
        plan.load.perSecond = 1;
        plan.level.since = latency::Since::Scheduled;
        QVERIFY2(loadText(plan).startsWith(QStringLiteral("sweep from 1 request a second on · ")),
                 qPrintable(loadText(plan)));
        QVERIFY(loadText(plan).endsWith(QStringLiteral("waits count from the schedule")));
    }

    void aTenthOfARampNamesItsPlannedRate() {
        RunContent content = contentOf(planWith({"A"}));
        latency::EndpointReport report;
        report.endpoint = "A";
        report.ramp.resize(2);
        report.ramp[0].planned = {0.5, 1.4, latency::RampUnit::PerSecond};
        report.ramp[0].underWay = 0.3;
        report.ramp[1].planned = {1.4, 2.3, latency::RampUnit::PerSecond};
        report.ramp[1].offeredPerSecond = 1.9;
        content.report.endpoints.push_back(report);
        const QStringList lines = rampText(content).split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].startsWith(
                     QStringLiteral("A at 0.50–1.40 requests a second as planned, 0.3 under way: first")),
                 qPrintable(lines[0]));
        QVERIFY2(lines[1].contains(QStringLiteral("as planned (sent 1.90 a second), ")),
                 qPrintable(lines[1]));
    }

    void whatAServerAddsMayBeLessThanNothing() {
        RunContent content = contentOf(planWith({"local", "served"}));
        latency::OverheadReport overhead;
        overhead.local = "local";
        overhead.served = "served";
        overhead.added.n = overhead.added.needed = 12;
        overhead.added.value = -38.9;
        overhead.added.interval = {-74.82, 79.5};
        content.report.overheads.push_back(overhead);
        const QString text = overheadText(content);
        QVERIFY2(text.endsWith(QStringLiteral(": −38.9 ms (−74.8 ms to 79.5 ms)")), qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("-7")));
    }

    void waitsOfOpenLoopsCountFromTheSchedule() {
        for (const ReportMetric metric : {ReportMetric::FirstToken, ReportMetric::FirstOutput,
                                          ReportMetric::EndToEnd, ReportMetric::EndToEndWire}) {
            QVERIFY(metricNote(metric, latency::Since::Submitted).startsWith(QStringLiteral("From handing")));
            QVERIFY(metricNote(metric, latency::Since::Scheduled)
                        .startsWith(QStringLiteral("From the time at which the plan wanted")));
        }
        QCOMPARE(metricNote(ReportMetric::Stall, latency::Since::Scheduled),
                 metricNote(ReportMetric::Stall, latency::Since::Submitted));
        latency::RunPlan plan = planWith({"A"});
        plan.load.kind = latency::LoadKind::Poisson;
        plan.level.since = latency::Since::Scheduled;
        RunContent content = contentOf(std::move(plan));
        data::Attempt late = ui::testing::madeAttempt("A", {}, 1, 600'000'000, 1, 1);
        late.time.scheduled = 100'000'000;
        content.add(late);
        QCOMPARE(content.series[0].firstToken.back(),
                 *latency::timeToFirstToken(late.time, latency::Since::Scheduled)); // the strip as the figure
        addAttempts(content, 8);
        content.report = latency::reportOf(content.attempts, {});
        const QString html = reportHtml(content);
        QVERIFY(!html.contains(QStringLiteral("From handing the request over")));
        QVERIFY(html.contains(QStringLiteral("First token (TTFT): From the time at which the plan wanted")));
        PercentileModel model;
        model.setReport(content.report, {"A"}, content.plan->level.since);
        QVERIFY(model.rowCount() > 0);
        QVERIFY(model.index(0, 0)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .startsWith(QStringLiteral("From the time at which the plan wanted")));
    }

    void theMethodCountsTheTestsThatWereMade() {
        RunContent content = threeCompared();
        content.report.comparisons[1].result = {};
        content.report.comparisons[4].result = {};
        const QString html = reportHtml(content);
        QVERIFY(html.contains(QStringLiteral("over 7 comparisons")));
        QVERIFY(html.contains(QStringLiteral("2 had fewer")));
        // Limits are no comparison.
        latency::RunPlan plan = planWith({"A"});
        plan.level.timeToFirstToken = 100;
        RunContent alone = contentOf(std::move(plan));
        latency::EndpointReport report;
        report.endpoint = "A";
        report.goodput.good = 9;
        report.goodput.bad = 1;
        alone.report.endpoints.push_back(report);
        const QString limits = reportHtml(alone);
        QVERIFY(limits.contains(QStringLiteral("<h3>Load and limits</h3>")));
        QVERIFY(!limits.contains(QStringLiteral("<h3>Comparison</h3>")));
    }

    void whatIsSimulatedSaysSoInEveryTable() {
        RunContent content = contentOf(planWith({"real", "played"}));
        content.series[1].simulation = "steady";
        addAttempts(content, 8);
        latency::ReportOptions options;
        options.paired = true;
        content.report = latency::reportOf(content.attempts, options);
        PercentileModel model;
        model.setReport(content.report, {"real", "played"}, latency::Since::Submitted);
        QCOMPARE(model.index(0, PercentileModel::EndpointColumn).data().toString(), QStringLiteral("real"));
        const QModelIndex played = model.index(1, PercentileModel::EndpointColumn);
        for (const int role : {int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
            QCOMPARE(played.data(role).toString(), QStringLiteral("played (SIMULATION)"));
        RunPage page;
        page.setRun(std::make_shared<const RunContent>(content), {});
        QCOMPARE(page.findChild<QLabel*>(QStringLiteral("runPercentilesTitle"))->text(),
                 QStringLiteral("Percentiles with their 95 % intervals · SIMULATION: played"));
        QVERIFY(comparisonsText(content, true).contains(QStringLiteral("real against played (SIMULATION)")));
        const std::vector<EndpointFacts> facts = endpointFacts(content);
        QCOMPARE(facts.size(), std::size_t{2});
        QVERIFY(!facts[0].lines.join(QLatin1Char('\n')).contains(QStringLiteral("SIMULATION")));
        QVERIFY(facts[1].lines.front().startsWith(QStringLiteral("SIMULATION · ")));
    }

    void runsSideBySideAreNamed() {
        RunContents runs;
        for (const char* name : {"slowly", "quickly"}) {
            latency::RunPlan plan = planWith({"played"});
            plan.load.kind = latency::LoadKind::Poisson;
            plan.load.perSecond = name[0] == 's' ? 2 : 9;
            RunContent content = contentOf(std::move(plan));
            content.run.name = name;
            content.run.id = name[0] == 's' ? 3 : 4;
            content.series[0].simulation = "steady";
            addAttempts(content, 8);
            content.report = latency::reportOf(content.attempts, {});
            runs.push_back(std::make_shared<const RunContent>(std::move(content)));
        }
        CompareRunsPage page;
        page.setRuns(runs);
        const QString which = page.findChild<QLabel*>(QStringLiteral("compareWhich"))->text();
        for (const char* words : {"Run 3 · slowly (SIMULATION) · at random, 2 requests a second",
                                  "Run 4 · quickly (SIMULATION) · at random, 9 requests a second"})
            QVERIFY2(which.contains(QString::fromUtf8(words)), qPrintable(which));
        const auto head = [&](int column) {
            return page.model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        };
        QVERIFY(head(2).startsWith(QStringLiteral("Run 3\n")) &&
                head(2).endsWith(QStringLiteral("SIMULATION")));
        QVERIFY(head(3).startsWith(QStringLiteral("Run 4\n")));
        QCOMPARE(page.model().index(0, 1).data().toString(), QStringLiteral("played (SIMULATION)"));
    }

    void aQuickLookCanShowADifferenceOrSaysThatItCannot() {
        std::vector<EndpointRow> rows;
        for (const char* name : {"A", "B", "C", "D", "E"}) {
            EndpointRow row;
            row.endpoint.name = name;
            row.endpoint.provider = "simulation";
            row.endpoint.model = "steady";
            rows.push_back(row);
        }
        RunBuilder builder;
        builder.setEndpoints(rows);
        const auto note = [&] { return builder.findChild<QLabel*>(QStringLiteral("runNote"))->text(); };
        RunWishes wishes = RunWishes::of(RunPreset::QuickLook);
        for (std::size_t endpoints = 2; endpoints <= 8; ++endpoints)
            QVERIFY(pairsNeeded(wishes, endpoints) <= wishes.requests);
        builder.setWishes(wishes);
        QVERIFY2(!note().contains(QStringLiteral("too few")), qPrintable(note()));
        wishes.requests = 10;
        builder.setWishes(wishes);
        QVERIFY2(note().contains(QStringLiteral("10 pairs are too few to show any difference between 5 "
                                                "endpoints, however large it is: that takes 11.")),
                 qPrintable(note()));
        builder.setEndpoints({rows.front()}); // one is compared with nobody
        QVERIFY(!note().contains(QStringLiteral("too few")));
        builder.setEndpoints(rows);
        wishes.preset = RunPreset::Ramp;
        builder.setWishes(wishes);
        QVERIFY(!note().contains(QStringLiteral("too few")));
    }

    void aBudgetMayBeOfTokens() {
        RunBuilder builder;
        auto* tokens = builder.findChild<QSpinBox*>(QStringLiteral("runBudgetTokens"));
        QVERIFY(tokens != nullptr && !tokens->accessibleName().isEmpty());
        QCOMPARE(tokens->value(), 0);
        tokens->setValue(20'000);
        QCOMPARE(builder.wishes().budgetTokens, 20'000);
        QCOMPARE(runWishesFrom(toJson(builder.wishes())).budgetTokens, 20'000);
        data::Endpoint endpoint;
        endpoint.name = "A";
        endpoint.provider = "simulation";
        endpoint.model = "steady";
        const auto plan = [&](const RunWishes& wishes) {
            return latency::readPlan(planJson(wishes, {endpoint}, QStringLiteral("n")), "n", {});
        };
        QCOMPARE(plan(builder.wishes()).budget.tokens, std::optional<std::int64_t>(20'000));
        QVERIFY(!plan(builder.wishes()).budget.money);
        QVERIFY(!plan(RunWishes()).budget.tokens);
    }

    void noRowOfThePaperIsCutByTheEndOfAPage() {
        RunContent content = contentOf(planWith({"An endpoint with quite a long name, east",
                                                 "Another, whose "
                                                 "name takes three lines of its narrow column",
                                                 "C"}));
        addAttempts(content, 12);
        latency::ReportOptions options;
        options.paired = true;
        content.report = latency::reportOf(content.attempts, options);
        for (const int height : {500, 570, 640, 777, 900}) {
            QTextDocument document;
            const QSizeF page(560, height);
            layOutReport(content, page, document);
            QVERIFY(document.pageCount() > 2);
            int rows = 0;
            for (QTextFrame* frame : document.rootFrame()->childFrames()) {
                auto* table = qobject_cast<QTextTable*>(frame);
                for (int row = 0; table && row < table->rows(); ++row, ++rows) {
                    QRectF extent;
                    for (int column = 0; column < table->columns(); ++column) {
                        const QTextTableCell cell = table->cellAt(row, column);
                        for (auto part = cell.begin(); !part.atEnd(); ++part)
                            extent |= document.documentLayout()->blockBoundingRect(part.currentBlock());
                    }
                    const auto pageOf = [&](double y) { return static_cast<int>(y / height); };
                    QVERIFY2(pageOf(extent.top()) == pageOf(extent.bottom() - 0.1),
                             qPrintable(QStringLiteral("row %1 of pages of %2: %3 to %4")
                                            .arg(row)
                                            .arg(height)
                                            .arg(extent.top())
                                            .arg(extent.bottom())));
                }
            }
            QVERIFY(rows > 20);
        }
    }

    void thePapersFiguresAreFoundAndCopied() {
        RunContent content = contentOf(planWith({"gpt-4o east 2", "B"}));
        addAttempts(content, 40);
        latency::ReportOptions options;
        options.paired = true;
        content.report = latency::reportOf(content.attempts, options);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.pdf"));
        exportReportPdf(content, path, {}, {});
        const QString text = test::pdfText(path);
        for (const char* words :
             {"2026-11-20T09:00:00Z", "gpt-4o east 2", "over 40 pairs", "40 answered",
              "Linux 6.1.0 x86_64, 2", "Parallax 0.1.0", "Run 7 of the library", "95 % intervals",
              "120 tokens an answer", "1 of 5 sessions", "temperature 0"})
            QVERIFY2(text.contains(QString::fromUtf8(words)), qPrintable(text.left(3000)));
        QVERIFY2(std::none_of(text.begin(), text.end(),
                              [](QChar c) { return c.category() == QChar::Other_Control; }),
                 qPrintable(text.left(3000)));
    }
};

PARALLAX_WINDOW_TEST(TestRunTexts)

} // namespace test_run_texts
#include "test_run_texts.moc"
