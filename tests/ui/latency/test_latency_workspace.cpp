// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Latency page, driven through a whole comparison on loopback and through each of its states.

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "data/ingest/document.h"
#include "data/store/article_store.h"
#include "data/store/measure_store.h"
#include "data/store/statement.h"
#include "data/store/transaction.h"
#include "engine/latency/run.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"
#include "tests/ui/latency/made_runs.h"
#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/shots/page_look.h"
#include "ui/common/article_claims.h"
#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/latency/attempt_feed.h"
#include "ui/latency/compare_runs.h"
#include "ui/latency/endpoint_dialog.h"
#include "ui/latency/endpoint_model.h"
#include "ui/latency/figures_model.h"
#include "ui/latency/first_look.h"
#include "ui/latency/latency_workspace.h"
#include "ui/latency/percentile_model.h"
#include "ui/latency/report_pdf.h"
#include "ui/latency/request_page.h"
#include "ui/latency/run_builder.h"
#include "ui/latency/run_list.h"
#include "ui/latency/run_page.h"
#include "ui/latency/waterfall_view.h"

namespace test_latency_workspace {

using namespace parallax;
using namespace parallax::ui;

namespace {

data::Endpoint simulated(const std::string& name, const std::string& profile) {
    data::Endpoint endpoint;
    endpoint.name = name;
    endpoint.provider = "simulation";
    endpoint.model = profile;
    return endpoint;
}

std::vector<data::MeasureRun> runsOf(const ui::testing::Window& window) {
    data::Library library(window.libraryPath, data::Library::Mode::ReadOnly);
    return data::MeasureStore(library).runs();
}

std::vector<data::Attempt> attemptsOf(const ui::testing::Window& window, data::RunId run) {
    data::Library library(window.libraryPath, data::Library::Mode::ReadOnly);
    return data::MeasureStore(library).attempts(run);
}

} // namespace

class TestLatencyWorkspace final : public QObject {
    Q_OBJECT

    static LatencyWorkspace* page(ui::testing::Window& window) {
        window->resize(1280, 800);
        window->showWorkspace(QStringLiteral("latency"));
        return window->findChild<LatencyWorkspace*>();
    }
    template <typename Widget>
    static Widget* child(const QWidget* parent, const char* name) {
        return parent->findChild<Widget*>(QLatin1String(name));
    }
    // Two quick simulated endpoints, ticked, for a run of so many short answers.
    static void prepare(LatencyWorkspace* latency, int requests) {
        latency->saveEndpoint(simulated("one", "steady"));
        latency->saveEndpoint(simulated("other", "steady"));
        QTRY_COMPARE(latency->endpoints().rowCount(), 2);
        latency->endpoints().setTicked({QStringLiteral("one"), QStringLiteral("other")});
        RunWishes wishes;
        wishes.requests = requests;
        wishes.tokens = 20;
        latency->builder().setWishes(wishes);
    }

