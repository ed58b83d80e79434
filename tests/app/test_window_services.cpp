// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the program brings to the window's runs: engines of models of this machine, and servers over them.

#include <QFile>
#include <QPushButton>

#include <algorithm>
#include <string>
#include <vector>

#include "app/gui.h"
#include "app/window_services.h"
#include "data/store/measure_store.h"
#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/common/run_services.h"
#include "ui/latency/first_look.h"
#include "ui/latency/latency_workspace.h"
#include "ui/latency/run_builder.h"
#include "ui/latency/run_page.h"

namespace test_window_services {

using namespace parallax;
using namespace parallax::ui;

class TestWindowServices final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { setRunServices(app::windowServices()); }
    void cleanupTestCase() { setRunServices({}); }

    void whatWasAskedForOneLibraryIsNotDoneToTheNext() {
        app::GuiOptions asked;
        asked.demo = true;
        asked.startupTime = true;
        asked.imports = {"a.md"};
        const app::GuiOptions next = app::forNextLibrary(asked);
        QVERIFY(!next.demo);
        QVERIFY(next.imports.empty());
        QVERIFY(next.startupTime);
    }

    void aModelIsMeasuredInProcessAndThroughItsOwnServerInOneRun() {
        ui::testing::Window window;
        window->resize(1280, 800);
        window->showWorkspace(QStringLiteral("latency"));
        auto* latency = window->findChild<LatencyWorkspace*>();
        QVERIFY(latency != nullptr);
        const auto endpoints = firstLookEndpoints(firstLookModel(window.libraryPath.parent_path()), true);
        QCOMPARE(endpoints.size(), std::size_t{4});
        for (const data::Endpoint& endpoint : endpoints)
            latency->saveEndpoint(endpoint);
        QTRY_COMPARE(latency->endpoints().rowCount(), 4);
        latency->endpoints().setTicked(
            {QString::fromStdString(endpoints[2].name), QString::fromStdString(endpoints[3].name)});
        RunWishes wishes = RunWishes::of(RunPreset::FairComparison);
        wishes.requests = 7;
        wishes.tokens = 12;
        latency->builder().setWishes(wishes);
        window->findChild<QPushButton*>(QStringLiteral("runStart"))->click();
        QTRY_VERIFY(latency->session().isActive());
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 30000);
        QCOMPARE(window.issues->rowCount(), 0);
        std::vector<data::Attempt> attempts;
        {
            data::Library library(window.libraryPath, data::Library::Mode::ReadOnly);
            data::MeasureStore store(library);
            QCOMPARE(store.runs().size(), std::size_t{1});
            attempts = store.attempts(store.runs().front().id);
            // The server was the run's own: the endpoint has no address afterwards.
            QVERIFY(store.endpoint(endpoints[3].name)->baseUrl.empty());
        }
        QCOMPARE(attempts.size(), std::size_t{18}); // two of each that are not measured
        int overHttp = 0;
        for (const data::Attempt& attempt : attempts) {
            QVERIFY2(attempt.outcome == data::Outcome::Success, attempt.faultText.c_str());
            QCOMPARE(attempt.usage.output, 12);
            overHttp += attempt.status == 200 ? 1 : 0;
        }
        QCOMPARE(overHttp, 9);
        QTRY_VERIFY(latency->page().content() && !latency->page().content()->report.overheads.empty());
    }

    void aFirstLookHasTheSimulationTheEngineAndItsServer() {
        ui::testing::Window window;
        window->resize(1280, 800);
        window->showWorkspace(QStringLiteral("latency"));
        auto* latency = window->findChild<LatencyWorkspace*>();
        QPushButton* button = window->findChild<QPushButton*>(QStringLiteral("trySimulation"));
        QTRY_VERIFY(button->isVisible());
        button->click();
        const auto racing = [latency] {
            const auto& live = latency->session().live();
            return live.size() == 4 && std::all_of(live.begin(), live.end(), [](const LiveRequest& one) {
                       return one.any && one.chunks > 0;
                   });
        };
        QTRY_VERIFY_WITH_TIMEOUT(racing(), 30000);
        latency->session().stop();
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 20000);
        QCOMPARE(window.issues->rowCount(), 0);
    }
};

PARALLAX_WINDOW_TEST(TestWindowServices)

} // namespace test_window_services
#include "test_window_services.moc"
