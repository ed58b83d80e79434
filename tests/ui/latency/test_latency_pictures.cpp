// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the Latency page in each of its states and looks into build/<preset>/shots, and checks each for
// text that is cut off and for widgets that lie upon each other.
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

#include <algorithm>
#include <string>

#include "data/ingest/document.h"
#include "data/store/article_store.h"
#include "data/store/measure_store.h"
#include "data/store/transaction.h"
#include "tests/test_program.h"
#include "tests/ui/latency/made_runs.h"
#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/shots/page_look.h"
#include "ui/latency/claim_chooser.h"
#include "ui/latency/compare_runs.h"
#include "ui/latency/endpoint_dialog.h"
#include "ui/latency/facts_view.h"
#include "ui/latency/first_look.h"
#include "ui/latency/latency_workspace.h"
#include "ui/latency/percentile_model.h"
#include "ui/latency/request_page.h"
#include "ui/latency/run_builder.h"
#include "ui/latency/run_list.h"
#include "ui/latency/run_page.h"

namespace test_latency_pictures {

using namespace parallax;
using namespace parallax::ui;

class TestLatencyPictures final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_library;

    void look(QWidget* page, const QString& name) {
        const QString problems = ui::testing::problemsOf(page, name);
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
    }

  private Q_SLOTS:
    void initTestCase() {
        m_library = std::filesystem::path(m_folder.filePath(QStringLiteral("runs.sqlite3")).toStdString());
        data::Library library(m_library);
        data::MeasureStore store(library);
        for (const data::Endpoint& endpoint : firstLookEndpoints())
            store.saveEndpoint(endpoint);
        data::Endpoint east;
        east.name = "gpt-4o · East US";
        east.provider = "azure";
        east.model = "gpt-4o";
        east.keyVariable = "AZURE_OPENAI_API_KEY";
        east.options["resource"] = "east";
        store.saveEndpoint(east);
        for (int i = 0; i < 2; ++i) {
            ui::testing::MadeRun made;
            made.seed = static_cast<std::uint64_t>(i + 1);
            made.slower = 1.09 + 0.02 * i;
            made.begunAt = "2026-11-2" + std::to_string(i) + "T09:00:00Z";
            ui::testing::addMadeRun(library, made);
        }
        const std::string text =
            "# Clouds for inference\n\nAzure OpenAI has a median latency of 1.5 s for 500 tokens, and Amazon "
            "Bedrock is expected to need 1.6 to 1.8 s.\n\nOn Azure GPT-4o costs $5.00 per 1M tokens. Azure "
            "promises an availability of 99.9 % and AWS one of 99.95 %.\n";
        data::ParseHints hints;
        hints.name = "clouds.md";
        const data::Document document = data::parseDocument(text, hints);
        data::Transaction transaction(library);
        library.articles().save(document.articles.front(), text, document, "/somewhere/clouds.md");
        transaction.commit();
        ui::testing::MadeRun cut;
        cut.requests = 4;
        cut.state = data::MeasureState::Stopped;
        cut.begunAt = "2026-11-22T09:00:00Z";
        ui::testing::addMadeRun(library, cut);
    }

    void everyStateShowsItsWholeText_data() { ui::testing::addLooks(); }