  private Q_SLOTS:
    void aFirstTimeUserSeesItWorkWithoutAnyKey() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        QVERIFY(latency != nullptr);
        auto* button = child<QPushButton>(latency, "trySimulation");
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(latency->session().isActive());
        QTRY_VERIFY(latency->page().isVisible());
        // Tokens of all are seen while the streams are under way: two simulated providers and a model that
        // this machine runs.
        const auto racing = [latency](std::size_t index) {
            const auto& live = latency->session().live();
            return live.size() == 3 && live[index].any && live[index].chunks > 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(racing(0) && racing(1) && racing(2), 20000);
        const auto& rows = latency->page().measures().rows();
        QCOMPARE(rows.size(), std::size_t{3});
        QVERIFY(rows[0].simulation && rows[1].simulation && !rows[2].simulation);
        QCOMPARE(rows[0].name, QStringLiteral("Azure as stated"));
        QTest::mouseClick(child<QPushButton>(latency, "runStop"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 20000);
        // It has its row, and the endpoints are there to be measured again.
        QTRY_COMPARE(latency->endpoints().rowCount(), 3);
        const auto runs = runsOf(window);
        QCOMPARE(runs.size(), std::size_t{1});
        QCOMPARE(runs.front().state, data::MeasureState::Stopped);
        QVERIFY(!runs.front().endedAt.empty());
        for (int i = 0; i < 3; ++i) {
            const QModelIndex index = latency->endpoints().index(i);
            QCOMPARE(index.data(EndpointModel::SimulationRole).toBool(),
                     !index.data().toString().contains(QStringLiteral("made-up")));
        }
    }

    void theListsKeepTheRulesOfModels() {
        const auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;
        EndpointModel endpoints;
        const QAbstractItemModelTester endpointTester(&endpoints, strict);
        EndpointRow row;
        row.endpoint = simulated("one", "steady");
        EndpointRow other = row;
        other.endpoint.name = "other";
        endpoints.setEndpoints({row, other});
        endpoints.setEndpoints({row, other}); // the same names: in place
        endpoints.setTicked({QStringLiteral("other")});
        QVERIFY(endpoints.setData(endpoints.index(0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(endpoints.tickedNames(), (QStringList{QStringLiteral("one"), QStringLiteral("other")}));
        endpoints.setKeyFound(QStringLiteral("one"), true);
        endpoints.setEndpoints({other});
        endpoints.setEndpoints({});

        RunListModel runs;
        const QAbstractItemModelTester runTester(&runs, strict);
        data::MeasureRun run;
        run.id = 1;
        run.name = "first";
        run.begunAt = "2026-11-20T09:00:00Z";
        data::MeasureRun next = run;
        next.id = 2;
        runs.setRuns({next, run});
        runs.setUnderWay(2);
        runs.setRuns({next, run});
        QCOMPARE(runs.rowOf(1), 1);
        runs.setRuns({run});
        runs.setRuns({});

        ChunkModel chunks;
        const QAbstractItemModelTester chunkTester(&chunks, strict);
        data::Timeline time;
        time.chunks.resize(3);
        for (std::size_t i = 0; i < time.chunks.size(); ++i) {
            time.chunks[i].at = static_cast<data::RunTime>(i) * 1'000'000;
            time.chunks[i].bytes = 20;
            time.chunks[i].characters = 4;
        }
        chunks.setTimeline(time);
        QCOMPARE(chunks.rowCount(), 3);
        chunks.retranslate();
        chunks.setTimeline({});
        QCOMPARE(chunks.rowCount(), 0);
    }

    void aWholeComparisonEndsInAReportThatTheLibraryHolds() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        prepare(latency, 8);
        QTRY_VERIFY(child<QPushButton>(latency, "runStart")->isEnabled());
        QTest::mouseClick(child<QPushButton>(latency, "runStart"), Qt::LeftButton);
        QVERIFY(latency->session().isActive());
        QVERIFY(!child<QPushButton>(latency, "runStart")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 30000);
        const auto runs = runsOf(window);
        QCOMPARE(runs.size(), std::size_t{1});
        QCOMPARE(runs.front().state, data::MeasureState::Finished);
        QVERIFY(!runs.front().machine.empty());
        QCOMPARE(attemptsOf(window, runs.front().id).size(), std::size_t{18}); // a warm-up each

        PercentileModel& model = latency->page().percentiles();
        const QAbstractItemModelTester tester(&model);
        QTRY_VERIFY(model.rowCount() >= 6);
        const auto cell = [&model](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(cell(0, PercentileModel::MetricColumn), QStringLiteral("First token (TTFT)"));
        QTRY_COMPARE(cell(0, PercentileModel::CountColumn), QStringLiteral("8"));
        QVERIFY2(cell(0, PercentileModel::FirstQuantileColumn).contains(QLatin1Char('(')),
                 qPrintable(cell(0, PercentileModel::FirstQuantileColumn)));
        // p90 wants 36 answers: no number is made up.
        QCOMPARE(cell(0, PercentileModel::FirstQuantileColumn + 1), QStringLiteral("not enough data"));
        QVERIFY(model.index(0, PercentileModel::FirstQuantileColumn + 1)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("36")));
        const QString comparison = child<QLabel>(latency, "runComparison")->text();
        QVERIFY2(comparison.contains(QStringLiteral("in this window")), qPrintable(comparison));
        QTRY_VERIFY(
            child<QLabel>(latency, "runComparison")->text().contains(QStringLiteral("1 of 5 sessions")));
        QCOMPARE(child<QLabel>(latency, "runCost")->text(), QStringLiteral("A simulation costs nothing"));
        QCOMPARE(latency->page().waterfall().rows().size(), std::size_t{2});
        QVERIFY(!latency->page().waterfall().rows().front().phases.empty());

        // The same again at once is no second session of the same comparison, and that is said.
        QTest::mouseClick(child<QPushButton>(latency, "runAgain"), Qt::LeftButton);
        QTRY_VERIFY(latency->session().isActive());
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 30000);
        QTRY_VERIFY(child<QLabel>(latency, "runComparison")
                        ->text()
                        .contains(QStringLiteral(
                            "1 of 5 sessions (1 more within an hour of one of them are not counted)")));
        QTRY_COMPARE(latency->runs().rowCount(), 2);
        // Whether it answered is known now.
        QTRY_VERIFY(latency->endpoints()
                        .index(0)
                        .data(EndpointModel::DetailRole)
                        .toString()
                        .startsWith(QStringLiteral("First token ")));
    }

    void aRequestIsOpenedFromItsPercentileAndLeftAgain() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        prepare(latency, 7);
        child<QPushButton>(latency, "runStart")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 30000);
        auto* table = child<QTableView>(latency, "percentiles");
        PercentileModel& model = latency->page().percentiles();
        QTRY_VERIFY(model.rowCount() > 0 && table->isVisible());
        QTRY_VERIFY(latency->page().content()->sessionCount == 1); // read from the library
        Q_EMIT table->activated(model.index(0, PercentileModel::FirstQuantileColumn + 3)); // not enough data
        QVERIFY(!latency->place().detail.contains(QLatin1String("endpoint")));
        Q_EMIT table->activated(model.index(0, PercentileModel::FirstQuantileColumn));
        auto* request = latency->findChild<RequestPage*>();
        QTRY_VERIFY(request->isVisible());
        QCOMPARE(request->attempt().time.chunks.size(), std::size_t{20});
        QCOMPARE(child<QTableView>(request, "requestChunks")->model()->rowCount(), 20);
        QVERIFY(child<QPlainTextEdit>(request, "requestStream")
                    ->toPlainText()
                    .contains(QStringLiteral("data: {")));
        QVERIFY(child<QLabel>(request, "requestFacts")->text().contains(QStringLiteral("20 out")));
        // It is a place: away, and back by the history.
        const Place place = latency->place();
        QCOMPARE(place.detail[QLatin1String("run")].toInteger(), qint64{1});
        QTest::mouseClick(child<QPushButton>(request, "requestBack"), Qt::LeftButton);
        QTRY_VERIFY(latency->page().isVisible());
        window->goTo(place);
        QTRY_VERIFY(request->isVisible());
        window.actions->find(QStringLiteral("general.back"))->trigger();
        QTRY_VERIFY(latency->page().isVisible());
    }

