// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A library that takes nothing more, before a run and in the middle of one.

#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <string>
#include <vector>

#include "data/store/measure_store.h"
#include "data/store/statement.h"
#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/common/empty_page.h"
#include "ui/latency/endpoint_model.h"
#include "ui/latency/latency_workspace.h"
#include "ui/latency/percentile_model.h"
#include "ui/latency/run_builder.h"
#include "ui/latency/run_page.h"

namespace test_broken_library {

using namespace parallax;
using namespace parallax::ui;

class TestBrokenLibrary final : public QObject {
    Q_OBJECT

    static LatencyWorkspace* page(ui::testing::Window& window) {
        window->resize(1280, 800);
        window->showWorkspace(QStringLiteral("latency"));
        auto* latency = window->findChild<LatencyWorkspace*>();
        data::Endpoint endpoint;
        endpoint.name = "played";
        endpoint.provider = "simulation";
        endpoint.model = "steady";
        latency->saveEndpoint(endpoint);
        return latency;
    }
    static void wish(LatencyWorkspace* latency, int requests) {
        latency->endpoints().setTicked({QStringLiteral("played")});
        RunWishes wishes;
        wishes.requests = requests;
        wishes.tokens = 5;
        latency->builder().setWishes(wishes);
    }
    static std::vector<data::MeasureRun> runsOf(const ui::testing::Window& window) {
        data::Library library(window.libraryPath, data::Library::Mode::ReadOnly);
        return data::MeasureStore(library).runs();
    }
    static std::size_t keptOf(const ui::testing::Window& window, data::RunId run) {
        data::Library library(window.libraryPath, data::Library::Mode::ReadOnly);
        return data::MeasureStore(library).attempts(run).size();
    }
    static QPushButton* startOf(const LatencyWorkspace* latency) {
        return latency->findChild<QPushButton*>(QStringLiteral("runStart"));
    }
    static QString troubleOf(const LatencyWorkspace* latency) {
        const auto* label = latency->findChild<QLabel*>(QStringLiteral("runTrouble"));
        return label->isVisible() ? label->text() : QString();
    }
    static void runAgainAndSeeItEnd(ui::testing::Window& window, LatencyWorkspace* latency) {
        wish(latency, 7);
        QTRY_VERIFY(startOf(latency)->isEnabled());
        startOf(latency)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 30000);
        QCOMPARE(runsOf(window).front().state, data::MeasureState::Finished);
        QTRY_VERIFY(latency->page().isVisible() && latency->page().percentiles().rowCount() > 0);
        QVERIFY(troubleOf(latency).isEmpty());
    }

  private Q_SLOTS:
    void aRunThatTheLibraryTakesNoMoreOfSaysSoAndKeepsWhatWasKept() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        QTRY_COMPARE(latency->endpoints().rowCount(), 1);
        wish(latency, 5000);
        startOf(latency)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!runsOf(window).empty() && keptOf(window, 1) > 6, 30000);
        data::Library other(window.libraryPath);
        data::execute(other, "CREATE TRIGGER full BEFORE INSERT ON measure_attempt BEGIN SELECT RAISE(FAIL, "
                             "'database or disk is full'); END");
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 30000); // nobody pays for what is lost
        QTRY_VERIFY(!troubleOf(latency).isEmpty());
        const QString trouble = troubleOf(latency);
        for (const char* words : {"The run ended early.", "database or disk is full",
                                  "could not be kept and are in no report; what was kept is here."})
            QVERIFY2(trouble.contains(QLatin1String(words)), qPrintable(trouble));
        QCOMPARE(window.issues->rowCount(), 1);
        const data::MeasureRun run = runsOf(window).front();
        QCOMPARE(run.state, data::MeasureState::Stopped);
        QVERIFY(!run.endedAt.empty());
        const std::size_t kept = keptOf(window, run.id);
        QVERIFY(kept > 6 && kept < 5000);
        // The report is of what was kept.
        QTRY_COMPARE(latency->page().content()->attempts.size(), kept);
        QVERIFY(latency->findChild<QLabel*>(QStringLiteral("runFacts"))
                    ->text()
                    .contains(QStringLiteral("stopped")));
        data::execute(other, "DROP TRIGGER full");
        runAgainAndSeeItEnd(window, latency);
        QCOMPARE(keptOf(window, run.id), kept);
        // The one that broke off still says so where it is opened.
        window->goTo({QStringLiteral("latency"), {{QStringLiteral("run"), qint64{run.id}}}});
        QTRY_COMPARE(troubleOf(latency), trouble);
    }

    // Another process is at work in it for longer than a connection waits (5 s).
    void aLibraryThatIsLockedIsSaidAndAnotherStartWorks() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        QTRY_COMPARE(latency->endpoints().rowCount(), 1);
        wish(latency, 7);
        QTRY_VERIFY(startOf(latency)->isEnabled());
        data::Library other(window.libraryPath);
        data::execute(other, "BEGIN IMMEDIATE");
        startOf(latency)->click();
        QVERIFY(latency->session().isActive());
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 30000);
        const auto pages = latency->findChildren<EmptyPage*>();
        const auto shown =
            std::find_if(pages.begin(), pages.end(), [](const EmptyPage* one) { return one->isVisible(); });
        QVERIFY(shown != pages.end());
        QStringList words;
        const auto labels = (*shown)->findChildren<QLabel*>();
        for (const QLabel* label : labels)
            words << label->text();
        const QString text = words.join(QLatin1Char('\n'));
        QVERIFY2(text.contains(QStringLiteral("The run could not be made")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Nothing that was measured before is lost.")),
                 qPrintable(text));
        QVERIFY(window.issues->rowCount() >= 1);
        data::execute(other, "COMMIT");
        QVERIFY(runsOf(window).empty());
        runAgainAndSeeItEnd(window, latency);
    }
};

PARALLAX_WINDOW_TEST(TestBrokenLibrary)

} // namespace test_broken_library
#include "test_broken_library.moc"