    void everyStateShowsItsWholeText() {
        QFETCH(QString, language);
        QFETCH(int, theme);
        QFETCH(int, scale);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        ui::testing::Window window(m_library, language, [&](Settings& settings) {
            settings.setTheme(static_cast<ThemeChoice>(theme));
            settings.setScalePercent(scale);
        });
        window->resize(QSize(1280, 800) * scale / 100);
        RunServices services;
        services.keyVariable = [](const data::Endpoint& endpoint) { return endpoint.keyVariable; };
        services.keepKey = [](data::Endpoint&, const std::string&) { return false; };
        services.forgetKey = [](data::Endpoint&) { return false; };
        services.renameKey = [](const data::Endpoint&, data::Endpoint&) { return false; };
        setRunServices(services);
        window->showWorkspace(QStringLiteral("latency"));
        auto* latency = window->findChild<LatencyWorkspace*>();
        QTRY_COMPARE(latency->runs().rowCount(), 3);
        const auto open = [&](qint64 run) {
            window->goTo({QStringLiteral("latency"), {{QStringLiteral("run"), run}}});
        };
        latency->endpoints().setTicked(
            {QStringLiteral("Azure as stated"), QStringLiteral("AWS as expected")});
        latency->builder().setWishes(RunWishes::of(RunPreset::FairComparison));
        open(2);
        QTRY_VERIFY_WITH_TIMEOUT(latency->page().isVisible() && latency->page().percentiles().rowCount() > 0,
                                 30000);
        look(window.window.get(), tag + QStringLiteral("-latency-run"));
        latency->page().findChild<QScrollArea*>()->ensureWidgetVisible(&latency->page().endpointFacts());
        look(window.window.get(), tag + QStringLiteral("-latency-facts"));
        latency->builder().setWishes(RunWishes::of(RunPreset::ServiceLevel));
        open(3);
        QTRY_VERIFY_WITH_TIMEOUT(latency->page().content()->run.id == 3, 20'000);
        look(window.window.get(), tag + QStringLiteral("-latency-stopped"));
        auto* list = latency->findChild<QListView*>(QStringLiteral("runList"));
        list->selectAll();
        QTRY_VERIFY_WITH_TIMEOUT(latency->findChild<CompareRunsPage*>()->isVisible(), 20'000);
        look(window.window.get(), tag + QStringLiteral("-latency-compare"));
        open(1);
        QTRY_VERIFY_WITH_TIMEOUT(latency->page().isVisible() && latency->page().content()->run.id == 1,
                                 20'000);
        auto* table = latency->findChild<QTableView*>(QStringLiteral("percentiles"));
        Q_EMIT table->activated(latency->page().percentiles().index(0, PercentileModel::FirstQuantileColumn));
        QTRY_VERIFY_WITH_TIMEOUT(latency->findChild<RequestPage*>()->isVisible(), 20'000);
        look(window.window.get(), tag + QStringLiteral("-latency-request"));
        window.actions->find(QStringLiteral("latency.addEndpoint"))->trigger();
        auto* dialog = latency->findChild<EndpointDialog*>();
        look(dialog, tag + QStringLiteral("-latency-endpoint"));
        // No keychain answers.
        dialog->findChild<QLineEdit*>(QStringLiteral("endpointName"))->setText(QStringLiteral("east"));
        dialog->findChild<QLineEdit*>(QStringLiteral("endpointModel"))->setText(QStringLiteral("gpt-4o"));
        dialog->findChild<QLineEdit*>(QStringLiteral("endpointKey"))->setText(QStringLiteral("sk-made-up"));
        dialog->findChild<QPushButton*>(QStringLiteral("endpointAccept"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QLabel*>(QStringLiteral("endpointProblem"))->isVisible(),
                                 20000);
        look(dialog, tag + QStringLiteral("-latency-no-keychain"));
        dialog->reject();
        // A claim is chosen, and stands above the run.
        auto* preset = latency->findChild<QComboBox*>(QStringLiteral("runPreset"));
        preset->setCurrentIndex(static_cast<int>(RunPreset::Claim));
        Q_EMIT preset->activated(static_cast<int>(RunPreset::Claim));
        auto* chooser = latency->findChild<ClaimChooser*>();
        auto* claims = chooser->findChild<QListView*>(QStringLiteral("claimList"));
        QTRY_VERIFY_WITH_TIMEOUT(claims->model()->rowCount() >= 3, 20000);
        claims->setCurrentIndex(claims->model()->index(0, 0));
        look(chooser, tag + QStringLiteral("-latency-claims"));
        chooser->findChild<QPushButton*>(QStringLiteral("claimAccept"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(latency->findChild<QFrame*>(QStringLiteral("claimStrip"))->isVisible(),
                                 20'000);
        open(2);
        QTRY_VERIFY_WITH_TIMEOUT(latency->page().isVisible() && latency->page().content()->run.id == 2,
                                 20'000);
        look(window.window.get(), tag + QStringLiteral("-latency-claim"));
        latency->findChild<QPushButton*>(QStringLiteral("claimClose"))->click();
        // Under way.
        RunWishes wishes = RunWishes::of(RunPreset::FairComparison);
        latency->builder().setWishes(wishes);
        QTRY_VERIFY_WITH_TIMEOUT(latency->findChild<QPushButton*>(QStringLiteral("runStart"))->isEnabled(),
                                 20'000);
        latency->findChild<QPushButton*>(QStringLiteral("runStart"))->click();
        const auto racing = [latency](std::size_t index) {
            const auto& live = latency->session().live();
            return live.size() == 2 && live[index].any && live[index].chunks > 100;
        };
        QTRY_VERIFY_WITH_TIMEOUT(racing(0) && racing(1), 20000);
        look(window.window.get(), tag + QStringLiteral("-latency-live"));
        latency->session().stop();
        QTRY_VERIFY_WITH_TIMEOUT(!latency->session().isActive(), 20000);
    }
};

PARALLAX_WINDOW_TEST(TestLatencyPictures)

} // namespace test_latency_pictures
#include "test_latency_pictures.moc"