    void whatIsMeasuredIsInTheLibraryWhileTheRunGoesOn() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        prepare(latency, 5000);
        child<QPushButton>(latency, "runStart")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!runsOf(window).empty() && attemptsOf(window, 1).size() > 6, 30000);
        QVERIFY(latency->session().isActive());
        QCOMPARE(runsOf(window).front().state, data::MeasureState::UnderWay);
        const auto list = [latency] {
            return latency->runs().index(0).data(RunListModel::DetailRole).toString();
        };
        QTRY_VERIFY(latency->runs().rowCount() == 1 && list().endsWith(QStringLiteral("under way")));
        QTRY_VERIFY(latency->page().content()->report.endpoints.size() == 2); // while it goes on
        window.actions->find(QStringLiteral("latency.stop"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 20000);
        QTRY_VERIFY(list().endsWith(QStringLiteral("stopped")));
        QVERIFY(attemptsOf(window, 1).size() > 6);
        QTRY_VERIFY(child<QLabel>(latency, "runFacts")->text().contains(QStringLiteral("stopped")));
        // And it can be removed.
        dialogs::setNextConfirmation(true);
        window.actions->find(QStringLiteral("latency.removeRun"))->trigger();
        QTRY_COMPARE(latency->runs().rowCount(), 0);
        QVERIFY(attemptsOf(window, 1).empty());
    }

