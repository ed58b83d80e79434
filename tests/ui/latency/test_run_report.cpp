// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page of a run says of it: all that the command line's report says.

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTableView>

#include <algorithm>
#include <string>
#include <vector>

#include "data/store/measure_store.h"
#include "tests/test_program.h"
#include "tests/ui/latency/made_runs.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/latency/facts_view.h"
#include "ui/latency/latency_text.h"
#include "ui/latency/latency_workspace.h"
#include "ui/latency/measure_view.h"
#include "ui/latency/percentile_model.h"
#include "ui/latency/report_pdf.h"
#include "ui/latency/request_page.h"
#include "ui/latency/run_page.h"

namespace test_run_report {

using namespace parallax;
using namespace parallax::ui;

namespace {

// Two that are paid for, one by the token and one by the hour; every fourth request opens a connection.
void addPaidRun(data::Library& library) {
    data::MeasureStore store(library);
    data::MeasureRun run;
    run.name = "Paid";
    run.plan = R"({"name":"Paid","endpoints":[
        {"name":"east","provider":"openai","model":"gpt-4o"},
        {"name":"here","provider":"vllm","model":"M",
         "options":{"price-hour":"2"}}],
        "load":{"kind":"pairs","requests":40,"warmup":0},"prompt":{"max_tokens":120,"fixed_length":true}})";
    run.machine = "Linux";
    run.version = "0.1.0";
    run.begunAt = "2024-09-10T09:00:00Z"; // between two prices of GPT-4o, which the lists both have
    run.id = store.beginRun(run);
    std::vector<data::Attempt> attempts;
    data::RunTime at = 1'000'000;
    for (int i = 0; i < 40; ++i)
        for (const char* name : {"east", "here"}) {
            const auto seed = static_cast<std::uint64_t>(2 * i + (name[0] == 'h' ? 1 : 0));
            data::Attempt one = ui::testing::madeAttempt(name, {}, i, at, name[0] == 'h' ? 1.2 : 1, seed);
            one.connection = i % 4 == 0 ? data::ConnectionKind::Cold : data::ConnectionKind::Warm;
            one.model = i < 20 || name[0] == 'h' ? "model-2026-01" : "model-2026-02";
            one.fingerprint = name[0] == 'h' ? "" : "fp_1";
            one.usage.ownOutput = name[0] == 'h' && i == 3 ? 100 : 119;
            at = one.time.end + 5'000'000;
            attempts.push_back(std::move(one));
        }
    store.addAttempts(run.id, attempts);
    run.endedAt = run.begunAt;
    run.state = data::MeasureState::Finished;
    run.windowEnd = at;
    store.endRun(run);
}

} // namespace

class TestRunReport final : public QObject {
    Q_OBJECT