    void closingTheWindowEndsARunAndLosesNothing() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        prepare(latency, 5000);
        child<QPushButton>(latency, "runStart")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!runsOf(window).empty() && !attemptsOf(window, 1).empty(), 30000);
        window.close();
        QCOMPARE(runsOf(window).front().state, data::MeasureState::Stopped);
        QVERIFY(!attemptsOf(window, 1).empty());
    }

    void aRunThatCannotBeginSaysWhy() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        data::Endpoint endpoint = simulated("unpriced", "a-model-that-nobody-sells");
        endpoint.provider = "openai";
        latency->saveEndpoint(endpoint);
        QTRY_COMPARE(latency->endpoints().rowCount(), 1);
        latency->endpoints().setTicked({QStringLiteral("unpriced")});
        RunWishes wishes;
        wishes.budgetDollars = 1;
        latency->builder().setWishes(wishes);
        child<QPushButton>(latency, "runStart")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 20000);
        QTRY_COMPARE(window.issues->rowCount(), 1);
        QVERIFY(window.issues->issue(0).text.contains(QStringLiteral("unpriced")) ||
                window.issues->issue(0).detail.contains(QStringLiteral("unpriced")));
        QVERIFY(runsOf(window).empty());
        QVERIFY(child<QPushButton>(latency, "runStart")->isEnabled()); // with another budget, say
    }

    void endpointsThatCannotBeReadAreABrokenPageWithAWayOut() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        QTRY_VERIFY(child<QPushButton>(latency, "trySimulation")->isVisible());
        window.library->write(latency, [](data::Library& library) {
            data::execute(library, "ALTER TABLE endpoint RENAME TO hidden_endpoint");
        });
        auto* again = child<QPushButton>(latency, "tryAgain");
        QTRY_VERIFY(again->isVisible());
        window.library->write(latency, [](data::Library& library) {
            data::execute(library, "ALTER TABLE hidden_endpoint RENAME TO endpoint");
        });
        QTRY_VERIFY(!again->isVisible() || (again->click(), true));
        QTRY_VERIFY(child<QPushButton>(latency, "trySimulation")->isVisible());
    }

    void anEndpointIsAddedChangedTestedAndRemoved() {
        ui::testing::Window window;
        setRunServices({[](const data::Endpoint& endpoint) {
                            return std::string(endpoint.keyVariable == "MY_KEY" ? "secret-4711-key" : "");
                        },
                        [](const data::Endpoint& endpoint) { return endpoint.keyVariable; },
                        {}});
        LatencyWorkspace* latency = page(window);
        window.actions->find(QStringLiteral("latency.addEndpoint"))->trigger();
        auto* dialog = latency->findChild<EndpointDialog*>();
        QVERIFY(dialog != nullptr);
        auto* provider = child<QComboBox>(dialog, "endpointProvider");
        auto* accept = child<QPushButton>(dialog, "endpointAccept");
        provider->setCurrentIndex(provider->findData(QStringLiteral("openai")));
        QVERIFY(!accept->isEnabled()); // no name yet
        ui::testing::typeText(child<QLineEdit>(dialog, "endpointName"), QStringLiteral("east"));
        QVERIFY(!accept->isEnabled()); // no model
        QVERIFY(child<QLabel>(dialog, "endpointProblem")->isVisible());
        ui::testing::typeText(child<QLineEdit>(dialog, "endpointModel"), QStringLiteral("gpt-4o"));
        QVERIFY(accept->isEnabled());
        auto* address = child<QLineEdit>(dialog, "endpointAddress");
        address->setText(QStringLiteral("https://me:password@example.org/v1"));
        QVERIFY(!accept->isEnabled());
        address->setText(QStringLiteral("https://example.org/v1?key=sk-0123456789"));
        QVERIFY(!accept->isEnabled());
        address->clear();
        auto* options = child<QPlainTextEdit>(dialog, "endpointOptions");
        options->setPlainText(QStringLiteral("api-key=sk-0123456789"));
        QVERIFY(!accept->isEnabled());
        QVERIFY(
            child<QLabel>(dialog, "endpointProblem")->text().contains(QStringLiteral("reasoning-effort")));
        options->clear();
        // A key does not fit into the field for its variable.
        auto* variable = child<QLineEdit>(dialog, "endpointKeyVariable");
        QTest::keyClicks(variable, QStringLiteral("sk-proj"));
        QCOMPARE(variable->text(), QStringLiteral("skproj"));
        variable->setText(QStringLiteral("OTHER_KEY"));
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_COMPARE(latency->endpoints().rowCount(), 1);
        const auto detail = [latency] {
            return latency->endpoints().index(0).data(EndpointModel::DetailRole).toString();
        };
        QCOMPARE(detail(), QStringLiteral("No key yet"));
        QVERIFY(child<QLabel>(latency, "runNote")->text().contains(QStringLiteral("no key for east")));
        QTRY_VERIFY(latency->findChild<EndpointDialog*>() == nullptr);

        auto* list = child<QListView>(latency, "endpointList");
        list->setCurrentIndex(latency->endpoints().index(0));
        window.actions->find(QStringLiteral("latency.editEndpoint"))->trigger();
        dialog = latency->findChild<EndpointDialog*>();
        child<QLineEdit>(dialog, "endpointKeyVariable")->setText(QStringLiteral("MY_KEY"));
        child<QPushButton>(dialog, "endpointAccept")->click();
        QTRY_COMPARE(detail(), QStringLiteral("Not measured yet"));
        QTRY_VERIFY(latency->findChild<EndpointDialog*>() == nullptr);
        QFile file(QString::fromStdString(window.libraryPath.string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret-4711"));

        // A simulated one is tested in its dialog.
        window.actions->find(QStringLiteral("latency.addEndpoint"))->trigger();
        dialog = latency->findChild<EndpointDialog*>();
        provider = child<QComboBox>(dialog, "endpointProvider");
        provider->setCurrentIndex(provider->findData(QStringLiteral("simulation")));
        QVERIFY(!child<QLineEdit>(dialog, "endpointModel")->isVisible());
        ui::testing::typeText(child<QLineEdit>(dialog, "endpointName"), QStringLiteral("played"));
        auto* profile = child<QComboBox>(dialog, "endpointProfile");
        profile->setCurrentIndex(profile->findData(QStringLiteral("steady")));
        child<QPushButton>(dialog, "endpointTest")->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            child<QLabel>(dialog, "endpointResult")->text().startsWith(QStringLiteral("It answers")), 20000);
        dialog->reject();
        QTRY_VERIFY(latency->findChild<EndpointDialog*>() == nullptr);
        QCOMPARE(latency->endpoints().rowCount(), 1);

        list->setCurrentIndex(latency->endpoints().index(0));
        dialogs::setNextConfirmation(true);
        window.actions->find(QStringLiteral("latency.removeEndpoint"))->trigger();
        QTRY_COMPARE(latency->endpoints().rowCount(), 0);
    }

    void aModelOfThisMachineIsMeasuredBesideTheOthers() {
        ui::testing::Window window;
        const QString path = window.home.filePath(QStringLiteral("tiny.gguf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(parallax::test::makeTinyModel({})));
        file.close();
        LatencyWorkspace* latency = page(window);
        data::Endpoint local = simulated("here", path.toStdString());
        local.provider = "local";
        latency->saveEndpoint(local);
        latency->saveEndpoint(simulated("played", "steady"));
        QTRY_COMPARE(latency->endpoints().rowCount(), 2);
        latency->endpoints().setTicked({QStringLiteral("here"), QStringLiteral("played")});
        RunWishes wishes;
        wishes.requests = 7;
        wishes.tokens = 10;
        latency->builder().setWishes(wishes);
        child<QPushButton>(latency, "runStart")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 30000);
        QCOMPARE(runsOf(window).front().state, data::MeasureState::Finished);
        QTRY_VERIFY(latency->page().content()->sessionCount == 1);
        const auto& rows = latency->page().measures().rows();
        QCOMPARE(rows.size(), std::size_t{2});
        QVERIFY(!rows[0].simulation && rows[1].simulation);
        QVERIFY2(rows[0].detail.startsWith(QStringLiteral("7 answered")), qPrintable(rows[0].detail));
    }

    void severalRunsStandSideBySide() {
        ui::testing::Window window;
        {
            data::Library library(window.libraryPath);
            for (int i = 0; i < 5; ++i) {
                ui::testing::MadeRun made;
                made.requests = 12;
                made.seed = static_cast<std::uint64_t>(i + 1);
                made.begunAt = "2026-11-20T0" + std::to_string(i) + ":00:00Z"; // of different hours
                ui::testing::addMadeRun(library, made);
            }
        }
        LatencyWorkspace* latency = page(window);
        QTRY_COMPARE(latency->runs().rowCount(), 5);
        auto* list = child<QListView>(latency, "runList");
        list->selectAll();
        auto* compare = latency->findChild<CompareRunsPage*>();
        QTRY_VERIFY(compare->isVisible());
        const QAbstractItemModelTester tester(&compare->model());
        QCOMPARE(compare->model().columnCount(), 2 + 5);
        QCOMPARE(compare->model().rowCount(), 8);
        // Behind the latencies how fast the answers come, in another unit.
        QVERIFY(compare->model().index(6, 0).data().toString().startsWith(QStringLiteral("Tokens a second")));
        QVERIFY(compare->model().index(7, 3).data().toString().contains(QLatin1Char('(')));
        // Five sessions carry a verdict, in the words of the comparison and in those of a run's own page.
        const QString words = child<QLabel>(compare, "compareSessions")->text();
        QVERIFY2(
            words.contains(QStringLiteral("over 5 sessions of the simulation Azure as stated is faster")),
            qPrintable(words));
        const Place place = latency->place();
        QCOMPARE(place.detail[QLatin1String("runs")].toArray().size(), 5);
        list->setCurrentIndex(latency->runs().index(2));
        QTRY_VERIFY(latency->page().isVisible());
        QTRY_VERIFY(
            child<QLabel>(latency, "runComparison")->text().contains(QStringLiteral("over 5 sessions")));
        window->goTo(place);
        QTRY_VERIFY(compare->isVisible());
    }

    void theChartsOfARunAreReadAsATable() {
        ui::testing::Window window;
        {
            data::Library library(window.libraryPath);
            ui::testing::addMadeRun(library, {});
        }
        LatencyWorkspace* latency = page(window);
        QTRY_COMPARE(latency->runs().rowCount(), 1);
        window->goTo({QStringLiteral("latency"), {{QStringLiteral("run"), 1}}});
        QTRY_VERIFY(latency->page().isVisible() && latency->page().percentiles().rowCount() > 0);
        auto* table = child<QTableView>(latency, "runFigures");
        QVERIFY(!table->isVisible() && latency->page().measures().isVisible());
        QVERIFY(!latency->page().measures().accessibleDescription().isEmpty());
        QVERIFY(!latency->page().waterfall().accessibleDescription().isEmpty());
        child<QPushButton>(latency, "runAsTable")->click();
        QVERIFY(table->isVisible() && !latency->page().measures().isVisible());
        QVERIFY(!latency->page().waterfall().isVisible());
        FiguresModel& figures = latency->page().figures();
        const QAbstractItemModelTester tester(&figures);
        QCOMPARE(figures.rowCount(), 2);
        QCOMPARE(figures.index(0, FiguresModel::FirstTokenColumn).data().toString(),
                 latency->page().measures().rows().front().firstTokenFigure);
        QVERIFY(
            figures.index(1, FiguresModel::EndpointColumn).data().toString().contains(QStringLiteral("AWS")));
        int filled = 0; // phases that the request had
        for (int column = FiguresModel::FirstPhaseColumn; column < figures.columnCount(); ++column)
            filled += figures.index(0, column).data().toString().contains(QStringLiteral("ms")) ? 1 : 0;
        QVERIFY(filled >= 3);
        child<QPushButton>(latency, "runAsTable")->click();
        QVERIFY(!table->isVisible() && latency->page().measures().isVisible());
    }

    // By its name for a screen reader and by Tab: nothing on the page is for the mouse alone.
    void everyButtonHasANameAndIsReachedByTheKeyboard() {
        ui::testing::Window window;
        {
            data::Library library(window.libraryPath);
            ui::testing::addMadeRun(library, {});
        }
        LatencyWorkspace* latency = page(window);
        QTRY_COMPARE(latency->runs().rowCount(), 1);
        window->goTo({QStringLiteral("latency"), {{QStringLiteral("run"), 1}}});
        QTRY_VERIFY(latency->page().isVisible() && latency->page().percentiles().rowCount() > 0);
        int seen = 0;
        const auto buttons = latency->findChildren<QAbstractButton*>();
        for (const QAbstractButton* button : buttons) {
            if (!button->isVisible())
                continue;
            ++seen;
            const QString name =
                button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
            QVERIFY2(!name.isEmpty(), qPrintable(ui::testing::pathOf(button)));
            QVERIFY2(button->focusPolicy() & Qt::TabFocus, qPrintable(name));
        }
        QVERIFY(seen > 8);
    }

    void aReportForPaperStatesMethodMachineAndVersion() {
        ui::testing::Window window;
        {
            data::Library library(window.libraryPath);
            ui::testing::addMadeRun(library, {});
        }
        LatencyWorkspace* latency = page(window);
        QTRY_COMPARE(latency->runs().rowCount(), 1);
        window->goTo({QStringLiteral("latency"), {{QStringLiteral("run"), 1}}});
        QTRY_VERIFY(latency->page().isVisible() && latency->page().percentiles().rowCount() > 0);
        // What the chunks said is told, though a run is read without them.
        const std::vector<latency::MetricSummary>& metrics =
            latency->page().content()->report.endpoints.at(0).metrics;
        const auto stall = std::find_if(metrics.begin(), metrics.end(), [](const auto& one) {
            return one.metric == latency::ReportMetric::Stall;
        });
        QVERIFY(stall != metrics.end() && stall->n > 70 && stall->percentiles[0].enough());
        const QString html = reportHtml(*latency->page().content());
        for (const char* words :
             {"SIMULATION", "Linux 6.1.0 x86_64, 2 processors", "Parallax 0.1.0", "Wilcoxon",
              "80 requests each", "(E2E − TTFT)", "not enough data: 80 of 368", "1 of 5 sessions",
              "120 tokens an answer", "availability at least"})
            QVERIFY2(html.contains(QString::fromUtf8(words)), words);
        const QString path = window.home.filePath(QStringLiteral("report.pdf"));
        dialogs::setNextPaths({path});
        window.actions->find(QStringLiteral("latency.export"))->trigger();
        QTRY_VERIFY(QFile::exists(path));
        QTRY_COMPARE(window.tasks->running(), 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF"));
        QVERIFY(file.size() > 10000);
        dialogs::setNextPaths({window.home.filePath(QStringLiteral("nowhere/report.pdf"))});
        window.actions->find(QStringLiteral("latency.export"))->trigger();
        QTRY_COMPARE(window.issues->rowCount(), 1);
    }

    void aReportGoesToFilesOfEachKind() {
        ui::testing::Window window;
        {
            data::Library library(window.libraryPath);
            ui::testing::MadeRun made;
            made.requests = 7;
            ui::testing::addMadeRun(library, made);
        }
        LatencyWorkspace* latency = page(window);
        QTRY_COMPARE(latency->runs().rowCount(), 1);
        window->goTo({QStringLiteral("latency"), {{QStringLiteral("run"), 1}}});
        QTRY_VERIFY(latency->page().isVisible() && latency->page().percentiles().rowCount() > 0);
        for (const char* name : {"run.csv", "run.xlsx", "run.json"}) {
            const QString path = window.home.filePath(QLatin1String(name));
            dialogs::setNextPaths({path});
            window.actions->find(QStringLiteral("latency.export"))->trigger();
            QTRY_VERIFY(QFile::exists(path));
            QTRY_COMPARE(window.tasks->running(), 0);
            QVERIFY(QFile(path).size() > 500);
        }
        QFile json(window.home.filePath(QStringLiteral("run.json")));
        QVERIFY(json.open(QIODevice::ReadOnly));
        QVERIFY(json.readAll().contains("chunks")); // the raw timelines
        QCOMPARE(window.issues->rowCount(), 0);
    }

    void aClaimOfAnArticleStandsAboveTheRunThatWouldSettleIt() {
        ui::testing::Window window;
        qint64 article = 0;
        QString claim;
        {
            data::Library library(window.libraryPath);
            const std::string text =
                "# Clouds\n\nAzure OpenAI has a median latency of 1.5 s for 500 tokens.\n";
            data::ParseHints hints;
            hints.name = "clouds.md";
            const data::Document document = data::parseDocument(text, hints);
            data::Transaction transaction(library);
            article = library.articles()
                          .save(document.articles.front(), text, document, "/somewhere/clouds.md")
                          .article;
            transaction.commit();
            const auto claims = claimsOfArticle(library, article);
            QVERIFY(!claims.empty());
            claim = fromUtf8(claims.front().claim.id);
        }
        LatencyWorkspace* latency = page(window);
        QTRY_VERIFY(child<QPushButton>(latency, "trySimulation")->isVisible());
        window->goTo({QStringLiteral("latency"),
                      {{QStringLiteral("article"), article}, {QStringLiteral("claim"), claim}}});
        auto* strip = child<QFrame>(latency, "claimStrip");
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(child<QLabel>(strip, "claimText")->text().contains(QStringLiteral("1.5 s")));
        QVERIFY(!child<QLabel>(strip, "claimVerdict")->text().isEmpty());
        QCOMPARE(latency->place().detail[QLatin1String("claim")].toString(), claim);
    }

    void presetsMakePlansThatTheEngineReads() {
        const std::vector<data::Endpoint> endpoints = firstLookEndpoints();
        for (const RunPreset preset : runPresets) {
            RunWishes wishes = RunWishes::of(preset);
            wishes.budgetDollars = 0.5;
            const latency::RunPlan plan =
                latency::readPlan(planJson(wishes, endpoints, QStringLiteral("計畫")), "file", {});
            QCOMPARE(plan.name, std::string("計畫"));
            QCOMPARE(plan.load.requests, std::int64_t{wishes.requests});
            QCOMPARE(plan.prompt.maxTokens, wishes.tokens);
            QCOMPARE(plan.endpoints.size(), std::size_t{2});
            QCOMPARE(plan.budget.money, std::optional<latency::PicoDollars>(500'000'000'000));
            QCOMPARE(plan.load.kind == latency::LoadKind::Pairs, !wishes.hasRate());
            QCOMPARE(runWishesFrom(toJson(wishes)), wishes);
        }
        QCOMPARE(runWishesFrom({{QStringLiteral("preset"), 77}, {QStringLiteral("requests"), -4}}).requests,
                 1);
        QCOMPARE(mostDollars(RunWishes{}, endpoints, "2026-11-01"), std::optional<double>(0.0));
    }

    void ticksAndWishesComeBackWithTheNextWindow() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        prepare(latency, 33);
        window.close();
        window.open();
        window->showWorkspace(QStringLiteral("latency"));
        latency = window->findChild<LatencyWorkspace*>();
        QTRY_COMPARE(latency->endpoints().rowCount(), 2);
        QCOMPARE(latency->endpoints().ticked().size(), std::size_t{2});
        QCOMPARE(latency->builder().wishes().requests, 33);
        QVERIFY(child<QPushButton>(latency, "runStart")->isEnabled());
    }

    void thePageIsTheSameInAnotherLanguage() {
        ui::testing::Window window({}, QStringLiteral("zh_TW"));
        LatencyWorkspace* latency = page(window);
        prepare(latency, 7);
        child<QPushButton>(latency, "runStart")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 30000);
        QTRY_VERIFY(child<QTableView>(latency, "percentiles")->isVisible());
        const QString chinese = child<QPushButton>(latency, "runAgain")->text();
        QVERIFY(chinese != QStringLiteral("Run again"));
        window.settings->setInterfaceLanguage(QStringLiteral("en"));
        QTRY_COMPARE(child<QPushButton>(latency, "runAgain")->text(), QStringLiteral("Run again"));
        QVERIFY(child<QLabel>(latency, "runFacts")->text().contains(QStringLiteral("finished")));
    }

    void theFeedHandsOverEveryAttemptInOrder() {
        AttemptFeed feed;
        constexpr std::int64_t count = 20000;
        std::thread writer([&feed] {
            for (std::int64_t i = 0; i < count; ++i) {
                data::Attempt attempt;
                attempt.sequence = i;
                feed.put(std::move(attempt));
            }
        });
        std::int64_t next = 0;
        bool inOrder = true;
        while (next < count)
            for (const data::Attempt& attempt : feed.take())
                inOrder = inOrder && attempt.sequence == next++;
        writer.join();
        QVERIFY(inOrder);
        QVERIFY(feed.take().empty());
    }
};

PARALLAX_WINDOW_TEST(TestLatencyWorkspace)

} // namespace test_latency_workspace
#include "test_latency_workspace.moc"