    static LatencyWorkspace* opened(ui::testing::Window& window) {
        window->resize(1280, 800);
        window->showWorkspace(QStringLiteral("latency"));
        window->goTo({QStringLiteral("latency"), {{QStringLiteral("run"), 1}}});
        return window->findChild<LatencyWorkspace*>();
    }
    // The first row of that title; -1: none.
    static int rowOf(const PercentileModel& model, const QString& title) {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, PercentileModel::MetricColumn).data().toString() == title)
                return row;
        return -1;
    }

  private Q_SLOTS:
    void gapsAndKindsOfConnectionsHaveTheirRows() {
        ui::testing::Window window;
        {
            data::Library library(window.libraryPath);
            addPaidRun(library);
        }
        LatencyWorkspace* latency = opened(window);
        QTRY_VERIFY(latency->page().isVisible() && latency->page().percentiles().rowCount() > 0);
        PercentileModel& model = latency->page().percentiles();
        const QAbstractItemModelTester tester(&model);
        const auto cell = [&model](int row, int column) {
            return model.index(row, column).data().toString();
        };
        const int gaps = rowOf(model, QStringLiteral("Between chunks (ICL)"));
        QVERIFY(gaps >= 0);
        QCOMPARE(cell(gaps, PercentileModel::EndpointColumn), QStringLiteral("east"));
        QCOMPARE(cell(gaps, PercentileModel::CountColumn), QStringLiteral("4,760"));
        QCOMPARE(cell(gaps + 1, PercentileModel::EndpointColumn), QStringLiteral("here"));
        for (int column = PercentileModel::FirstQuantileColumn; column < model.columnCount(); ++column) {
            bool number = false; // and no interval, since they depend on each other
            const double value = cell(gaps, column).toDouble(&number);
            QVERIFY2(number && value > 2 && value < 4, qPrintable(cell(gaps, column)));
            QVERIFY(model.percentileAt(model.index(gaps, column)) == nullptr);
        }
        QVERIFY(model.index(gaps, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("interval")));

        const int cold = rowOf(model, QStringLiteral("First token (TTFT) · new connection"));
        const int warm = rowOf(model, QStringLiteral("Whole answer (E2E) · connection kept"));
        QVERIFY(cold >= 0 && warm >= 0);
        QCOMPARE(cell(cold, PercentileModel::CountColumn), QStringLiteral("10"));
        QCOMPARE(cell(warm, PercentileModel::CountColumn), QStringLiteral("30"));
        QVERIFY(cell(cold, PercentileModel::FirstQuantileColumn).contains(QLatin1Char('(')));
        // The request behind it came over a connection of that kind.
        auto* table = latency->findChild<QTableView*>(QStringLiteral("percentiles"));
        Q_EMIT table->activated(
            model.index(gaps, PercentileModel::FirstQuantileColumn)); // nobody stands for it
        QVERIFY(!latency->place().detail.contains(QLatin1String("endpoint")));
        Q_EMIT table->activated(model.index(cold, PercentileModel::FirstQuantileColumn));
        auto* request = latency->findChild<RequestPage*>();
        QTRY_VERIFY(request->isVisible());
        QCOMPARE(request->attempt().connection, data::ConnectionKind::Cold);
        const QString facts = request->findChild<QLabel*>(QStringLiteral("requestFacts"))->text();
        for (const char* words : {"119 out by our own count", "fp_1"})
            QVERIFY2(facts.contains(QLatin1String(words)), qPrintable(facts));
    }

    void whatWasSpentIsAtMostOnlyWhereItIsNotKnown() {
        latency::RunPlan plan;
        plan.endpoints.resize(1);
        plan.endpoints[0] = {};
        plan.endpoints[0].name = "east";
        RunContent content = RunContent::of(std::make_shared<const latency::RunPlan>(plan), {});
        content.report.endpoints.resize(1);
        QCOMPARE(spentText(content, 0.25, false),
                 QStringLiteral("The cost is not known: a price is missing"));
        content.report.endpoints[0].quote.perToken = {{latency::PriceUnit::Input, 5},
                                                      {latency::PriceUnit::Output, 5}};
        QCOMPARE(spentText(content, 0.25, false), QStringLiteral("Cost: $0.2500"));
        QCOMPARE(spentText(content, 0.25, true), QStringLiteral("Cost so far: $0.2500"));
        QCOMPARE(spentText(content, 0, false), QStringLiteral("No token was paid for"));
        content.report.spentAtMost = true;
        QCOMPARE(spentText(content, 0.25, false), QStringLiteral("Cost: at most $0.2500"));
        plan.budget.money = 2'000'000'000'000;
        content.plan = std::make_shared<const latency::RunPlan>(plan);
        QCOMPARE(spentText(content, 0.25, false), QStringLiteral("Cost: at most $0.2500, budget $2.00"));
        QCOMPARE(spentText(content, 0.25, true),
                 QStringLiteral("Cost so far: at most $0.2500, budget $2.00"));
        content.series[0].simulation = "steady";
        QCOMPARE(spentText(content, 0, false), QStringLiteral("A simulation costs nothing"));
    }

    void everyEndpointHasItsFactsAndPrices() {
        ui::testing::Window window;
        {
            data::Library library(window.libraryPath);
            addPaidRun(library);
        }
        LatencyWorkspace* latency = opened(window);
        QTRY_VERIFY(latency->page().isVisible() && latency->page().endpointFacts().facts().size() == 2);
        QVERIFY(latency->page().endpointFacts().isVisible());
        const EndpointFacts& east = latency->page().endpointFacts().facts()[0];
        const EndpointFacts& here = latency->page().endpointFacts().facts()[1];
        QCOMPARE(east.endpoint, QStringLiteral("east"));
        const auto says = [](const EndpointFacts& facts, const char* words) {
            const QString all = (facts.lines + facts.prices).join(QLatin1Char('\n'));
            if (all.contains(QString::fromUtf8(words)))
                return true;
            qWarning("%s", qPrintable(all));
            return false;
        };
        for (const char* words :
             {"40 answered", "availability at least", "120 tokens an answer (120",
              "tokens a second after the first (", "1.00 tokens a chunk", "120 chunks an answer",
              "Whole answer at 120 tokens, median: ", "119 by a tokenizer of our own",
              "Connections: 10 × new connection · 30 × connection kept; the last rows of the table",
              "Model, as the server names it: 20 × model-2026-01 · 20 × model-2026-02; system fingerprint "
              "fp_1",
              "for a million tokens of answers", "The price lists disagree",
              "a million tokens of output since 2024-08-06: https://", "read on 2026-"})
            QVERIFY2(says(east, words), words);
        QVERIFY(says(here, "at $2.00 for an hour of the machine while it answers"));
        QVERIFY(says(here, "in 1 of them the server counts more than 2 % otherwise"));
        QVERIFY(here.prices.isEmpty());
        // They stand on the page, each beside its name.
        const auto labels = latency->page().endpointFacts().findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(east.prices.back());
        }));
        const QString comparison = latency->findChild<QLabel*>(QStringLiteral("runComparison"))->text();
        QVERIFY2(comparison.contains(QStringLiteral("over 40 pairs")), qPrintable(comparison));
        const QString html = reportHtml(*latency->page().content());
        for (const char* words :
             {"Between chunks (ICL)", "First token (TTFT) · new connection",
              "tokens a second after the first", "The price lists disagree", "system fingerprint fp_1"})
            QVERIFY2(html.contains(QString::fromUtf8(words)), words);
    }

    void everyFaultHasItsWords() {
        for (const char* code :
             {"dns",       "refused",  "connection",   "connect-timeout", "certificate", "tls",
              "address",   "timeout",  "stalled",      "truncated",       "closed",      "compressed",
              "too-large", "html",     "content-type", "in-body",         "in-stream",   "malformed",
              "checksum",  "redirect", "filtered",     "cancelled",       "context",     "template",
              "request",   "engine",   "http-401",     "http-429",        "http-500",    "http-529"})
            QVERIFY2(faultText(code).contains(QLatin1Char(' ')), code);
        QCOMPARE(faultText("something-new"), QStringLiteral("something-new"));
    }

    // In the column that a window of 1280 pixels leaves for it, in either language.
    void aFailureIsNeverCutOff() {
        MeasureView view;
        MeasureRow row;
        row.name = QStringLiteral("Azure OpenAI, East US 2");
        row.detail = QStringLiteral("1,039 answered · 12 throttled · 1 failed · the stream was cut");
        row.firstTokenFigure = QStringLiteral("412 ms");
        row.firstTokenInterval = QStringLiteral("388–437");
        MeasureRow brief = row;
        brief.detail = QStringLiteral("1,052 answered");
        view.setRows({brief, brief});
        view.resize(860, 200);
        const int low = view.sizeHint().height();
        view.setRows({row, brief});
        for (const int width : {600, 860, 1400}) {
            view.resize(width, 200);
            const QStringList lines = view.detailLines(0);
            QCOMPARE(
                lines.join(QStringLiteral(" · ")).remove(QStringLiteral(" ")).remove(QStringLiteral("·")),
                QString(row.detail).remove(QStringLiteral(" ")).remove(QStringLiteral("·")));
            for (const QString& line : lines)
                QVERIFY2(view.fontMetrics().horizontalAdvance(line) <= width * 3 / 10, qPrintable(line));
            QCOMPARE(view.detailLines(1), QStringList{brief.detail});
        }
        view.resize(860, 200);
        QVERIFY(view.sizeHint().height() > low);
    }
};

PARALLAX_WINDOW_TEST(TestRunReport)

} // namespace test_run_report
#include "test_run_report.moc"
